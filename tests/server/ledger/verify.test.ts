// Every column of every row of the chain is changed behind the product's back, rows are taken away, added and put in another place:
// each time the verdict names it, and when it is put right again nothing is wrong.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NOT_SEALED, SEALED } from '@/domain/ledger';
import { db } from '@/server/db';
import { declineDocument } from '@/server/documents/decline-document';
import { putDocumentForSignature } from '@/server/documents/put-document-for-signature';
import { recordPaperSignature } from '@/server/documents/record-paper-signature';
import { seal } from '@/server/ledger/seal';
import { verifyLedger } from '@/server/ledger/verify';
import { keepDatabase } from '../../support/database';
import { unguarded } from '../../support/unguarded';
import { aCycle, OCTOBER, ok, onPage, signAs, type Cycle } from '../documents/a-signed-cycle';

const SCAN = { name: 'signed.pdf', mediaType: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.4 signed') };
let wigan: Cycle;
let begin: () => Promise<void>;

beforeAll(async () => {
  wigan = await aCycle();
  await signAs(await wigan.as('wiganDcs'), wigan.mouId);
  ok(await declineDocument(await wigan.as('wiganLeadMember'), { ...(await onPage(wigan.mouId)), reason: 'Clause four' }, OCTOBER));
  ok(await putDocumentForSignature(await wigan.as('wiganDcs'), { documentId: wigan.mouId }, OCTOBER));
  await signAs(await wigan.as('wiganChiefExecutive'), wigan.mouId);
  ok(await recordPaperSignature(await wigan.as('coordinator'), { ...(await onPage(wigan.mouId)), office: 'lead-member', scan: SCAN }, OCTOBER));
  await signAs(await wigan.as('haltonActingChiefExecutive'), wigan.cycle.document('mou', 'Halton'));
  await seal();
  begin = await keepDatabase();
});
beforeEach(() => begin());

const sql = (statement: string) => unguarded((tx) => tx.$executeRawUnsafe(statement));
const wrong = async () => (await verifyLedger()).wrong;

test('what nobody touched is as it was sealed', async () => {
  const { entries, unsealed, wrong, more, noted } = await verifyLedger();
  const rows = await db.$queryRaw<{ count: number }[]>`SELECT ((SELECT count(*) FROM "Event") + (SELECT count(*) FROM "DocumentVersion") + (SELECT count(*) FROM "DocumentAct") + (SELECT count(*) FROM "Signature")
    + (SELECT count(*) FROM "Signature" WHERE "voidedAt" IS NOT NULL))::int AS count`;
  expect({ entries, unsealed, wrong, more, noted }).toEqual({ entries: rows[0]!.count, unsealed: 0, wrong: [], more: 0, noted: null });
});

test('every column of the tables is sealed, or it is said why not', async () => {
  const columns = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name IN ('Event', 'DocumentVersion', 'DocumentAct', 'Signature')`;
  const sealed = Object.entries({ Event: SEALED.event, DocumentVersion: SEALED.version, DocumentAct: SEALED.act, Signature: SEALED.signature }).flatMap(([table, of]) => Object.keys(of).map((column) => `${table}.${column}`));
  expect(columns.map(({ name }) => name).sort()).toEqual([...sealed.filter((name) => name !== 'Signature.scanHash'), ...Object.keys(NOT_SEALED)].sort());
});

const OTHER_ID = '00000000-0000-7000-8000-00000000abcd';

/** Table, column, the value that somebody puts there, and of which row. */
const CHANGES: [table: string, column: string, value: string, where: string][] = [
  ['Event', 'id', '999999', `type = 'document.declined'`],
  ['Event', 'type', `'document.accepted'`, `type = 'document.declined'`],
  ['Event', 'at', `at + interval '1 second'`, `type = 'document.declined'`],
  ...['personId', 'postId', 'regionId', 'cycleId', 'authorityId', 'documentId', 'subjectId'].map((column): [string, string, string, string] => ['Event', column, `'${OTHER_ID}'`, `type = 'document.declined'`]),
  ['Event', 'data', `data || '{"office":"DCS"}'`, `type = 'document.declined'`],
  ...['id', 'documentId', 'createdBy'].map((column): [string, string, string, string] => ['DocumentVersion', column, `'${OTHER_ID}'`, `number = 2`]),
  ['DocumentVersion', 'number', '7', 'number = 2'],
  ['DocumentVersion', 'contentHash', `repeat('a', 64)`, 'number = 2'],
  ['DocumentVersion', 'createdAt', `"createdAt" - interval '1 day'`, 'number = 2'],
  ['DocumentVersion', 'content', `jsonb_set(content, '{0,title}', '"Another title"')`, 'number = 2'],
  ...['id', 'documentId', 'versionId', 'personId', 'postId'].map((column): [string, string, string, string] => ['DocumentAct', column, `'${OTHER_ID}'`, `kind = 'declined'`]),
  ['DocumentAct', 'kind', `'accepted'`, `kind = 'declined'`],
  ['DocumentAct', 'reason', `'Nothing in particular'`, `kind = 'declined'`],
  ['DocumentAct', 'at', `at + interval '1 second'`, `kind = 'declined'`],
  ...['id', 'versionId', 'postId', 'personId', 'appointmentId', 'coversId'].map((column): [string, string, string, string] => ['Signature', column, `'${OTHER_ID}'`, `office = 'chief-executive' AND NOT acting`]),
  ['Signature', 'contentHash', `repeat('b', 64)`, `office = 'chief-executive' AND NOT acting`],
  ['Signature', 'office', `'dcs'`, `office = 'lead-member'`],
  ['Signature', 'personName', `'Somebody Else'`, `office = 'chief-executive' AND NOT acting`],
  ['Signature', 'acting', 'true', `office = 'chief-executive' AND NOT acting`],
  ['Signature', 'coverFrom', `DATE '2016-01-01'`, 'acting'],
  ['Signature', 'coverUntil', `DATE '2030-01-01'`, 'acting'],
  ['Signature', 'coversName', `'Somebody Else'`, 'acting'],
  ['Signature', 'how', `'electronic', "recordedBy" = NULL, "scanId" = NULL`, `how = 'paper'`],
  ['Signature', 'provedBy', `'code'`, `office = 'chief-executive' AND NOT acting`],
  ['Signature', 'provedAt', `"provedAt" + interval '1 hour'`, `office = 'chief-executive' AND NOT acting`],
  ['Signature', 'recordedBy', `'${OTHER_ID}'`, `how = 'paper'`],
  ['Signature', 'scanId', `'${OTHER_ID}'`, `how = 'paper'`],
  ['Signature', 'party', `'lead-challenger@${OTHER_ID}'`, `office = 'chief-executive' AND NOT acting`],
  ['Signature', 'signedAt', `"signedAt" - interval '1 day'`, `office = 'chief-executive' AND NOT acting`],
  ['Signature', 'voidedAt', `"voidedAt" + interval '1 day'`, `"voidedAt" IS NOT NULL`],
  ['Signature', 'voidedWhy', `'Because'`, `"voidedAt" IS NOT NULL`],
  ...(['kind', 'copy', 'previousHash', 'hash', 'rowId'] as const).map((column): [string, string, string, string] => ['LedgerEntry', column, `'other'`, 'number = 5']),
  ['LedgerEntry', 'id', '999999', 'number = 5'],
  ['LedgerEntry', 'number', '999999', 'number = 5'],
  ['LedgerEntry', 'sealedAt', `"sealedAt" + interval '1 second'`, 'number = 5'],
];

/** Who changes the row and its copy alike still has to make the chain anew. */
test.each(CHANGES)('%s.%s, changed, is found and named', async (table, column, value, where) => {
  expect(await sql(`UPDATE "${table}" SET "${column}" = ${value} WHERE ${where}`)).toBe(1);
  const sentences = await wrong();
  expect(sentences.length).toBeGreaterThan(0);
  const named: Record<string, RegExp> = {
    Event: /^The event of 20 October 2017.*“The .*” by the Lead Member, Wigan, on Wigan’s memorandum of understanding, 2017\/18 \(event \d+\), (was changed: |has been taken away)/,
    DocumentVersion: /^(Version [27] of (Wigan’s memorandum of understanding, 2017\/18|a document that is gone)|The signature of the .*) (was changed: |has been taken away)/,
    DocumentAct: /^The act “declined” of 20 October 2017.* by the Lead Member, Wigan, on Wigan’s memorandum of understanding, 2017\/18, (was changed: |has been taken away)/,
    Signature: /^(The signature|The voiding of the signature) of the (Chief Executive|Lead Member|DCS) \(.*\) on version [12] of (Wigan|Halton)’s memorandum of understanding, 2017\/18 (was changed: |has been taken away)/,
    LedgerEntry: /^Entry (5|6|999999) of the ledger (was itself changed|is missing|does not follow)/,
  };
  expect(sentences.some((sentence) => named[table]!.test(sentence)), sentences.join('\n')).toBe(true);
});

test('no column is left out of the changes', () => {
  const tried = CHANGES.map(([table, column]) => `${table}.${column}`);
  const sealed = Object.entries({ Event: SEALED.event, DocumentVersion: SEALED.version, DocumentAct: SEALED.act, Signature: SEALED.signature }).flatMap(([table, of]) => Object.keys(of).map((column) => `${table}.${column}`));
  expect([...sealed, 'DocumentVersion.content', 'Signature.voidedAt', 'Signature.voidedWhy'].filter((name) => name !== 'Signature.scanHash' && !tried.includes(name))).toEqual([]);
});

describe('says in a sentence', () => {
  test('what the name was and is', async () => {
    await sql(`UPDATE "Signature" SET "personName" = 'Somebody Else' WHERE office = 'chief-executive' AND NOT acting`);
    expect(await wrong()).toEqual(['The signature of the Chief Executive (Wigan Chief Executive) on version 2 of Wigan’s memorandum of understanding, 2017/18 was changed: the name was “Wigan Chief Executive” and is “Somebody Else”.']);
  });

  test('that a voided signature was made to stand again, and that one was voided in silence', async () => {
    await sql(`UPDATE "Signature" SET "voidedAt" = NULL, "voidedWhy" = NULL WHERE office = 'dcs'`);
    expect(await wrong()).toEqual(['The voiding of the signature of the DCS (Wigan Director) on version 1 of Wigan’s memorandum of understanding, 2017/18 has been taken away.']);
    await begin();
    await sql(`UPDATE "Signature" SET "voidedAt" = now(), "voidedWhy" = 'Quietly' WHERE office = 'lead-member'`);
    expect(await wrong()).toEqual(['The voiding of the signature of the Lead Member (Wigan Lead Member) on version 2 of Wigan’s memorandum of understanding, 2017/18 has no entry in the ledger: it was added past the product, or its entry was taken away.']);
  });

  test('that a text is another under its hash', async () => {
    await sql(`UPDATE "DocumentVersion" SET content = jsonb_set(content, '{0,title}', '"Another title"') WHERE number = 2`);
    expect(await wrong()).toEqual(['Version 2 of Wigan’s memorandum of understanding, 2017/18 was changed: its text is no longer the text that was frozen, and signed, under its hash.']);
  });

  test('that a row is gone', async () => {
    await sql(`DELETE FROM "Signature" WHERE office = 'chief-executive' AND NOT acting`);
    expect(await wrong()).toEqual(['The signature of the Chief Executive (Wigan Chief Executive) on version 2 of Wigan’s memorandum of understanding, 2017/18 has been taken away.']);
  });

  test('that one was added, with the guards of the database off', async () => {
    await sql(`INSERT INTO "Event" (type, at, "documentId") VALUES ('document.accepted', '2017-10-20 10:00', '${wigan.mouId}')`);
    expect(await wrong()).toEqual([expect.stringMatching(/^The event of 20 October 2017 at 11:00:00, “The undefined was accepted”, on Wigan’s memorandum of understanding, 2017\/18 \(event \d+\), has no entry in the ledger: it was added past the product, or its entry was taken away\.$/)]);
  });

  test('that an entry is missing, and that two changed places', async () => {
    await sql('DELETE FROM "LedgerEntry" WHERE number = 5');
    expect(await wrong()).toEqual(['Entry 5 of the ledger is missing.', expect.stringContaining('has no entry in the ledger')]);
    await begin();
    await sql('UPDATE "LedgerEntry" SET number = -1 WHERE number = 5; ').then(() => sql('UPDATE "LedgerEntry" SET number = 5 WHERE number = 6')).then(() => sql('UPDATE "LedgerEntry" SET number = 6 WHERE number = -1'));
    expect((await wrong()).filter((sentence) => /^Entry [567] /.test(sentence)).length).toBeGreaterThanOrEqual(2);
  });

  test('that a scan is another file, or is gone', async () => {
    await sql(`UPDATE "EvidenceBytes" SET bytes = '\\x00'`);
    expect(await wrong()).toEqual(['The signature of the Lead Member (Wigan Lead Member) on version 2 of Wigan’s memorandum of understanding, 2017/18 was given on paper, and its scan is not the file that was kept, or is gone.']);
    await begin();
    await sql(`UPDATE "EvidenceFile" SET sha256 = repeat('c', 64)`);
    expect((await wrong())[0]).toMatch(/was changed: the hash of the scan was “[0-9a-f]{64}” and is “c{64}”\.$/);
  });

  test('that the guards of the database are off', async () => {
    await db.$executeRawUnsafe('ALTER TABLE "Signature" DISABLE TRIGGER "stays_as_it_is"');
    await db.$executeRawUnsafe('DROP TRIGGER "ledger_line" ON "Event"');
    expect(await wrong()).toEqual([
      'The database does not guard its table Signature as it should: the trigger stays_as_it_is is gone or switched off.',
      'The database does not guard its table Event as it should: the trigger ledger_line is gone or switched off.',
    ]);
  });
});

describe('the head that was noted', () => {
  test('is found, and how many came after it', async () => {
    const { head } = await verifyLedger();
    await signAs(await wigan.as('wiganDcs'), wigan.mouId);
    const later = await verifyLedger({ head: head.hash });
    expect([later.wrong, later.noted]).toEqual([[], head.number]);
    expect(later.head.number).toBeGreaterThan(head.number);
  });

  test('is missed when the end was cut off, which nothing else shows', async () => {
    const { head } = await verifyLedger();
    await sql(`DELETE FROM "LedgerEntry" WHERE number > ${head.number - 3n}`);
    await sql(`DELETE FROM "Signature" WHERE acting`);
    await sql(`DELETE FROM "Event" WHERE id NOT IN (SELECT "rowId"::bigint FROM "LedgerEntry" WHERE kind = 'event')`);
    await sql(`DELETE FROM "DocumentAct" WHERE id::text NOT IN (SELECT "rowId" FROM "LedgerEntry" WHERE kind = 'act')`);
    await sql(`DELETE FROM "Signature" WHERE id::text NOT IN (SELECT "rowId" FROM "LedgerEntry" WHERE kind = 'signature')`);
    expect(await wrong()).toEqual([]);
    expect((await verifyLedger({ head: head.hash })).wrong).toEqual([`No entry has the hash ${head.hash} that was noted: the end of the ledger was cut off, or the chain was written anew.`]);
  });

  test('is missed when somebody makes the whole chain anew over a changed row', async () => {
    const { head } = await verifyLedger();
    await sql(`UPDATE "Signature" SET "personName" = 'Somebody Else' WHERE office = 'chief-executive' AND NOT acting`);
    await sql('UPDATE "LedgerEntry" SET number = NULL, copy = NULL, "previousHash" = NULL, hash = NULL, "sealedAt" = NULL');
    await seal();
    expect(await wrong()).toEqual([]);
    expect((await verifyLedger({ head: head.hash })).wrong).toHaveLength(1);
  });
});
