// A small process with a paper of each sort: moderators comment on Wigan, the host and its lead peer challenger sign a scope, a pair signs
// what it found together, a partnership writes with its police, and the region gathers themes.
import type { Actor } from '@/domain/model';
import { actorFor, castPeople, type Role } from '../../support/cast';
import { openProcess, type DraftProcess } from '../../support/process';

export const OPENED = new Date('2017-07-26T09:00:00Z');
export const OCTOBER = new Date('2017-10-20T09:00:00Z');
export const NOVEMBER = new Date('2017-11-02T09:00:00Z');

const RATINGS = [
  { value: 'well', label: 'Well evidenced' },
  { value: 'partly', label: 'Partly evidenced' },
  { value: 'not', label: 'Not evidenced' },
];
const rated = (key: string, title: string) => ({
  key,
  title,
  guidance: `What does the self-view say about ${title.toLowerCase()}, and what shows it?`,
  fields: [
    { key: 'rating', kind: 'choice' as const, label: `How well is ${title.toLowerCase()} evidenced?`, options: RATINGS },
    { key: 'text', kind: 'text' as const, label: 'What you would say to the author', limit: 300 },
  ],
});
const written = (key: string, title: string) => ({ key, title, fields: [{ key: 'text', kind: 'text' as const, label: title }] });
const on = (offset: number) => ({ from: 'anchor' as const, offset });

export const PROCESS_OF_PAPERS: DraftProcess = {
  title: 'A process of papers',
  grouping: { is: 'made', word: 'pair', sizes: [2] },
  leads: 'in-turn',
  roles: [{ key: 'moderator', name: 'moderator', each: 2, offices: ['dcs', 'data-lead'] }],
  papers: [
    { key: 'moderation', name: 'moderation comments', per: 'authority', by: 'peer:moderator', sections: [written('summary', 'In short'), rated('help', 'Early help'), rated('voice', 'The voice of the child')] },
    { key: 'scope', name: 'scope', per: 'authority', by: 'dcs', sections: [written('theme', 'Theme'), written('out', 'What is out of scope'), { key: 'area', title: 'The area', fields: [{ key: 'area', kind: 'own-area', label: 'The area' }, { key: 'text', kind: 'text', label: 'In your words' }] }] },
    { key: 'findings', name: 'joint findings', per: 'group', by: 'set-members', sections: [written('found', 'What was found')] },
    { key: 'partnership', name: 'partnership statement', per: 'authority', by: 'partnership-chair', sectionsBy: { police: 'police-partner' }, sections: [written('position', 'Position'), written('police', 'Police')] },
    { key: 'themes', name: 'regional themes', per: 'region', by: 'sli-coordinator', sections: [written('gathered', 'Strengths and areas by theme'), written('next', 'What the region does next')], fills: 'strengths-and-areas' },
    { key: 'agreement', name: 'agreement of moderators', per: 'region', by: 'sli-coordinator', sections: [written('ratings', 'Ratings by section')], fills: 'ratings' },
  ],
  anchorName: 'Day 0',
  spans: { from: -120, to: 120 },
  phases: [{ key: 'all', name: 'The process' }],
  waves: [{ key: 'all', name: 'All', forumOffsets: [0, 1, 2] }],
  steps: [
    { key: 'open', name: 'Opened', act: 'Open the cycle', heading: ['Opened'], phase: 'all', per: 'region', who: ['sli-coordinator'], due: on(-120), doneWhen: 'cycle-opened' },
    { key: 'write', name: 'Self-view written', act: 'Write the self-view', heading: ['Written'], phase: 'all', per: 'authority', who: ['dcs'], document: 'self-view', due: on(-27), doneWhen: 'put-for-signature' },
    { key: 'accept', name: 'Self-view submitted', act: 'Submit the self-view', heading: ['Submitted'], phase: 'all', per: 'authority', who: ['dcs'], document: 'self-view', due: on(-27), doneWhen: 'accepted' },
    { key: 'assign', name: 'Moderators found', act: 'Find two moderators', heading: ['Moderators'], phase: 'all', per: 'authority', who: ['sli-coordinator'], role: 'moderator', due: on(-40), doneWhen: 'assigned' },
    { key: 'moderate', name: 'Moderated', act: 'Write moderation comments', heading: ['Moderated'], phase: 'all', per: 'authority', who: ['peer:moderator'], paper: 'moderation', due: on(-20), doneWhen: 'handed-over', opensTo: ['region-team'], guidance: 'Read the self-view first. Say what shows it, and what does not.' },
    { key: 'feed-back', name: 'Comments fed back', act: 'Issue the comments', heading: ['Fed back'], phase: 'all', per: 'authority', who: ['sli-coordinator'], paper: 'moderation', due: on(-15), waitsFor: ['moderate'], doneWhen: 'issued', opensTo: ['authority', 'peers:moderator'] },
    { key: 'read-comments', name: 'Comments read', act: 'Read the comments', heading: ['Read'], phase: 'all', per: 'authority', who: ['dcs', 'lead-member'], paper: 'moderation', due: on(-10), waitsFor: ['feed-back'], doneWhen: 'read' },
    { key: 'sign-scope', name: 'Scope signed', act: 'Sign the scope', heading: ['Scope'], phase: 'all', per: 'authority', who: ['dcs', 'lead-challenger'], paper: 'scope', signatories: ['dcs', 'lead-challenger'], due: on(-30), doneWhen: 'signed', opensTo: ['region-team', 'peers:moderator'] },
    { key: 'sign-findings', name: 'Findings signed', act: 'Sign what was found', heading: ['Findings'], phase: 'all', per: 'group', who: ['set-members'], paper: 'findings', signatories: ['set-members'], due: on(30), doneWhen: 'signed', opensTo: ['region-team'] },
    { key: 'state', name: 'Partnership statement', act: 'Write the partnership statement', heading: ['Partners'], phase: 'all', per: 'authority', who: ['partnership-chair'], paper: 'partnership', due: on(-20), doneWhen: 'handed-over', opensTo: ['authority'] },
    { key: 'gather', name: 'Themes gathered', act: 'Gather the themes', heading: ['Themes'], phase: 'all', per: 'region', who: ['sli-coordinator'], paper: 'themes', due: on(40), doneWhen: 'issued', opensTo: ['directors'] },
    { key: 'agree', name: 'Agreement shown', act: 'Show how far moderators agree', heading: ['Agreement'], phase: 'all', per: 'region', who: ['sli-coordinator'], paper: 'agreement', due: on(40), doneWhen: 'handed-over' },
  ],
};

/** Wigan and Halton are a pair, Trafford and Stockport another; Stockport and Trafford moderate Wigan; Halton is Wigan's lead peer challenger. */
export async function aProcessOfPapers() {
  const ids = await castPeople();
  const as = (role: Role, at = OCTOBER): Promise<Actor> => actorFor(ids[role], at);
  const process = await openProcess(await as('coordinator', OPENED), PROCESS_OF_PAPERS, {
    at: OPENED,
    authorities: ['Wigan', 'Halton', 'Trafford', 'Stockport'],
    sets: { 'Wigan and Halton': ['Wigan', 'Halton'], 'Trafford and Stockport': ['Trafford', 'Stockport'] },
    peers: [['moderator', 'Wigan', 'Stockport'], ['moderator', 'Wigan', 'Trafford']],
  });
  return { as, ids, process };
}
export type ProcessOfPapers = Awaited<ReturnType<typeof aProcessOfPapers>>;
