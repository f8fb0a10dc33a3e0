import { beforeAll, expect, test } from 'vitest';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { isRefusal } from '@/domain/decision';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { acceptSections } from '@/server/self-views/offline-form/accept-sections';
import { bringBackForm } from '@/server/self-views/offline-form/bring-back-form';
import { loadFormFile, loadOfflineForm, loadReturnedForm } from '@/server/self-views/offline-form/load';
import { ROLES, type Role } from '../../../support/cast';
import { aSelfView, eventsOf, sectionRow, SUMMER, write } from '../a-self-view';

let ground: Awaited<ReturnType<typeof aSelfView>>;
beforeAll(async () => {
  ground = await aSelfView();
});

const OWN: readonly Role[] = ['wiganDcs', 'wiganAd', 'wiganDataLead', 'wiganPolicyOfficer', 'wiganContributor', 'wiganLeadMember', 'wiganChiefExecutive'];
const origin = 'http://localhost:3000';
const found = (load: Promise<unknown>) => load.then(() => true, (error: unknown) => (error instanceof NotFound ? false : Promise.reject(error)));

const filled = (bytes: Uint8Array, from: string, to: string) => {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml']!);
  expect(xml.includes(from)).toBe(true);
  parts['word/document.xml'] = strToU8(xml.replace(from, to));
  return zipSync(parts);
};

async function brought(role: Role, bytes: Uint8Array) {
  const outcome = await bringBackForm(await ground.as(role), { documentId: ground.documentId, name: 'form.docx', bytes, origin }, SUMMER);
  if (isRefusal(outcome)) throw new Error(outcome.because);
  return outcome.change.formId;
}

test('the form, and what came back, is the own side’s alone', async () => {
  const { bytes } = await loadFormFile(await ground.as('wiganDcs'), ground.documentId, { empty: false, origin }, SUMMER);
  const formId = await brought('wiganPolicyOfficer', bytes);
  for (const role of ROLES) {
    const actor = await ground.as(role);
    const doors = [loadOfflineForm(actor, ground.documentId, SUMMER), loadFormFile(actor, ground.documentId, { empty: true, origin }, SUMMER), loadReturnedForm(actor, ground.documentId, formId, SUMMER)];
    expect([role, ...(await Promise.all(doors.map(found)))]).toEqual([role, ...doors.map(() => OWN.includes(role))]);
    const give = bringBackForm(actor, { documentId: ground.documentId, name: 'f.docx', bytes, origin }, SUMMER).then((outcome) => (isRefusal(outcome) ? outcome.refused : 'taken'), () => 'not found');
    if (!OWN.includes(role)) await expect(acceptSections(actor, { documentId: ground.documentId, formId, sections: ['context'] }, SUMMER)).rejects.toThrow(NotFound);
    expect([role, await give]).toEqual([role, !OWN.includes(role) ? 'not found' : ['wiganLeadMember', 'wiganChiefExecutive', 'wiganContributor'].includes(role) ? 'not-permitted' : 'taken']);
  }
  expect(await found(loadReturnedForm(await ground.as('wiganDcs'), ground.documentId, '00000000-0000-7000-8000-000000000000', SUMMER))).toBe(false);
});

