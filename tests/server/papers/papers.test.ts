import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '@/domain/model';
import { readableVersions } from '@/domain/documents/reading';
import { seesDraft } from '@/domain/visibility';
import { db } from '@/server/db';
import { loadActivity } from '@/server/documents/activity/load';
import { loadComparison } from '@/server/documents/compare/load';
import { loadCopy } from '@/server/copies/load';
import { findDocument } from '@/server/documents/find-document';
import { recordPaperSignature } from '@/server/documents/record-paper-signature';
import { saveTyped } from '@/server/documents/save-typed';
import { loadSaves } from '@/server/documents/sections/load';
import { loadSignatureLedger } from '@/server/documents/signature-ledger/load';
import { loadPaperSignature } from '@/server/documents/paper-signature/load';
import { loadVersion } from '@/server/documents/versions/load';
import { loadWritingVersions } from '@/server/documents/writing/load';
import { NotFound } from '@/server/not-found';
import { loadBesidePage } from '@/server/papers/beside/load';
import { declinePaper } from '@/server/papers/decline-paper';
import { handOverPaper } from '@/server/papers/hand-over-paper';
import { issuePaper } from '@/server/papers/issue-paper';
import { issuePapers } from '@/server/papers/issue-papers';
import { loadPaper } from '@/server/papers/load';
import { areaValue } from '@/domain/self-views/own-area';
import { recordReading } from '@/server/papers/record-reading';
import { reopenPaper } from '@/server/papers/reopen-paper';
import { returnPaper } from '@/server/papers/return-paper';
import { signPaper } from '@/server/papers/sign-paper';
import { loadIssuing, loadPaperOfStep } from '@/server/papers/step/load';
import { loadAreas } from '@/server/self-views/threads/load';
import { loadAuthority } from '@/server/authorities/load';
import { loadMyWork } from '@/server/my-work/load';
import { ROLES, type Role } from '../../support/cast';
import { keepDatabase } from '../../support/database';
import { codeOf, eventTypes, ok } from '../documents/a-signed-cycle';
import { aProcessOfPapers, OCTOBER, type ProcessOfPapers } from './a-process-of-papers';

let region: ProcessOfPapers;
let begin: () => Promise<void>;
const id = { moderation: '', others: '', scope: '', findings: '', partnership: '' };
beforeAll(async () => {
  region = await aProcessOfPapers();
  const { paper } = region.process;
  Object.assign(id, { moderation: paper('moderation', 'Wigan', 'Stockport'), others: paper('moderation', 'Wigan', 'Trafford'), scope: paper('scope', 'Wigan'), findings: paper('findings', 'Wigan and Halton'), partnership: paper('partnership', 'Wigan') });
  begin = await keepDatabase();
});
beforeEach(() => begin());

const as = (role: Role, at = OCTOBER) => region.as(role, at);
const isMissing = (loading: Promise<unknown>) => loading.then(() => false, (error: unknown) => (error instanceof NotFound ? true : Promise.reject(error)));
const load = async (role: Role, documentId: string) => loadPaper(await as(role), documentId, OCTOBER);
/** Everyone who can open it: with a draft, or with a text that they were handed. */
async function readers(documentId: string): Promise<Role[]> {
  const found: Role[] = [];
  for (const role of ROLES) {
    const actor = await as(role);
    const doc = await findDocument(db, actor, documentId, OCTOBER).catch(() => null);
    const opens = doc !== null && (seesDraft(actor, doc.shares, OCTOBER) || readableVersions(actor, doc, OCTOBER).length > 0);
    if (opens) found.push(role);
  }
  return found;
}

