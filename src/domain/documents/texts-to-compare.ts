// Which texts of a document can be set beside each other, as an address and a form name them: "draft", "v3", and "<document>.v2" for
// one of an earlier cycle. Whoever may not read a text is not offered it.

export interface ComparableText {
  /** "draft", "v3", "<id of the document of an earlier cycle>.v2" */
  ref: string;
  /** "The draft as it stands now" */
  label: string;
  documentId: string;
  /** null for the draft. */
  versionId: string | null;
  cycleId: string;
  /** It is the text that went out of the writers' own side last. */
  handedOn: boolean;
  /** A later text has the greater place. */
  place: readonly [anchorOn: string, number: number];
}

interface Readable {
  documentId: string;
  cycle: { id: string; name: string; anchorOn: string };
  /** Those that this reader may read, oldest first. */
  versions: readonly { id: string; number: number }[];
  /** The number of the version that was handed on last; null when none was. */
  handedOn: number | null;
  draft: boolean;
}

/** The newest first: the draft, the versions, then those of the cycles before. */
export function textsOf(current: Readable, earlier: readonly Readable[]): ComparableText[] {
  return [current, ...earlier].flatMap((one) => {
    const before = one === current ? '' : `${one.cycle.name}: `;
    const prefix = one === current ? '' : `${one.documentId}.`;
    const common = { documentId: one.documentId, cycleId: one.cycle.id };
    // Of a cycle that is over, what stood there at the end counts only where nothing was ever frozen.
    const draft: ComparableText[] = one.draft && (one === current || one.versions.length === 0) ? [{ ...common, ref: `${prefix}draft`, label: before === '' ? 'The draft as it stands now' : `${before}as it stood at the end`, versionId: null, handedOn: false, place: [one.cycle.anchorOn, Number.MAX_SAFE_INTEGER] }] : [];
    const versions = [...one.versions].reverse().map(({ id, number }): ComparableText => ({
      ...common,
      ref: `${prefix}v${number}`,
      label: `${before}${before === '' ? 'Version' : 'version'} ${number}${number === one.handedOn ? ', as it was handed on' : ''}`,
      versionId: id,
      handedOn: number === one.handedOn,
      place: [one.cycle.anchorOn, number],
    }));
    return [...draft, ...versions];
  });
}

/** What a reader who asks for nothing is shown: the newest text beside the one before it. */
export function pairToCompare(texts: readonly ComparableText[], asked: { earlier?: string; later?: string }): { earlier: ComparableText; later: ComparableText } | null {
  const later = asked.later ? texts.find(({ ref }) => ref === asked.later) : texts[0];
  const others = texts.filter((text) => text !== later);
  const earlier = asked.earlier ? others.find(({ ref }) => ref === asked.earlier) : (others.find((text) => later && isBefore(text, later)) ?? others[0]);
  if (!later || !earlier) return null;
  return isBefore(earlier, later) ? { earlier, later } : { earlier: later, later: earlier };
}

const isBefore = ({ place: [a, m] }: ComparableText, { place: [b, n] }: ComparableText) => a < b || (a === b && m < n);

/** The text of the cycle before that this year's is set beside: as it was handed on, else the newest. */
export function lastYearsText(texts: readonly ComparableText[], current: { cycleId: string }): ComparableText | null {
  const before = texts.filter(({ cycleId }) => cycleId !== current.cycleId);
  const [newest] = before;
  return before.find((text) => text.cycleId === newest!.cycleId && text.handedOn) ?? newest ?? null;
}
