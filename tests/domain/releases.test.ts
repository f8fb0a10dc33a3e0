import { describe, expect, test } from 'vitest';
import { isPackAsBefore, packSections } from '@/domain/annual-conversation-pack';
import { isRefusal, type Decision } from '@/domain/decision';
import { sharedVersion } from '@/domain/documents/state';
import { addConversationNotes, compilePack, isInForce, openRelease, releaseToOfsted, revokeRelease, type ReleaseFacts } from '@/domain/releases';
import { aDocument, after, codeOf, heldBy, holder } from './documents/a-document';

const dcs = holder('dcs');
const officer = holder('policy-officer');
const ofsted = holder('ofsted');
const now = new Date('2018-01-15T10:00:00Z');
const later = new Date('2018-03-01T00:00:00Z');

const signedSelfView = after(after(aDocument('self-view', ['lead-member']), dcs, { freeze: true, act: { kind: 'put-for-signature' } }), holder('lead-member'), { sign: { versionId: 'v1', office: 'lead-member', how: 'electronic', by: heldBy(holder('lead-member')), proof: dcs.proof! } });
const agreedNotes = after(aDocument('forum-notes', ['dcs']), dcs, { freeze: true, act: { kind: 'agreed' } });
const sources = { selfView: signedSelfView, notes: agreedNotes };
const empty = aDocument('annual-conversation', []);
const compiled = after(empty, dcs, { freeze: true, act: { kind: 'compiled' } });
function ok<Change>(decision: Decision<Change>) {
  if (isRefusal(decision)) throw new Error(decision.because);
  return decision;
}
const compile = (more: Partial<Parameters<typeof compilePack>[0]> = {}) => compilePack({ pack: empty, sources, sections: [], isAsBefore: false, actor: officer, ...more });
const release = (more: Partial<Parameters<typeof releaseToOfsted>[0]> = {}) =>
  releaseToOfsted({ pack: compiled, releases: [], read: { versionId: 'v1' }, why: 'For the annual conversation', untilAt: later, now, actor: dcs, ...more });

describe('the pack', () => {
  test('is put together from the signed self-view and the agreed notes', () => {
    const sections = [{ key: 'about', title: 'What this is', content: { text: 'words' } }];
    expect(ok(compile({ sections })).change).toEqual({ write: sections, freeze: true, act: { kind: 'compiled' } });
  });

  test('waits for both, and says for which', () => {
    expect(codeOf(compile({ sources: { ...sources, selfView: aDocument('self-view', ['lead-member']) } }))).toBe('self-view-not-signed');
    expect(codeOf(compile({ sources: { ...sources, notes: null } }))).toBe('notes-not-agreed');
    const reopened = after(agreedNotes, dcs, { act: { kind: 'reopened' } });
    expect(codeOf(compile({ sources: { ...sources, notes: reopened } }))).toBe('notes-not-agreed');
  });

  test('is not put together again when nothing changed', () => {
    expect(codeOf(compile({ isAsBefore: true }))).toBe('nothing-new');
  });

  test('says which versions it holds', () => {
    const version = { id: 'v', number: 2, contentHash: 'abcdef0123456789', createdAt: now };
    const text = [{ key: 'k', title: 'Care leavers', text: 'They do well.' }];
    const sections = packSections({ authority: 'Wigan', cycle: '2017/18', selfView: { version, signedBy: ['M. A. (Lead Member)'], text }, notes: { version, signedBy: [], text: [] }, actions: [] });
    expect(sections[0]!.content.text).toContain('Self-view: version 2 (abcdef012345), signed by M. A. (Lead Member)');
    expect(sections[1]!.content).toEqual({ text: '## Care leavers\n\nThey do well.', versionId: 'v', contentHash: 'abcdef0123456789' });
    const withNotes = [...sections, { key: 'conversation-notes', title: 'Notes', content: { text: 'Agreed' } }];
    expect([isPackAsBefore(withNotes, sections), isPackAsBefore(sections.slice(1), sections)]).toEqual([true, false]);
  });
});

