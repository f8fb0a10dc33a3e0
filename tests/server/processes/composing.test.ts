import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal, type Refusal } from '@/domain/decision';
import { partText } from '@/domain/processes/compose/parts-of';
import { processFile } from '@/domain/processes/compose/process-file';
import { templateFaults } from '@/domain/processes/template-faults';
import { NotFound } from '@/server/not-found';
import { db } from '@/server/db';
import { bringInFile } from '@/server/processes/bring-in-file';
import { changeProcess } from '@/server/processes/change-process';
import { discardDraft } from '@/server/processes/discard-draft';
import { listProcesses, loadDraft, loadDryRun, loadNewProcess, loadProcess, loadProcessFile } from '@/server/processes/load';
import { publishProcess } from '@/server/processes/publish-process';
import { startDraft } from '@/server/processes/start-draft';
import { withdrawProcess } from '@/server/processes/withdraw-process';
import { keepDatabase } from '../../support/database';
import { ROLES, type Role } from '../../support/cast';
import { aCycle, codeOf, OCTOBER, ok, type Cycle } from '../documents/a-signed-cycle';

let region: Cycle;
let annualId: string;
let begin: () => Promise<void>;
beforeAll(async () => {
  region = await aCycle();
  ({ templateId: annualId } = await db.cycle.findUniqueOrThrow({ where: { id: region.cycle.cycleId } }));
  begin = await keepDatabase();
});
beforeEach(() => begin());

const as = (role: Role) => region.as(role);
const at = OCTOBER;
const missing = (loading: Promise<unknown>) => loading.then(() => false, (error: unknown) => (error instanceof NotFound ? true : Promise.reject(error)));
const events = async () => (await db.event.findMany({ where: { type: { startsWith: 'process.' } }, orderBy: { id: 'asc' }, select: { type: true } })).map(({ type }) => type);
/** What was accepted. */
function made<Change extends object>(outcome: { change: Change } | Refusal): Change {
  if (isRefusal(outcome)) throw new Error(`${outcome.refused}: ${outcome.because}`);
  return outcome.change;
}
const nextVersion = async () => made(await startDraft(await as('coordinator'), { fromId: annualId }, at));
const stored = (id: string) => db.processTemplate.findUniqueOrThrow({ where: { id } });

const READERS: readonly Role[] = ROLES.filter((role) => !['ofsted', 'formerWiganDcs', 'otherRegionsCoordinator', 'nobody', 'wiganPolice', 'wiganPartnershipChair'].includes(role));

describe('who sees which', () => {
  it('a published version is read by the posts of its region, a draft by its coordinator alone', async () => {
    const { id } = await nextVersion();
    for (const role of ROLES) {
      const actor = await as(role);
      expect([role, await missing(loadProcess(actor, annualId)), await missing(loadProcessFile(actor, annualId)), await missing(loadDryRun(actor, annualId))]).toEqual([role, ...Array(3).fill(!READERS.includes(role))]);
      const mayNot = role !== 'coordinator';
      expect([role, await missing(loadProcess(actor, id)), await missing(loadDraft(actor, id)), await missing(loadProcessFile(actor, id)), await missing(loadDryRun(actor, id)), await missing(loadDraft(actor, annualId))]).toEqual([role, ...Array(5).fill(mayNot)]);
    }
    const lines = async (role: Role) => (await listProcesses(await as(role))).processes.find(({ key }) => key === 'annual-cycle')!;
    expect((await lines('coordinator')).draft).toMatchObject({ id, version: 2 });
    expect((await lines('wiganDcs')).draft).toBeNull();
    expect((await lines('wiganDcs')).cycles).toEqual([{ version: 1, open: 1, closed: 0 }]);
    expect(JSON.stringify(await loadProcess(await as('wiganDcs'), annualId))).not.toContain(id);
    expect(await missing(listProcesses(await as('ofsted')))).toBe(true);
    expect(await missing(loadNewProcess(await as('facilitator')))).toBe(true);
    for (const nonsense of ['x', '', '01890000-0000-7000-8000-000000000000']) expect(await missing(loadProcess(await as('coordinator'), nonsense))).toBe(true);
  });
});

