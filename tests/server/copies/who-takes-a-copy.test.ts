import { beforeAll, expect, test } from 'vitest';
import type { DocumentKind } from '@/domain/documents/facts';
import { db } from '@/server/db';
import { createDocument } from '@/server/documents/create-document';
import { loadCopy } from '@/server/copies/load';
import { NotFound } from '@/server/not-found';
import { ROLES, type Role } from '../../support/cast';
import { aCycle, acceptEverything, finalNotes, JANUARY, type Cycle } from '../documents/a-signed-cycle';

let wigan: Cycle;
const ids: Partial<Record<DocumentKind, string>> = {};
const OWN: readonly Role[] = ['wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer', 'wiganContributor', 'wiganLeadMember', 'wiganChiefExecutive'];
const TEAM: readonly Role[] = ['coordinator', 'facilitator'];
const DATA: readonly Role[] = ['dataGroupChair', 'dataGroupMember'];

beforeAll(async () => {
  wigan = await aCycle();
  await acceptEverything(wigan);
  const { cycle } = wigan;
  const { regionId } = await db.cycle.findUniqueOrThrow({ where: { id: cycle.cycleId } });
  const { authorityId } = cycle.places.Wigan!;
  for (const kind of ['self-view', 'mou', 'questions', 'action-plan'] as const) ids[kind] = cycle.document(kind, 'Wigan');
  for (const kind of ['regional-profile', 'programme'] as const) ids[kind] = (await db.document.findFirstOrThrow({ where: { kind, cycleId: cycle.cycleId } })).id;
  ids['forum-notes'] = await finalNotes(wigan, 'What was **said**.');
  const own = [{ audience: `authority:${authorityId}`, because: 'It writes it.' }];
  const made = (kind: DocumentKind, shares: { audience: string; because: string; frozenOnly?: boolean }[]) =>
    createDocument(db, { kind, regionId, cycleId: cycle.cycleId, authorityId, sections: [{ key: 'about', title: 'What this is', content: { text: 'Put together.' } }], shares, ...(kind === 'preparation' ? { slot: '00000000-0000-7000-8000-00000000000a' } : {}) }, JANUARY);
  ids.preparation = await made('preparation', own);
  ids['annual-conversation'] = await made('annual-conversation', [...own, { audience: `ofsted:${regionId}`, because: 'Released', frozenOnly: true }]);
});

const load = async (role: Role, kind: DocumentKind, number: number | null = null) => loadCopy(await wigan.as(role, JANUARY), { documentId: ids[kind]!, number, origin: 'http://localhost:3000' }, JANUARY);
const takes = async (kind: DocumentKind, number: number | null = null) => {
  const takers: Role[] = [];
  for (const role of ROLES) if (await load(role, kind, number).then(() => true, (error: unknown) => (error instanceof NotFound ? false : Promise.reject(error)))) takers.push(role);
  return takers.sort();
};
const sorted = (...roles: readonly Role[]) => [...roles].sort();

test('whoever may not read a text may not take a copy of it', async () => {
  const takers: Partial<Record<DocumentKind, Role[]>> = {};
  for (const kind of Object.keys(ids) as DocumentKind[]) takers[kind] = await takes(kind);
  expect(takers).toEqual({
    'self-view': sorted(...OWN, ...TEAM, ...DATA),
    mou: sorted(...OWN, ...TEAM),
    questions: sorted(...TEAM, ...DATA),
    'action-plan': sorted(...OWN),
    'regional-profile': sorted(...TEAM),
    programme: sorted(...TEAM),
    'forum-notes': sorted(...OWN, ...TEAM),
    preparation: sorted(...OWN),
    // What Ofsted was released it reads as that release, where each opening is recorded.
    'annual-conversation': sorted(...OWN),
  });
  expect(await takes('self-view', 1)).toEqual(takers['self-view']);
  expect(await takes('self-view', 9)).toEqual([]);
});

test('those who see no draft take the version that was handed on, and never the draft', async () => {
  const section = { documentId: ids['self-view']!, key: 'context' };
  await db.section.update({ where: { documentId_key: section }, data: { content: { changes: 'A draft of SECRET-draft.' }, version: { increment: 1 } } });
  const own = await load('wiganDcs', 'self-view');
  expect([own.copy.isDraft, own.copy.marks[0], JSON.stringify(own.copy.sections).includes('SECRET-draft'), own.copy.signatures?.hash]).toEqual([true, 'DRAFT', true, '']);
  expect(own.fileName).toBe('Wigan self-view 2017-18 draft 15 January 2018');
  for (const role of ['coordinator', 'dataGroupChair'] as const) {
    const { copy, fileName } = await load(role, 'self-view');
    expect([copy.isDraft, copy.version, JSON.stringify(copy).includes('SECRET-draft'), fileName]).toEqual([false, 'Version 1', false, 'Wigan self-view 2017-18 version 1']);
  }
});

test('a copy says who signed, acting for whom, when, how and what', async () => {
  const { copy } = await load('coordinator', 'mou');
  const version = await db.documentVersion.findFirstOrThrow({ where: { documentId: ids.mou! } });
  expect(copy.signatures).toMatchObject({ of: 'version 1', hash: version.contentHash });
  expect(copy.signatures!.lines.map(({ post, name, state }) => [post, name, state])).toEqual([
    ['DCS, Wigan', 'Wigan Director', 'signed'],
    ['Chief Executive, Wigan', 'Wigan Chief Executive', 'signed'],
    ['Lead Member, Wigan', 'Wigan Lead Member', 'signed'],
  ]);
  expect(copy.signatures!.lines[0]).toMatchObject({ at: 'Friday 20 October 2017, 10:00', note: '' });
  expect(copy.whoMaySee).toBe('Confidential. Wigan and the North West team may see this, and nobody else.');
  expect(copy.marks).toEqual([]);
});
