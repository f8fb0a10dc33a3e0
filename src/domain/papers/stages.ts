// A paper is written, handed over or put out for signature, signed by everyone who must, and issued, as far as its process asks for that.
// It is opened a stage at a time, to those whom the process names, in the text of that stage and no other: whoever is told of it when it
// is issued reads what was issued, and not what is handed over again after that.
import type { Act, ActKind, DocumentFacts, PaperStage, PaperTerms, VersionFact } from '../documents/facts';
import { lastAct } from '../documents/state';
import type { Actor } from '../model';
import { audienceFor, audienceOfParty } from '../readers';
import { audience, isLive, type Audience, type Shared } from '../visibility';

export type PaperState = 'writing' | 'handed-over' | 'out-for-signature' | 'signed' | 'issued';

const STATES: Partial<Record<ActKind, PaperState>> = { submitted: 'handed-over', 'put-for-signature': 'out-for-signature', agreed: 'signed', issued: 'issued' };

export function paperState(doc: { acts: readonly Pick<Act, 'kind'>[] }): PaperState {
  const last = lastAct(doc, 'submitted', 'put-for-signature', 'agreed', 'issued', 'reopened', 'returned', 'declined');
  return (last && STATES[last.kind]) ?? 'writing';
}

/**
 * Of a paper by a peer whose part has ended: nobody writes it any more, so it counts as it was handed on, and not when it came back or was
 * opened again before.
 */
export function isLeftBehind(doc: { acts: readonly Pick<Act, 'kind'>[] }): boolean {
  return paperState(doc) === 'writing';
}

const STAGES = ['handed-over', 'signed', 'issued'] as const satisfies readonly PaperStage[];
const ACTS: Record<PaperStage, readonly ActKind[]> = { 'handed-over': ['submitted', 'put-for-signature'], signed: ['agreed'], issued: ['issued'] };

type Paper = Pick<DocumentFacts, 'paper' | 'regionId' | 'authorityId' | 'cycleAuthorityId' | 'groupId'>;

/** At which those who are to read it get it: the last that its process asks for. */
export function lastStage({ paper }: Pick<Paper, 'paper'>): PaperStage {
  if (paper?.asks.includes('issued')) return 'issued';
  return paper && paper.signatories.length > 0 ? 'signed' : 'handed-over';
}

/** It has come to where those who are to read it get it. */
export function isWithReaders(doc: Pick<DocumentFacts, 'acts'> & Pick<Paper, 'paper'>): boolean {
  return doc.acts.some(({ kind }) => ACTS[lastStage(doc)].includes(kind));
}

/** From which the regional team has what it issues: a draft that is still to be signed is none of theirs. */
function stageBeforeIssue({ asks, signatories }: Pick<PaperTerms, 'asks' | 'signatories'>): PaperStage | null {
  if (!asks.includes('issued')) return null;
  return signatories.length > 0 ? 'signed' : 'handed-over';
}

export interface Opening {
  audience: Audience;
  because: string;
}

/** To whom it is opened at a stage, and why. */
export function openingsAt(doc: Paper, stage: PaperStage): Opening[] {
  const { paper } = doc;
  if (!paper) return [];
  const readers = (paper.opensTo[stage] ?? []).flatMap((reader) => audienceFor(reader, doc) ?? []);
  const parties = (some: readonly Parameters<typeof audienceOfParty>[0][], because: string) => some.flatMap((party) => audienceOfParty(party, doc) ?? []).map((to) => ({ audience: to, because }));
  const all: Opening[] = [
    ...(stage === stageBeforeIssue(paper) ? [{ audience: audience.regionTeam(doc.regionId), because: 'The regional team issues it' }] : []),
    ...(stage === 'handed-over' ? parties(paper.signatories, 'They sign it') : []),
    ...(stage === lastStage(doc) ? parties(paper.readers, 'They are to read it') : []),
    ...readers.map((to) => ({ audience: to, because: BECAUSE[stage] })),
  ];
  return all.filter(({ audience: to }, index) => all.findIndex((other) => other.audience === to) === index);
}

const BECAUSE: Record<PaperStage, string> = { 'handed-over': 'It was handed over', signed: 'Everyone who must has signed it', issued: 'It was issued' };

/** Those who sign it, as far as they are let in. */
export const signatoryAudiences = (doc: Paper): Audience[] => (doc.paper?.signatories ?? []).flatMap((party) => audienceOfParty(party, doc) ?? []);

/** What the stage shares with those who have nothing of it yet: those who write it keep their draft. */
export function sharesAt(doc: Pick<DocumentFacts, 'shares'> & Paper, stage: PaperStage): { audience: Audience; because: string; frozenOnly: true }[] {
  const has = doc.shares.filter(({ revokedAt, untilAt }) => revokedAt === null && untilAt === null).map((share) => share.audience);
  return openingsAt(doc, stage).filter(({ audience: to }) => !has.includes(to)).map((opening) => ({ ...opening, frozenOnly: true }));
}

/** Of a paper of a set: what an authority has that was in it (server/documents/kept). */
function isKept({ authorityId, groupId }: Pick<Paper, 'authorityId' | 'groupId'>, to: Audience): boolean {
  return authorityId === null && groupId !== null && to.startsWith('authority:');
}

function liveSharesOf(reader: Pick<Actor, 'audiences'>, { shares }: Pick<DocumentFacts, 'shares'>, now: Date): Shared[] {
  return shares.filter((share) => isLive(share, now) && reader.audiences.includes(share.audience));
}

/** They read what they once had a part in, and do nothing more with it. */
export function keepsOnly(reader: Pick<Actor, 'audiences'>, doc: Pick<DocumentFacts, 'shares'> & Paper, now: Date): boolean {
  const mine = liveSharesOf(reader, doc, now);
  return mine.length > 0 && mine.every(({ audience: to }) => isKept(doc, to));
}

/**
 * The versions that somebody reads who does not see the draft, oldest first: those of the stages at which it was opened to them; of a set in
 * which they were, those that had been handed on by then.
 */
export function versionsOpenedTo(reader: Pick<Actor, 'audiences'>, doc: DocumentFacts, now: Date): VersionFact[] {
  const mine = liveSharesOf(reader, doc, now);
  const kinds = mine.filter(({ audience: to }) => !isKept(doc, to)).flatMap(({ audience: to }) => {
    const stages = STAGES.filter((stage) => openingsAt(doc, stage).some((opening) => isSame(opening.audience, to)));
    // Opened by an earlier version of the process: then the least that there is.
    return (stages.length > 0 ? stages : [lastStage(doc)]).flatMap((stage) => ACTS[stage]);
  });
  const kept = mine.filter(({ audience: to }) => isKept(doc, to));
  const handedOn = STAGES.flatMap((stage) => ACTS[stage]);
  const isRead = ({ kind, at }: Act) => kinds.includes(kind) || (handedOn.includes(kind) && kept.some(({ sinceAt }) => at <= sinceAt));
  const ids = doc.acts.filter(isRead).map(({ versionId }) => versionId);
  return doc.versions.filter(({ id }) => ids.includes(id));
}

/** A set that the authority has left since was opened what its set now is. */
function isSame(opened: Audience, to: Audience): boolean {
  return opened === to || (opened.startsWith('set:') && to.startsWith('set:'));
}