describe('releasing', () => {
  test('shares the exact version with Ofsted until a day, and says why', () => {
    const { change, events } = ok(release());
    expect(change.document).toEqual({ act: { kind: 'released', versionId: 'v1', reason: 'For the annual conversation' }, share: [{ audience: 'ofsted:nw', because: 'For the annual conversation', frozenOnly: true, untilAt: later }] });
    expect(change.release).toEqual({ audience: 'ofsted:nw', versionId: 'v1', why: 'For the annual conversation', untilAt: later });
    expect(events[0]).toMatchObject({ type: 'document.released', data: { to: 'Ofsted', version: 1 } });
  });

  test('is the DCS’s alone', () => {
    const others = [officer, holder('assistant-director'), holder('chief-executive'), holder('lead-member'), holder('sli-coordinator'), holder('dcs', { at: 'halton' }), ofsted];
    expect(others.map((actor) => codeOf(release({ actor })))).toEqual(others.map(() => 'not-permitted'));
  });

  test('needs a pack, the version that was read, a reason and a day to come', () => {
    expect(codeOf(release({ pack: empty }))).toBe('not-compiled');
    expect(codeOf(release({ read: { versionId: 'v0' } }))).toBe('text-changed');
    expect(codeOf(release({ why: ' ' }))).toBe('no-reason');
    expect(codeOf(release({ untilAt: now }))).toBe('until-past');
  });

  const given: ReleaseFacts = { id: 'r1', versionId: 'v1', audience: 'ofsted:nw', releasedAt: now, untilAt: later, revokedAt: null };

  test('of the same version twice is refused; a later version takes its place', () => {
    expect(codeOf(release({ releases: [given] }))).toBe('already-released');
    const again = after(compiled, dcs, { freeze: true, act: { kind: 'compiled' } });
    expect(ok(release({ pack: again, releases: [given], read: { versionId: 'v2' } })).change.replaces).toEqual(['r1']);
  });

  test('what is put together afterwards is not handed on by itself', () => {
    const released = after(compiled, dcs, ok(release()).change.document);
    expect(sharedVersion(after(released, dcs, { freeze: true, act: { kind: 'compiled' } }))?.id).toBe('v1');
    expect(sharedVersion(compiled)).toBeNull();
  });

  test('ends on its day or when it is withdrawn', () => {
    expect([isInForce(given, now), isInForce(given, later), isInForce({ ...given, revokedAt: now }, now)]).toEqual([true, false, false]);
    expect(ok(revokeRelease({ pack: compiled, release: given, now, actor: dcs })).change).toEqual({ document: { unshare: ['ofsted:nw'] }, releaseId: 'r1' });
    expect(codeOf(revokeRelease({ pack: compiled, release: given, now: later, actor: dcs }))).toBe('not-in-force');
    expect(codeOf(revokeRelease({ pack: compiled, release: given, now, actor: officer }))).toBe('not-permitted');
  });

  test('each opening by Ofsted is an event; nobody else opens it as Ofsted', () => {
    expect(ok(openRelease({ pack: compiled, release: given, now, actor: ofsted })).events.map(({ type }) => type)).toEqual(['release.opened']);
    expect(codeOf(openRelease({ pack: compiled, release: given, now: later, actor: ofsted }))).toBe('not-in-force');
    expect(codeOf(openRelease({ pack: compiled, release: given, now, actor: dcs }))).toBe('not-permitted');
  });
});

describe('notes of the conversation', () => {
  const released = after(compiled, dcs, { act: { kind: 'released', versionId: 'v1' } });
  const add = (more: object = {}) => addConversationNotes({ pack: released, metOn: '2018-01-20', today: '2018-01-22', text: ' Agreed. ', actor: dcs, ...more });

  test('become a section and a new version', () => {
    expect(ok(add()).change).toEqual({
      write: [{ key: 'conversation-notes', title: 'Notes of the annual conversation, agreed in the meeting', content: { text: 'Agreed.', metOn: '2018-01-20' } }],
      freeze: true,
      act: { kind: 'compiled' },
    });
  });

  test('come after the release, from a meeting that has been, and say something', () => {
    expect([codeOf(add({ pack: compiled })), codeOf(add({ pack: empty })), codeOf(add({ metOn: '2018-01-23' })), codeOf(add({ text: ' ' }))]).toEqual(['not-released', 'not-compiled', 'in-future', 'no-notes']);
  });
});
