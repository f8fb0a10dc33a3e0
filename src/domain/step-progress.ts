// What makes a step done is a fact: an act, a signature, a reading, a session that ended. Until then, who must act next follows
// from the same facts (3-processes.md section 7.1; templates name the fact in `doneWhen`).
import type { CycleFacts, DocumentProgress, PlaceFacts } from './cycle-facts';
import type { ActKind } from './documents/facts';
import { keyOf } from './documents/signers';
import { isSubmitted, lastAct, signaturesThatCount, stillToSign, versionForSignature } from './documents/state';
import { AUTHORITY_OFFICES, type Day } from './model';
import { holdersOf, isOffice, isParty, isPeerParty, requiredOf, roleOf, type Holder, type Party, type Relations, type Required } from './parties';
import { isLeftBehind } from './papers/stages';
import type { DoneWhen, StepDefinition } from './processes/template';

/** Who owes a step: an office at the authority, group or region, or a part that the process gives to another authority. */
export type Owing = Party;

export type Note = { is: 'returned' | 'declined'; reason: string } | { is: 'comments'; count: number };

/** What must be done now; `own` is what the step is named for. */
export type Part = 'own' | 'mend' | 'put-for-signature' | 'accept' | 'arrange' | 'draft-notes' | 'answer-comments' | 'make-final' | 'put-to-board' | 'assign';

export interface Progress {
  part: Part;
  doneOn: Day | null;
  begun: boolean;
  /** Who must act next; empty when done. */
  owedBy: readonly Owing[];
  /** Those who began it have done their part: it is with someone else. */
  waiting: boolean;
  signed: { count: number; of: number } | null;
  note: Note | null;
  /** Of a part that several authorities have: those that still owe it; absent where all of them do. */
  left?: readonly string[];
}

export interface StepScope {
  cycle: CycleFacts;
  place: PlaceFacts | null;
  /** Where parties are looked for. */
  at: Relations;
  /** "region", "group:<id>" or "authority:<id>" */
  scope: string;
  opensOn: Day | null;
  isLate: boolean;
}

export function progressOf(step: StepDefinition, at: StepScope): Progress {
  const recorded = at.cycle.completions.size > 0 && at.cycle.completions.get(`${step.key}|${at.scope}`);
  if (recorded) return done(recorded);
  return RULES[step.doneWhen](step, at);
}

type Rule = (step: StepDefinition, at: StepScope) => Progress;

const REGION_TEAM: readonly Owing[] = ['sli-coordinator', 'facilitator'];