describe('a draft', () => {
  it('is begun once for each process, as its next version or as a process of its own', async () => {
    const coordinator = await as('coordinator');
    expect(await nextVersion()).toMatchObject({ key: 'annual-cycle', version: 2 });
    expect(codeOf(await startDraft(coordinator, { fromId: annualId }, at))).toBe('draft-there');
    const own = made(await startDraft(coordinator, { fromId: annualId, title: 'Autumn forums' }, at));
    expect(own).toMatchObject({ key: 'autumn-forums', version: 1 });
    expect(codeOf(await startDraft(coordinator, { fromId: annualId, title: 'Autumn forums' }, at))).toBe('title-taken');
    expect(await stored(own.id)).toMatchObject({ origin: 'own', publishedAt: null, name: 'Autumn forums', saves: 1 });
    expect(await events()).toEqual(['process.drafted', 'process.drafted']);
    expect(codeOf(await discardDraft(coordinator, { processId: own.id, saves: 0 }, at))).toBe('changed-meanwhile');
    expect(made(await discardDraft(coordinator, { processId: own.id, saves: 1 }, at)).id).toBe(own.id);
    expect(await db.processTemplate.count({ where: { id: own.id } })).toBe(0);
    expect(codeOf(await discardDraft(coordinator, { processId: annualId, saves: 0 }, at))).toBe('published');
  });

  it('begun by two at once is one draft', async () => {
    const outcomes = await Promise.all([0, 1].map(async () => codeOf(await startDraft(await as('coordinator'), { fromId: annualId }, at))));
    expect(outcomes.sort()).toEqual(['accepted', 'draft-there']);
  });

  it('changed by two at once keeps what both did, unless both changed the same part', async () => {
    const coordinator = await as('coordinator');
    const { id, definition } = await nextVersion();
    const over = (key: string) => partText(definition, { is: 'step', key });
    const rename = (key: string, name: string) => {
      const step = definition.steps.find((one) => one.key === key)!;
      return changeProcess(coordinator, { processId: id, saves: 1, over: over(key), edit: { is: 'change-step', key, to: { ...step, name } } }, at);
    };
    const both = await Promise.all([rename('share-out', 'Shared out'), rename('qa-meeting', 'Ofsted met'), changeProcess(coordinator, { processId: id, saves: 1, over: '', edit: { is: 'add-step', step: { name: 'Thanked' } } }, at)]);
    expect(both.map(codeOf)).toEqual(['accepted', 'accepted', 'accepted']);
    const names = async () => (await loadDraft(coordinator, id)).process.definition.steps.map(({ name }) => name);
    expect(await names()).toEqual(expect.arrayContaining(['Shared out', 'Ofsted met', 'Thanked']));
    expect((await stored(id)).saves).toBe(4);
    expect(await rename('share-out', 'Mine')).toMatchObject({ refused: 'changed-meanwhile', because: expect.stringContaining('“Priorities, support needs and good practice shared” is now called “Shared out”.') });
    expect(await names()).not.toContain('Mine');
  });

  it('is published when nothing stands against it, by whoever saw it as it stands, and then stays as it is', async () => {
    const coordinator = await as('coordinator');
    const { id, definition } = await nextVersion();
    expect(await publishProcess(coordinator, { processId: id, saves: 1 }, at)).toMatchObject({ refused: 'nothing-new' });
    const sign = definition.steps.find(({ key }) => key === 'sign-self-view')!;
    const circle = { is: 'change-step' as const, key: 'sign-self-view', to: { ...sign, waitsFor: ['submit-self-view'] } };
    ok(await changeProcess(coordinator, { processId: id, saves: 1, over: '', edit: circle }, at));
    expect(await publishProcess(coordinator, { processId: id, saves: 2 }, at)).toMatchObject({ refused: 'faulty', because: expect.stringContaining('that is a circle') });
    ok(await changeProcess(coordinator, { processId: id, saves: 2, over: '', edit: { ...circle, to: { ...sign, name: 'Signed' } } }, at));
    expect(codeOf(await publishProcess(coordinator, { processId: id, saves: 2 }, at))).toBe('changed-meanwhile');
    const twice = await Promise.all([0, 1].map(() => publishProcess(coordinator, { processId: id, saves: 3 }, at)));
    expect(twice.map(codeOf).sort()).toEqual(['accepted', 'published']);
    expect(await stored(id)).toMatchObject({ publishedAt: at, publishedBy: region.ids.coordinator });
    expect(codeOf(await changeProcess(coordinator, { processId: id, saves: 3, over: '', edit: { is: 'add-step', step: { name: 'Late' } } }, at))).toBe('published');
    const { versions } = await loadProcess(await as('wiganDcs'), id);
    expect(versions.map(({ version, changes }) => [version, changes?.map(({ says }) => says) ?? null])).toEqual([[2, ['“Self-view signed by the Lead Member” is now called “Signed”.']], [1, null]]);
    expect((await events()).slice(-1)).toEqual(['process.published']);
  });

  it('a process that is withdrawn opens no more cycles, and a new version brings it back', async () => {
    const coordinator = await as('coordinator');
    ok(await withdrawProcess(coordinator, { processId: annualId }, at));
    expect(codeOf(await withdrawProcess(coordinator, { processId: annualId }, at))).toBe('already-withdrawn');
    const line = async () => (await listProcesses(coordinator)).processes.find(({ key }) => key === 'annual-cycle')!;
    expect(await line()).toMatchObject({ current: null, withdrawn: { version: 1 }, cycles: [{ open: 1 }] });
    const { id } = await nextVersion();
    ok(await publishProcess(coordinator, { processId: id, saves: 1 }, at));
    expect(await line()).toMatchObject({ current: { version: 2 }, withdrawn: null });
  });
});

