import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { fileName } from '@/domain/evidence';
import { fileReading } from '@/domain/file-reading';
import { MOST_BYTES } from '@/domain/office-files';
import { confirmNotAChild } from '@/server/child-data/confirm-not-a-child';
import { db } from '@/server/db';
import { addEvidenceFile } from '@/server/evidence/add-evidence-file';
import { loadEvidenceFile, loadEvidenceFiles } from '@/server/evidence/load';
import { removeAuthorship } from '@/server/evidence/remove-authorship';
import { removeEvidenceFile } from '@/server/evidence/remove-evidence-file';
import { NotFound } from '@/server/not-found';
import { saveDraft } from '@/server/self-views/save-draft';
import { loadXRay } from '@/server/self-views/x-ray/load';
import { freshDatabase } from '../support/database';
import { aCompoundFile } from './office-files/an-office-file';
import { aLockedPdf, aPdfFile } from './office-files/pdf-file';
import { aWordFile } from './office-files/word-file';
import { aSelfView, eventsOf, sectionRow, SUMMER } from './self-views/a-self-view';

const KEY = 'help-and-protection';
const PDF = await aPdfFile('84 of 120 assessments were good.');
const PNG = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
const html = new TextEncoder().encode('<!doctype html><script>alert(1)</script>');
const oldWord = new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]));
const office = (part: string, type: string, more: Record<string, string> = {}) =>
  zip({ '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`, [part]: '<x/>', ...more });
const WORD = office('word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml');
const EXCEL = office('xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml');
const MACROS = office('word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', { 'word/vbaProject.bin': 'code' });
const MACRO_TYPE = office('xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml');

let wigan: Awaited<ReturnType<typeof aSelfView>>;
beforeEach(async () => {
  await freshDatabase();
  wigan = await aSelfView();
});

const add = async (name: string, bytes: Uint8Array, role: 'wiganAd' | 'wiganLeadMember' = 'wiganAd') => addEvidenceFile(await wigan.as(role), { documentId: wigan.documentId, sectionKey: KEY, name, bytes }, SUMMER);
const said = async (name: string, bytes: Uint8Array) => {
  const outcome = await add(name, bytes);
  return isRefusal(outcome) ? outcome.refused : `${outcome.change.name} ${outcome.change.mediaType.split(/[./]/).at(-1)}`;
};

test('a file is known by what is in it, whatever it is called', async () => {
  expect(await said('Audit.pdf', PDF)).toBe('Audit.pdf pdf');
  expect(await said('Audit.exe', PDF)).toBe('Audit.pdf pdf');
  expect(await said('chart.jpeg', PNG)).toBe('chart.png png');
  expect(await said('Review.docx', WORD)).toBe('Review.docx document');
  expect(await said('Scorecard', EXCEL)).toBe('Scorecard.xlsx sheet');
  expect(await said('Audit.pdf', html)).toBe('not-a-kind');
  expect(await said('Audit.docx', zip({ 'evil.exe': 'MZ' }))).toBe('not-a-kind');
  expect(await said('old.doc', oldWord)).toBe('old-format');
  expect(await said('locked.docx', aCompoundFile('EncryptedPackage'))).toBe('password');
  expect(await said('locked.pdf', await aLockedPdf())).toBe('password');
  expect(await said('broken.pdf', new TextEncoder().encode('%PDF-1.7\n%%EOF'))).toBe('malformed');
  expect(await said('broken.docx', WORD.slice(0, WORD.length - 30))).toBe('malformed');
  expect(await said('macros.docx', MACROS)).toBe('macros');
  expect(await said('macros.xlsx', MACRO_TYPE)).toBe('macros');
  expect(await said('nothing.pdf', new Uint8Array())).toBe('empty');
  const large = new Uint8Array(MOST_BYTES + 1);
  large.set(PDF);
  expect(await said('large.pdf', large)).toBe('too-large');
  expect(await db.evidenceFile.count()).toBe(5);
  expect((await eventsOf(wigan.documentId)).filter((type) => type === 'evidence.added')).toHaveLength(5);
});

test('a refusal is one sentence that says what to do', async () => {
  expect(await add('Audit.pdf', html)).toEqual({ refused: 'not-a-kind', because: 'This file is not a PDF, a Word, Excel or PowerPoint file, or a PNG or JPEG picture.' });
});

test('a name loses its folders, signs of control and tricks of direction', () => {
  expect(fileName('C:\\secret\\..\\Audit 2017.pdf', 'pdf')).toBe('Audit 2017.pdf');
  expect(fileName('../../etc/passwd', 'pdf')).toBe('passwd.pdf');
  expect(fileName('audit\u202Efdp.exe', 'png')).toBe('auditfdp.png');
  expect(fileName('a"b\r\nc<d>.pdf', 'pdf')).toBe('abcd.pdf');
  expect(fileName('', 'pdf')).toBe('evidence.pdf');
  expect(fileName('..', 'pdf')).toBe('evidence.pdf');
});

test('evidence is added by those who write the section, to a section of their own authority', async () => {
  expect(await add('Audit.pdf', PDF, 'wiganLeadMember')).toMatchObject({ refused: 'not-permitted' });
  await expect(addEvidenceFile(await wigan.as('haltonDcs'), { documentId: wigan.documentId, sectionKey: KEY, name: 'x.pdf', bytes: PDF }, SUMMER)).rejects.toThrow(NotFound);
});

async function keptWithWords(): Promise<string> {
  const ad = await wigan.as('wiganAd');
  const kept = await add('Audit.pdf', PDF);
  if (isRefusal(kept)) throw new Error(kept.because);
  const fileId = kept.change.fileId!;
  await saveDraft(ad, { documentId: wigan.documentId, sectionKey: KEY, baseVersion: 1, typed: { 'evidence.e1.kind': 'audit', 'evidence.e1.words': '84 assessments' }, files: { e1: fileId } }, SUMMER);
  return fileId;
}

async function handOn(): Promise<void> {
  const { documentId } = wigan;
  const dcs = await wigan.as('wiganDcs');
  const doc = await db.document.findUniqueOrThrow({ where: { id: documentId }, include: { sections: true } });
  const version = await db.documentVersion.create({ data: { documentId, number: 1, content: doc.sections.map(({ key, title, content }) => ({ key, title, content })) as object[], contentHash: 'x', createdAt: SUMMER } });
  await db.documentAct.create({ data: { documentId, kind: 'submitted', versionId: version.id, at: SUMMER, personId: dcs.personId, postId: dcs.as!.id } });
  await db.share.create({ data: { documentId, audience: `region-team:${doc.regionId}`, because: 'Submitted', sinceAt: SUMMER, frozenOnly: true } });
}

test('a file is opened by those who see the text that it stands in, and by nobody else', async () => {
  const { documentId, as } = wigan;
  const fileId = await keptWithWords();
  const open = async (role: Parameters<typeof as>[0], id = fileId) =>
    loadEvidenceFile(await as(role), documentId, id, SUMMER).then(
      ({ name }) => name,
      (error: unknown) => {
        if (error instanceof NotFound) return null;
        throw error;
      },
    );
  expect([await open('wiganContributor'), await open('wiganLeadMember'), await open('haltonDcs'), await open('coordinator'), await open('nobody')]).toEqual(['Audit.pdf', 'Audit.pdf', null, null, null]);
  await handOn();
  expect([await open('coordinator'), await open('dataGroupChair'), await open('haltonDcs')]).toEqual(['Audit.pdf', null, null]);
  const later = await db.evidenceFile.create({ data: { documentId, sectionKey: KEY, name: 'Later.pdf', mediaType: 'application/pdf', size: 3, sha256: 'x', uploadedAt: SUMMER, uploadedBy: (await as('wiganAd')).personId, bytes: { create: { bytes: new Uint8Array([1, 2, 3]) } } } });
  expect([await open('wiganAd', later.id), await open('coordinator', later.id)]).toEqual(['Later.pdf', null]);
  await expect(loadEvidenceFile(await as('wiganAd'), wigan.cycle.document('mou', 'Wigan'), fileId, SUMMER)).rejects.toThrow(NotFound);
  await expect(loadEvidenceFile(await as('wiganAd'), documentId, 'no-uuid', SUMMER)).rejects.toThrow(NotFound);
});

test('a file taken out is gone, unless a version that was frozen holds it', async () => {
  const { documentId, as } = wigan;
  const ad = await as('wiganAd');
  const first = await add('Draft only.pdf', PDF);
  const draftOnly = isRefusal(first) ? '' : first.change.fileId!;
  expect(isRefusal(await removeEvidenceFile(ad, { documentId, sectionKey: KEY, fileId: draftOnly }, SUMMER))).toBe(false);
  await expect(loadEvidenceFile(ad, documentId, draftOnly, SUMMER)).rejects.toThrow(NotFound);

  const fileId = await keptWithWords();
  await handOn();
  await db.documentAct.create({ data: { documentId, kind: 'returned', at: new Date(SUMMER.getTime() + 1000), personId: ad.personId, postId: ad.as!.id } });
  await saveDraft(ad, { documentId, sectionKey: KEY, baseVersion: 2, typed: { remove: 'evidence.e1' } }, SUMMER);
  expect(((await sectionRow(documentId, KEY)).content as { evidence: unknown[] }).evidence).toEqual([]);
  await removeEvidenceFile(ad, { documentId, sectionKey: KEY, fileId }, SUMMER);
  expect((await loadEvidenceFile(await as('coordinator'), documentId, fileId, SUMMER)).name).toBe('Audit.pdf');
  expect(await removeEvidenceFile(ad, { documentId, sectionKey: KEY, fileId }, SUMMER)).toMatchObject({ refused: 'removed' });
});

async function aWordFileGiven(): Promise<string> {
  const added = await add('Audit.docx', await aWordFile());
  if (isRefusal(added)) throw new Error(added.because);
  expect(added.change.reading?.found).toHaveLength(7);
  return added.change.fileId!;
}

test('what looks like data about a child is kept with the file, masked, and asked about until somebody says that it is none', async () => {
  const { documentId, as } = wigan;
  const ad = await as('wiganAd');
  const fileId = await aWordFileGiven();
  const stored = await db.evidenceFile.findUniqueOrThrow({ where: { id: fileId } });
  expect(['Chloe', 'Jones', '943 476', 'Adam', 'Mill'].filter((word) => JSON.stringify(stored.reading).includes(word))).toEqual([]);
  const { hash } = fileReading.parse(stored.reading).found.find(({ kind }) => kind === 'upn')!;
  const confirm = (role: Parameters<typeof as>[0], command: object = {}) => as(role).then((actor) => confirmNotAChild(actor, { documentId, sectionKey: KEY, fileId, hash, ...command }, SUMMER));
  expect(await confirm('wiganLeadMember')).toMatchObject({ refused: 'not-permitted' });
  await expect(confirm('haltonDcs')).rejects.toThrow(NotFound);
  await expect(confirm('coordinator')).rejects.toThrow(NotFound);
  expect(await confirm('wiganAd', { hash: 'of other words' })).toMatchObject({ refused: 'words-changed' });
  expect(isRefusal(await confirm('wiganAd'))).toBe(false);
  expect(await confirm('wiganAd')).toMatchObject({ refused: 'confirmed' });
  expect(await db.childDataConfirmation.findMany({ select: { hash: true, kind: true, place: true, confirmedBy: true, confirmedAt: true } })).toEqual([{ hash, kind: 'upn', place: 'Audit.docx, comments, paragraph 1', confirmedBy: ad.personId, confirmedAt: SUMMER }]);
  const event = await db.event.findFirstOrThrow({ where: { type: 'child-data.confirmed' } });
  expect(event.data).toEqual({ document: 'self-view', what: 'a unique pupil number', place: 'Audit.docx, comments, paragraph 1' });
});

test('confirmed words in the text are not asked about again; changed ones are', async () => {
  const { documentId, as } = wigan;
  const ad = await as('wiganAd');
  const write = async (judgement: string, baseVersion: number) => saveDraft(ad, { documentId, sectionKey: KEY, baseVersion, typed: { judgement } }, SUMMER);
  const asked = async () => (await loadXRay(ad, documentId, SUMMER))!.childData.map(({ where, masked }) => `${where}: ${masked}`);
  await write('First.\n\nThe number 943 476 5919 stands here.', 1);
  expect(await asked()).toEqual(['Help and protection, “What is it like to be a child who needs help here?”, paragraph 2: ••• ••• ••19']);
  const { hash } = (await loadXRay(ad, documentId, SUMMER))!.childData[0]!;
  await confirmNotAChild(ad, { documentId, sectionKey: KEY, hash }, SUMMER);
  await write('Another beginning.\n\nThe number  943 476 5919 stands here still.', 2);
  expect(await asked()).toEqual([]);
  await write('The number 401 023 2137 stands here.', 3);
  expect(await asked()).toHaveLength(1);
});

test('those who made a file are told to those who gave it, taken out on their request, and named in no event', async () => {
  const { documentId, as } = wigan;
  const ad = await as('wiganAd');
  const fileId = await aWordFileGiven();
  const before = await db.evidenceFile.findUniqueOrThrow({ where: { id: fileId } });
  const shown = async (role: Parameters<typeof as>[0]) => (await loadEvidenceFiles(await as(role), documentId, SUMMER)).files.map(({ name, reading }) => `${name}: ${reading!.authorship.map(({ kind }) => kind).join(' ')}`);
  expect([await shown('wiganAd'), await shown('wiganLeadMember')]).toEqual([['Audit.docx: author last-saved-by comments custom'], ['Audit.docx: ']]);
  await expect(shown('coordinator')).rejects.toThrow(NotFound);
  await expect(shown('haltonDcs')).rejects.toThrow(NotFound);
  const remove = (actor: typeof ad) => removeAuthorship(actor, { documentId, sectionKey: KEY, fileId }, SUMMER);
  expect(await remove(await as('wiganLeadMember'))).toMatchObject({ refused: 'not-permitted' });
  expect(isRefusal(await remove(ad))).toBe(false);
  const after = await db.evidenceFile.findUniqueOrThrow({ where: { id: fileId }, include: { bytes: true } });
  expect([after.givenSha256, after.cleanedAt, after.cleanedBy, after.sha256 === before.sha256]).toEqual([before.sha256, SUMMER, ad.personId, false]);
  expect(after.sha256).toBe(createHash('sha256').update(after.bytes!.bytes).digest('hex'));
  expect(fileReading.parse(after.reading)).toMatchObject({ authorship: [], found: fileReading.parse(before.reading).found });
  expect(await remove(ad)).toMatchObject({ refused: 'no-authorship' });
  const event = await db.event.findFirstOrThrow({ where: { type: 'evidence.authorship-removed' } });
  expect(event.data).toEqual({ document: 'self-view', file: 'Audit.docx', section: 'Help and protection' });
});

test('a file that a frozen version holds stays as it was read', async () => {
  const { documentId, as } = wigan;
  const ad = await as('wiganAd');
  const fileId = await aWordFileGiven();
  await saveDraft(ad, { documentId, sectionKey: KEY, baseVersion: 1, typed: { 'evidence.e1.kind': 'audit', 'evidence.e1.words': 'Audit' }, files: { e1: fileId } }, SUMMER);
  await handOn();
  await db.documentAct.create({ data: { documentId, kind: 'returned', at: new Date(SUMMER.getTime() + 1000), personId: ad.personId, postId: ad.as!.id } });
  expect(await removeAuthorship(ad, { documentId, sectionKey: KEY, fileId }, SUMMER)).toMatchObject({ refused: 'frozen' });
});

/** A zip file with the entries, deflated, as an office program writes it. */
function zip(entries: Record<string, string>): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const raw = Buffer.from(text);
    const packed = deflateRawSync(raw);
    const crc = crc32(raw);
    const head = (signature: number, before: number[]) => {
      const buffer = Buffer.alloc(before.length * 2);
      before.forEach((value, index) => buffer.writeUInt16LE(value, index * 2));
      const sig = Buffer.alloc(4);
      sig.writeUInt32LE(signature);
      const sizes = Buffer.alloc(12);
      sizes.writeUInt32LE(crc, 0);
      sizes.writeUInt32LE(packed.length, 4);
      sizes.writeUInt32LE(raw.length, 8);
      const lengths = Buffer.alloc(4);
      lengths.writeUInt16LE(Buffer.byteLength(name), 0);
      return Buffer.concat([sig, buffer, sizes, lengths]);
    };
    const local = Buffer.concat([head(0x04034b50, [20, 0, 8, 0, 0]), Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([head(0x02014b50, [20, 20, 0, 8, 0, 0]), tail, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, directory, end]));
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}
