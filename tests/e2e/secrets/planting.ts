import { randomUUID } from 'node:crypto';
import { ask, askAgainstPromises, one } from './database';
import { newPaper, newProcess, newRole } from '../../../src/domain/processes/compose/beginnings';
import type { Looker, Person } from './people';

// A word nobody would write, one for each kind of confidential text. Tameside has had its self-view back and, here, its questions not
// yet issued; Manchester’s notes have been sent and are being changed; Cheshire East’s pack is released, and its plan of last year runs.

const run = randomUUID().slice(0, 8);
const KINDS = [
  'self-view-live', 'self-view-sent', 'review-comment', 'memorandum', 'evidence-live-name', 'evidence-live-bytes', 'evidence-sent-name', 'evidence-sent-bytes',
  'question-drafted', 'headline-drafted', 'placement-issued', 'enquiry', 'question-issued', 'enquiry-issued', 'preparation-host', 'preparation-challenger',
  'session-note', 'support-request', 'immediate-action', 'notes-live', 'notes-sent', 'notes-comment', 'plan-not-submitted', 'action', 'report', 'review',
  'pack-released', 'pack-not-released', 'paper-live', 'paper-put', 'figure-drafted', 'figure-issued', 'form-brought-back', 'conflict-reason', 'process-draft', 'handed-over-live', 'handed-over',
] as const;
export type Secret = (typeof KINDS)[number];

/** Figures are numbers: these are no authority’s. */
const FIGURES: Partial<Record<Secret, string>> = {
  'figure-drafted': '739.47',
  'figure-issued': '846.58',
};

export const wordOf = (secret: Secret): string => FIGURES[secret] ?? `sesame-${secret}-${run}`;
export const SECRETS: readonly Secret[] = KINDS;
/** In what events remember, which is where messages come from. */
export const IN_EVENTS = `sesame-event-${run}`;
/** Begins every word: what somebody might search for. */
export const PREFIX = 'sesame';

export type Places = Awaited<ReturnType<typeof plant>>;