const RULES: Record<DoneWhen, Rule> = {
  'cycle-opened': (_step, { cycle }) => done(cycle.openedOn),
  'put-for-signature': (step, at) => {
    const doc = documentOf(step, at);
    const out = doc && versionForSignature(doc) ? lastAct(doc, 'put-for-signature', 'made-final') : null;
    const note = noteOf(doc);
    return out ? done(out.on) : owed(step.who, doc, note, note && note.is !== 'comments' ? 'mend' : 'own');
  },
  signed: (step, at) => {
    if (step.paper) return paperSigned(step, at);
    const doc = documentOf(step, at);
    if (!doc || !versionForSignature(doc)) return { ...owed(['dcs'], null, noteOf(doc), 'put-for-signature') };
    const left = stillToSign({ ...doc, signatories: step.signatories.filter(isOffice) });
    const counted = signaturesThatCount(doc).filter(({ office }) => step.signatories.includes(office));
    if (left.length === 0 && step.signatories.length > 0) return done(latest(counted.map(({ on }) => on))!);
    const begun = counted.length > 0;
    return { part: 'own', doneOn: null, begun, owedBy: left, waiting: begun, signed: { count: counted.length, of: step.signatories.length }, note: null };
  },
  submitted: byAct(['submitted', 'accepted']),
  accepted: (step, at) => {
    const doc = documentOf(step, at);
    const last = doc && lastAct(doc, 'submitted', 'accepted', 'returned');
    if (last?.kind === 'accepted') return done(last.on);
    if (doc && isSubmitted(doc)) return withOthers(['sli-coordinator'], null, 'accept');
    return owed(ownSide(step), doc, noteOf(doc));
  },
  agreed: byAct(['agreed']),
  issued: (step, at) => {
    if (step.paper) return everyPaper(step, at, 'issued');
    if (step.per !== 'authority') return at.cycle.packsIssuedOn ? done(at.cycle.packsIssuedOn) : owed(step.who, null, null);
    return byAct(['issued'])(step, at);
  },
  'pack-read': (step, { place }) => (place?.packReadOn ? done(place.packReadOn) : owed(step.who, null, null)),
  prepared: (step, { place }) => (place?.preparedOn ? done(place.preparedOn) : owed(step.who, null, null)),
  'forum-held': (step, { place }) => {
    if (!place?.session) return owed(['sli-coordinator'], null, null, 'arrange');
    return place.session.endedOn ? done(place.session.endedOn) : owed(step.who, null, null);
  },
  'sent-for-comment': byAct(['sent-for-comment', 'made-final']),
  'made-final': (step, at) => {
    const doc = documentOf(step, at);
    const last = doc && lastAct(doc, 'sent-for-comment', 'draft-agreed', 'made-final', 'declined', 'reopened');
    if (!doc || !last || last.kind === 'reopened') return owed(REGION_TEAM, doc, null, 'draft-notes');
    if (last.kind === 'made-final') return done(last.on);
    if (last.kind === 'declined') return withOthers(REGION_TEAM, noteOf(doc), 'mend');
    if (doc.comments.open > 0) return withOthers(REGION_TEAM, { is: 'comments', count: doc.comments.open }, 'answer-comments');
    if (doc.comments.settled > 0 || last.kind === 'draft-agreed') return withOthers(REGION_TEAM, null, 'make-final');
    return withOthers(at.isLate ? [...ownSide(step), ...REGION_TEAM] : ownSide(step), null);
  },
  released: (step, at) => (at.place?.releasedOn ? done(at.place.releasedOn) : owed(step.who, documentOf(step, at), null)),
  'plan-written': byAct(['submitted', 'accepted']),
  'plan-reviewed': (step, { place, opensOn }) => {
    const first = place?.reviewedOn.find((on) => !opensOn || on >= opensOn);
    return first ? done(first) : owed(step.who, null, null);
  },
  'signed-off': (step, at) => {
    const doc = documentOf(step, at);
    const last = doc && lastAct(doc, 'put-for-signature', 'signed-off', 'returned', 'reopened');
    if (last?.kind === 'signed-off') return done(last.on);
    if (last?.kind === 'put-for-signature') return withOthers(['board-chair'], null);
    return owed(['sli-coordinator'], doc, noteOf(doc), 'put-to-board');
  },
  'handed-over': (step, at) => everyPaper(step, at, 'handed-over'),
  read: (step, at) => {
    const docs = step.paper ? papersThatCount(step, at) : [documentOf(step, at)].flatMap((doc) => doc ?? []);
    // Of a set the others: nobody is asked to read what is their own.
    const required = requiredOf(step.who, at.at).filter(({ party, authorityId }) => party !== 'set-members' || authorityId !== at.at.authorityId);
    const readBy = (one: Required) => latest(docs.map((doc) => doc.readings?.find(({ post }) => isRequired(one, post, at.at))?.on ?? null).flatMap((on) => on ?? []));
    const open = required.filter((one) => docs.length === 0 || docs.some((doc) => !doc.readings?.some(({ post }) => isRequired(one, post, at.at))));
    if (required.length === 0) return readByNobody(docs);
    if (open.length === 0) return done(latest(required.map(readBy).flatMap((on) => on ?? []))!);
    return owedByRequired(open, open.length < required.length, docs[0] ?? null);
  },
  assigned: (step, { cycle, place }) => {
    const role = cycle.roles?.find(({ key }) => key === step.role);
    const found = (place?.peers ?? []).filter((peer) => peer.role === step.role);
    if (found.length >= (role?.each ?? 1)) return done(latest(found.map(({ assignedOn }) => assignedOn))!);
    return { ...owed(step.who, null, null, 'assign'), begun: found.length > 0 };
  },
  recorded: (step) => owed(step.who, null, null),
};

/** Of a paper: done when everyone who must has signed the text that is out. Whoever writes it puts it out. */
function paperSigned(step: StepDefinition, at: StepScope): Progress {
  const [doc] = papersThatCount(step, at);
  if (!doc || !versionForSignature(doc)) return owed(writersFirst(step), doc ?? null, doc ? noteOf(doc) : null, 'put-for-signature');
  const required = requiredOf(step.signatories, at.at);
  const counted = signaturesThatCount(doc);
  const open = required.filter((one) => !counted.some((signature) => keyOf(signature) === one.key));
  if (open.length === 0) return done(latest(counted.map(({ on }) => on))!);
  const count = required.length - open.length;
  return { ...owedByRequired(open, count > 0, doc), signed: { count, of: required.length } };
}

/** Of a paper that each peer writes: done when all of them have. */
function everyPaper(step: StepDefinition, at: StepScope, what: 'handed-over' | 'issued'): Progress {
  const docs = papersThatCount(step, at);
  const byPeer = step.who.find(isPeerParty) ?? null;
  if (byPeer && holdersOf(byPeer, at.at).length === 0) return owed(['sli-coordinator'], null, null, 'assign');
  const when = docs.map((doc) => ({ doc, on: what === 'issued' ? (lastAct(doc, 'issued')?.on ?? null) : handedOverOn(doc) }));
  const open = when.filter(({ on }) => on === null).map(({ doc }) => doc);
  const missing = byPeer && what === 'handed-over' ? (at.at.peers ?? []).filter((peer) => peer.role === roleOf(byPeer) && !docs.some((doc) => doc.peerId === peer.id)) : [];
  if (docs.length > 0 && open.length === 0 && missing.length === 0) return done(latest(when.flatMap(({ on }) => on ?? []))!);
  if (!byPeer || what === 'issued') return owed(step.who, docs.find(({ begun }) => begun) ?? docs[0] ?? null, noteOf(open[0] ?? null), noteOf(open[0] ?? null)?.is === 'returned' ? 'mend' : 'own');
  const peerOf = (doc: DocumentProgress) => (at.at.peers ?? []).filter(({ id }) => id === doc.peerId);
  const left = [...open.flatMap(peerOf), ...missing].map(({ authorityId }) => authorityId);
  return { ...owed(step.who, open.find(({ begun }) => begun) ?? open[0] ?? null, noteOf(open[0] ?? null)), waiting: false, left };
}

