// The region's own papers: the profile that the Board reads and the programme that it signs off. The coordinator writes them, the
// Board sees them when they are put to it, and its chair signs off that very text (North West process 2017/18, February and April).
import { decide, refuse, type Decision } from './decision';
import { eventOf } from './documents/about';
import type { DocumentChange } from './documents/change';
import { DOCUMENT_NAMES, type DocumentFacts, type SectionText } from './documents/facts';
import { lastAct } from './documents/state';
import { subjectOf } from './documents/subject';
import type { Holding } from './holding';
import type { Actor } from './model';
import { keptFromSigning } from './sign-off';
import { audience } from './visibility';

export type PaperKind = 'regional-profile' | 'programme';

export function isPaper(kind: string): kind is PaperKind {
  return kind === 'regional-profile' || kind === 'programme';
}

export type PaperState = 'writing' | 'with-board' | 'signed-off';

export function paperState(doc: Pick<DocumentFacts, 'acts'>): PaperState {
  const act = lastAct(doc, 'put-for-signature', 'signed-off', 'reopened', 'returned');
  return act?.kind === 'signed-off' ? 'signed-off' : act?.kind === 'put-for-signature' ? 'with-board' : 'writing';
}

/** Writing in a paper that is with the Board takes it back: the Board keeps the text that it was given until it is put again. */
export function savePaper({ doc, sections, actor }: { doc: DocumentFacts; sections: readonly SectionText[]; actor: Actor }): Decision<DocumentChange> {
  return decide(actor, 'regional-paper.write', subjectOf(doc), () => {
    if (sections.length === 0) return refuse('nothing-new', 'Nothing was changed.');
    const reopens = paperState(doc) !== 'writing';
    return {
      change: { write: sections, ...(reopens ? { act: { kind: 'reopened' as const }, voidSignatures: { why: `The ${DOCUMENT_NAMES[doc.kind]} was changed after it was put to the Board` } } : {}) },
      events: [eventOf(doc, 'paper.saved'), ...(reopens ? [eventOf(doc, 'document.reopened')] : [])],
    };
  });
}

/** `empty` are the titles of sections that say nothing yet. */
export function putToBoard({ doc, empty, actor }: { doc: DocumentFacts; empty: readonly string[]; actor: Actor }): Decision<DocumentChange> {
  return decide(actor, 'regional-paper.write', subjectOf(doc), () => {
    const name = DOCUMENT_NAMES[doc.kind];
    if (paperState(doc) === 'with-board') return refuse('already-out', `The ${name} is with the Board already.`);
    if (paperState(doc) === 'signed-off') return refuse('already-signed', `The ${name} has been signed off by the Board. It opens again when it is changed.`);
    if (empty.length > 0) return refuse('incomplete', `Nothing has been written yet under: ${empty.join('; ')}.`);
    return {
      change: { freeze: true, act: { kind: 'put-for-signature' }, share: [{ audience: audience.board(doc.regionId), because: 'Put to the Board', frozenOnly: true }] },
      events: [eventOf(doc, 'paper.put-to-board')],
    };
  });
}

/** The chair signs for the Board; that is the signature and the sign-off in one. */
export function signOffPaper({ doc, read, actor, holding, now }: { doc: DocumentFacts; read: { versionId: string; contentHash: string }; actor: Actor; holding: Holding | null; now: Date }): Decision<DocumentChange> {
  return decide(actor, 'regional-paper.sign-off', subjectOf(doc), () => {
    const put = versionWithBoard(doc, read);
    if ('refused' in put) return put;
    const kept = keptFromSigning({ doc, actor, holding, now });
    if (kept) return kept;
    return {
      change: {
        act: { kind: 'signed-off', versionId: put.id },
        sign: { versionId: put.id, office: actor.as!.office, how: 'electronic', by: holding!, proof: actor.proof! },
      },
      events: [eventOf(doc, 'paper.signed-off')],
    };
  });
}

export function returnPaper({ doc, read, reason, actor }: { doc: DocumentFacts; read: { versionId: string; contentHash: string }; reason: string; actor: Actor }): Decision<DocumentChange> {
  return decide(actor, 'regional-paper.sign-off', subjectOf(doc), () => {
    const put = versionWithBoard(doc, read);
    if ('refused' in put) return put;
    if (reason.trim() === '') return refuse('no-reason', 'Say what the Board would like changed. The coordinator reads it.');
    return { change: { act: { kind: 'returned', reason: reason.trim(), versionId: put.id } }, events: [eventOf(doc, 'document.returned')] };
  });
}

function versionWithBoard(doc: DocumentFacts, read: { versionId: string; contentHash: string }) {
  const name = DOCUMENT_NAMES[doc.kind];
  const put = lastAct(doc, 'put-for-signature', 'signed-off', 'reopened', 'returned');
  const version = doc.versions.find(({ id }) => id === put?.versionId);
  if (put?.kind === 'signed-off') return refuse('already-signed', `The ${name} has been signed off.`);
  if (put?.kind !== 'put-for-signature' || !version) return refuse('not-out-for-signature', `The ${name} is not with the Board now.`);
  if (version.id !== read.versionId || version.contentHash !== read.contentHash) {
    return refuse('text-changed', `The text has changed since you opened it: version ${version.number} is with the Board now. Read it, then sign it off.`);
  }
  return version;
}

export interface AuthorityProfile {
  name: string;
  headline: string;
  /** Its location on the journey as one judgement, in words; null when it was not placed. */
  location: string | null;
  /** Stage by enabler, 1 to 3. */
  stages: Readonly<Record<string, number>>;
}

/** The profile as far as the issued questions give it: headline and location of each authority, and how many stand where. */
export function profileFrom({ authorities, enablers, stages }: {
  authorities: readonly AuthorityProfile[];
  enablers: readonly { key: string; name: string }[];
  stages: readonly string[];
}): Omit<SectionText, 'title'>[] {
  const headlines = authorities.map(({ name, headline, location }) => `- **${name}**: ${headline.trim() || 'no headline yet'}${location ? ` (${location})` : ''}`);
  const counts = enablers.map(({ key, name }) => {
    const at = stages.map((stage, index) => `${authorities.filter((authority) => authority.stages[key] === index + 1).length} ${stage.toLowerCase()}`);
    const unplaced = authorities.filter((authority) => !authority.stages[key]).length;
    return `- **${name}**: ${[...at, ...(unplaced > 0 ? [`${unplaced} not placed`] : [])].join(', ')}`;
  });
  return [
    { key: 'headlines', content: { text: headlines.join('\n') } },
    { key: 'journey', content: { text: counts.join('\n') } },
  ];
}
