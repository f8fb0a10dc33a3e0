import { describe, expect, test } from 'vitest';
import { isRefusal, type Decision } from '@/domain/decision';
import type { DocumentChange } from '@/domain/documents/change';
import type { DocumentFacts } from '@/domain/documents/facts';
import { readableVersions } from '@/domain/documents/reading';
import type { SectionDefinition } from '@/domain/documents/template';
import type { Actor } from '@/domain/model';
import { handOverPaper, reopenPaper, returnPaper } from '@/domain/papers/hand-over';
import { issuePaper } from '@/domain/papers/issue-paper';
import { missingInPaper } from '@/domain/papers/missing';
import { sectionSubject } from '@/domain/papers/parts';
import { readPaper } from '@/domain/papers/read-paper';
import { declinePaper, signedByAllThatAreLeft, signPaper } from '@/domain/papers/sign-paper';
import { keepsOnly, paperState } from '@/domain/papers/stages';
import { permits } from '@/domain/permissions';
import { audience } from '@/domain/visibility';
import { after, codeOf, heldBy, NOW } from '../documents/a-document';
import { findings, moderation, onPage, person, scope } from './a-paper';

const stockport = person('data-lead', 'stockport', [audience.peer('peer-stockport'), audience.peers('place-1', 'moderator')]);
const trafford = person('dcs', 'trafford', [audience.peer('peer-trafford'), audience.peers('place-1', 'moderator')]);
const wigan = person('dcs', 'wigan', [audience.authority('wigan'), audience.set('pair')]);
const halton = person('dcs', 'halton', [audience.challengers('place-1'), audience.set('pair')]);
const coordinator = person('sli-coordinator', null, [audience.regionTeam('nw')]);
const LATER = new Date('2018-01-01T00:00:00Z');

function done(doc: DocumentFacts, actor: Actor, decision: Decision<DocumentChange>, text = 'text'): DocumentFacts {
  if (isRefusal(decision)) throw new Error(`${decision.refused}: ${decision.because}`);
  return after(doc, actor, decision.change, text);
}
const handedOver = (doc: DocumentFacts, actor: Actor, text = 'text') => done(doc, actor, handOverPaper({ doc, actor, missing: [] }), text);
const signed = (doc: DocumentFacts, actor: Actor) => done(doc, actor, signPaper({ doc, actor, read: onPage(doc), holding: heldBy(actor), now: NOW }));
const reads = (doc: DocumentFacts, actor: Actor) => readableVersions(actor, doc, LATER).map(({ contentHash }) => contentHash);
const sharedWith = (doc: DocumentFacts) => doc.shares.map((share) => share.audience);
const eventsOf = (decision: Decision<object>) => (isRefusal(decision) ? [] : decision.events.map(({ type }) => type));