async function write(actor: Actor, documentId: string, sectionKey: string, typed: Record<string, string>) {
  const { version } = await db.section.findUniqueOrThrow({ where: { documentId_key: { documentId, key: sectionKey } } });
  return saveTyped(actor, [{ documentId, sectionKey, baseVersion: version, typed }], OCTOBER);
}
async function moderate(role: Role, documentId: string, rating = 'well', words = 'SEEN BY NOBODY ELSE') {
  const actor = await as(role);
  ok(await write(actor, documentId, 'summary', { text: words }));
  for (const key of ['help', 'voice']) ok(await write(actor, documentId, key, { rating, text: `${key}: ${words}` }));
}
const handOver = async (role: Role, paperId: string) => handOverPaper(await as(role), { paperId }, OCTOBER);
async function writeScope() {
  ok(await write(await as('wiganDcs'), id.scope, 'theme', { text: 'Neglect' }));
  ok(await handOver('wiganDcs', id.scope));
  return onPage('wiganDcs', id.scope);
}
async function onPage(role: Role, paperId: string) {
  const { version } = await load(role, paperId);
  return { paperId, versionId: version!.id, contentHash: version!.contentHash };
}
const versionsReadBy = async (role: Role, documentId: string) => (await load(role, documentId)).versions.map(({ number }) => number);

const OF_REGION: Role[] = ['coordinator', 'facilitator'];

test('a moderator’s draft is seen by that moderator’s offices and by nobody else, host and region included', async () => {
  await moderate('stockportDataLead', id.moderation);
  expect(await readers(id.moderation)).toEqual(['stockportDcs', 'stockportDataLead']);
  for (const role of ['wiganDcs', 'coordinator', 'traffordDcs'] as const) expect(await isMissing(load(role, id.moderation))).toBe(true);
  for (const role of ['wiganDcs', 'coordinator', 'traffordDcs', 'nobody'] as const) {
    const actor = await as(role);
    const asked = { documentId: id.moderation, sectionKey: 'help' };
    expect([role, await isMissing(loadActivity(actor, id.moderation, 1, OCTOBER)), await isMissing(loadComparison(actor, { documentId: id.moderation }, OCTOBER)), await isMissing(loadCopy(actor, { documentId: id.moderation, number: null, origin: 'https://x.example' }, OCTOBER)), await isMissing(loadSaves(actor, { ...asked, keptId: null }, OCTOBER)), await isMissing(loadWritingVersions(actor, id.moderation, OCTOBER)), await isMissing(saveTyped(actor, [{ ...asked, baseVersion: 1, typed: { text: 'x' } }], OCTOBER)), await isMissing(handOverPaper(actor, { paperId: id.moderation }, OCTOBER)), await isMissing(loadSignatureLedger(actor, id.moderation, OCTOBER))]).toEqual([role, ...Array(8).fill(true)]);
  }
  expect(Object.keys(await loadWritingVersions(await as('stockportDcs'), id.moderation, OCTOBER)).sort()).toEqual(['help', 'summary', 'voice']);
});

test('handing over is refused while nothing is written or a choice is left out, and writes nothing then', async () => {
  expect(await handOver('stockportDataLead', id.moderation)).toMatchObject({ refused: 'incomplete', because: 'It cannot be handed over yet: nothing has been written yet.' });
  ok(await write(await as('stockportDataLead'), id.moderation, 'help', { rating: 'well' }));
  expect(await handOver('stockportDataLead', id.moderation)).toMatchObject({ because: 'It cannot be handed over yet: “How well is the voice of the child evidenced?” is not chosen, under The voice of the child.' });
  expect([await db.documentAct.count({ where: { documentId: id.moderation } }), await db.documentVersion.count({ where: { documentId: id.moderation } })]).toEqual([0, 0]);
});

test('handed over, it is read by the region; issued, by the author and the moderators; nobody else', async () => {
  await moderate('stockportDataLead', id.moderation);
  ok(await handOver('stockportDataLead', id.moderation));
  expect(await readers(id.moderation)).toEqual([...OF_REGION, 'stockportDcs', 'stockportDataLead']);
  ok(await issuePaper(await as('coordinator'), { paperId: id.moderation }, OCTOBER));
  const wigan: Role[] = ['wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer', 'wiganContributor', 'wiganLeadMember', 'wiganChiefExecutive'];
  expect((await readers(id.moderation)).sort()).toEqual([...wigan, ...OF_REGION, 'traffordDcs', 'stockportDcs', 'stockportDataLead'].sort());
  expect(await eventTypes(id.moderation)).toEqual(['paper.saved', 'paper.saved', 'paper.saved', 'paper.handed-over', 'paper.issued']);
  expect((await load('wiganDcs', id.moderation)).title).toBe('Wigan’s moderation comments by Stockport');
});

