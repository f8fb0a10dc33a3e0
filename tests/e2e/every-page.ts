import { newPaper, newProcess, newRole } from '@/domain/processes/compose/beginnings';
import { ask, cycleIds, documentId, one, sessionOf } from './region';

/** Route as its folder is called, and one real address of it. */
export type Place = readonly [route: string, address: string];

/** Pages that only lead on to another. */
export const LEADS_ON = ['/', '/cycle', '/documents/[documentId]', '/cycles/[cycleId]/steps/[stepKey]/paper'];

/** The measure of the bench; nobody is shown it. */
export const NOT_SERVED = ['/empty'];

/** Pages that are looked at within a journey, because they come to be in it. */
export const IN_A_JOURNEY = ['/cycles/[cycleId]/sets', '/cycles/[cycleId]/task-groups', '/cycles/[cycleId]/task-groups/[groupId]', '/calendar/days/import', '/self-views/[documentId]/form/[formId]', '/documents/[documentId]/sections/[sectionKey]/beside/[besideId]', '/cycles/[cycleId]/days', '/papers/[documentId]/beside'];

/** Who opens what: every page of the product, as somebody whom it concerns. */
export const PAGES: Record<string, () => Promise<Place[]>> = {
  nobody: async () => [
    ['/sign-in', '/sign-in'],
    ['/sign-in/link', '/sign-in/link?token=none'],
    ['/sign-in/code', '/sign-in/code'],
    ['/help', '/help'],
    ['/accessibility', '/accessibility'],
    ['/who-can-see-what', '/who-can-see-what'],
  ],
  'SLI coordinator': async () => {
    const ids = await cycleIds();
    const cycle = ids[2]!;
    return [
      ['/my-work', '/my-work'],
      ['/cycles', '/cycles'],
      ...ids.slice(3).map((side): Place => ['/cycles/[cycleId]', `/cycles/${side}`]),
      ['/cycles/[cycleId]', `/cycles/${cycle}`],
      ['/cycles/[cycleId]', `/cycles/${cycle}?show=late`],
      ['/cycles/[cycleId]/dates', `/cycles/${cycle}/dates`],
      ['/cycles/[cycleId]/dates/[stepKey]', `/cycles/${cycle}/dates/sign-notes`],
      ['/cycles/[cycleId]/steps/[stepKey]', `/cycles/${cycle}/steps/prepare-forum?authority=wigan`],
      ['/cycles/[cycleId]/owed', `/cycles/${cycle}/owed`],
      ['/cycles/[cycleId]/disruption', `/cycles/${cycle}/disruption`],
      ['/cycles/[cycleId]/disruption', `/cycles/${cycle}/disruption?what=inspected&see=yes`],
      ['/cycles/[cycleId]/disruption', `/cycles/${cycle}/disruption?what=withdrew&see=yes&authority=${(await one('select id from "Authority" where slug = \'oldham\'')).id}`],
      ['/cycles/[cycleId]/chase', `/cycles/${cycle}/chase`],
      ['/cycles/[cycleId]/close', `/cycles/${cycle}/close`],
      ['/cycles/[cycleId]/roles', `/cycles/${cycle}/roles`],
      ['/cycles/[cycleId]/roles/[role]/[slug]', `/cycles/${cycle}/roles/lead-challenger/wigan`],
      ['/cycles/[cycleId]/roles/[role]/[slug]', `/cycles/${cycle}/roles/lead-challenger/wigan?replaces=${await leadOf(cycle, 'wigan')}`],
      ['/cycles/[cycleId]/roles/[role]/rotation', `/cycles/${cycle}/roles/lead-challenger/rotation`],
      ['/cycles/[cycleId]/packs', `/cycles/${cycle}/packs`],
      ['/cycles/[cycleId]/figures', `/cycles/${cycle}/figures`],
      ['/cycles/[cycleId]/enquiries', `/cycles/${cycle}/enquiries`],
      ['/cycles/[cycleId]/submissions', `/cycles/${cycle}/submissions`],
      ['/cycles/[cycleId]/submissions/[documentId]', `/cycles/${cycle}/submissions/${await documentId('self-view', 'wigan')}`],
      ['/advice-before-signature', '/advice-before-signature'],
      ['/calendar', '/calendar'],
      ['/calendar', `/calendar?view=list&cycle=${cycle}&for=dcs`],
      ['/calendar/days', '/calendar/days'],
      ['/cycles/conflicts', '/cycles/conflicts'],
      ['/cycles/new', `/cycles/new?from=${cycle}`],
      ['/cycles/new/preview', `/cycles/new/preview?from=${cycle}`],
    ];
  },
  'SLI coordinator (processes)': async () => {
    const cycle = (await cycleIds())[2]!;
    const process = await one('select "templateId" as id from "Cycle" where id = $1', [cycle]);
    const path = `/processes/${process.id}`;
    const draft = `/processes/${await aDraft()}`;
    return [
      ['/processes', '/processes'],
      ['/processes/new', '/processes/new'],
      ['/processes/[processId]', path],
      ['/processes/[processId]/dry-run', `${path}/dry-run?from=2026-11-23`],
      ['/processes/[processId]/steps/[stepKey]', `${path}/steps/sign-notes`],
      ['/processes/[processId]', draft],
      ['/processes/[processId]/edit', `${draft}/edit`],
      ['/processes/[processId]/shape', `${draft}/shape`],
      ['/processes/[processId]/phases', `${draft}/phases`],
      ['/processes/[processId]/steps/[stepKey]', `${draft}/steps/open-cycle`],
      ['/processes/[processId]/papers/new', `${draft}/papers/new`],
      ['/processes/[processId]/papers/[paperKey]', `${draft}/papers/notes-of-the-day`],
      ['/processes/[processId]/papers/[paperKey]/sections/[sectionKey]', `${draft}/papers/notes-of-the-day/sections/notes-of-the-day`],
      ['/processes/[processId]/roles/[roleKey]', `${draft}/roles/observer`],
      ['/cycles/[cycleId]/version', `/cycles/${cycle}/version`],
    ];
  },
  'SLI coordinator (people and forums)': async () => {
    const cycle = (await cycleIds())[2]!;
    const { forumId } = await sessionOf('wigan');
    const halton = await sessionOf('halton');
    const paper = await one('select id from "Document" where kind = \'regional-profile\' and "cycleId" = $1', [cycle]);
    const held = await one(
      'select p.id as person, ap.id as appointment from "Appointment" ap join "Person" p on p.id = ap."personId" join "Post" t on t.id = ap."postId" join "Authority" a on a.id = t."authorityId" where a.slug = \'wigan\' and t.office = \'dcs\' order by ap."startsOn" desc limit 1',
    );
    return [
      ['/cycles/[cycleId]/papers/[documentId]', `/cycles/${cycle}/papers/${paper.id}`],
      ['/authorities', '/authorities'],
      ['/authorities/[slug]', '/authorities/wigan'],
      ['/authorities/[slug]/threads', '/authorities/wigan/threads?of=area'],
      ['/forums', '/forums'],
      ['/forums/new', '/forums/new'],
      ['/forums/[forumId]', `/forums/${forumId}`],
      ['/people', '/people'],
      ['/people/[personId]', `/people/${held.person}`],
      ['/people/[personId]/correct', `/people/${held.person}/correct`],
      ['/people/appoint', '/people/appoint?place=authority:wigan'],
      ['/people/appointments/[appointmentId]', `/people/appointments/${held.appointment}`],
      ['/outbox', '/outbox'],
      ['/word-templates', '/word-templates'],
      ['/word-templates/[kind]', '/word-templates/self-view'],
      ['/documents/[documentId]/paper-signature', `/documents/${halton.notesId}/paper-signature`],
      ['/sign-out', '/sign-out'],
    ];
  },
  Facilitator: async () => {
    const manchester = await sessionOf('manchester');
    const wigan = await sessionOf('wigan');
    return [
      ['/forums/[forumId]/sessions/[sessionId]', `/forums/${manchester.forumId}/sessions/${manchester.sessionId}`],
      ['/forums/[forumId]/sessions/[sessionId]', `/forums/${wigan.forumId}/sessions/${wigan.sessionId}`],
      ['/forum-notes/[documentId]', `/forum-notes/${manchester.notesId}`],
      ['/forum-notes/[documentId]/draft', `/forum-notes/${manchester.notesId}/draft`],
      ['/documents/[documentId]/activity', `/documents/${manchester.notesId}/activity`],
    ];
  },
  'Data group chair': async () => [
    ['/questions', '/questions'],
    ['/questions/[documentId]', `/questions/${await documentId('questions', 'wigan')}`],
  ],
  'DCS, Warrington': async () => {
    const view = await documentId('self-view', 'warrington');
    // Care leavers, schools and the like are asked alike: one stands for all.
    const alike = ['children-in-care', 'care-leavers', 'leadership', 'education', 'send'];
    const sections = await ask('select key from "Section" where "documentId" = $1 and key <> all($2) order by ordinal', [view, alike]);
    return [
      ['/self-views/[documentId]', `/self-views/${view}`],
      ['/self-views/[documentId]/read', `/self-views/${view}/read`],
      ['/self-views/[documentId]/form', `/self-views/${view}/form`],
      ['/documents/[documentId]/print', `/documents/${view}/print`],
      ['/self-views/[documentId]/x-ray', `/self-views/${view}/x-ray`],
      ['/self-views/[documentId]/missing', `/self-views/${view}/missing`],
      ['/documents/[documentId]/compare', `/documents/${view}/compare`],
      ['/documents/[documentId]/compare', `/documents/${view}/compare?show=all`],
      ['/self-views/[documentId]/files', `/self-views/${view}/files`],
      ...sections.map(({ key }): Place => ['/self-views/[documentId]/sections/[sectionKey]', `/self-views/${view}/sections/${key}`]),
      ['/documents/[documentId]/sections/[sectionKey]/saves', `/documents/${view}/sections/context/saves`],
      ['/memoranda/[documentId]', `/memoranda/${await documentId('mou', 'warrington')}`],
      ['/documents/[documentId]/submit', `/documents/${view}/submit`],
    ];
  },
  'DCS, Blackburn with Darwen': async () => {
    const here = 'blackburn-with-darwen';
    const cycle = (await cycleIds())[2]!;
    const { forumId, sessionId, notesId } = await sessionOf(here);
    const plan = await documentId('action-plan', here, 1);
    const action = await one('select id from "Action" where "documentId" = $1 order by ordinal limit 1', [plan]);
    const view = await documentId('self-view', here);
    return [
      ['/my-work', '/my-work'],
      ['/calendar', '/calendar?for=me'],
      ['/calendar/feeds', '/calendar/feeds'],
      ['/authorities/[slug]', `/authorities/${here}`],
      ['/packs/[documentId]', `/packs/${await documentId('questions', here)}`],
      ['/forums/[forumId]/sessions/[sessionId]/prepare', `/forums/${forumId}/sessions/${sessionId}/prepare`],
      ['/forum-notes/[documentId]', `/forum-notes/${notesId}`],
      ['/documents/[documentId]/versions/[number]', `/documents/${view}/versions/1`],
      ['/documents/[documentId]/versions/[number]/print', `/documents/${view}/versions/1/print`],
      ['/documents/[documentId]/sign', `/documents/${view}/sign`],
      ['/documents/[documentId]/ledger', `/documents/${view}/ledger`],
      ['/annual-conversations/new', `/annual-conversations/new?cycle=${cycle}&authority=${here}`],
      ['/annual-conversations/[documentId]', `/annual-conversations/${await documentId('annual-conversation', here)}`],
      ['/action-plans', '/action-plans'],
      ['/action-plans/[documentId]', `/action-plans/${plan}`],
      ['/action-plans/[documentId]/actions/[actionId]', `/action-plans/${plan}/actions/${action.id}`],
      ['/action-plans/[documentId]/actions/new', `/action-plans/${await documentId('action-plan', here)}/actions/new`],
    ];
  },
  'DCS, Halton': async () => {
    const paper = async (slot: string) => (await one('select d.id from "Document" d join "Authority" a on a.id = d."authorityId" where d.kind = \'paper\' and a.slug = \'halton\' and d.slot = $1 order by d."createdAt" desc limit 1', [slot])).id;
    return [
      ['/papers/[documentId]', `/papers/${await paper('own-notes')}`],
      ['/papers/[documentId]', `/papers/${await paper('asks-and-offers')}`],
    ];
  },
  'Lead Member, Halton': async () => {
    const { notesId } = await sessionOf('halton');
    return [
      ['/my-work', '/my-work'],
      ['/documents/[documentId]/sign', `/documents/${notesId}/sign`],
    ];
  },
  Ofsted: async () => {
    const { id } = await one('select id from "Release" where "revokedAt" is null and ("untilAt" is null or "untilAt" > now()) order by "releasedAt" desc limit 1');
    return [
      ['/released', '/released'],
      ['/released/[releaseId]', `/released/${id}`],
    ];
  },
};

/** The lead peer challenger of an authority, as found in turn when the cycle was opened. */
async function leadOf(cycle: string, slug: string): Promise<string> {
  return `lead:${(await one('select ca.id from "CycleAuthority" ca join "Authority" a on a.id = ca."authorityId" where ca."cycleId" = $1 and a.slug = $2', [cycle, slug])).id}`;
}

/** A draft with a paper and a role in it, made once: there is none in the demonstration, since nobody is in the middle of making one. */
async function aDraft(): Promise<string> {
  const begun = newProcess({ title: 'A draft to look at', anchorName: 'The day', grouping: { is: 'one' } });
  const definition = { ...begun, papers: [newPaper(begun, { name: 'notes of the day', per: 'authority', by: 'dcs' })], roles: [newRole(begun, 'observer')] };
  await ask(
    `insert into "ProcessTemplate" (id, "regionId", key, version, name, definition, origin, "publishedAt")
     select gen_random_uuid(), id, 'a-draft-to-look-at', 1, $1, $2::jsonb, 'own', null from "Region" where slug = 'north-west' on conflict do nothing`,
    [definition.title, JSON.stringify(definition)],
  );
  const { id } = await one('select id from "ProcessTemplate" where key = \'a-draft-to-look-at\'');
  return id!;
}
