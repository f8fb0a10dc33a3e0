// The pack for the annual conversation is put together by the authority from what was signed and agreed, and goes to Ofsted only
// when the authority's DCS releases it: what, why, until when; it can be withdrawn and each opening is recorded (domain: documents
// and confidentiality, visibility class 6; North West process 2017/18, "Ofsted annual conversations").
import { decide, refuse, type Decision } from './decision';
import { eventOf } from './documents/about';
import type { DocumentChange } from './documents/change';
import type { DocumentFacts, SectionText, VersionFact } from './documents/facts';
import { isSigned, lastAct, sharedVersion, versionForSignature } from './documents/state';
import { subjectOf } from './documents/subject';
import { dayAt } from './forums/clock';
import type { Actor, Day } from './model';
import { unproved } from './proof';
import { audience, type Audience } from './visibility';

export interface ReleaseFacts {
  id: string;
  versionId: string;
  audience: Audience;
  releasedAt: Date;
  untilAt: Date | null;
  revokedAt: Date | null;
}

export const CONVERSATION_NOTES = { key: 'conversation-notes', title: 'Notes of the annual conversation, agreed in the meeting' };

export function isInForce(release: Pick<ReleaseFacts, 'revokedAt' | 'untilAt'>, now: Date): boolean {
  return !release.revokedAt && (!release.untilAt || release.untilAt > now);
}

/** The last day on which it can be opened: it ends at midnight after it. */
export function lastDayOf(untilAt: Date): Day {
  return dayAt(new Date(untilAt.getTime() - 1));
}

/** The self-view as it was signed: the version that is signed now, else the last that was submitted. */
export function signedVersion(selfView: DocumentFacts): VersionFact | null {
  return isSigned(selfView) ? versionForSignature(selfView) : sharedVersion(selfView);
}

export function agreedVersion(notes: DocumentFacts): VersionFact | null {
  const act = lastAct(notes, 'agreed', 'reopened', 'sent-for-comment');
  return act?.kind === 'agreed' ? (notes.versions.find(({ id }) => id === act.versionId) ?? null) : null;
}

/** What the pack is made of. */
export interface PackSources {
  selfView: DocumentFacts;
  notes: DocumentFacts | null;
}

/** Puts the pack together, or again when something in it has changed. `sections` are the texts of the exact versions. */
export function compilePack({ pack, sources, sections, isAsBefore, actor }: {
  pack: DocumentFacts;
  sources: PackSources;
  sections: readonly SectionText[];
  /** The sections say what the last version of the pack says. */
  isAsBefore: boolean;
  actor: Actor;
}): Decision<DocumentChange> {
  return decide(actor, 'annual-conversation.compile', subjectOf(pack), () => {
    if (!signedVersion(sources.selfView)) return refuse('self-view-not-signed', 'The pack holds the signed self-view, and the self-view is not signed yet.');
    if (!sources.notes || !agreedVersion(sources.notes)) return refuse('notes-not-agreed', 'The pack holds the agreed notes of the forum, and the notes are not agreed yet.');
    if (isAsBefore) return refuse('nothing-new', 'Nothing in the pack has changed since it was put together.');
    return { change: { write: sections, freeze: true, act: { kind: 'compiled' } }, events: [eventOf(pack, 'annual-conversation.compiled')] };
  });
}

/** The notes that the authority and Ofsted agreed in the meeting become part of the pack, and of next year's evidence. */
export function addConversationNotes({ pack, metOn, today, text, actor }: { pack: DocumentFacts; metOn: Day; today: Day; text: string; actor: Actor }): Decision<DocumentChange> {
  return decide(actor, 'annual-conversation.compile', subjectOf(pack), () => {
    if (!lastAct(pack, 'compiled')) return refuse('not-compiled', 'Put the pack together first.');
    if (!lastAct(pack, 'released')) return refuse('not-released', 'Notes of the conversation can be added once the pack has been released to Ofsted.');
    if (metOn > today) return refuse('in-future', 'The conversation cannot have been held on a day that is still to come.');
    if (text.trim() === '') return refuse('no-notes', 'Write down what was agreed in the meeting.');
    return {
      change: { write: [{ ...CONVERSATION_NOTES, content: { text: text.trim(), metOn } }], freeze: true, act: { kind: 'compiled' } },
      events: [eventOf(pack, 'annual-conversation.noted', { on: metOn })],
    };
  });
}

export interface Release {
  audience: Audience;
  versionId: string;
  why: string;
  untilAt: Date;
}

export interface ReleaseChange {
  document: DocumentChange;
  release: Release;
  /** Earlier releases to the same body that this one takes the place of. */
  replaces: readonly string[];
}

export function releaseToOfsted({ pack, releases, read, why, untilAt, now, actor }: {
  pack: DocumentFacts;
  releases: readonly ReleaseFacts[];
  /** The version that was on the page. */
  read: { versionId: string };
  why: string;
  untilAt: Date;
  now: Date;
  actor: Actor;
}): Decision<ReleaseChange> {
  return decide(actor, 'annual-conversation.release', subjectOf(pack), () => {
    const version = pack.versions.at(-1);
    if (!lastAct(pack, 'compiled') || !version) return refuse('not-compiled', 'Put the pack together first. Only a pack that has been put together can be released.');
    if (version.id !== read.versionId) return refuse('text-changed', `The pack was put together again since you opened it: read version ${version.number}, then release it.`);
    if (why.trim() === '') return refuse('no-reason', 'Say what it is released for. Ofsted and your colleagues read it.');
    if (untilAt <= now) return refuse('until-past', 'Choose a day that is still to come.');
    const to = audience.outside('ofsted', pack.regionId);
    const earlier = releases.filter((release) => release.audience === to && isInForce(release, now));
    if (earlier.some((release) => release.versionId === version.id)) return refuse('already-released', `Version ${version.number} is with Ofsted already.`);
    const stale = unproved(actor, now);
    if (stale) return stale;
    return {
      change: {
        document: { act: { kind: 'released', versionId: version.id, reason: why.trim() }, share: [{ audience: to, because: why.trim(), frozenOnly: true, untilAt }] },
        release: { audience: to, versionId: version.id, why: why.trim(), untilAt },
        replaces: earlier.map(({ id }) => id),
      },
      events: [eventOf(pack, 'document.released', { to: 'Ofsted', why: why.trim(), version: version.number })],
    };
  });
}

export interface RevocationChange {
  document: DocumentChange;
  releaseId: string;
}

export function revokeRelease({ pack, release, now, actor }: { pack: DocumentFacts; release: ReleaseFacts; now: Date; actor: Actor }): Decision<RevocationChange> {
  return decide(actor, 'annual-conversation.revoke', subjectOf(pack), () => {
    if (!isInForce(release, now)) return refuse('not-in-force', 'This release has ended already.');
    return { change: { document: { unshare: [release.audience] }, releaseId: release.id }, events: [eventOf(pack, 'release.revoked', { to: 'Ofsted' })] };
  });
}

export interface OpeningChange {
  releaseId: string;
}

/** Reading what was released is itself recorded, for the authority to see. */
export function openRelease({ pack, release, now, actor }: { pack: DocumentFacts; release: ReleaseFacts; now: Date; actor: Actor }): Decision<OpeningChange> {
  return decide(actor, 'release.open', subjectOf(pack), () => {
    if (!isInForce(release, now)) return refuse('not-in-force', 'This release has ended.');
    return { change: { releaseId: release.id }, events: [eventOf(pack, 'release.opened', { to: 'Ofsted' })] };
  });
}
