import type { DocumentFacts, DocumentKind, SelfViewWay } from '@/domain/documents/facts';
import { nameOf } from '@/domain/documents/facts';
import { OFFICE_NAMES, type Office } from '@/domain/model';
import { readersInWords } from '@/domain/processes/self-view-way';

interface SignWords {
  /** What the signatory says by ticking. */
  confirm: (authority: string, name: string, hasJourney: boolean) => string;
  /** What the signature does, after "version 3 is kept as it is". */
  does: (way?: SelfViewWay) => string;
  seen: (authority: string, doc: Pick<DocumentFacts, 'way' | 'roles'>) => string;
  /** What follows when everyone has signed. */
  next: (way?: SelfViewWay) => string;
}

const NOTHING_MORE = 'nothing more is asked of the signatories.';
const goesNoFurther = (way?: SelfViewWay) => way?.ends === 'signed';

const WORDS: Partial<Record<DocumentKind, SignWords>> = {
  'self-view': {
    confirm: (_, name, hasJourney) => (hasJourney ? `I have read the ${name} and the journey grid, and they are a fair account of our services.` : `I have read the ${name}, and it is a fair account of our services.`),
    does: (way) => (goesNoFurther(way) ? '' : 'The DCS then submits it to the regional team.'),
    seen: (authority, doc) => `${goesNoFurther(doc.way) ? `${authority} alone.` : `${authority} alone for now. ${laterSeen(authority, doc)}`} Not Ofsted, unless ${authority} releases it.`,
    next: (way) => (goesNoFurther(way) ? NOTHING_MORE : 'the DCS submits it to the regional team.'),
  },
  mou: {
    confirm: (authority) => `I have read the memorandum, and ${authority} will keep to it.`,
    does: () => 'It goes to the regional team with the self-view.',
    seen: (authority) => `${authority}, and the regional team once it is submitted.`,
    next: () => 'it is submitted to the regional team with the self-view.',
  },
  'forum-notes': {
    confirm: () => 'I have read the notes, and they are a fair record of what was said and agreed.',
    does: () => 'When all have signed, the notes are agreed.',
    seen: (authority) => `${authority}, those who took part in its forum session and the regional team. Not Ofsted, unless ${authority} releases it.`,
    next: () => 'actions follow from them.',
  },
};

function laterSeen(authority: string, { way, roles }: Pick<DocumentFacts, 'way' | 'roles'>): string {
  const readers = way && readersInWords(way, { roles });
  const packs = way?.withPacks ? `, and from the issue of the packs those who challenge ${authority} and the lead of its group` : '';
  return `Once submitted the regional team${readers ? (way.ends === 'submitted' ? ` and ${readers}` : `, once accepted ${readers}`) : ''}${packs}.`;
}

const PLAIN: SignWords = {
  confirm: () => 'I have read the text.',
  does: () => '',
  seen: () => 'those with whom it has been shared.',
  next: () => NOTHING_MORE,
};

export function wordsFor(kind: DocumentKind): SignWords {
  return WORDS[kind] ?? PLAIN;
}

/** "Signed. Version 3 still waits for the Chief Executive." */
export function signedNotice(doc: Pick<DocumentFacts, 'kind' | 'name' | 'way'>, version: number, waitingFor: readonly Office[]): string {
  if (waitingFor.length > 0) return `Signed. Version ${version} now waits for the ${listOf(waitingFor.map((office) => OFFICE_NAMES[office]))}.`;
  return `Signed. Version ${version} of the ${nameOf(doc)} is signed by everyone who must. Next: ${wordsFor(doc.kind).next(doc.way)}`;
}

export function listOf(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** How long it takes to read, in whole minutes at two hundred words a minute. */
export function minutesToRead(texts: readonly string[]): number {
  const words = texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
  return Math.max(1, Math.round(words / 200));
}

/** More sections, and more words, than a signatory can be expected to scroll through to the place where they sign. */
export function isLong(text: readonly { text: string }[]): boolean {
  return text.length > 3 && minutesToRead(text.map((section) => section.text)) > 5;
}
