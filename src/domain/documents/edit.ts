// A text can be changed until it is submitted, and again once it is returned. A change to a text that is out for signature or signed
// takes the signatures off: they were given to other words. Saving the same words again changes nothing and voids nothing
// (shared design: documents are one mechanism; North West process 2017/18: the Lead Member signs the exact text).
import { decide, refuse, type Decision } from '../decision';
import type { DomainEvent } from '../events';
import type { Actor } from '../model';
import type { Permission, Subject } from '../permissions';
import { eventOf } from './about';
import type { DocumentChange } from './change';
import { nameOf, type DocumentFacts } from './facts';
import { mergeContent, same } from './merge';
import { signaturesThatCount, versionForSignature } from './state';
import { closedToWriting, SAVED_EVENT, type WrittenFacts } from './writing';

export { closedToEditing } from './writing';

export type EditedFacts = Pick<DocumentFacts, 'id' | 'kind' | 'name' | 'regionId' | 'cycleId' | 'authorityId' | 'acts' | 'versions' | 'signatures'> &
  Pick<WrittenFacts, 'signatories' | 'session'> & {
    /** Of a paper of the process: who has a part in it. */
    parts?: Pick<Subject, 'groupId' | 'leadChallengerAuthorityId' | 'peers' | 'set' | 'writers'>;
  };

/** One section as it is saved now. */
export interface EditedSection {
  key: string;
  title: string;
  version: number;
  content: Record<string, unknown>;
  givenToPostIds: readonly string[];
}

export interface SectionChange extends DocumentChange {
  section: {
    /** The section's text from now on; null when only a text to set beside it came. */
    content: Record<string, unknown> | null;
    /** What was typed, where the same words were changed by someone else meanwhile: kept beside, over nothing. */
    beside: { id: string | null; content: Record<string, unknown>; baseVersion: number; conflicts: readonly string[] } | null;
    /** The set-aside text that this save settles. */
    settles?: string;
  };
}

interface SectionEdit {
  doc: EditedFacts;
  section: EditedSection;
  actor: Actor;
  permission: Permission;
  /** What the writer began from: the version that the page showed, and their text that was set beside it since and is not joined yet. */
  base: { version: number; content: Record<string, unknown>; besideId?: string | null; own?: boolean };
  mine: Record<string, unknown>;
  settles?: string;
}

/** Saves one section: over the version that the writer saw, or put together with what others saved meanwhile. */
export function editSection({ doc, section, actor, permission, base, mine, settles }: SectionEdit): Decision<SectionChange> {
  const { regionId, authorityId } = doc;
  return decide<SectionChange>(actor, permission, { regionId, authorityId, givenToPostIds: section.givenToPostIds, ...doc.parts }, () => {
    const closed = closedToWriting(doc);
    if (closed) return closed;
    const { value, conflicts } = mergeContent(base.content, section.content, mine, '', base.own);
    const merged = value as Record<string, unknown>;
    const besideId = base.besideId ?? null;
    // A text that was set beside grows with what its writer types on, wherever that is: it is their whole text.
    const beside = conflicts.length > 0 || besideId ? { id: besideId, content: mine, baseVersion: base.version, conflicts } : null;
    const content = same(merged, section.content) ? null : merged;
    if (!content && !beside && !settles) return refuse('unchanged', 'These words are saved already.');
    const saved = SAVED_EVENT[doc.kind] ?? 'document.saved';
    const type = beside && !besideId ? 'document.set-beside' : settles ? 'document.joined' : saved;
    const events: [DomainEvent, ...DomainEvent[]] = [eventOf(doc, type, type === SAVED_EVENT[doc.kind] ? {} : { section: section.title, sectionKey: section.key })];
    const reopening = content ? reopen(doc) : null;
    if (reopening) events.push(eventOf(doc, 'document.reopened'));
    return { change: { section: { content, beside, ...(settles && { settles }) }, ...reopening }, events };
  });
}

/** What an edit does to a text that is out for signature: the signatures go, and it says so; null when it is not out. */
export function reopen(doc: Pick<EditedFacts, 'kind' | 'name' | 'acts' | 'versions'>): Pick<DocumentChange, 'act' | 'voidSignatures'> | null {
  const version = versionForSignature(doc);
  if (!version) return null;
  const why = `The ${nameOf(doc)} was changed after version ${version.number} was put out for signature`;
  return { act: { kind: 'reopened', reason: why, versionId: version.id }, voidSignatures: { why } };
}

/** What the page says before anyone types; null when an edit costs nothing. */
export function editWarning(doc: Pick<EditedFacts, 'kind' | 'acts' | 'versions' | 'signatures'>): string | null {
  const version = versionForSignature(doc);
  if (!version) return null;
  const signed = signaturesThatCount(doc).length;
  const whose = signed === 0 ? 'nobody has signed it yet' : signed === 1 ? 'one signature stands on it' : `${signed} signatures stand on it`;
  return `Version ${version.number} is out for signature and ${whose}. If you change anything here, it comes back to you, ${signed === 0 ? 'and' : 'signatures no longer count, and'} it has to be put out again.`;
}
