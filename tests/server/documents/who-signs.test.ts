// Who signs has shown who they are just before, and holds the post on that day in London, as its holder or as cover.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/domain/model';
import { db } from '@/server/db';
import { recallDocument } from '@/server/documents/recall-document';
import { recordPaperSignature } from '@/server/documents/record-paper-signature';
import { loadSignPage } from '@/server/documents/sign-page/load';
import { signDocument } from '@/server/documents/sign-document';
import { findOrCreatePost } from '../../support/cast';
import { keepDatabase } from '../../support/database';
import { aCycle, codeOf, eventTypes, OCTOBER, ok, onPage, signAs, type Cycle } from './a-signed-cycle';

const SCAN = { name: 'signed.pdf', mediaType: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.4 signed') };
let wigan: Cycle;
let begin: () => Promise<void>;
beforeAll(async () => {
  wigan = await aCycle();
  begin = await keepDatabase();
});
beforeEach(() => begin());

const stale = (actor: Actor): Actor => ({ ...actor, proof: { by: 'link', at: new Date(OCTOBER.getTime() - 600_000), freshUntil: OCTOBER } });
const signatures = () => db.signature.findMany({ where: { version: { documentId: wigan.mouId } }, orderBy: { signedAt: 'asc' } });

describe('a session that has grown old', () => {
  test('signs nothing and records nothing; a fresh one does, and the signature keeps the proof', async () => {
    const page = await onPage(wigan.mouId);
    expect(codeOf(await signDocument(stale(await wigan.as('wiganLeadMember')), page, OCTOBER))).toBe('confirm-first');
    expect(codeOf(await recordPaperSignature(stale(await wigan.as('coordinator')), { ...page, office: 'lead-member', scan: SCAN }, OCTOBER))).toBe('confirm-first');
    expect([await signatures(), await db.evidenceFile.count()]).toEqual([[], 0]);
    const proof = { by: 'code' as const, at: new Date(OCTOBER.getTime() - 60_000), freshUntil: new Date(OCTOBER.getTime() + 540_000) };
    ok(await signDocument({ ...(await wigan.as('wiganLeadMember')), proof }, page, OCTOBER));
    expect(await signatures()).toMatchObject([{ provedBy: 'code', provedAt: proof.at, contentHash: page.contentHash }]);
  });

  test('is shown on the page, where one would otherwise sign', async () => {
    const fresh = await loadSignPage(await wigan.as('wiganLeadMember'), wigan.mouId, OCTOBER);
    expect([fresh.refusal, fresh.confirmFirst]).toEqual([null, false]);
    const old = await loadSignPage(stale(await wigan.as('wiganLeadMember')), wigan.mouId, OCTOBER);
    expect([old.refusal, old.confirmFirst]).toEqual([null, true]);
    const officer = await loadSignPage(stale(await wigan.as('wiganPolicyOfficer')), wigan.mouId, OCTOBER);
    expect(officer.confirmFirst).toBe(false);
  });
});

describe('cover', () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  async function cover(from: string, until: string) {
    const postId = await findOrCreatePost({ office: 'lead-member', authority: 'Wigan' });
    await db.appointment.create({ data: { personId: wigan.ids.nobody, postId, startsOn: day(from), endsOn: day(until), acting: true } });
  }
  /** Who had the page open before, when the appointment was still there. */
  const before = async (at: Date): Promise<Actor> => {
    const postId = await findOrCreatePost({ office: 'lead-member', authority: 'Wigan' });
    const actor = await wigan.as('nobody', at);
    const { as } = await wigan.as('wiganLeadMember', at);
    const post = { ...as!, id: postId, acting: true };
    return { ...actor, posts: [post], as: post, audiences: [`authority:${wigan.cycle.places.Wigan!.authorityId}`] };
  };

  test('signs from its first day to its last, by the clock of London, and whom it is for is kept', async () => {
    await cover('2017-10-20', '2017-10-24');
    const page = await onPage(wigan.mouId);
    const sign = async (at: string) => codeOf(await signDocument(await before(new Date(at)), page, new Date(at)));
    // Summer time: midnight in London is 23:00 UTC.
    expect(await sign('2017-10-19T22:59:59Z')).toBe('post-not-held');
    expect(await sign('2017-10-24T23:00:00Z')).toBe('post-not-held');
    expect(await signatures()).toEqual([]);
    expect(await sign('2017-10-24T22:59:59Z')).toBe('accepted');
    expect(await signatures()).toMatchObject([
      { personId: wigan.ids.nobody, acting: true, coverFrom: day('2017-10-20'), coverUntil: day('2017-10-24'), coversId: wigan.ids.wiganLeadMember, coversName: 'Wigan Lead Member' },
    ]);
  });

  test('on its first day signs from midnight in London', async () => {
    await cover('2017-10-20', '2017-10-24');
    const at = new Date('2017-10-19T23:00:00Z');
    expect(codeOf(await signDocument(await before(at), await onPage(wigan.mouId), at))).toBe('accepted');
  });

  test('and the holder may both have signed on paper: the coordinator says which', async () => {
    await cover('2017-10-01', '2017-10-31');
    const coordinator = await wigan.as('coordinator');
    ok(await recordPaperSignature(coordinator, { ...(await onPage(wigan.mouId)), office: 'lead-member', personId: wigan.ids.nobody, scan: SCAN }, OCTOBER));
    expect(await signatures()).toMatchObject([{ how: 'paper', personName: 'Nobody', acting: true, coversName: 'Wigan Lead Member', recordedBy: coordinator.personId, provedBy: 'link' }]);
  });

  test('that somebody of the regional team was given does not sign', async () => {
    const postId = await findOrCreatePost({ office: 'lead-member', authority: 'Wigan' });
    await db.appointment.create({ data: { personId: wigan.ids.coordinator, postId, startsOn: day('2017-10-01'), acting: true } });
    const coordinator = await wigan.as('coordinator');
    const as = coordinator.posts.find(({ office }) => office === 'lead-member')!;
    expect(codeOf(await signDocument({ ...coordinator, as }, await onPage(wigan.mouId), OCTOBER))).toBe('regional-team');
  });
});

describe('taking it back', () => {
  test('voids what was signed, and keeps the reason with the act', async () => {
    await signAs(await wigan.as('wiganLeadMember'), wigan.mouId);
    ok(await recallDocument(await wigan.as('wiganDcs'), { documentId: wigan.mouId, reason: 'A figure was wrong' }, OCTOBER));
    expect(await signatures()).toMatchObject([{ voidedAt: OCTOBER, voidedWhy: 'The DCS took it back from signature' }]);
    expect(await db.documentAct.findFirst({ where: { kind: 'recalled' } })).toMatchObject({ reason: 'A figure was wrong' });
    expect(await eventTypes(wigan.mouId)).toContain('document.recalled');
    const page = await loadSignPage(await wigan.as('wiganLeadMember'), wigan.mouId, OCTOBER);
    expect([page.version, page.wentBack]).toEqual([null, { by: 'DCS', did: 'took it back from signature', reason: 'A figure was wrong', at: OCTOBER }]);
  });

  test('while somebody signs: never signed afterwards', async () => {
    const page = await onPage(wigan.mouId);
    const [dcs, leadMember] = await Promise.all([wigan.as('wiganDcs'), wigan.as('wiganLeadMember')]);
    await Promise.all([recallDocument(dcs, { documentId: wigan.mouId, reason: 'Why' }, OCTOBER), signDocument(leadMember, page, OCTOBER)]);
    expect((await signatures()).every(({ voidedAt }) => voidedAt !== null)).toBe(true);
  });
});
