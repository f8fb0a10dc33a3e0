import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { db } from '@/server/db';
import { joinSectionTexts } from '@/server/documents/join-texts';
import { saveTyped } from '@/server/documents/save-typed';
import { loadBeside, loadSaves } from '@/server/documents/sections/load';
import { takeBackText } from '@/server/documents/take-back-text';
import { loadWritingVersions } from '@/server/documents/writing/load';
import { NotFound } from '@/server/not-found';
import { comeHere, leave } from '@/server/presence/store';
import { freshDatabase } from '../../support/database';
import { queriesOf } from '../../support/queries';
import { aSelfView, eventsOf, sectionRow, SUMMER, write } from '../self-views/a-self-view';

const KEY = 'help-and-protection';
let wigan: Awaited<ReturnType<typeof aSelfView>>;
const later = (minutes: number) => new Date(SUMMER.getTime() + minutes * 60_000);

beforeEach(async () => {
  await freshDatabase();
  wigan = await aSelfView();
});

const judgementOf = async () => ((await sectionRow(wigan.documentId, KEY)).content as { judgement: string }).judgement;

describe('a save whose answer was lost', () => {
  const send = async (words: string, baseVersion: number, saveId: string, besideId: string | null = null) => {
    const saved = await saveTyped(await wigan.as('wiganAd'), [{ documentId: wigan.documentId, sectionKey: KEY, baseVersion, saveId, besideId, typed: { judgement: words } }], SUMMER);
    return (isRefusal(saved) ? saved.sections : saved.change.sections)![KEY]!;
  };

  test('is made once, however often it is sent, and what was typed since follows it', async () => {
    const saveId = randomUUID();
    await send('Hello', 1, saveId);
    const again = await send('Hello', 1, saveId);
    expect([again.version, again.besideId, (await sectionRow(wigan.documentId, KEY)).version]).toEqual([2, null, 2]);
    const next = await send('Hello, world', again.version, randomUUID());
    expect([next.version, next.besideId, await judgementOf()]).toEqual([3, null, 'Hello, world']);
  });

  test('is made once when it is sent twice at the same moment', async () => {
    const saveId = randomUUID();
    const both = await Promise.all([send('Hello', 1, saveId), send('Hello', 1, saveId)]);
    expect(both.map(({ version, besideId }) => [version, besideId])).toEqual([[2, null], [2, null]]);
  });

  test('says what a colleague has put beside it meanwhile', async () => {
    await write(await wigan.as('wiganAd'), wigan.documentId, KEY, { judgement: 'One.' }, 1);
    const saveId = randomUUID();
    await send('One.\n\nMine.', 2, saveId);
    await write(await wigan.as('wiganPolicyOfficer'), wigan.documentId, KEY, { judgement: 'One.\n\nMine.\n\nTheirs.' }, 3);
    expect((await send('One.\n\nMine.', 2, saveId)).stands).toMatchObject({ judgement: 'One.\n\nMine.\n\nTheirs.' });
    expect((await sectionRow(wigan.documentId, KEY)).version).toBe(4);
  });

  test('and a page that was opened before it arrived: what one person writes does not clash with itself', async () => {
    const ad = await wigan.as('wiganAd');
    await write(ad, wigan.documentId, KEY, { judgement: 'One two.' }, 1);
    await send('One two. Three, saved late.', 2, randomUUID());
    expect(await send('One two. Four, on the page that was open already.', 2, randomUUID())).toMatchObject({ besideId: null, version: 4 });
    expect(await judgementOf()).toBe('One two. Three, saved late. Four, on the page that was open already.');
  });

  test('that was set beside is found beside again', async () => {
    await write(await wigan.as('wiganPolicyOfficer'), wigan.documentId, KEY, { judgement: 'Theirs.' }, 1);
    const saveId = randomUUID();
    const first = await send('Mine.', 1, saveId);
    const again = await send('Mine.', 1, saveId);
    expect(first.besideId).not.toBeNull();
    expect(again.besideId).toBe(first.besideId);
  });
});