test('a paper written again goes to nobody before it is handed over and issued anew', async () => {
  await moderate('stockportDataLead', id.moderation);
  ok(await handOver('stockportDataLead', id.moderation));
  ok(await issuePaper(await as('coordinator'), { paperId: id.moderation }, OCTOBER));
  expect(codeOf(await write(await as('stockportDataLead'), id.moderation, 'summary', { text: 'New' }))).toBe('handed-over');
  expect(codeOf(await reopenPaper(await as('stockportDataLead'), { paperId: id.moderation, reason: '' }, OCTOBER))).toBe('no-reason');
  ok(await reopenPaper(await as('stockportDataLead'), { paperId: id.moderation, reason: 'A figure was wrong' }, OCTOBER));
  ok(await write(await as('stockportDataLead'), id.moderation, 'summary', { text: 'SECOND TEXT' }));
  ok(await handOver('stockportDataLead', id.moderation));
  const page = JSON.stringify(await load('wiganDcs', id.moderation));
  expect([await versionsReadBy('coordinator', id.moderation), await versionsReadBy('wiganDcs', id.moderation), page.includes('SECOND TEXT')]).toEqual([[1, 2], [1], false]);
  const actor = await as('wiganDcs');
  expect(await isMissing(loadVersion(actor, { documentId: id.moderation, number: 2, beside: null }, OCTOBER))).toBe(true);
  expect((await loadCopy(actor, { documentId: id.moderation, number: null, origin: 'https://x.example' }, OCTOBER)).copy.version).toBe('Version 1');
  expect((await loadComparison(actor, { documentId: id.moderation }, OCTOBER)).texts.map(({ ref }) => ref)).toEqual(['v1']);
  ok(await issuePaper(await as('facilitator'), { paperId: id.moderation }, OCTOBER));
  expect(await versionsReadBy('wiganDcs', id.moderation)).toEqual([1, 2]);
});

test('what the coordinator returns comes back to its writer with why, and to nobody else', async () => {
  await moderate('stockportDataLead', id.moderation);
  ok(await handOver('stockportDataLead', id.moderation));
  const give = async (role: Role) => returnPaper(await as(role), { paperId: id.moderation, reason: 'Say what shows it' }, OCTOBER);
  expect(codeOf(await give('facilitator'))).toBe('not-permitted');
  expect(await isMissing(give('wiganDcs'))).toBe(true);
  ok(await give('coordinator'));
  expect((await load('stockportDcs', id.moderation)).wentBack).toMatchObject({ is: 'returned', reason: 'Say what shows it' });
  const task = (await loadMyWork(await as('stockportDataLead'), OCTOBER)).work;
  expect([...task.late, ...task.week, ...task.later].find(({ href }) => href === `/papers/${id.moderation}`)).toMatchObject({ why: 'The region returned it: Say what shows it' });
  expect(codeOf(await issuePaper(await as('coordinator'), { paperId: id.moderation }, OCTOBER))).toBe('not-handed-over');
});

test('both moderators’ comments are issued at one moment, when both are there', async () => {
  const asked = { cycleId: region.process.cycleId, stepKey: 'feed-back', authority: 'wigan' };
  const issue = async (role: Role) => issuePapers(await as(role), asked, OCTOBER);
  expect(await isMissing(issue('coordinator'))).toBe(true);
  await moderate('stockportDataLead', id.moderation);
  ok(await handOver('stockportDataLead', id.moderation));
  expect(await issue('coordinator')).toMatchObject({ refused: 'not-handed-over', because: '1 of 2 moderation comments has not been handed over yet. They are issued together when all are there.' });
  await moderate('traffordDcs', id.others, 'partly');
  ok(await handOver('traffordDcs', id.others));
  expect(await loadIssuing(await as('coordinator'), asked, OCTOBER)).toMatchObject({ hidden: 0, refusal: null, papers: [{ by: 'Stockport' }, { by: 'Trafford' }] });
  expect([codeOf(await issue('stockportDcs')), await loadIssuing(await as('stockportDcs'), asked, OCTOBER)]).toEqual(['not-permitted', null]);
  const twice = await Promise.all([issue('coordinator'), issue('facilitator')]);
  expect(twice.map(codeOf).sort()).toEqual(['accepted', 'already-issued']);
  expect(await db.documentAct.count({ where: { kind: 'issued' } })).toBe(2);
  expect(await loadBesidePage(await as('wiganDcs'), id.moderation, OCTOBER)).toMatchObject({ agreement: { agree: 0, of: 2 }, papers: [{ by: 'Stockport' }, { by: 'Trafford' }] });
});