export async function plant(people: readonly Looker[]) {
  const cycles = (await ask('select c.id, c."regionId" from "Cycle" c join "Region" r on r.id = c."regionId" where r.slug = \'north-west\' order by c."anchorOn" limit 3'));
  const [lastYear, thisYear] = [cycles[1]!.id!, cycles[2]!.id!];
  const documentId = async (kind: string, slug: string | null, cycleId = thisYear) =>
    (await one('select d.id from "Document" d left join "Authority" a on a.id = d."authorityId" where d.kind = $1 and a.slug is not distinct from $2 and d."cycleId" = $3', [kind, slug, cycleId])).id!;
  const personId = (name: Person) => people.find((one_) => one_.name === name)!.personId;
  const postId = async (name: Person) => (await one('select "postId" as id from "Appointment" where "personId" = $1 order by "startsOn" limit 1', [personId(name)])).id!;
  const authorityId = async (slug: string) => (await one('select id from "Authority" where slug = $1', [slug])).id!;

  const tameside = await placeOf('tameside', thisYear);
  const manchester = await placeOf('manchester', thisYear);
  const cheshireEast = await placeOf('cheshire-east', thisYear);
  const selfView = await documentId('self-view', 'tameside');
  const mou = await documentId('mou', 'tameside');
  const drafted = await documentId('questions', 'tameside');
  const issued = await documentId('questions', 'manchester');
  const plan = await documentId('action-plan', 'cheshire-east');
  const lastPlan = await documentId('action-plan', 'cheshire-east', lastYear);
  const pack = await documentId('annual-conversation', 'cheshire-east');
  const profile = await documentId('regional-profile', null);
  const programme = await documentId('programme', null);

  // The self-view went back: what was sent stands in its version, what is being mended in its sections.
  await inSection(selfView, 'context', 'changes', wordOf('self-view-live'));
  await inVersion(selfView, 'context', 'changes', wordOf('self-view-sent'));
  await inVersion(mou, 'purpose', 'text', wordOf('memorandum'));
  const fileLive = await file('evidence-live-name', 'evidence-live-bytes');
  const fileSent = await file('evidence-sent-name', 'evidence-sent-bytes');
  await ask(
    `update "Section" set content = jsonb_set(content, '{evidence}', coalesce(content->'evidence', '[]') || $2::jsonb) where "documentId" = $1 and key = 'practice'`,
    [selfView, JSON.stringify([{ id: 'planted-live', kind: 'audit', words: 'An audit', on: '', fileId: fileLive }])],
  );
  await askAgainstPromises(
    `update "DocumentVersion" set content = (select jsonb_agg(case when s->>'key' = 'practice' then jsonb_set(s, '{content,evidence}', coalesce(s#>'{content,evidence}', '[]') || $2::jsonb) else s end order by n) from jsonb_array_elements(content) with ordinality as e(s, n)) where "documentId" = $1`,
    [selfView, JSON.stringify([{ id: 'planted-sent', kind: 'audit', words: 'An audit', on: '', fileId: fileSent }])],
  );
  const form = randomUUID();
  await ask(
    `insert into "ReturnedForm" (id, "documentId", name, sha256, "returnedAt", "returnedBy", "postId", content, taken) values ($1, $2, 'form.docx', '', now() at time zone 'UTC', $3, $4, $5::jsonb, '{}')`,
    [form, selfView, personId('tamesidePolicyOfficer'), await postId('tamesidePolicyOfficer'), JSON.stringify({ sections: [], unplaced: [{ where: '1.1', words: wordOf('form-brought-back') }], missing: [], withoutReference: false })],
  );
  await comment(selfView, null, 'context', 'review-comment', 'tamesideDcs', `authority:${tameside.authorityId}`);

  // Tameside’s questions as they were before the packs went out.
  await askAgainstPromises(`delete from "DocumentAct" where "documentId" = $1 and kind = 'issued'`, [drafted]);
  await ask(`delete from "Share" where "documentId" = $1 and audience !~ '^(data-group|region-team):'`, [drafted]);
  await ask('update "QuestionSet" set headline = headline || $2 where "documentId" = $1', [drafted, ` ${wordOf('headline-drafted')}`]);
  await ask('update "Question" set text = text || $2 where "questionSetId" = (select id from "QuestionSet" where "documentId" = $1) and ordinal = 1', [drafted, ` ${wordOf('question-drafted')}`]);
  await ask('update "Placement" set rationale = rationale || $2 where "questionSetId" = (select id from "QuestionSet" where "documentId" = $1)', [issued, ` ${wordOf('placement-issued')}`]);
  await ask('update "Question" set text = text || $2 where "questionSetId" = (select id from "QuestionSet" where "documentId" = $1) and ordinal = 1', [issued, ` ${wordOf('question-issued')}`]);
  await enquiry(tameside.cycleAuthorityId, 'enquiry');
  await enquiry(manchester.cycleAuthorityId, 'enquiry-issued');
  await figure('tameside', 'figure-drafted');
  await figure('manchester', 'figure-issued');

  await prepared('tameside', 'who-comes', 'preparation-host');
  await prepared('liverpool', 'lines', 'preparation-challenger');

  const noted = { session: manchester.sessionId, at: new Date(Date.now() - 60_000), person: personId('facilitator'), post: await postId('facilitator') };
  await ask('insert into "SessionNote" (id, "sessionId", kind, text, "notedAt", "savedAt", "personId", "postId") values ($1, $2, \'said\', $3, $4, $4, $5, $6)', [randomUUID(), noted.session, wordOf('session-note'), noted.at, noted.person, noted.post]);
  await ask('insert into "SupportRequest" (id, "sessionId", topic, "personId", at) values ($1, $2, $3, $4, $5)', [randomUUID(), noted.session, wordOf('support-request'), noted.person, noted.at]);
  await ask('insert into "ImmediateAction" (id, "sessionId", text, owner, "personId", at) values ($1, $2, $3, \'DCS\', $4, $5)', [randomUUID(), noted.session, wordOf('immediate-action'), noted.person, noted.at]);
  const sentVersion = (await one('select "versionId" as id from "DocumentAct" where "documentId" = $1 and kind = \'sent-for-comment\' order by at desc limit 1', [manchester.notesId])).id!;
  await inSection(manchester.notesId, 'notes', 'text', wordOf('notes-live'));
  await inVersion(manchester.notesId, 'notes', 'text', wordOf('notes-sent'));
  await comment(manchester.notesId, sentVersion, 'notes', 'notes-comment', 'manchesterDcs', `authority:${manchester.authorityId}`);

  const planned = (await one('select id from "Action" where "documentId" = $1 and ordinal = 1', [plan])).id!;
  await ask('update "Action" set action = action || $2 where id = $1', [planned, ` ${wordOf('plan-not-submitted')}`]);
  const action = (await one('select id from "Action" where "documentId" = $1 and ordinal = 1', [lastPlan])).id!;
  await ask('update "Action" set action = action || $2 where id = $1', [action, ` ${wordOf('action')}`]);
  await ask('update "ActionReport" set text = text || $2 where "actionId" = $1', [action, ` ${wordOf('report')}`]);
  await ask('update "ActionReview" set comment = comment || $2 where "actionId" = $1', [action, ` ${wordOf('review')}`]);

  await inVersion(pack, 'about', 'text', wordOf('pack-released'));
  const again = randomUUID();
  await ask(
    'insert into "DocumentVersion" (id, "documentId", number, content, "contentHash", "createdAt") select $2, "documentId", number + 1, content, "contentHash", now() at time zone \'UTC\' from "DocumentVersion" where "documentId" = $1 order by number desc limit 1',
    [pack, again],
  );
  await inVersion(pack, 'about', 'text', wordOf('pack-not-released'), again);
  const release = (await one('select id from "Release" where "documentId" = $1 and "revokedAt" is null order by "releasedAt" desc limit 1', [pack])).id!;

  await inSection(programme, 'priorities', 'text', wordOf('paper-live'));
  const profileKey = (await one('select key from "Section" where "documentId" = $1 order by ordinal limit 1', [profile])).key!;
  await inVersion(profile, profileKey, 'text', wordOf('paper-put'));
  await ask(
    'insert into "AuthorityConflict" (id, "regionId", "authorityId", "otherId", reason, "recordedAt", "recordedBy", "endedAt") values ($1, $2, $3, $4, $5, now() at time zone \'UTC\', $6, now() at time zone \'UTC\')',
    [randomUUID(), cycles[2]!.regionId, tameside.authorityId, manchester.authorityId, wordOf('conflict-reason'), personId('coordinator')],
  );
  const handedOver = await paperOfProcess('handed-over-live', 'handed-over');
  const process = (await one('select "templateId" as id from "Cycle" where id = $1', [thisYear])).id!;
  const processDraft = await draft(cycles[2]!.regionId!);
  await happened();

  return {
    process, processDraft, thisYear, lastYear, tameside, manchester, cheshireEast, selfView, mou, drafted, issued, plan, lastPlan, planned, action, pack, release, profile, programme, handedOver, fileLive, fileSent, sentVersion, form,
    tamesideAppointment: (await one('select x.id from "Appointment" x where x."personId" = $1 limit 1', [personId('tamesideDcs')])).id!,
    tamesidePerson: personId('tamesideDcs'),
    tamesideMemorandumNumber: 1,
  };

  async function placeOf(slug: string, cycleId: string) {
    const row = await one(
      `select ca.id as "cycleAuthorityId", ca."authorityId", ca."groupId", s.id as "sessionId", s."forumId", s."notesId" from "CycleAuthority" ca join "Authority" a on a.id = ca."authorityId"
       join "ForumSession" s on s."cycleAuthorityId" = ca.id where a.slug = $1 and ca."cycleId" = $2`,
      [slug, cycleId],
    );
    return row as Record<'cycleAuthorityId' | 'authorityId' | 'groupId' | 'sessionId' | 'forumId' | 'notesId', string>;
  }

  async function inSection(document: string, key: string, field: string, word: string): Promise<void> {
    await ask(`update "Section" set content = jsonb_set(content, array[$3], to_jsonb(coalesce(content->>$3, '') || $4::text)) where "documentId" = $1 and key = $2`, [document, key, field, `\n\n${word}`]);
  }

  async function inVersion(document: string, key: string, field: string, word: string, only: string | null = null): Promise<void> {
    await askAgainstPromises(
      `update "DocumentVersion" set content = (select jsonb_agg(case when s->>'key' = $2 then jsonb_set(s, array['content', $3], to_jsonb(coalesce(s#>>array['content', $3], '') || $4::text)) else s end order by n) from jsonb_array_elements(content) with ordinality as e(s, n))
       where "documentId" = $1 and ($5::uuid is null or id = $5::uuid)`,
      [document, key, field, `\n\n${word}`, only],
    );
  }

  async function file(name: Secret, bytes: Secret): Promise<string> {
    const id = randomUUID();
    const content = Buffer.from(`%PDF-1.4\n${wordOf(bytes)}\n%%EOF`);
    await ask(
      `insert into "EvidenceFile" (id, "documentId", "sectionKey", name, "mediaType", size, sha256, "uploadedAt", "uploadedBy") values ($1, $2, 'practice', $3, 'application/pdf', $4, $5, now() at time zone 'UTC', $6)`,
      [id, selfView, `${wordOf(name)}.pdf`, content.length, id, personId('tamesidePolicyOfficer')],
    );
    await ask('insert into "EvidenceBytes" ("fileId", bytes) values ($1, $2)', [id, content]);
    return id;
  }

  /** A paper of a process about Tameside: the data group writes it, and has handed an earlier text to Tameside. */
  async function paperOfProcess(live: Secret, handed: Secret): Promise<string> {
    const [id, version] = [randomUUID(), randomUUID()];
    await ask(`insert into "Document" (id, kind, "regionId", "cycleId", "authorityId", slot, name, "createdAt") values ($1, 'paper', $2, $3, $4, 'planted', 'data analysis', now() at time zone 'UTC')`, [id, cycles[2]!.regionId, thisYear, tameside.authorityId]);
    await ask(`insert into "Section" (id, "documentId", key, ordinal, title, content, "savedAt") values ($1, $2, 'text', 1, 'Analysis', $3, now() at time zone 'UTC')`, [randomUUID(), id, JSON.stringify({ text: wordOf(live) })]);
    for (const [audience, frozenOnly] of [[`data-group:${cycles[2]!.regionId}`, false], [`authority:${tameside.authorityId}`, true]]) {
      await ask(`insert into "Share" (id, "documentId", audience, because, "sinceAt", "frozenOnly") values ($1, $2, $3, 'It was handed over', now() at time zone 'UTC', $4)`, [randomUUID(), id, audience, frozenOnly]);
    }
    await ask(`insert into "DocumentVersion" (id, "documentId", number, content, "contentHash", "createdAt") values ($1, $2, 1, $3, '', now() at time zone 'UTC')`, [version, id, JSON.stringify([{ key: 'text', title: 'Analysis', content: { text: wordOf(handed) } }])]);
    for (const [kind, minutes] of [['submitted', 2], ['reopened', 1]] as const) {
      await ask(`insert into "DocumentAct" (id, "documentId", kind, reason, "versionId", at, "personId", "postId") values ($1, $2, $3, '', $4, (now() at time zone 'UTC') - make_interval(mins => $5), $6, $7)`, [randomUUID(), id, kind, version, minutes, personId('buryDcs'), await postId('buryDcs')]);
    }
    return id;
  }

  async function comment(document: string, versionId: string | null, sectionKey: string, secret: Secret, by: Person, audience: string): Promise<void> {
    await ask(
      `insert into "Comment" (id, "documentId", "versionId", "sectionKey", paragraph, body, audience, at, "personId", "postId") values ($1, $2, $3, $4, 1, $5, $6, now() at time zone 'UTC', $7, $8)`,
      [randomUUID(), document, versionId, sectionKey, wordOf(secret), audience, personId(by), await postId(by)],
    );
  }

  async function enquiry(cycleAuthorityId: string, secret: Secret): Promise<void> {
    await ask('insert into "OfstedEnquiry" (id, "cycleAuthorityId", text, "receivedOn", "recordedBy") values ($1, $2, $3, current_date, $4)', [randomUUID(), cycleAuthorityId, wordOf(secret), personId('coordinator')]);
  }

  async function figure(slug: string, secret: Secret): Promise<void> {
    await ask(`update "Figure" set value = $3, marker = null where id = (select f.id from "Figure" f join "Indicator" i on i.id = f."indicatorId" where f."cycleId" = $1 and f."authorityId" = $2 order by i.key limit 1)`, [thisYear, await authorityId(slug), FIGURES[secret]]);
  }

  /** What one side prepares for Tameside’s session, as its page would have saved it. */
  async function prepared(slug: string, key: string, secret: Secret): Promise<void> {
    const owner = await authorityId(slug);
    const found = await ask(`select id from "Document" where kind = 'preparation' and slot = $1 and "authorityId" = $2`, [tameside.sessionId, owner]);
    const id = found[0]?.id ?? randomUUID();
    if (found.length === 0) {
      await ask(`insert into "Document" (id, kind, "regionId", "cycleId", "authorityId", slot, "createdAt") values ($1, 'preparation', $2, $3, $4, $5, now() at time zone 'UTC')`, [id, cycles[2]!.regionId, thisYear, owner, tameside.sessionId]);
      await ask(`insert into "Share" (id, "documentId", audience, because, "sinceAt") values ($1, $2, $3, 'Its own', now() at time zone 'UTC')`, [randomUUID(), id, `authority:${owner}`]);
    }
    await ask(
      `insert into "Section" (id, "documentId", key, ordinal, title, content, "savedAt") values ($1, $2, $3, 1, 'Prepared', $4, now() at time zone 'UTC')
       on conflict ("documentId", key) do update set content = excluded.content`,
      [randomUUID(), id, key, JSON.stringify({ text: wordOf(secret) })],
    );
  }

  /** Events remember reasons and names of files: what happened to the three is told again with secrets in it. */
  async function happened(): Promise<void> {
    await ask(
      `insert into "Event" (type, at, "personId", "postId", "regionId", "cycleId", "authorityId", "documentId", data) values ('evidence.added', now() at time zone 'UTC', $1, $2, $3, $4, $5, $6, $7)`,
      [personId('tamesidePolicyOfficer'), await postId('tamesidePolicyOfficer'), cycles[2]!.regionId, thisYear, tameside.authorityId, selfView, JSON.stringify({ file: wordOf('evidence-live-name'), section: 'Practice' })],
    );
    await ask(
      `insert into "Event" (type, at, "personId", "postId", "regionId", "cycleId", "authorityId", "documentId", "subjectId", data)
       select distinct on (type) type, now() at time zone 'UTC', "personId", "postId", "regionId", "cycleId", "authorityId", "documentId", "subjectId",
         (select jsonb_object_agg(k, case when k = any($2) then to_jsonb($3::text) else v end) from jsonb_each(data) as e(k, v))
       from "Event" where "authorityId" = any($1) and data ?| $2 order by type, id desc`,
      [[tameside.authorityId, manchester.authorityId, cheshireEast.authorityId], ['reason', 'why', 'text', 'topic', 'comment', 'note', 'answer', 'file'], IN_EVENTS],
    );
  }
}

/** A process that nobody has published yet. */
async function draft(regionId: string): Promise<string> {
  const id = randomUUID();
  const begun = newProcess({ title: wordOf('process-draft'), anchorName: 'The day', grouping: { is: 'one' } });
  const definition = { ...begun, papers: [newPaper(begun, { name: 'findings', per: 'authority', by: 'dcs' })], roles: [newRole(begun, 'observer')] };
  await ask('insert into "ProcessTemplate" (id, "regionId", key, version, name, definition, origin, "publishedAt") values ($1, $2, $3, 1, $4, $5, \'own\', null)', [id, regionId, `draft-${run}`, definition.title, JSON.stringify(definition)]);
  return id;
}