describe('handing over', () => {
  test('freezes the text and opens it to those whom the process names, and to the regional team where it issues it', () => {
    const decision = handOverPaper({ doc: moderation({ opensTo: { 'handed-over': ['data-group'] } }), actor: stockport, missing: [] });
    expect(decision).toMatchObject({ change: { freeze: true, act: { kind: 'submitted' } } });
    expect(eventsOf(decision)).toEqual(['paper.handed-over']);
    expect(sharedWith(handedOver(moderation({ opensTo: { 'handed-over': ['data-group'] } }), stockport))).toEqual(['peer:peer-stockport', 'region-team:nw', 'data-group:nw']);
  });

  test('a paper that others sign is put out for signature by it, and its signatories are let in', () => {
    const doc = handedOver(scope(), wigan);
    expect(doc.acts.map(({ kind }) => kind)).toEqual(['put-for-signature']);
    expect([sharedWith(doc), paperState(doc)]).toEqual([['authority:wigan', 'challengers:place-1'], 'out-for-signature']);
  });

  test('the regional team has what is signed and issued from when it is signed, and no draft of it before', () => {
    const doc = handedOver(scope({ asks: ['signed', 'issued'], opensTo: { issued: ['set'] } }), wigan);
    expect(sharedWith(doc)).toEqual(['authority:wigan', 'challengers:place-1']);
    expect(sharedWith(signed(signed(doc, wigan), halton))).toEqual(['authority:wigan', 'challengers:place-1', 'region-team:nw']);
  });

  test('those who write it keep their draft, whomever else it is opened to', () => {
    expect(handedOver(scope(), wigan).shares.find((share) => share.audience === 'authority:wigan')!.frozenOnly).toBe(false);
  });

  test.each([
    ['nobody but the moderator whose it is', handOverPaper({ doc: moderation(), actor: trafford, missing: [] }), 'not-permitted'],
    ['not the host', handOverPaper({ doc: moderation(), actor: wigan, missing: [] }), 'not-permitted'],
    ['not the region', handOverPaper({ doc: moderation(), actor: coordinator, missing: [] }), 'not-permitted'],
    ['not while something is missing', handOverPaper({ doc: moderation(), actor: stockport, missing: ['nothing has been written yet'] }), 'incomplete'],
    ['not twice', handOverPaper({ doc: handedOver(moderation(), stockport), actor: stockport, missing: [] }), 'handed-over'],
    ['not what the region writes and issues itself', handOverPaper({ doc: { ...moderation({ by: 'sli-coordinator', asks: ['issued'] }), peerId: null }, actor: coordinator, missing: [] }), 'issued-at-once'],
    ['not a paper that its process knows no more', handOverPaper({ doc: { ...moderation(), paper: undefined }, actor: stockport, missing: [] }), 'not-permitted'],
  ])('%s', (_why, decision, code) => expect(codeOf(decision)).toBe(code));
});

describe('opening again, returning, issuing', () => {
  test.each([
    ['needs a reason', reopenPaper({ doc: handedOver(moderation(), stockport), actor: stockport, reason: ' ' }), 'no-reason'],
    ['is for the writer', reopenPaper({ doc: handedOver(moderation(), stockport), actor: trafford, reason: 'Why' }), 'not-permitted'],
    ['is of what was handed over', reopenPaper({ doc: moderation(), actor: stockport, reason: 'Why' }), 'not-handed-over'],
    ['is done', reopenPaper({ doc: handedOver(moderation(), stockport), actor: stockport, reason: 'Why' }), 'accepted'],
    ['of what was issued too', reopenPaper({ doc: done(handedOver(moderation(), stockport), coordinator, issuePaper({ doc: handedOver(moderation(), stockport), actor: coordinator, missing: [] })), actor: stockport, reason: 'Why' }), 'accepted'],
  ])('opening again %s', (_what, decision, code) => expect(codeOf(decision)).toBe(code));

  test.each([
    ['is for the coordinator', returnPaper({ doc: handedOver(moderation(), stockport), actor: person('facilitator'), reason: 'Why' }), 'not-permitted'],
    ['needs a reason', returnPaper({ doc: handedOver(moderation(), stockport), actor: coordinator, reason: '' }), 'no-reason'],
    ['is of what was handed over', returnPaper({ doc: moderation(), actor: coordinator, reason: 'Why' }), 'not-handed-over'],
    ['is done', returnPaper({ doc: handedOver(moderation(), stockport), actor: coordinator, reason: 'Why' }), 'accepted'],
  ])('returning %s', (_what, decision, code) => expect(codeOf(decision)).toBe(code));

  test.each([
    ['is for the regional team', issuePaper({ doc: handedOver(moderation(), stockport), actor: stockport, missing: [] }), 'not-permitted'],
    ['waits for the writer', issuePaper({ doc: moderation(), actor: coordinator, missing: [] }), 'not-handed-over'],
    ['waits for signatures', issuePaper({ doc: handedOver(scope({ asks: ['signed', 'issued'] }), wigan), actor: coordinator, missing: [] }), 'not-signed'],
    ['is of what its process issues', issuePaper({ doc: handedOver(scope(), wigan), actor: coordinator, missing: [] }), 'not-issued-here'],
    ['is done by a facilitator too', issuePaper({ doc: handedOver(moderation(), stockport), actor: person('facilitator'), missing: [] }), 'accepted'],
  ])('issuing %s', (_what, decision, code) => expect(codeOf(decision)).toBe(code));

  test('what the regional team writes itself is frozen and issued at once', () => {
    const doc = { ...moderation({ by: 'sli-coordinator', asks: ['issued'], opensTo: { issued: ['directors'] } }), authorityId: null, cycleAuthorityId: null, peerId: null };
    expect(issuePaper({ doc, actor: coordinator, missing: ['nothing has been written yet'] })).toMatchObject({ refused: 'incomplete' });
    expect(issuePaper({ doc, actor: coordinator, missing: [] })).toMatchObject({ change: { freeze: true, act: { kind: 'issued' }, share: [{ audience: 'directors:nw', frozenOnly: true }] } });
  });
});