test('a moderator whose part ended before they wrote anything keeps nobody waiting', async () => {
  const asked = { cycleId: region.process.cycleId, stepKey: 'feed-back', authority: 'wigan' };
  await moderate('stockportDataLead', id.moderation);
  ok(await handOver('stockportDataLead', id.moderation));
  await db.cyclePeer.update({ where: { id: region.process.peer('moderator', 'Wigan', 'Trafford') }, data: { endedAt: OCTOBER, endedWhy: 'Inspected' } });
  expect(await loadIssuing(await as('coordinator'), asked, OCTOBER)).toMatchObject({ hidden: 0, refusal: null, papers: [{ by: 'Stockport' }] });
  ok(await issuePapers(await as('coordinator'), asked, OCTOBER));
});

test('what a moderator had handed over when their part ended goes out with the other; returned or opened again, it keeps nobody waiting', async () => {
  const asked = { cycleId: region.process.cycleId, stepKey: 'feed-back', authority: 'wigan' };
  const coordinator = await as('coordinator');
  await moderate('stockportDataLead', id.moderation);
  await moderate('traffordDcs', id.others);
  ok(await handOver('stockportDataLead', id.moderation));
  ok(await handOver('traffordDcs', id.others));
  const end = () => db.cyclePeer.update({ where: { id: region.process.peer('moderator', 'Wigan', 'Trafford') }, data: { endedAt: OCTOBER, endedWhy: 'Inspected' } });
  await end();
  expect(await loadIssuing(coordinator, asked, OCTOBER)).toMatchObject({ hidden: 0, refusal: null, papers: [{ by: 'Stockport' }, { by: 'Trafford' }] });
  ok(await returnPaper(coordinator, { paperId: id.others, reason: 'Another moderator writes' }, OCTOBER));
  expect(await loadIssuing(coordinator, asked, OCTOBER)).toMatchObject({ hidden: 0, refusal: null, papers: [{ by: 'Stockport' }] });
  ok(await issuePapers(coordinator, asked, OCTOBER));
  await begin();
  await moderate('traffordDcs', id.others);
  ok(await handOver('traffordDcs', id.others));
  ok(await reopenPaper(await as('traffordDcs'), { paperId: id.others, reason: 'A figure was wrong' }, OCTOBER));
  await end();
  await moderate('stockportDataLead', id.moderation);
  ok(await handOver('stockportDataLead', id.moderation));
  ok(await issuePapers(await as('coordinator'), asked, OCTOBER));
  const fedBack = (await loadMyWork(await as('coordinator'), OCTOBER)).work;
  expect([...fedBack.late, ...fedBack.week, ...fedBack.later].filter(({ href }) => href.includes('/steps/feed-back') && href.includes('wigan'))).toEqual([]);
});

test('the page of each leads to the other, and a moderator reads the other only once both are issued', async () => {
  await moderate('stockportDataLead', id.moderation);
  await moderate('traffordDcs', id.others);
  ok(await handOver('stockportDataLead', id.moderation));
  ok(await handOver('traffordDcs', id.others));
  expect((await load('stockportDcs', id.moderation)).others).toEqual([]);
  expect(await isMissing(loadBesidePage(await as('stockportDcs'), id.moderation, OCTOBER))).toBe(true);
  expect((await load('coordinator', id.moderation)).others).toEqual([{ id: id.others, by: 'Trafford' }]);
});

