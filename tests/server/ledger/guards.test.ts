// What the database itself refuses, whatever the program or the person at its console does.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import pg from 'pg';
import { db } from '@/server/db';
import { declineDocument } from '@/server/documents/decline-document';
import { recordPaperSignature } from '@/server/documents/record-paper-signature';
import { findOrCreatePost } from '../../support/cast';
import { keepDatabase } from '../../support/database';
import { aCycle, OCTOBER, ok, onPage, signAs, type Cycle } from '../documents/a-signed-cycle';

const SCAN = { name: 'signed.pdf', mediaType: 'application/pdf', bytes: new TextEncoder().encode('%PDF-1.4 signed') };
let wigan: Cycle;
let begin: () => Promise<void>;
let row: { versionId: string; office: string; postId: string; personId: string; personName: string; provedBy: string; provedAt: Date; signedAt: Date };
let scanId: string;

beforeAll(async () => {
  wigan = await aCycle();
  ok(await recordPaperSignature(await wigan.as('coordinator'), { ...(await onPage(wigan.mouId)), office: 'dcs', scan: SCAN }, OCTOBER));
  scanId = (await db.evidenceFile.findFirstOrThrow()).id;
  const leadMember = await wigan.as('wiganLeadMember');
  row = { versionId: (await onPage(wigan.mouId)).versionId, office: 'lead-member', postId: leadMember.as!.id, personId: leadMember.personId, personName: 'Wigan Lead Member', provedBy: 'link', provedAt: OCTOBER, signedAt: OCTOBER };
  begin = await keepDatabase();
});
beforeEach(() => begin());

/** What the database says against it, with the name of what refused it; "taken" when nothing did. */
async function sql(statement: string, values: unknown[] = []): Promise<string> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query("SET timezone = 'UTC'");
    await client.query(statement, values);
    return 'taken';
  } catch (error) {
    return `${(error as pg.DatabaseError).constraint ?? ''} ${(error as Error).message}`;
  } finally {
    await client.end();
  }
}

function given(more: object): Promise<string> {
  const columns = Object.entries({ ...row, ...more }).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value] as const);
  return sql(`INSERT INTO "Signature" (id, ${columns.map(([name]) => `"${name}"`).join(', ')}) VALUES (gen_random_uuid(), ${columns.map((_, index) => `$${index + 1}`).join(', ')})`, columns.map(([, value]) => value));
}

describe('a signature that nobody gave', () => {
  test('is taken when it is true', async () => {
    expect(await given({})).toBe('taken');
    expect(await db.signature.findFirstOrThrow({ where: { office: 'lead-member' } })).toMatchObject({ appointmentId: expect.any(String), contentHash: (await onPage(wigan.mouId)).contentHash, coverFrom: null });
  });

  test('cannot be electronic and recorded by somebody, or with a scan', async () => {
    expect(await given({ recordedBy: wigan.ids.coordinator })).toContain('electronic_is_the_signatorys_own');
    expect(await given({ scanId })).toContain('electronic_is_the_signatorys_own');
    expect(await given({ how: 'by telephone', recordedBy: wigan.ids.coordinator, scanId })).toContain('given_electronically_or_on_paper');
  });

  test('cannot be electronic without a proof of who gave it', async () => {
    for (const without of [{ provedBy: null }, { provedAt: null }, { provedBy: 'coordinator' }]) expect(await given(without)).toContain('An electronic signature comes from someone who has shown who they are');
  });

  test('cannot be of someone who does not hold the post, or held it on another day', async () => {
    expect(await given({ personId: wigan.ids.coordinator })).toContain('by someone who holds the post');
    expect(await given({ personId: wigan.ids.haltonLeadMember })).toContain('by someone who holds the post');
    expect(await given({ signedAt: new Date('2014-12-31T12:00:00Z') })).toContain('by someone who holds the post');
    const former = { office: 'dcs', postId: await findOrCreatePost({ office: 'dcs', authority: 'Wigan' }), personId: wigan.ids.formerWiganDcs, personName: 'Former Wigan Director' };
    const other = await db.documentVersion.create({ data: { documentId: wigan.selfViewId, number: 1, content: [], contentHash: 'none', createdAt: OCTOBER } });
    expect(await given({ ...former, versionId: other.id })).toContain('by someone who holds the post');
    expect(await given({ acting: true })).toContain('by someone who holds the post');
  });

  test('cannot be in the post of another authority, or of another office', async () => {
    expect(await given({ postId: await findOrCreatePost({ office: 'lead-member', authority: 'Halton' }), personId: wigan.ids.haltonLeadMember })).toContain('in a post of that office where the document belongs');
    expect(await given({ office: 'chief-executive' })).toContain('in a post of that office where the document belongs');
  });

  test('cannot be electronic of a coordinator or a facilitator, whoever appointed them', async () => {
    for (const role of ['coordinator', 'facilitator'] as const) {
      await db.appointment.create({ data: { personId: wigan.ids[role], postId: row.postId, startsOn: new Date('2017-10-01'), acting: true } });
      expect(await given({ personId: wigan.ids[role], acting: true })).toContain('The regional team never signs for an authority');
    }
  });

  test('on paper has its scan, of this document, and a coordinator of the region who recorded it', async () => {
    const paper = { how: 'paper', recordedBy: wigan.ids.coordinator, scanId };
    expect(await given({ ...paper, scanId: null })).toMatch(/paper_has_its_scan_and_recorder|The scan of a signature/);
    expect(await given({ ...paper, recordedBy: null })).toMatch(/paper_has_its_scan_and_recorder|recorded by a coordinator/);
    expect(await given({ ...paper, recordedBy: row.personId })).toMatch(/paper_has_its_scan_and_recorder|recorded by a coordinator/);
    expect(await given({ ...paper, recordedBy: wigan.ids.facilitator })).toContain('recorded by a coordinator');
    expect(await given({ ...paper, recordedBy: wigan.ids.otherRegionsCoordinator })).toContain('recorded by a coordinator');
    const elsewhere = await db.evidenceFile.create({ data: { documentId: wigan.selfViewId, sectionKey: 'x', name: 'x', mediaType: 'x', size: 1, sha256: 'x', uploadedAt: OCTOBER, uploadedBy: wigan.ids.coordinator } });
    expect(await given({ ...paper, scanId: elsewhere.id })).toContain('The scan of a signature on paper is a file of the document');
    expect(await given(paper)).toBe('taken');
  });

  test('names the text that was signed, whatever it says itself', async () => {
    expect(await given({ contentHash: 'another' })).toBe('taken');
    expect((await db.signature.findFirstOrThrow({ where: { office: 'lead-member' } })).contentHash).toBe((await onPage(wigan.mouId)).contentHash);
  });

  test('is not void from the start', async () => {
    expect(await given({ voidedAt: OCTOBER, voidedWhy: 'x' })).toContain('A signature is not void from the start');
  });
});