test('nothing changes until it is accepted; then it is put together with what others wrote meanwhile, and nothing is overwritten', async () => {
  const dcs = await ground.as('wiganDcs');
  await write(dcs, ground.documentId, 'voice', { said: 'First.\n\nThe second stays as it was.', changed: 'There is no pledge as yet.' }, 1);
  const { bytes, fileName } = await loadFormFile(dcs, ground.documentId, { empty: false, origin }, SUMMER);
  expect(fileName).toBe('Wigan self-view 2017-18 form.docx');
  // A colleague writes on while the form is offline.
  await write(await ground.as('wiganPolicyOfficer'), ground.documentId, 'voice', { said: 'First, changed by a colleague.\n\nThe second stays as it was.' }, 2);
  const formId = await brought('wiganDcs', filled(filled(bytes, 'The second stays as it was.', 'The second stays as it was, offline.'), 'There is no pledge as yet.', 'There is a pledge as of now.'));
  expect((await sectionRow(ground.documentId, 'voice')).version).toBe(3);
  const page = await loadReturnedForm(dcs, ground.documentId, formId, SUMMER);
  expect(page.proposals.map(({ key, clashes, taken, may }) => [key, clashes, taken, may])).toEqual([['voice', 0, false, true]]);
  expect(page.proposals[0]!.change.paragraphs.filter(({ before, after }) => before !== after)).toEqual([
    { before: 'The second stays as it was.', after: 'The second stays as it was, offline.' },
    { before: 'There is no pledge as yet.', after: 'There is a pledge as of now.' },
  ]);
  expect(isRefusal(await acceptSections(dcs, { documentId: ground.documentId, formId, sections: [] }, SUMMER))).toBe(true);
  const accepted = await acceptSections(dcs, { documentId: ground.documentId, formId, sections: ['voice'] }, SUMMER);
  expect(isRefusal(accepted)).toBe(false);
  const row = await sectionRow(ground.documentId, 'voice');
  expect(row.content).toMatchObject({ said: 'First, changed by a colleague.\n\nThe second stays as it was, offline.', changed: 'There is a pledge as of now.' });
  expect(row.revisions.filter(({ conflict }) => !conflict).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  expect((await loadReturnedForm(dcs, ground.documentId, formId, SUMMER)).proposals).toEqual([]);
  expect((await eventsOf(ground.documentId)).slice(-2)).toEqual(['form.returned', 'document.saved']);
  // Once more changes nothing.
  expect(await acceptSections(dcs, { documentId: ground.documentId, formId, sections: ['voice'] }, SUMMER)).toMatchObject({ refused: 'unchanged' });
});

test('where both changed the same words, both are kept side by side', async () => {
  const dcs = await ground.as('wiganDcs');
  const { version } = await sectionRow(ground.documentId, 'voice');
  const { bytes } = await loadFormFile(dcs, ground.documentId, { empty: false, origin }, SUMMER);
  await write(await ground.as('wiganPolicyOfficer'), ground.documentId, 'voice', { changed: 'A pledge by a colleague.' }, version);
  const formId = await brought('wiganDcs', filled(bytes, 'There is a pledge as of now.', 'A pledge from the train.'));
  expect((await loadReturnedForm(dcs, ground.documentId, formId, SUMMER)).proposals.map(({ clashes }) => clashes)).toEqual([1]);
  expect(isRefusal(await acceptSections(dcs, { documentId: ground.documentId, formId, sections: ['voice'] }, SUMMER))).toBe(false);
  const row = await sectionRow(ground.documentId, 'voice');
  expect(row.content).toMatchObject({ changed: 'A pledge by a colleague.' });
  expect(row.revisions.find(({ conflict }) => conflict)?.content).toMatchObject({ changed: 'A pledge from the train.' });
});

test('an empty form that is filled in takes nothing away from what is written', async () => {
  const dcs = await ground.as('wiganDcs');
  const before = (await sectionRow(ground.documentId, 'voice')).content;
  const { bytes } = await loadFormFile(dcs, ground.documentId, { empty: true, origin }, SUMMER);
  const formId = await brought('wiganDcs', filled(bytes, 'Write here.', 'Changed since last year: much.'));
  const { proposals } = await loadReturnedForm(dcs, ground.documentId, formId, SUMMER);
  expect(proposals.map(({ key }) => key)).toEqual(['context']);
  await acceptSections(dcs, { documentId: ground.documentId, formId, sections: ['context'] }, SUMMER);
  expect((await sectionRow(ground.documentId, 'context')).content).toMatchObject({ changes: 'Changed since last year: much.' });
  expect((await sectionRow(ground.documentId, 'voice')).content).toEqual(before);
});

test('the form of another authority is named and not taken', async () => {
  const halton = ground.cycle.document('self-view', 'Halton');
  const { bytes } = await loadFormFile(await ground.as('haltonDcs'), halton, { empty: false, origin }, SUMMER);
  const outcome = await bringBackForm(await ground.as('wiganDcs'), { documentId: ground.documentId, name: 'f.docx', bytes, origin }, SUMMER);
  expect(outcome).toMatchObject({ refused: 'another-form', because: 'This is the form of Halton for 2017/18, not that of Wigan for 2017/18. Nothing was taken from it.' });
  expect(await db.returnedForm.count({ where: { documentId: halton } })).toBe(0);
});

test('a file without its reference is set beside the text as it stands, and a Word file that is no form is refused', async () => {
  const dcs = await ground.as('wiganDcs');
  const parts = unzipSync((await loadFormFile(dcs, ground.documentId, { empty: false, origin }, SUMMER)).bytes);
  const { 'docProps/custom.xml': _custom, ...others } = parts;
  others['word/document.xml'] = strToU8(strFromU8(others['word/document.xml']!).replace('Form reference:', 'No reference:'));
  const formId = await brought('wiganDcs', zipSync(others));
  const { returned } = await loadReturnedForm(dcs, ground.documentId, formId, SUMMER);
  expect([returned.form.withoutReference, _custom !== undefined]).toEqual([true, true]);
  others['word/document.xml'] = strToU8('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>A letter.</w:t></w:r></w:p></w:body></w:document>');
  const outcome = await bringBackForm(dcs, { documentId: ground.documentId, name: 'letter.docx', bytes: zipSync(others), origin }, SUMMER);
  expect(outcome).toMatchObject({ refused: 'no-form' });
});
