import { Document, Packer, Paragraph, TextRun } from 'docx';
import { beforeAll, expect, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { illustration } from '@/domain/word-templates/illustration';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { fillTemplate } from '@/server/word/fill-template';
import { readWordFile } from '@/server/word/read-word';
import { findCurrentTemplate, loadStarter, loadTemplateFile, loadTemplateKind, loadTemplatePreview, loadTemplates } from '@/server/word-templates/load';
import { keepTemplate } from '@/server/word-templates/keep-template';
import { withdrawTemplate } from '@/server/word-templates/withdraw-template';
import { ROLES, type Role } from '../../support/cast';
import { aSelfView, SUMMER } from '../self-views/a-self-view';

let ground: Awaited<ReturnType<typeof aSelfView>>;
beforeAll(async () => {
  ground = await aSelfView();
});

const found = (load: Promise<unknown>) => load.then(() => true, (error: unknown) => (error instanceof NotFound ? false : Promise.reject(error)));
const saying = (...lines: string[]) => Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph({ children: line.split(/(?<=\{)/).map((part) => new TextRun(part)) })) }] }));
const COMPLETE = ['The look of the region', '{{title}}', '{{version}} {{marks}} {{who-may-see}}', '{{text}}', '{{signatures}}'];
const kept = async (role: Role, bytes: Uint8Array, kind = 'self-view') => keepTemplate(await ground.as(role), { kind, name: 'Our template.docx', bytes }, SUMMER);
const words = (bytes: Uint8Array) => readWordFile(bytes, 'https://x.example').pieces.map((piece) => (piece.kind === 'paragraph' ? piece.text : piece.rows.map((row) => row.map(({ text }) => text).join(' | ')).join('\n'))).join('\n');

test('only the coordinator of the region looks after its templates', async () => {
  const bytes = await saying(...COMPLETE);
  for (const role of ROLES) {
    const actor = await ground.as(role);
    const mine = ['coordinator', 'otherRegionsCoordinator'].includes(role);
    expect([role, await found(loadTemplates(actor)), await found(loadTemplateKind(actor, 'self-view')), await found(loadStarter(actor, 'self-view'))]).toEqual([role, mine, mine, mine]);
    if (!mine) expect([role, await found(kept(role, bytes))]).toEqual([role, false]);
  }
  expect(await found(loadTemplateKind(await ground.as('coordinator'), 'no-such-kind'))).toBe(false);
});

test('what is wrong in a template is named, and nothing is kept', async () => {
  const outcome = await kept('coordinator', await saying(...COMPLETE, '{{athority}}', 'An open {{cycle'));
  expect(outcome).toMatchObject({ refused: 'placeholders', because: 'A placeholder is not closed: “{{cycle”. It begins with {{ and ends with }}. {{athority}} is not known. Did you mean {{authority}}?' });
  expect(await kept('coordinator', new TextEncoder().encode('%PDF-1.4'))).toMatchObject({ refused: 'not-a-kind', because: 'This is no Word file (.docx). A template is one.' });
  expect(await db.wordTemplate.count()).toBe(0);
});

test('templates are kept by version; the newest that is not withdrawn is used in its region alone', async () => {
  const { region } = await loadTemplates(await ground.as('coordinator'));
  expect(await findCurrentTemplate(region.id, 'self-view')).toBeNull();
  expect(isRefusal(await kept('coordinator', await saying(...COMPLETE)))).toBe(false);
  expect(isRefusal(await kept('coordinator', await saying('Second look', ...COMPLETE)))).toBe(false);
  const coordinator = await ground.as('coordinator');
  const page = await loadTemplateKind(coordinator, 'self-view');
  expect(page.versions.map(({ version, isCurrent, name }) => [version, isCurrent, name])).toEqual([[2, true, 'Our template.docx'], [1, false, 'Our template.docx']]);
  expect(words((await findCurrentTemplate(region.id, 'self-view'))!)).toContain('Second look');
  expect(await findCurrentTemplate(region.id, 'mou')).toBeNull();
  expect(await found(loadTemplateFile(await ground.as('otherRegionsCoordinator'), 'self-view', 1))).toBe(false);
  const preview = words(await loadTemplatePreview(coordinator, 'self-view', 2));
  for (const said of ['Exampleton’s self-view', 'Context and headlines', 'every word of it is made up', 'Alex Example', 'Second look']) expect(preview).toContain(said);
  expect(preview).not.toContain('{{');
  expect(isRefusal(await withdrawTemplate(coordinator, { kind: 'self-view', version: 2 }, SUMMER))).toBe(false);
  expect(words((await findCurrentTemplate(region.id, 'self-view'))!)).not.toContain('Second look');
  expect(await withdrawTemplate(coordinator, { kind: 'self-view', version: 2 }, SUMMER)).toMatchObject({ refused: 'withdrawn' });
  expect((await db.event.findMany({ where: { type: { startsWith: 'word-template.' } }, orderBy: { id: 'asc' } })).map(({ type, data }) => [type, (data as { version: number }).version])).toEqual([
    ['word-template.kept', 1],
    ['word-template.kept', 2],
    ['word-template.withdrawn', 2],
  ]);
});

test('a section that a template does not know stands after its last one: no word is lost', async () => {
  const copy = illustration('self-view', [{ key: 'context', title: 'Context' }, { key: 'of-last-year', title: 'A section of last year' }]);
  const filled = words(await fillTemplate(await saying('{{version}} {{marks}} {{who-may-see}}', 'Before', '{{section:context}}', 'After', '{{signatures}}'), copy));
  expect(filled).toContain('A section of last year');
  expect(filled.match(/Two new family hubs/g)).toHaveLength(2);
  expect(filled.indexOf('A section of last year')).toBeLessThan(filled.indexOf('After'));
});