/** Nobody else is left in the set who is to read it: done when it is there to be read. */
function readByNobody(docs: readonly DocumentProgress[]): Progress {
  const there = docs.flatMap((doc) => handedOverOn(doc) ?? lastAct(doc, 'issued')?.on ?? []);
  return docs.length > 0 && there.length === docs.length ? done(latest(there)!) : owed([], docs[0] ?? null, null);
}

/** When a paper was handed over, or put out for signature, and not returned since; that it is written again takes nothing back. */
export function handedOverOn(doc: Pick<DocumentProgress, 'acts'>): Day | null {
  const returned = doc.acts.findLastIndex(({ kind }) => kind === 'returned');
  return doc.acts.slice(returned + 1).find(({ kind }) => kind === 'submitted' || kind === 'put-for-signature')?.on ?? null;
}

function isRequired({ party, authorityId }: Required, post: Holder, at: Relations): boolean {
  return isParty(party, post, at) && (authorityId === null || (post.authority?.id ?? post.partnerOf?.id) === authorityId);
}

function owedByRequired(open: readonly Required[], begun: boolean, doc: DocumentProgress | null): Progress {
  const owedBy = [...new Set(open.map(({ party }) => party))];
  const left = open.flatMap(({ authorityId }) => authorityId ?? []);
  return { part: 'own', doneOn: null, begun: begun || (doc?.begun ?? false), owedBy, waiting: begun, signed: null, note: null, ...(left.length > 0 ? { left } : {}) };
}

/** Until the text is out, the step is with whoever writes it: the first that it names. */
const writersFirst = (step: StepDefinition): readonly Owing[] => step.who.slice(0, 1);

/** What somebody wrote who has the part no longer counts only as it was handed over. */
function papersThatCount(step: StepDefinition, at: StepScope): readonly DocumentProgress[] {
  return papersOf(step, at).filter((doc) => !doc.peerId || (at.at.peers ?? []).some(({ id }) => id === doc.peerId) || !isLeftBehind(doc));
}

export function papersOf(step: Pick<StepDefinition, 'paper'>, { cycle, scope }: Pick<StepScope, 'cycle' | 'scope'>): readonly DocumentProgress[] {
  return (step.paper && cycle.processPapers?.get(`${step.paper}|${scope}`)) || [];
}

function byAct(kinds: ActKind[]): Rule {
  return (step, at) => {
    const doc = documentOf(step, at);
    const act = doc && lastAct(doc, ...kinds, 'returned');
    return act && act.kind !== 'returned' ? done(act.on) : owed(step.who, doc, noteOf(doc));
  };
}

export function documentOf(step: StepDefinition, { cycle, place }: Pick<StepScope, 'cycle' | 'place'>): DocumentProgress | null {
  if (!step.document) return null;
  return (step.per === 'authority' ? place?.documents[step.document] : cycle.papers[step.document]) ?? null;
}

function noteOf(doc: DocumentProgress | null): Note | null {
  if (!doc) return null;
  const last = lastAct(doc, 'returned', 'declined', 'put-for-signature', 'made-final', 'sent-for-comment', 'submitted', 'accepted');
  if (last?.kind === 'returned' || last?.kind === 'declined') return { is: last.kind, reason: last.reason };
  return doc.comments.open > 0 ? { is: 'comments', count: doc.comments.open } : null;
}

function ownSide(step: StepDefinition): Owing[] {
  return step.who.filter((owing) => (AUTHORITY_OFFICES as readonly string[]).includes(owing));
}

function done(on: Day): Progress {
  return { part: 'own', doneOn: on, begun: true, owedBy: [], waiting: false, signed: null, note: null };
}

function owed(by: readonly Owing[], doc: DocumentProgress | null, note: Note | null, part: Part = 'own'): Progress {
  return { part, doneOn: null, begun: doc?.begun ?? false, owedBy: by, waiting: false, signed: null, note };
}

function withOthers(by: readonly Owing[], note: Note | null, part: Part = 'own'): Progress {
  return { part, doneOn: null, begun: true, owedBy: by, waiting: true, signed: null, note };
}

function latest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((last, on) => (last === null || on > last ? on : last), null);
}