describe('each reads the text of the stage at which it was opened to them', () => {
  test('what is handed over anew is not read by those for whom it is issued, until it is issued', () => {
    let doc = handedOver(moderation(), stockport, 'first');
    expect([reads(doc, coordinator), reads(doc, wigan), reads(doc, trafford)]).toEqual([['first'], [], []]);
    doc = done(doc, coordinator, issuePaper({ doc, actor: coordinator, missing: [] }));
    expect([reads(doc, wigan), reads(doc, trafford)]).toEqual([['first'], ['first']]);
    doc = done(doc, stockport, reopenPaper({ doc, actor: stockport, reason: 'A figure was wrong' }));
    doc = handedOver(doc, stockport, 'second');
    expect([reads(doc, coordinator), reads(doc, wigan), reads(doc, trafford), reads(doc, stockport)]).toEqual([['first', 'second'], ['first'], ['first'], ['first', 'second']]);
    doc = done(doc, coordinator, issuePaper({ doc, actor: coordinator, missing: [] }));
    expect(reads(doc, wigan)).toEqual(['first', 'second']);
  });

  test('a signed paper opens with the last signature', () => {
    const out = handedOver(scope(), wigan);
    const one = signed(out, wigan);
    expect([reads(one, coordinator), reads(one, halton)]).toEqual([[], ['text']]);
    expect([sharedWith(signed(one, halton)), reads(signed(one, halton), coordinator)]).toEqual([['authority:wigan', 'challengers:place-1', 'region-team:nw'], ['text']]);
  });

  test('whoever was let in by an earlier version of the process reads the last stage alone', () => {
    const doc = handedOver(moderation(), stockport);
    const shares = [...doc.shares, { audience: 'board:nw', because: 'Then', sinceAt: new Date(0), frozenOnly: true, untilAt: null, revokedAt: null }];
    expect(reads({ ...doc, shares }, person('board-member', null, ['board:nw']))).toEqual([]);
  });
});

