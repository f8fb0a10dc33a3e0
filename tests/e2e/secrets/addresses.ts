import { readdirSync } from 'node:fs';
import { PREFIX, type Places } from './planting';
import type { Person } from './people';

/** Of those who look. */
export const TAMESIDE: readonly Person[] = ['tamesideDcs', 'tamesideAd', 'tamesideLeadMember', 'tamesideChiefExecutive', 'tamesideDataLead', 'tamesidePolicyOfficer', 'tamesideContributor'];
export const LIVERPOOL: readonly Person[] = ['liverpoolDcs', 'liverpoolAd', 'liverpoolLeadMember', 'boardChair'];
export const MANCHESTER: readonly Person[] = ['manchesterDcs', 'manchesterLeadMember'];
export const CHESHIRE_EAST: readonly Person[] = ['cheshireEastDcs', 'cheshireEastPolicyOfficer'];
export const REGION_TEAM: readonly Person[] = ['coordinator', 'facilitator'];
export const DATA_GROUP: readonly Person[] = ['buryDcs', 'traffordDcs'];
export const BOARD: readonly Person[] = ['boardChair', 'regionalChair', 'tamesideLeadMember'];
/** Who sees the notes of Manchester’s forum from the start: they were in the room. */
export const IN_MANCHESTERS_ROOM: readonly Person[] = ['warringtonDcs', 'cheshireEastDcs', 'traffordDcs', ...REGION_TEAM];
/** Who follows Cheshire East’s plan of last year: whoever led its challenge, its group’s lead, the team. Manchester challenged it, and that cycle is closed. */
export const FOLLOWS_CHESHIRE_EAST: readonly Person[] = ['haltonDcs', 'traffordDcs', ...REGION_TEAM];

export interface Address {
  /** The file of src/app that answers, without page.tsx or route.ts. */
  route: string;
  path: string;
  /** Who gets it; everyone else is told that there is nothing. Absent where the route belongs to no document. */
  opens?: readonly Person[];
  /** One of the many doors to a document: who has a part in it tries each, everyone else every third, another one each. */
  door?: { of: readonly Person[]; turn: number };
}

/** Does this person, so many down the list, try this address? */
export const tries = ({ door }: Address, who: Person, index: number): boolean => !door || door.of.includes(who) || (door.turn + index) % 3 === 0;

/** Every page and route of the product. */
export function routesOfTheProduct(): string[] {
  const files = readdirSync('src/app', { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file));
  return files.map((file) => `/${file.replace(/\/?(page\.tsx|route\.ts)$/, '').replace(/\([a-z-]+\)\//g, '')}`).sort();
}

const A_THING_THAT_IS_NOT = '00000000-0000-7000-8000-000000000000';

/** The same address of something that does not exist. */
export const ofNothing = (path: string): string => path.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, A_THING_THAT_IS_NOT);