test('reading is kept once for each post that is to read it, and makes the step done', async () => {
  await moderate('stockportDataLead', id.moderation);
  await moderate('traffordDcs', id.others);
  for (const [role, paperId] of [['stockportDataLead', id.moderation], ['traffordDcs', id.others]] as const) ok(await handOver(role, paperId));
  const open = async (role: Role, documentId: string) => {
    const actor = await as(role);
    await recordReading(actor, (await loadPaper(actor, documentId, OCTOBER)).doc, OCTOBER);
  };
  await open('coordinator', id.moderation);
  for (const paperId of [id.moderation, id.others]) ok(await issuePaper(await as('coordinator'), { paperId }, OCTOBER));
  await open('wiganAd', id.moderation);
  expect(await db.packReading.count()).toBe(0);
  const asked = { cycleId: region.process.cycleId, stepKey: 'read-comments', authority: 'wigan' };
  const opened = [];
  for (let each = 0; each < 2; each += 1) {
    const paperId = await loadPaperOfStep(await as('wiganDcs'), asked, OCTOBER);
    opened.push(paperId);
    await open('wiganDcs', paperId);
    await open('wiganDcs', paperId);
  }
  expect([opened.sort(), await db.packReading.count(), await db.event.count({ where: { type: 'paper.read' } })]).toEqual([[id.moderation, id.others].sort(), 2, 2]);
  const stillReads = async (role: Role) => Object.values((await loadMyWork(await as(role), OCTOBER)).work).flat().some(({ act, tag }) => act === 'Read the comments' && tag.is !== 'waiting');
  expect([await stillReads('wiganDcs'), await stillReads('wiganLeadMember')]).toEqual([false, true]);
  // Whoever holds both posts has read it in both, and is asked for neither again.
  const { id: postId } = await db.post.findFirstOrThrow({ where: { office: 'lead-member', authority: { shortName: 'Wigan' } } });
  await db.appointment.create({ data: { personId: region.ids.wiganDcs, postId, startsOn: OCTOBER } });
  expect(await stillReads('wiganDcs')).toBe(true);
  for (let each = 0; each < 2; each += 1) await open('wiganDcs', await loadPaperOfStep(await as('wiganDcs'), asked, OCTOBER));
  expect([await stillReads('wiganDcs'), await db.packReading.count(), await db.event.count({ where: { type: 'paper.read' } })]).toEqual([false, 4, 4]);
});

test('the step leads each to their own paper, and whoever may open none to nothing', async () => {
  const asked = { cycleId: region.process.cycleId, stepKey: 'moderate', authority: 'wigan' };
  expect(await loadPaperOfStep(await as('stockportDcs'), asked, OCTOBER)).toBe(id.moderation);
  expect(await loadPaperOfStep(await as('traffordDcs'), asked, OCTOBER)).toBe(id.others);
  for (const role of ['wiganDcs', 'coordinator', 'haltonDcs', 'nobody'] as const) expect(await isMissing(loadPaperOfStep(await as(role), asked, OCTOBER))).toBe(true);
  for (const wrong of [{ ...asked, stepKey: 'write' }, { ...asked, stepKey: 'none' }, { ...asked, cycleId: id.scope }, { ...asked, authority: 'bolton' }, { ...asked, authority: undefined, group: 'x' }]) {
    expect(await isMissing(loadPaperOfStep(await as('stockportDcs'), wrong, OCTOBER))).toBe(true);
  }
  const work = await loadMyWork(await as('stockportDcs'), OCTOBER);
  expect([...work.work.later, ...work.work.week, ...work.work.late].find(({ act }) => act === 'Write moderation comments: Wigan')).toMatchObject({ href: `/papers/${id.moderation}`, why: 'You were found as moderator for Wigan.', go: 'Write' });
});

test('host and lead sign a scope, each as what they are; then it opens to the region and the moderators', async () => {
  const page = await writeScope();
  const sign = async (role: Role) => signPaper(await as(role), page, OCTOBER);
  expect((await readers(id.scope)).includes('coordinator')).toBe(false);
  for (const role of ['wiganAd', 'wiganChiefExecutive'] as const) expect([role, codeOf(await sign(role))]).toEqual([role, 'not-permitted']);
  for (const role of ['stockportDcs', 'coordinator', 'traffordDcs'] as const) expect([role, await isMissing(sign(role))]).toEqual([role, true]);
  expect(codeOf(await signPaper(await as('haltonDcs'), { ...page, contentHash: 'other' }, OCTOBER))).toBe('text-changed');
  ok(await sign('haltonDcs'));
  expect(codeOf(await sign('haltonDcs'))).toBe('already-signed');
  ok(await sign('wiganDcs'));
  const halton = region.process.places.Halton!.authorityId;
  expect(await db.signature.findMany({ orderBy: { signedAt: 'asc' }, select: { office: true, party: true, versionId: true } })).toEqual([{ office: 'dcs', party: `lead-challenger@${halton}`, versionId: page.versionId }, { office: 'dcs', party: null, versionId: page.versionId }]);
  expect((await eventTypes(id.scope)).slice(-4)).toEqual(['document.put-for-signature', 'document.signed', 'document.signed', 'document.sign-off-completed']);
  expect((await readers(id.scope)).filter((role) => ['coordinator', 'stockportDataLead', 'traffordDcs', 'boardChair'].includes(role))).toEqual(['traffordDcs', 'coordinator', 'stockportDataLead']);
});

