// What makes a step done is a fact: an act, a signature, a reading, a session that ended. Until then, who must act next follows
// from the same facts (3-processes.md section 7.1; templates name the fact in `doneWhen`).
import type { ActKind, DocumentKind } from './documents/facts';
import { isSubmitted, lastAct, signaturesThatCount, stillToSign, versionForSignature, type Signed } from './documents/state';
import { AUTHORITY_OFFICES, type Day, type Office } from './model';
import type { DoneWhen, StepDefinition } from './processes/template';

/** Who owes a step: an office at the authority, group or region, or the DCS who is lead peer challenger. */
export type Owing = StepDefinition['who'][number];

/** A document as far as steps go. Days are of Europe/London; acts oldest first. */
export interface DocumentProgress extends Omit<Signed, 'signatories' | 'acts' | 'signatures'> {
  id: string;
  acts: readonly { kind: ActKind; versionId: string | null; on: Day; reason: string }[];
  signatures: readonly { office: Office; versionId: string; voidedAt: null; on: Day }[];
  comments: { open: number; settled: number };
  /** Someone has written in it. */
  begun: boolean;
  /** The viewer may open it. */
  visible: boolean;
}

/** One authority's place in a cycle, with what has happened there. */
export interface PlaceFacts {
  cycleAuthorityId: string;
  authorityId: string;
  name: string;
  slug: string;
  groupId: string;
  wave: string;
  leadChallengerAuthorityId: string | null;
  documents: Partial<Record<DocumentKind, DocumentProgress>>;
  session: { id: string; forumId: string; onDay: Day; endedOn: Day | null } | null;
  packReadOn: Day | null;
  preparedOn: Day | null;
  releasedOn: Day | null;
  /** Days on which the lead challenger or the group lead reviewed actions, earliest first. */
  reviewedOn: readonly Day[];
}

export interface CycleFacts {
  id: string;
  regionId: string;
  name: string;
  openedOn: Day;
  closedOn: Day | null;
  packsIssuedOn: Day | null;
  groups: readonly { id: string; name: string; ordinal: number; leadAuthorityId: string }[];
  places: readonly PlaceFacts[];
  /** The region's own papers. */
  papers: Partial<Record<DocumentKind, DocumentProgress>>;
  /** Keyed `step|scope`. */
  completions: ReadonlyMap<string, Day>;
  waivers: ReadonlyMap<string, string>;
}

export type Note = { is: 'returned' | 'declined'; reason: string } | { is: 'comments'; count: number };

/** What must be done now; `own` is what the step is named for. */
export type Part = 'own' | 'mend' | 'put-for-signature' | 'accept' | 'arrange' | 'draft-notes' | 'answer-comments' | 'make-final' | 'put-to-board';

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
}

export interface StepScope {
  cycle: CycleFacts;
  place: PlaceFacts | null;
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
    const doc = documentOf(step, at);
    if (!doc || !versionForSignature(doc)) return { ...owed(['dcs'], null, noteOf(doc), 'put-for-signature') };
    const left = stillToSign({ ...doc, signatories: step.signatories });
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
  recorded: (step) => owed(step.who, null, null),
};

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