export function addressesOf(at: Places): Address[] {
  let turn = 0;
  const document = (id: string, opens: readonly Person[], versions: readonly number[] = []): Address[] => doorsTo(id, opens, versions).map((address) => ({ ...address, door: { of: opens, turn: turn++ } }));
  const doorsTo = (id: string, opens: readonly Person[], versions: readonly number[]): Address[] => [
    { route: '/documents/[documentId]', path: `/documents/${id}`, opens },
    { route: '/documents/[documentId]/activity', path: `/documents/${id}/activity` },
    { route: '/documents/[documentId]/compare', path: `/documents/${id}/compare?show=all` },
    { route: '/documents/[documentId]/sign', path: `/documents/${id}/sign` },
    { route: '/documents/[documentId]/ledger', path: `/documents/${id}/ledger` },
    { route: '/documents/[documentId]/submit', path: `/documents/${id}/submit` },
    { route: '/documents/[documentId]/paper-signature', path: `/documents/${id}/paper-signature` },
    // A copy goes out to whoever reads the text; what Ofsted was released it reads as that release.
    ...['word', 'pdf', 'print'].map((format) => ({ route: `/documents/[documentId]/${format}`, path: `/documents/${id}/${format}`, opens: opens.filter((who) => who !== 'ofsted') })),
    ...versions.flatMap((number) => ['word', 'print', ...(id === at.selfView || id === at.pack ? ['pdf'] : [])].map((format) => ({ route: `/documents/[documentId]/versions/[number]/${format}`, path: `/documents/${id}/versions/${number}/${format}` }))),
    ...versions.map((number) => ({ route: '/documents/[documentId]/versions/[number]', path: `/documents/${id}/versions/${number}${number > 1 ? '?beside=1' : ''}` })),
  ];
  const cycle = `/cycles/${at.thisYear}`;
  const session = ({ forumId, sessionId }: Places['tameside']) => `/forums/${forumId}/sessions/${sessionId}`;
  const readsSent = [...TAMESIDE, ...REGION_TEAM];
  const readsDrafted = [...DATA_GROUP, ...REGION_TEAM];
  const readsIssued = [...new Set([...DATA_GROUP, ...REGION_TEAM, ...MANCHESTER, 'warringtonDcs', 'cheshireEastDcs'] as const)];
  const readsManchestersNotes = [...IN_MANCHESTERS_ROOM, ...MANCHESTER];
  return [
    // The self-view that went back, and the memorandum that was sent with it.
    { route: '/self-views/[documentId]', path: `/self-views/${at.selfView}`, opens: readsSent },
    { route: '/self-views/[documentId]/read', path: `/self-views/${at.selfView}/read`, opens: readsSent },
    { route: '/self-views/[documentId]/x-ray', path: `/self-views/${at.selfView}/x-ray`, opens: TAMESIDE },
    { route: '/self-views/[documentId]/files', path: `/self-views/${at.selfView}/files`, opens: TAMESIDE },
    { route: '/self-views/[documentId]/missing', path: `/self-views/${at.selfView}/missing`, opens: TAMESIDE },
    { route: '/self-views/[documentId]/sections/[sectionKey]', path: `/self-views/${at.selfView}/sections/context`, opens: TAMESIDE },
    { route: '/self-views/[documentId]/sections/[sectionKey]', path: `/self-views/${at.selfView}/sections/practice`, opens: TAMESIDE },
    { route: '/self-views/[documentId]/sections/[sectionKey]', path: `/self-views/${at.selfView}/sections/children-in-care`, opens: TAMESIDE },
    { route: '/documents/[documentId]/draft', path: `/documents/${at.selfView}/draft?section=context` },
    { route: '/documents/[documentId]/sections/[sectionKey]/beside/[besideId]', path: `/documents/${at.selfView}/sections/context/beside/${at.fileLive}` },
    { route: '/documents/[documentId]/sections/[sectionKey]/saves', path: `/documents/${at.selfView}/sections/context/saves`, opens: TAMESIDE },
    { route: '/documents/[documentId]/sections/[sectionKey]/saves', path: `/documents/${at.manchester.notesId}/sections/notes/saves`, opens: IN_MANCHESTERS_ROOM },
    { route: '/self-views/[documentId]/form', path: `/self-views/${at.selfView}/form`, opens: TAMESIDE },
    { route: '/self-views/[documentId]/form/word', path: `/self-views/${at.selfView}/form/word`, opens: TAMESIDE },
    { route: '/self-views/[documentId]/form/word', path: `/self-views/${at.selfView}/form/word?empty=yes`, opens: TAMESIDE },
    { route: '/self-views/[documentId]/form/back', path: `/self-views/${at.selfView}/form/back` },
    { route: '/self-views/[documentId]/form/[formId]', path: `/self-views/${at.selfView}/form/${at.form}`, opens: TAMESIDE },
    { route: '/self-views/[documentId]/form/[formId]', path: `/self-views/${at.selfView}/form/${at.fileLive}`, opens: [] },
    { route: '/memoranda/[documentId]', path: `/memoranda/${at.mou}`, opens: readsSent },
    { route: '/documents/[documentId]/files/[fileId]', path: `/documents/${at.selfView}/files/${at.fileLive}`, opens: TAMESIDE },
    { route: '/documents/[documentId]/files/[fileId]', path: `/documents/${at.selfView}/files/${at.fileSent}`, opens: readsSent },
    { route: '/documents/[documentId]/files/[fileId]', path: `/documents/${at.drafted}/files/${at.fileSent}`, opens: [] },
    ...document(at.selfView, readsSent, [1]),
    ...document(at.mou, readsSent, [1]),
    // Questions that are drafted, and some that are out.
    { route: '/questions/[documentId]', path: `/questions/${at.drafted}`, opens: readsDrafted },
    { route: '/questions/[documentId]/draft', path: `/questions/${at.drafted}/draft` },
    { route: '/packs/[documentId]', path: `/packs/${at.drafted}`, opens: [] },
    { route: '/questions/[documentId]', path: `/questions/${at.issued}`, opens: readsDrafted },
    { route: '/packs/[documentId]', path: `/packs/${at.issued}`, opens: readsIssued },
    ...document(at.drafted, readsDrafted, [1]),
    ...document(at.issued, readsIssued, [1]),
    // The forum and what it leaves.
    { route: '/forums/[forumId]/sessions/[sessionId]/prepare', path: `${session(at.tameside)}/prepare`, opens: [...TAMESIDE, ...LIVERPOOL] },
    { route: '/forums/[forumId]/sessions/[sessionId]/prepare/draft', path: `${session(at.tameside)}/prepare/draft` },
    { route: '/forums/[forumId]/sessions/[sessionId]', path: session(at.tameside) },
    { route: '/forums/[forumId]/sessions/[sessionId]', path: session(at.manchester) },
    { route: '/forums/[forumId]/sessions/[sessionId]/notes', path: `${session(at.manchester)}/notes`, opens: IN_MANCHESTERS_ROOM },
    { route: '/forum-notes/[documentId]', path: `/forum-notes/${at.manchester.notesId}`, opens: readsManchestersNotes },
    { route: '/forum-notes/[documentId]', path: `/forum-notes/${at.manchester.notesId}?comment=1&since=1` },
    { route: '/forum-notes/[documentId]/draft', path: `/forum-notes/${at.manchester.notesId}/draft` },
    { route: '/forums/[forumId]', path: `/forums/${at.manchester.forumId}` },
    { route: '/forums/[forumId]/calendar.ics', path: `/forums/${at.manchester.forumId}/calendar.ics` },
    ...document(at.manchester.notesId, readsManchestersNotes, [1]),
    // Plans, the pack for Ofsted, the region’s papers.
    { route: '/action-plans/[documentId]', path: `/action-plans/${at.plan}`, opens: CHESHIRE_EAST },
    { route: '/action-plans/[documentId]/actions/[actionId]', path: `/action-plans/${at.plan}/actions/${at.planned}`, opens: CHESHIRE_EAST },
    { route: '/action-plans/[documentId]/actions/new', path: `/action-plans/${at.plan}/actions/new` },
    { route: '/action-plans/[documentId]', path: `/action-plans/${at.lastPlan}`, opens: [...CHESHIRE_EAST, ...FOLLOWS_CHESHIRE_EAST] },
    { route: '/action-plans/[documentId]/actions/[actionId]', path: `/action-plans/${at.lastPlan}/actions/${at.action}`, opens: [...CHESHIRE_EAST, ...FOLLOWS_CHESHIRE_EAST] },
    { route: '/action-plans/[documentId]/actions/[actionId]', path: `/action-plans/${at.lastPlan}/actions/${at.planned}`, opens: [] },
    { route: '/annual-conversations/[documentId]', path: `/annual-conversations/${at.pack}`, opens: CHESHIRE_EAST },
    { route: '/annual-conversations/new', path: `/annual-conversations/new?cycle=${at.thisYear}&authority=cheshire-east` },
    { route: '/released/[releaseId]', path: `/released/${at.release}`, opens: ['ofsted'] },
    { route: '/cycles/[cycleId]/papers/[documentId]', path: `${cycle}/papers/${at.programme}`, opens: REGION_TEAM },
    { route: '/cycles/[cycleId]/papers/[documentId]', path: `${cycle}/papers/${at.profile}`, opens: [...REGION_TEAM, ...BOARD] },
    // A paper of a process, handed over and being written again.
    { route: '/papers/[documentId]', path: `/papers/${at.handedOver}`, opens: [...DATA_GROUP, ...TAMESIDE] },
    { route: '/papers/[documentId]/beside', path: `/papers/${at.handedOver}/beside`, opens: [] },
    { route: '/cycles/[cycleId]/steps/[stepKey]/paper', path: `${cycle}/steps/write-self-view/paper?authority=tameside`, opens: [] },
    ...document(at.handedOver, [...DATA_GROUP, ...TAMESIDE], [1]),
    ...document(at.plan, CHESHIRE_EAST),
    ...document(at.pack, [...CHESHIRE_EAST, 'ofsted'], [1, 2]),
    ...document(at.profile, [...REGION_TEAM, ...BOARD], [1]),
    ...document(at.programme, REGION_TEAM),
    // Lists, searches, exports, counts.
    { route: '/cycles/[cycleId]/days', path: `${cycle}/days`, opens: [] },
    { route: '/cycles/conflicts', path: '/cycles/conflicts', opens: [...REGION_TEAM, 'otherRegion'] },
    { route: '/cycles/[cycleId]/disruption', path: `${cycle}/disruption?what=joined`, opens: ['coordinator'] },
    ...['/', '/my-work', '/cycle', '/cycles', '/cycles/new', '/cycles/new/preview', '/authorities', '/forums', '/forums/new', '/questions', '/action-plans', '/people', '/people/me', '/people/appoint', '/outbox', '/released', '/advice-before-signature', '/help', '/accessibility', '/who-can-see-what', '/empty', '/sign-in', '/sign-in/code', '/sign-in/link', '/sign-out', '/acting', '/api/health', '/api/ready', '/calendar/days', '/calendar/days/import', '/calendar/feeds', '/processes', '/processes/import'].map((path) => ({ route: path, path })),
    { route: '/api/auth/[...nextauth]', path: '/api/auth/session' },
    { route: '/word-templates', path: '/word-templates', opens: ['coordinator', 'otherRegion'] },
    { route: '/word-templates/[kind]', path: '/word-templates/self-view', opens: ['coordinator', 'otherRegion'] },
    { route: '/word-templates/[kind]/starter', path: '/word-templates/self-view/starter', opens: ['coordinator', 'otherRegion'] },
    { route: '/word-templates/[kind]/keep', path: '/word-templates/self-view/keep' },
    ...['file', 'preview'].map((part) => ({ route: `/word-templates/[kind]/versions/[number]/${part}`, path: `/word-templates/self-view/versions/1/${part}` })),
    ...['?view=list&month=2026-01', '?for=me', '?for=lead-challenger&authority=00000000-0000-7000-8000-000000000000'].map((part) => ({ route: '/calendar', path: `/calendar${part}` })),
    { route: '/processes/new', path: '/processes/new', opens: ['coordinator', 'otherRegion'] },
    { route: '/calendar/feeds/[token]', path: '/calendar/feeds/an-address-that-nobody-made.ics', opens: [] },
    { route: '/authorities', path: `/authorities?search=${PREFIX}` },
    { route: '/action-plans', path: '/action-plans?cycle=2025/26' },
    { route: '/outbox', path: '/outbox?page=2' },
    ...['tameside', 'manchester', 'cheshire-east'].map((slug) => ({ route: '/authorities/[slug]', path: `/authorities/${slug}` })),
    ...['tameside', 'manchester', 'cheshire-east'].map((slug) => ({ route: '/authorities/[slug]/threads', path: `/authorities/${slug}/threads` })),
    { route: '/people/[personId]', path: `/people/${at.tamesidePerson}` },
    { route: '/people/[personId]/correct', path: `/people/${at.tamesidePerson}/correct` },
    { route: '/people/appointments/[appointmentId]', path: `/people/appointments/${at.tamesideAppointment}` },
    ...['', '/chase', '/close', '/dates', '/enquiries', '/figures', '/figures/form.csv', '/owed', '/packs', '/submissions', '/table.csv'].map((part) => ({ route: `/cycles/[cycleId]${part}`, path: `${cycle}${part}` })),
    { route: '/cycles/[cycleId]/roles', path: `${cycle}/roles` },
    // Its process makes no sets and knows no task and finish groups.
    { route: '/cycles/[cycleId]/sets', path: `${cycle}/sets`, opens: [] },
    { route: '/cycles/[cycleId]/task-groups', path: `${cycle}/task-groups`, opens: [] },
    { route: '/cycles/[cycleId]/task-groups/[groupId]', path: `${cycle}/task-groups/${at.fileLive}`, opens: [] },
    { route: '/cycles/[cycleId]/roles/[role]/[slug]', path: `${cycle}/roles/lead-challenger/tameside`, opens: ['coordinator'] },
    { route: '/cycles/[cycleId]/roles/[role]/rotation', path: `${cycle}/roles/lead-challenger/rotation`, opens: ['coordinator'] },
    { route: '/cycles/[cycleId]/version', path: `${cycle}/version`, opens: ['coordinator'] },
    ...['', '/dry-run', '/file', '/steps/sign-notes'].map((part) => ({ route: `/processes/[processId]${part.replace('sign-notes', '[stepKey]')}`, path: `/processes/${at.process}${part}` })),
    // A draft is the coordinators’ own.
    ...[['', ''], ['/dry-run', ''], ['/file', ''], ['/edit', ''], ['/shape', ''], ['/phases', ''], ['/papers/new', ''], ['/steps/[stepKey]', '/steps/open-cycle'], ['/papers/[paperKey]', '/papers/findings'], ['/papers/[paperKey]/sections/[sectionKey]', '/papers/findings/sections/findings'], ['/roles/[roleKey]', '/roles/observer']].map(
      ([route, part]): Address => ({ route: `/processes/[processId]${route}`, path: `/processes/${at.processDraft}${part || route}`, opens: ['coordinator'] }),
    ),
    { route: '/cycles/[cycleId]/dates/[stepKey]', path: `${cycle}/dates/forum` },
    { route: '/cycles/[cycleId]/steps/[stepKey]', path: `${cycle}/steps/share-out` },
    { route: '/cycles/[cycleId]/submissions/[documentId]', path: `${cycle}/submissions/${at.selfView}` },
  ];
}