describe('what happened', () => {
  const REFUSED = /^ What stands in "\w+" is kept as it is: (update|delete|truncate) is refused$/;

  beforeEach(async () => {
    await signAs(await wigan.as('wiganChiefExecutive'), wigan.mouId);
  });

  test.each(['Event', 'DocumentVersion', 'DocumentAct', 'Signature', 'LedgerEntry'])('%s: no row is deleted, no table emptied', async (table) => {
    expect(await sql(`DELETE FROM "${table}"`)).toMatch(REFUSED);
    expect(await sql(`TRUNCATE "${table}" CASCADE`)).toMatch(REFUSED);
  });

  test.each([
    ['Event', `at = now()`],
    ['Event', `data = '{}'::jsonb || '{"a":1}'`],
    ['DocumentVersion', `content = '[]'`],
    ['DocumentVersion', `"contentHash" = 'x'`],
    ['DocumentAct', `reason = 'another'`],
    ['Signature', `"personName" = 'another'`],
    ['Signature', `"voidedAt" = now(), "voidedWhy" = 'x', "personName" = 'another'`],
    ['LedgerEntry', `copy = 'x' WHERE number IS NOT NULL`],
    ['LedgerEntry', `number = NULL, copy = NULL, hash = NULL, "previousHash" = NULL, "sealedAt" = NULL WHERE number IS NOT NULL`],
    ['LedgerEntry', `kind = 'other'`],
  ])('%s is not changed: %s', async (table, change) => {
    expect(await sql(`UPDATE "${table}" SET ${change}`)).toMatch(REFUSED);
  });

  test('an event is told, and a signature is voided once, with a reason', async () => {
    expect(await sql(`UPDATE "Event" SET "toldAt" = now()`)).toBe('taken');
    expect(await sql(`UPDATE "Signature" SET "voidedAt" = now()`)).toContain('voided_with_a_reason');
    ok(await declineDocument(await wigan.as('wiganLeadMember'), { ...(await onPage(wigan.mouId)), reason: 'No' }, OCTOBER));
    expect(await db.signature.count({ where: { voidedAt: null } })).toBe(0);
    expect(await sql(`UPDATE "Signature" SET "voidedAt" = NULL, "voidedWhy" = NULL`)).toMatch(REFUSED);
    expect(await sql(`UPDATE "Signature" SET "voidedWhy" = 'another'`)).toMatch(REFUSED);
  });
});