describe('from nothing', () => {
  it('a process can be read, altered and published after a few choices', async () => {
    const coordinator = await as('coordinator');
    const { id } = made(await startDraft(coordinator, { title: 'Triads', anchorName: 'The triads meet', grouping: { is: 'made', word: 'triad', sizes: [3] } }, at));
    ok(await changeProcess(coordinator, { processId: id, saves: 1, over: '', edit: { is: 'add-step', step: { name: 'Triad has met', per: 'group', phase: 'on-the-day' } } }, at));
    const draft = await loadDraft(coordinator, id);
    expect(templateFaults(draft.process.definition)).toEqual([]);
    ok(await publishProcess(coordinator, { processId: id, saves: 2 }, at));
    expect((await stored(id)).key).toBe('triads');
    expect(codeOf(await startDraft(await as('facilitator'), { title: 'Mine', anchorName: 'x', grouping: { is: 'one' } }, at))).toBe('not-permitted');
    expect(await missing(startDraft(await as('otherRegionsCoordinator'), { fromId: annualId }, at))).toBe(true);
  });
});

describe('a file', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const file = async () => (await loadProcessFile(await as('wiganDcs'), annualId)).text;
  const bring = async (text: string | Uint8Array, of: string | null = null) => bringInFile(await as('coordinator'), { bytes: typeof text === 'string' ? bytes(text) : text, of }, at);
  const renamed = async () => (await file()).replace(/"title": "[^"]*"/, '"title": "From a file"');

  it('comes in as a draft that says the same, in the same region or another', async () => {
    const { id } = made(await bring(await renamed()));
    const { definition } = (await loadDraft(await as('coordinator'), id)).process;
    expect(processFile(definition, 1).text).toBe(await renamed());
    expect(made(await bring(await file(), 'annual-cycle'))).toMatchObject({ key: 'annual-cycle', version: 2 });
    const elsewhere = made(await bringInFile(await as('otherRegionsCoordinator'), { bytes: bytes(await renamed()), of: null }, at));
    expect(await missing(loadDraft(await as('coordinator'), elsewhere.id))).toBe(true);
  });

  it('with a fault in it is refused with the line and the reason, and nothing is written', async () => {
    const text = await renamed();
    const line = (words: string) => text.slice(0, text.indexOf(words)).split('\n').length;
    const hostile: [string | Uint8Array, RegExp][] = [
      ['', /^Line 1, column 1: The file is empty\.$/],
      [text.slice(0, -200), /^Line \d+, column \d+: /],
      [text.replace('"per": "authority"', '"per": "council"'), new RegExp(`^Line ${line('"per": "authority"')}: “per” of the step “Self-view written” is “council”, which is not one of region`)],
      [text.replace('"act": "Write the self-view"', '"act": "Write the self-view",\n "runs": "rm -rf"'), new RegExp(`^Line ${line('"act": "Write the self-view"') + 1}: “runs” of the step “Self-view written” is not known here\\.$`)],
      [text.replace('"act": "Write the self-view"', '"act": "Write", "act": "Write twice"'), /“act” stands there twice: first on line/],
      [text.replace('"format": 1', '"format": 1, "__proto__": { "isAdmin": true }'), /“__proto__”, which nothing in a file may be/],
      [text.replace('"offset": -27', '"offset": 1e9'), /a number beyond 1,500/],
      [text.replace(/"name": "Self-view written"/, `"name": "${'x'.repeat(5000)}"`), /at most 160 are taken/],
      [text.replace('"title": "From a file"', '"title": "a\\u0000b"'), /signs that are not to be seen/],
      [`${'['.repeat(5000)}`, /^Line 1, column 18: .*deep/],
      [JSON.stringify({ kind: 'Critical Friend process', format: 1, process: null }), /^Line 1: The process is empty/],
      ['null', /^Line 1: The file holds no process/],
      [new Uint8Array([0xff, 0xfe, 0x00]), /no text in UTF-8/],
      [' '.repeat(1_200_000), /too large/],
    ];
    const before = [await db.processTemplate.count(), await db.event.count()];
    for (const [words, says] of hostile) {
      const outcome = await bring(words);
      expect(outcome).toMatchObject({ refused: 'file-refused', because: expect.stringMatching(says) });
    }
    expect(codeOf(await bring(text, 'no-such-process'))).toBe('no-such-process');
    expect(codeOf(await bringInFile(await as('wiganDcs'), { bytes: bytes(text), of: null }, at))).toBe('not-permitted');
    expect([await db.processTemplate.count(), await db.event.count()]).toEqual(before);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('that names parts which are not there comes in to be mended, and cannot be published as it is', async () => {
    const { id } = made(await bring((await renamed()).replace('"waitsFor": [\n          "open-cycle"', '"waitsFor": [\n          "gone"')));
    const { faults, notToPublish } = await loadDraft(await as('coordinator'), id);
    expect(faults[0]!.says).toBe('Self-view written refers to a step gone, which there is not.');
    expect(notToPublish).toMatchObject({ refused: 'faulty' });
  });
});