describe('words that clash', () => {
  test('of two pages of one person are kept for each', async () => {
    const ad = await wigan.as('wiganAd');
    await write(await wigan.as('wiganPolicyOfficer'), wigan.documentId, KEY, { judgement: 'Theirs.' }, 1);
    const one = await write(ad, wigan.documentId, KEY, { judgement: 'From one page.' }, 1);
    const two = await write(ad, wigan.documentId, KEY, { judgement: 'From another.' }, 1);
    expect(one.besideId).not.toBe(two.besideId);
    await write(ad, wigan.documentId, KEY, { judgement: 'From one page, and on.' }, one.version, SUMMER, one.besideId);
    const beside = (await sectionRow(wigan.documentId, KEY)).revisions.filter(({ conflict }) => conflict);
    expect(beside.map(({ content }) => (content as { judgement: string }).judgement).sort()).toEqual(['From another.', 'From one page, and on.']);
  });

  test('tell of it once, while their writer goes on; other paragraphs stand already, and nothing clashes with itself', async () => {
    const { documentId } = wigan;
    const ad = await wigan.as('wiganAd');
    await write(ad, documentId, KEY, { judgement: 'One.\n\nTwo.' }, 1);
    await write(await wigan.as('wiganPolicyOfficer'), documentId, KEY, { judgement: 'One, theirs.\n\nTwo.' }, 2);
    const first = await write(ad, documentId, KEY, { judgement: 'One, mine.\n\nTwo, mine.' }, 2);
    const second = await write(ad, documentId, KEY, { judgement: 'One, mine.\n\nTwo, mine, longer.', confidence: 'low' }, first.version, SUMMER, first.besideId);
    expect(second.stands).toMatchObject({ judgement: 'One, theirs.\n\nTwo, mine, longer.', confidence: 'low' });
    expect((await eventsOf(documentId)).filter((type) => type === 'document.set-beside')).toHaveLength(1);
    const page = await loadBeside(ad, { documentId, sectionKey: KEY, besideId: second.besideId! }, SUMMER);
    expect(page.places).toEqual([{ path: 'judgement', stretches: [{ base: 'One.', theirs: 'One, theirs.', mine: 'One, mine.' }, { words: 'Two, mine, longer.' }] }]);
    const joined = await joinSectionTexts(ad, { documentId, sectionKey: KEY, besideId: second.besideId!, againstVersion: page.againstVersion, choices: { 'judgement:0': { words: 'One, of both.' } } }, SUMMER);
    expect(isRefusal(joined)).toBe(false);
    expect(await judgementOf()).toBe('One, of both.\n\nTwo, mine, longer.');
  });

  test('are shown to nobody who does not see the draft', async () => {
    const { documentId } = wigan;
    await write(await wigan.as('wiganPolicyOfficer'), documentId, KEY, { judgement: 'Theirs.' }, 1);
    const { besideId } = await write(await wigan.as('wiganAd'), documentId, KEY, { judgement: 'Mine.' }, 1);
    for (const role of ['coordinator', 'haltonDcs', 'dataGroupChair', 'ofsted', 'formerWiganDcs', 'nobody'] as const) {
      await expect(loadBeside(await wigan.as(role), { documentId, sectionKey: KEY, besideId: besideId! }, SUMMER), role).rejects.toThrow(NotFound);
      await expect(joinSectionTexts(await wigan.as(role), { documentId, sectionKey: KEY, besideId: besideId!, againstVersion: 2, choices: {} }, SUMMER), role).rejects.toThrow(NotFound);
    }
  });
});

describe('earlier saves', () => {
  async function written() {
    const { documentId, as } = wigan;
    await write(await as('wiganAd'), documentId, KEY, { judgement: 'First.' }, 1, later(0));
    await write(await as('wiganAd'), documentId, KEY, { judgement: 'First, longer.' }, 2, later(5));
    await write(await as('wiganPolicyOfficer'), documentId, KEY, { judgement: 'By the officer.' }, 3, later(6));
    return documentId;
  }

  test('are listed by sitting, with who and how many, and each opens beside how it stands now', async () => {
    const documentId = await written();
    const ad = await wigan.as('wiganAd');
    const page = await loadSaves(ad, { documentId, sectionKey: KEY, keptId: null }, later(60));
    expect(page.sittings.map(({ last, saves, by }) => [last.version, saves, by !== null])).toEqual([[4, 1, true], [3, 2, true], [1, 1, false]]);
    const kept = await loadSaves(ad, { documentId, sectionKey: KEY, keptId: page.sittings[1]!.last.id }, later(60));
    expect([kept.kept?.words.includes('First, longer.'), kept.words.includes('By the officer.')]).toEqual([true, true]);
  });

  test('are taken back as a new save; what stood is kept', async () => {
    const documentId = await written();
    const ad = await wigan.as('wiganAd');
    const { sittings } = await loadSaves(ad, { documentId, sectionKey: KEY, keptId: null }, later(60));
    const command = { documentId, sectionKey: KEY, keptId: sittings[1]!.last.id };
    expect(await takeBackText(ad, { ...command, againstVersion: 3 }, later(60))).toMatchObject({ refused: 'changed-meanwhile' });
    expect(isRefusal(await takeBackText(ad, { ...command, againstVersion: 4 }, later(60)))).toBe(false);
    expect([await judgementOf(), (await sectionRow(documentId, KEY)).version]).toEqual(['First, longer.', 5]);
    expect((await sectionRow(documentId, KEY)).revisions.map(({ content }) => (content as { judgement?: string }).judgement)).toContain('By the officer.');
  });

  test('are read by those who see the draft, taken back by those who write it, and hidden from everyone else', async () => {
    const documentId = await written();
    const { sittings } = await loadSaves(await wigan.as('wiganAd'), { documentId, sectionKey: KEY, keptId: null }, later(60));
    const command = { documentId, sectionKey: KEY, keptId: sittings[1]!.last.id, againstVersion: 4 };
    const leadMember = await wigan.as('wiganLeadMember');
    expect((await loadSaves(leadMember, { documentId, sectionKey: KEY, keptId: command.keptId }, later(60))).may).toBeNull();
    expect(await takeBackText(leadMember, command, later(60))).toMatchObject({ refused: 'not-permitted' });
    for (const role of ['coordinator', 'haltonDcs', 'dataGroupChair', 'ofsted', 'formerWiganDcs', 'nobody'] as const) {
      await expect(loadSaves(await wigan.as(role), { documentId, sectionKey: KEY, keptId: null }, later(60)), role).rejects.toThrow(NotFound);
      await expect(takeBackText(await wigan.as(role), command, later(60)), role).rejects.toThrow(NotFound);
    }
    expect(await judgementOf()).toBe('By the officer.');
  });

  test('of another section are not taken into this one', async () => {
    const documentId = await written();
    const ad = await wigan.as('wiganAd');
    const { sittings } = await loadSaves(ad, { documentId, sectionKey: KEY, keptId: null }, later(60));
    await expect(takeBackText(ad, { documentId, sectionKey: 'voice', keptId: sittings[0]!.last.id, againstVersion: 1 }, later(60))).rejects.toThrow(NotFound);
  });
});

