import { BOARD, CHESHIRE_EAST, DATA_GROUP, FOLLOWS_CHESHIRE_EAST, IN_MANCHESTERS_ROOM, LIVERPOOL, MANCHESTER, REGION_TEAM, TAMESIDE } from './addresses';
import type { Person } from './people';
import type { Secret } from './planting';

const READS_MANCHESTERS_QUESTIONS: readonly Person[] = [...DATA_GROUP, ...REGION_TEAM, ...MANCHESTER, 'warringtonDcs', 'cheshireEastDcs'];

/** To whom each word has been shared, and nobody else; and a route on which its owner must find it. */
export const SHARED_WITH: Record<Secret, { with: readonly Person[]; owner: Person; found: string }> = {
  'self-view-live': { with: TAMESIDE, owner: 'tamesideContributor', found: '/self-views/[documentId]/read' },
  'self-view-sent': { with: [...TAMESIDE, ...REGION_TEAM], owner: 'coordinator', found: '/self-views/[documentId]/read' },
  'review-comment': { with: TAMESIDE, owner: 'tamesideLeadMember', found: '/self-views/[documentId]/read' },
  'form-brought-back': { with: TAMESIDE, owner: 'tamesideAd', found: '/self-views/[documentId]/form/[formId]' },
  memorandum: { with: [...TAMESIDE, ...REGION_TEAM], owner: 'facilitator', found: '/memoranda/[documentId]' },
  'evidence-live-name': { with: TAMESIDE, owner: 'tamesidePolicyOfficer', found: '/self-views/[documentId]/read' },
  'evidence-live-bytes': { with: TAMESIDE, owner: 'tamesideDataLead', found: '/documents/[documentId]/files/[fileId]' },
  'evidence-sent-name': { with: [...TAMESIDE, ...REGION_TEAM], owner: 'coordinator', found: '/self-views/[documentId]/read' },
  'evidence-sent-bytes': { with: [...TAMESIDE, ...REGION_TEAM], owner: 'coordinator', found: '/documents/[documentId]/files/[fileId]' },
  'question-drafted': { with: [...DATA_GROUP, ...REGION_TEAM], owner: 'buryDcs', found: '/questions/[documentId]' },
  'headline-drafted': { with: [...DATA_GROUP, ...REGION_TEAM], owner: 'facilitator', found: '/questions/[documentId]' },
  // Ofsted’s lines of enquiry stay with those who draft from them, and with the regional team.
  enquiry: { with: [...DATA_GROUP, ...REGION_TEAM], owner: 'coordinator', found: '/cycles/[cycleId]/enquiries' },
  'enquiry-issued': { with: [...DATA_GROUP, ...REGION_TEAM], owner: 'buryDcs', found: '/cycles/[cycleId]/enquiries' },
  'placement-issued': { with: READS_MANCHESTERS_QUESTIONS, owner: 'warringtonDcs', found: '/packs/[documentId]' },
  'question-issued': { with: READS_MANCHESTERS_QUESTIONS, owner: 'manchesterLeadMember', found: '/packs/[documentId]' },
  // Everyone of an authority sees what it prepares; Liverpool’s Chief Executive chairs the Board.
  'preparation-host': { with: TAMESIDE, owner: 'tamesideDcs', found: '/forums/[forumId]/sessions/[sessionId]/prepare' },
  'preparation-challenger': { with: LIVERPOOL, owner: 'liverpoolDcs', found: '/forums/[forumId]/sessions/[sessionId]/prepare' },
  'session-note': { with: IN_MANCHESTERS_ROOM, owner: 'facilitator', found: '/forums/[forumId]/sessions/[sessionId]' },
  'support-request': { with: IN_MANCHESTERS_ROOM, owner: 'warringtonDcs', found: '/forums/[forumId]/sessions/[sessionId]' },
  'immediate-action': { with: IN_MANCHESTERS_ROOM, owner: 'traffordDcs', found: '/forums/[forumId]/sessions/[sessionId]' },
  'notes-live': { with: IN_MANCHESTERS_ROOM, owner: 'facilitator', found: '/forum-notes/[documentId]/draft' },
  'notes-sent': { with: [...IN_MANCHESTERS_ROOM, ...MANCHESTER], owner: 'manchesterLeadMember', found: '/forum-notes/[documentId]' },
  'notes-comment': { with: [...MANCHESTER, ...REGION_TEAM], owner: 'facilitator', found: '/forum-notes/[documentId]' },
  'plan-not-submitted': { with: CHESHIRE_EAST, owner: 'cheshireEastPolicyOfficer', found: '/action-plans/[documentId]' },
  action: { with: [...CHESHIRE_EAST, ...FOLLOWS_CHESHIRE_EAST], owner: 'haltonDcs', found: '/action-plans/[documentId]' },
  report: { with: [...CHESHIRE_EAST, ...FOLLOWS_CHESHIRE_EAST], owner: 'haltonDcs', found: '/action-plans/[documentId]/actions/[actionId]' },
  review: { with: [...CHESHIRE_EAST, ...FOLLOWS_CHESHIRE_EAST], owner: 'cheshireEastDcs', found: '/action-plans/[documentId]/actions/[actionId]' },
  'pack-released': { with: [...CHESHIRE_EAST, 'ofsted'], owner: 'ofsted', found: '/released/[releaseId]' },
  'pack-not-released': { with: CHESHIRE_EAST, owner: 'cheshireEastDcs', found: '/annual-conversations/[documentId]' },
  'handed-over-live': { with: DATA_GROUP, owner: 'buryDcs', found: '/papers/[documentId]' },
  'handed-over': { with: [...DATA_GROUP, ...TAMESIDE], owner: 'tamesideLeadMember', found: '/papers/[documentId]' },
  'paper-live': { with: REGION_TEAM, owner: 'coordinator', found: '/cycles/[cycleId]/papers/[documentId]' },
  'paper-put': { with: [...REGION_TEAM, ...BOARD], owner: 'regionalChair', found: '/cycles/[cycleId]/papers/[documentId]' },
  'conflict-reason': { with: REGION_TEAM, owner: 'facilitator', found: '/cycles/conflicts' },
  'process-draft': { with: ['coordinator'], owner: 'coordinator', found: '/processes' },
  // Beside the sections, for those who write them.
  'figure-drafted': { with: ['tamesideDcs', 'tamesideAd', 'tamesideDataLead', 'tamesidePolicyOfficer', ...DATA_GROUP, ...REGION_TEAM], owner: 'buryDcs', found: '/questions/[documentId]' },
  'figure-issued': { with: READS_MANCHESTERS_QUESTIONS, owner: 'manchesterDcs', found: '/packs/[documentId]' },
};
