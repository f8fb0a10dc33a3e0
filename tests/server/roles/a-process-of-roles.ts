// A small process in which others take part: moderators go round, a data specialist is one post, lead peer challengers are found by hand,
// pairs are made for the cycle, task and finish groups are set up on the way, and the partnership has a step and a paper of its own.
import type { Actor } from '@/domain/model';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { openProcess, type DraftProcess } from '../../support/process';

export const OPENED = new Date('2017-07-26T09:00:00Z');
export const OCTOBER = new Date('2017-10-20T09:00:00Z');

const text = (key: string, title: string) => ({ key, title, fields: [{ key: 'text', kind: 'text' as const, label: title }] });
const on = (offset: number) => ({ from: 'anchor' as const, offset });
const recorded = { phase: 'all', doneWhen: 'recorded' as const };

export const PROCESS_OF_ROLES: DraftProcess = {
  title: 'A process of roles',
  grouping: { is: 'made', word: 'pair', sizes: [2] },
  leads: 'by-hand',
  roles: [
    { key: 'moderator', name: 'moderator', each: 2, offices: ['dcs', 'data-lead'], found: 'rotation' },
    { key: 'specialist', name: 'data specialist', each: 1, offices: ['data-lead'], named: true, mutual: true },
  ],
  papers: [
    { key: 'moderation', name: 'moderation comments', per: 'authority', by: 'peer:moderator', sections: [text('comments', 'Comments')] },
    { key: 'found', name: 'joint findings', per: 'group', by: 'set-members', sections: [text('findings', 'Findings')] },
    { key: 'plan', name: 'group plan', per: 'task-group', by: 'set-lead', sections: [text('plan', 'Plan')] },
    { key: 'statement', name: 'partnership statement', per: 'authority', by: 'partnership-chair', sectionsBy: { police: 'police-partner' }, sections: [text('position', 'Position'), text('police', 'Police')] },
  ],
  anchorName: 'Day 0',
  spans: { from: -120, to: 120 },
  phases: [{ key: 'all', name: 'The process' }],
  waves: [{ key: 'autumn', name: 'Autumn', forumOffsets: [0, 1, 2] }],
  steps: [
    { key: 'open', name: 'Opened', act: 'Open the cycle', heading: ['Opened'], phase: 'all', per: 'region', who: ['sli-coordinator'], due: on(-120), doneWhen: 'cycle-opened' },
    { key: 'find-lead', name: 'Lead found', act: 'Find a lead peer challenger', heading: ['Lead'], phase: 'all', per: 'authority', who: ['sli-coordinator'], role: 'lead-challenger', due: on(-60), doneWhen: 'assigned' },
    { key: 'find-moderators', name: 'Moderators found', act: 'Find two moderators', heading: ['Moderators'], phase: 'all', per: 'authority', who: ['sli-coordinator'], role: 'moderator', due: on(-60), doneWhen: 'assigned' },
    { key: 'moderate', name: 'Moderated', act: 'Write moderation comments', heading: ['Moderated'], phase: 'all', per: 'authority', who: ['peer:moderator'], paper: 'moderation', due: on(-20), doneWhen: 'handed-over', opensTo: ['region-team'] },
    { key: 'visit', name: 'Visit', act: 'Record the visit', heading: ['Visit'], ...recorded, per: 'authority', who: ['lead-challenger'], due: on(10), event: true, guidance: 'Meet the **Director** first.' },
    { key: 'thank', name: 'Moderators thanked', act: 'Say what you learnt', heading: ['Thanked'], ...recorded, per: 'authority', who: ['peer:moderator'], due: on(20) },
    { key: 'brief', name: 'Partners briefed', act: 'Brief the partners', heading: ['Briefed'], ...recorded, per: 'authority', who: ['partnership-chair'], due: on(-30) },
    { key: 'room', name: 'Room booked', act: 'Book the room', heading: ['Room'], ...recorded, per: 'authority', who: ['policy-officer'], due: on(-30) },
    { key: 'meet', name: 'Pair met', act: 'Record that you met', heading: ['Met'], ...recorded, per: 'group', who: ['set-lead'], due: on(15) },
    { key: 'findings', name: 'Findings handed over', act: 'Write what was found', heading: ['Findings'], phase: 'all', per: 'group', who: ['set-members'], paper: 'found', due: on(30), doneWhen: 'handed-over' },
    { key: 'launch', name: 'Wave launched', act: 'Launch the wave', heading: ['Launched'], ...recorded, per: 'wave', who: ['facilitator'], due: on(-90), event: true },
    { key: 'group-plan', name: 'Group plan', act: 'Write the plan', heading: ['Plan'], phase: 'all', per: 'task-group', who: ['set-lead'], paper: 'plan', due: on(60), doneWhen: 'handed-over' },
    { key: 'group-met', name: 'Group met', act: 'Record that the group met', heading: ['Met'], ...recorded, per: 'task-group', who: ['set-lead'], due: on(40), event: true },
    { key: 'statement', name: 'Partnership statement', act: 'Write the statement', heading: ['Partners'], phase: 'all', per: 'authority', who: ['partnership-chair'], paper: 'statement', due: on(-20), doneWhen: 'handed-over', opensTo: ['authority'] },
  ],
};

export const AUTHORITIES = ['Wigan', 'Halton', 'Trafford', 'Stockport', 'Rochdale', 'Blackburn with Darwen'] as const;

/** Six authorities in three pairs, the first of each leading it; nobody has been found for anything. */
export async function aProcessOfRoles(options: Partial<Parameters<typeof openProcess>[2]> = {}) {
  const ids = await castPeople();
  const as = (role: Role, at = OCTOBER): Promise<Actor> => actorFor(ids[role], at);
  const process = await openProcess(await as('coordinator', OPENED), PROCESS_OF_ROLES, {
    at: OPENED,
    authorities: AUTHORITIES,
    sets: { 'Wigan and Halton': ['Wigan', 'Halton'], 'Trafford and Stockport': ['Trafford', 'Stockport'], 'Rochdale and Blackburn': ['Rochdale', 'Blackburn with Darwen'] },
    ...options,
  });
  return { as, ids, process };
}
export type ProcessOfRoles = Awaited<ReturnType<typeof aProcessOfRoles>>;