describe('signing', () => {
  const out = handedOver(scope(), wigan);
  const sign = (doc: DocumentFacts, actor: Actor, more: Partial<Parameters<typeof signPaper>[0]> = {}) => signPaper({ doc, actor, read: onPage(doc), holding: heldBy(actor), now: NOW, ...more });

  test('each signs as what they are: the host’s own post, the lead’s for another authority', () => {
    expect(sign(out, wigan)).toMatchObject({ change: { sign: { office: 'dcs', party: null } } });
    expect(sign(out, halton)).toMatchObject({ change: { sign: { office: 'dcs', party: 'lead-challenger@halton' } } });
    expect(eventsOf(sign(out, halton))).toEqual(['document.signed']);
    expect(eventsOf(sign(signed(out, halton), wigan))).toEqual(['document.signed', 'document.sign-off-completed']);
  });

  test('each member of a pair signs, in any order, and each once', () => {
    const doc = handedOver(findings(), halton);
    expect(paperState(signed(signed(doc, wigan), halton))).toBe('signed');
    expect(paperState(signed(signed(doc, halton), wigan))).toBe('signed');
    expect(codeOf(sign(signed(doc, halton), halton))).toBe('already-signed');
  });

  test('where the one who had not signed has left, it is signed by those who are left; not before, and for no part that nobody has', () => {
    const half = signed(handedOver(findings(), halton), wigan);
    const alone = { ...half, set: { ...half.set!, memberIds: ['wigan'] } };
    expect(signedByAllThatAreLeft(alone)).toMatchObject({ change: { act: { kind: 'agreed', versionId: half.versions.at(-1)!.id }, share: [{ audience: 'region-team:nw' }] }, events: [{ type: 'document.sign-off-completed' }] });
    const none = [half, { ...half, set: { ...half.set!, memberIds: [] } }, signed(half, halton), findings(), { ...signed(out, wigan), leadChallengerAuthorityId: null }];
    expect(none.map(signedByAllThatAreLeft)).toEqual([null, null, null, null, null]);
  });

  test('nobody signs for a part that nobody has', () => {
    const doc = { ...out, leadChallengerAuthorityId: null };
    expect([codeOf(sign(doc, halton)), paperState(signed(doc, wigan))]).toEqual(['not-permitted', 'out-for-signature']);
  });

  const teamAndDirector = { ...halton, posts: [...halton.posts, coordinator.as!] };
  test.each([
    ['a stranger', sign(out, trafford), 'not-permitted'],
    ['an Assistant Director', sign(out, person('assistant-director', 'wigan')), 'not-permitted'],
    ['the coordinator', sign(out, coordinator), 'not-permitted'],
    ['someone of the regional team who is Director too', sign(out, teamAndDirector), 'regional-team'],
    ['the same for a pair', sign(handedOver(findings(), wigan), teamAndDirector), 'regional-team'],
    ['whoever no longer holds the post', sign(out, wigan, { holding: null }), 'post-not-held'],
    ['whoever has not shown who they are', sign(out, { ...wigan, proof: null }), 'confirm-first'],
    ['another text', sign(out, wigan, { read: { versionId: 'v1', contentHash: 'other' } }), 'text-changed'],
    ['what is not out', sign(scope(), wigan), 'not-out-for-signature'],
    ['what was opened again', sign(done(out, wigan, reopenPaper({ doc: out, actor: wigan, reason: 'Why' })), halton), 'not-out-for-signature'],
  ])('%s is refused', (_who, decision, code) => expect(codeOf(decision)).toBe(code));

  test('declining takes the other signatures off, and says why', () => {
    const one = signed(out, wigan);
    expect(codeOf(declinePaper({ doc: one, actor: halton, read: onPage(one), reason: '' }))).toBe('no-reason');
    const doc = done(one, halton, declinePaper({ doc: one, actor: halton, read: onPage(one), reason: 'Too wide' }));
    expect([paperState(doc), doc.signatures.map(({ voidedWhy }) => voidedWhy), doc.acts.at(-1)!.reason]).toEqual(['writing', ['DCS declined to sign'], 'Too wide']);
    expect(codeOf(declinePaper({ doc: one, actor: wigan, read: onPage(one), reason: 'No' }))).toBe('already-signed');
  });
});

describe('reading', () => {
  const handed = handedOver(moderation(), stockport);
  const issued = done(handed, coordinator, issuePaper({ doc: handed, actor: coordinator, missing: [] }));
  test.each([
    ['before it is issued', readPaper({ doc: handed, actor: wigan, already: false, now: LATER }), 'nothing-to-read'],
    ['once', readPaper({ doc: issued, actor: wigan, already: false, now: LATER }), 'accepted'],
    ['once more', readPaper({ doc: issued, actor: wigan, already: true, now: LATER }), 'already-read'],
    ['by somebody who need not', readPaper({ doc: issued, actor: trafford, already: false, now: LATER }), 'not-permitted'],
  ])('%s', (_when, decision, code) => expect(codeOf(decision)).toBe(code));
});