test('two members of a pair who sign at one moment both succeed, and the second completes it', async () => {
  ok(await write(await as('haltonDcs'), id.findings, 'found', { text: 'Both found the same' }));
  expect(codeOf(await handOver('haltonAd', id.findings))).toBe('not-permitted');
  ok(await handOver('haltonDcs', id.findings));
  const page = await onPage('wiganDcs', id.findings);
  const both = await Promise.all((['wiganDcs', 'haltonDcs'] as const).map(async (role) => signPaper(await as(role), page, OCTOBER)));
  expect(both.map(codeOf)).toEqual(['accepted', 'accepted']);
  expect((await eventTypes(id.findings)).filter((type) => type === 'document.sign-off-completed')).toHaveLength(1);
  expect(await load('coordinator', id.findings)).toMatchObject({ state: 'signed', title: 'The Wigan and Halton pair’s joint findings' });
  expect(await isMissing(load('traffordDcs', id.findings))).toBe(true);
});

test('who declines says why: the text goes back, and signatures given on it no longer count', async () => {
  const page = await writeScope();
  ok(await signPaper(await as('wiganDcs'), page, OCTOBER));
  ok(await declinePaper(await as('haltonDcs'), { ...page, reason: 'Too wide' }, OCTOBER));
  expect(await db.signature.findMany({ select: { voidedWhy: true } })).toEqual([{ voidedWhy: 'DCS declined to sign' }]);
  expect(await load('wiganDcs', id.scope)).toMatchObject({ state: 'writing', wentBack: { is: 'declined', reason: 'Too wide' } });
});

test('the database takes a signature for another authority only from one that has a part there', async () => {
  const page = await writeScope();
  const version = { versionId: page.versionId, office: 'dcs', personName: 'X', signedAt: OCTOBER, provedBy: 'link', provedAt: OCTOBER };
  const forged = async (role: Role, party: string | null) => {
    const actor = await as(role);
    return db.signature.create({ data: { ...version, personId: actor.personId, postId: actor.as!.id, party } }).then(() => 'taken', () => 'refused');
  };
  expect(await forged('rochdaleDcs', `lead-challenger@${(await as('rochdaleDcs')).as!.authority!.id}`)).toBe('refused');
  expect(await forged('haltonDcs', null)).toBe('refused');
  expect(await forged('coordinator', 'lead-challenger@x')).toBe('refused');
  expect(await forged('haltonDcs', `lead-challenger@${region.process.places.Halton!.authorityId}`)).toBe('taken');
});

test('a signature given on paper is recorded for another authority too, with the scan', async () => {
  const page = await writeScope();
  const halton = region.process.places.Halton!.authorityId;
  const open = await loadPaperSignature(await as('coordinator'), id.scope, OCTOBER);
  expect(open.signatories.map(({ signer, holdings }) => [signer.key, holdings.map(({ personName }) => personName)])).toEqual([['dcs', ['Wigan Director']], [`lead-challenger@${halton}`, ['Halton Director']]]);
  const scan = { name: 'signed.pdf', mediaType: 'application/pdf', bytes: new Uint8Array([1]) };
  ok(await recordPaperSignature(await as('coordinator'), { documentId: id.scope, versionId: page.versionId, contentHash: page.contentHash, office: `lead-challenger@${halton}`, scan }, OCTOBER));
  ok(await signPaper(await as('wiganDcs'), page, OCTOBER));
  expect((await load('wiganDcs', id.scope)).state).toBe('signed');
  const ledger = await loadSignatureLedger(await as('haltonDcs'), id.scope, OCTOBER);
  expect(ledger.lines.map((line) => (line.is === 'act' ? line.kind : line.how)).sort()).toEqual(['agreed', 'electronic', 'paper', 'put-for-signature']);
  const { copy } = await loadCopy(await as('coordinator'), { documentId: id.scope, number: 1, origin: 'https://x.example' }, OCTOBER);
  expect(copy.signatures!.lines.map(({ post, state }) => [post, state])).toEqual([['DCS, Halton, as lead peer challenger', 'signed'], ['DCS, Wigan', 'signed']]);
});