describe('who is here', () => {
  const at = (seconds: number) => new Date(SUMMER.getTime() + seconds * 1000);

  test('is told to whoever else is, for as long as they ask; typing counts for a minute', async () => {
    const [ad, officer] = [await wigan.as('wiganAd'), await wigan.as('wiganPolicyOfficer')];
    expect(await comeHere('place', ad.personId, { wrote: true }, at(0))).toEqual([]);
    expect(await comeHere('place', officer.personId, { wrote: false }, at(10))).toEqual([{ name: ad.name, writing: true }]);
    expect(await comeHere('place', ad.personId, { wrote: false }, at(15))).toEqual([{ name: officer.name, writing: false }]);
    expect(await comeHere('elsewhere', officer.personId, { wrote: false }, at(15))).toEqual([]);
    await comeHere('place', ad.personId, { wrote: false }, at(55));
    expect(await comeHere('place', officer.personId, { wrote: false }, at(62))).toEqual([{ name: ad.name, writing: false }]);
    expect(await comeHere('place', officer.personId, { wrote: false }, at(96))).toEqual([]);
  });

  test('leaves nothing behind: a page that is closed is gone, and what was not renewed for an hour is taken out', async () => {
    const [ad, officer] = [await wigan.as('wiganAd'), await wigan.as('wiganPolicyOfficer')];
    await comeHere('one', ad.personId, { wrote: true }, at(0));
    await leave('one', ad.personId);
    expect(await comeHere('one', officer.personId, { wrote: false }, at(1))).toEqual([]);
    await comeHere('two', ad.personId, { wrote: true }, at(3700));
    expect(await db.writingPresence.findMany({ select: { place: true } })).toEqual([{ place: 'two' }]);
    expect(await db.event.count({ where: { personId: ad.personId } })).toBe(0);
  });

  test('is one statement', async () => {
    const ad = await wigan.as('wiganAd');
    expect(await queriesOf(() => comeHere('place', ad.personId, { wrote: true }, SUMMER))).toBe(1);
  });

  test('is asked by those who write, each for what they write', async () => {
    const { documentId, as } = wigan;
    expect(Object.keys(await loadWritingVersions(await as('wiganAd'), documentId, SUMMER))).toContain(KEY);
    for (const role of ['wiganLeadMember', 'wiganContributor', 'coordinator', 'haltonDcs', 'nobody'] as const) await expect(loadWritingVersions(await as(role), documentId, SUMMER), role).rejects.toThrow(NotFound);
    const contributor = await as('wiganContributor');
    const section = await sectionRow(documentId, KEY);
    await db.sectionAssignment.create({ data: { sectionId: section.id, postId: contributor.as!.id, assignedAt: SUMMER, assignedBy: contributor.personId } });
    expect(Object.keys(await loadWritingVersions(contributor, documentId, SUMMER))).toEqual([KEY]);
  });
});