test('a section of one’s own is one’s own: the police write theirs, the partnership all others', () => {
  const doc = { ...scope({ by: 'partnership-chair', sectionsBy: { police: 'police-partner' } }) };
  const may = (actor: Actor, key: string) => permits('paper.write', actor.as!, sectionSubject(doc, key));
  const chair = person('partnership-chair', 'wigan');
  const police = person('police-partner', 'wigan');
  expect([may(chair, 'position'), may(chair, 'police'), may(police, 'position'), may(police, 'police')]).toEqual([true, false, false, true]);
  expect([may(chair, 'constructor'), may(police, 'constructor')]).toEqual([true, false]);
  expect([may(person('partnership-manager', 'wigan'), 'position'), may(person('police-partner', 'halton'), 'police'), may(wigan, 'position')]).toEqual([true, false, false]);
});

test('nothing is missing but what nobody has written at all, and a choice', () => {
  const rating = { key: 'rating', kind: 'choice' as const, label: 'How well?', hint: '', options: [{ value: 'well', label: 'Well' }] };
  const text = { key: 'text', kind: 'text' as const, label: 'Words', hint: '' };
  const sections: SectionDefinition[] = [
    { key: 'summary', title: 'In short', guidance: '', fields: [text] },
    { key: 'help', title: 'Early help', guidance: '', fields: [rating, text] },
  ];
  const missing = (contents: Record<string, Record<string, unknown>>) => missingInPaper(Object.entries(contents).map(([key, content]) => ({ key, title: key, content })), sections);
  expect(missing({ summary: { text: ' ' }, help: {} })).toEqual(['nothing has been written yet']);
  expect(missing({ summary: { text: 'Good.' }, help: { text: 'More.' } })).toEqual(['“How well?” is not chosen, under Early help']);
  expect(missing({ summary: {}, help: { rating: 'well' } })).toEqual([]);
  expect([missing({ summary: { text: 'Good.' } }), missing({ summary: {} })]).toEqual([[], ['nothing has been written yet']]);
});

test('a set that the authority has left keeps what was opened to it, at whatever stage', () => {
  const issuedLater = () => scope({ signatories: [], asks: ['handed-over', 'issued'], opensTo: { 'handed-over': ['set'], issued: ['directors'] } });
  const doc = { ...handedOver(issuedLater(), wigan), groupId: 'another pair' };
  expect(reads(doc, person('dcs', 'oldham', [audience.set('pair')]))).toEqual(['text']);
});

test('whoever was in a set reads on what it had handed on by then, and nothing later', () => {
  const first = handedOver(findings(), wigan, 'first');
  const kept = { audience: audience.authority('oldham'), because: 'They were in it when this was written.', sinceAt: first.acts[0]!.at, frozenOnly: true, untilAt: null, revokedAt: null };
  const reopened = done(first, wigan, reopenPaper({ doc: first, actor: wigan, reason: 'More came up' }));
  const second = handedOver(reopened, wigan, 'second');
  const oldham = person('chief-executive', 'oldham', [audience.authority('oldham')]);
  const doc = { ...second, shares: [...second.shares, kept], acts: second.acts.map((act, index) => (index === 0 ? act : { ...act, at: LATER })) };
  expect([reads(doc, oldham), reads(doc, wigan), reads(doc, person('dcs', 'bury', [audience.authority('bury')]))]).toEqual([['first'], ['first', 'second'], []]);
  expect([keepsOnly(oldham, doc, LATER), keepsOnly(wigan, doc, LATER)]).toEqual([true, false]);
});