test('the police write their own section and no other; the partnership writes all others; the authority reads what was handed over', async () => {
  expect(await readers(id.partnership)).toEqual(['wiganPolice', 'wiganPartnershipChair']);
  const save = async (role: Role, key: string) => codeOf(await write(await as(role), id.partnership, key, { text: `By ${role}` }));
  expect([await save('wiganPolice', 'police'), await save('wiganPolice', 'position'), await save('wiganPartnershipChair', 'position'), await save('wiganPartnershipChair', 'police')]).toEqual(['accepted', 'not-permitted', 'accepted', 'not-permitted']);
  expect((await load('wiganPolice', id.partnership)).writing!.sections.map(({ key, may }) => [key, may])).toEqual([['position', false], ['police', true]]);
  expect(Object.keys(await loadWritingVersions(await as('wiganPolice'), id.partnership, OCTOBER))).toEqual(['police']);
  expect(codeOf(await handOver('wiganPolice', id.partnership))).toBe('not-permitted');
  ok(await handOver('wiganPartnershipChair', id.partnership));
  expect((await readers(id.partnership)).filter((role) => ['wiganDcs', 'coordinator', 'wiganPolice'].includes(role))).toEqual(['wiganDcs', 'wiganPolice']);
});

test('the authority’s page lists the papers that one may open', async () => {
  await moderate('stockportDataLead', id.moderation);
  const listed = async (role: Role) => (await loadAuthority(await as(role), 'wigan', region.process.cycleId, OCTOBER)).place!.documents.filter(({ kind }) => kind === 'paper').map(({ name, words }) => [name, words]);
  expect(await listed('stockportDcs')).toEqual([['Moderation comments by Stockport', 'In progress']]);
  expect(await listed('coordinator')).toEqual([]);
  expect(await listed('haltonDcs')).toEqual([['Joint findings', 'Not started']]);
  ok(await handOver('stockportDataLead', id.moderation));
  expect(await listed('coordinator')).toEqual([['Moderation comments by Stockport', 'Handed over']]);
});

test('a theme is chosen from the areas of the own self-view; whoever may not read that reads the words that were chosen', async () => {
  const selfView = await db.document.findFirstOrThrow({ where: { kind: 'self-view', authority: { slug: 'wigan' } } });
  ok(await write(await as('wiganDcs'), selfView.id, 'care-leavers', { 'areas.a1.text': 'Housing for care leavers', 'areas.a2.text': 'SECRET of the draft' }));
  const areasFor = async (role: Role) => loadAreas(await as(role), 'wigan', OCTOBER);
  const { choices, threads } = await areasFor('wiganDcs');
  expect([choices.map(({ id, text }) => [id, text]), [...threads]]).toEqual([[['a1', 'Housing for care leavers'], ['a2', 'SECRET of the draft']], ['a1', 'a2']]);
  ok(await write(await as('wiganDcs'), id.scope, 'area', { area: areaValue(choices[0]!) }));
  ok(await handOver('wiganDcs', id.scope));
  await db.section.updateMany({ where: { documentId: selfView.id, key: 'care-leavers' }, data: { content: {} } });

  const page = await load('haltonDcs', id.scope);
  expect([page.areas.map((area) => area.text), page.text.find(({ key }) => key === 'area')!.text]).toEqual([['Housing for care leavers'], `Housing for care leavers (an area for development in ${choices[0]!.cycle})`]);
  const copy = JSON.stringify((await loadCopy(await as('haltonDcs'), { documentId: id.scope, number: null, origin: 'https://x.example' }, OCTOBER)).copy);
  expect([copy.includes('Housing for care leavers'), copy.includes('SECRET')]).toEqual([true, false]);
  expect(await areasFor('haltonDcs')).toEqual({ choices: [], threads: new Set() });
});
