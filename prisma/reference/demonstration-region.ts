// The region that the demonstration shows: which one, who is left out of it, and which of its authorities stand where in the cycle under
// way. Everything that happens there is invented; how it is played is code (src/server/demonstration).
import type { Office } from '@/domain/model';
import { NORTH_WEST_GROUPS } from './north-west-groups';
import { NORTH_WEST_PROCESS } from './processes/north-west-annual-cycle';

/** Days of the forums by wave, for the groups in their order. */
const forumDays: Readonly<Record<string, readonly number[]>> = Object.fromEntries(NORTH_WEST_PROCESS.waves.map(({ key, forumOffsets }) => [key, forumOffsets]));

const [firstWave, secondWave] = NORTH_WEST_PROCESS.waves;

/** A post of the region that a person of an authority holds besides. */
interface AlsoHeld {
  office: Office;
  by: { office: Office; authority: string };
  remit?: string;
}

const alsoHeld: readonly AlsoHeld[] = [
  { office: 'data-group-chair', by: { office: 'dcs', authority: 'Bury' } },
  { office: 'data-group-member', by: { office: 'data-lead', authority: 'Oldham' }, remit: 'Data leads' },
  { office: 'data-group-member', by: { office: 'dcs', authority: 'Trafford' } },
  { office: 'regional-chair', by: { office: 'dcs', authority: 'Stockport' } },
  { office: 'board-chair', by: { office: 'chief-executive', authority: 'Liverpool' } },
  { office: 'board-member', by: { office: 'lead-member', authority: 'Tameside' } },
];

export const DEMONSTRATION_REGION = {
  slug: 'north-west',
  processKey: 'annual-cycle',
  process: NORTH_WEST_PROCESS,
  groups: NORTH_WEST_GROUPS,
  /** So that 23 take part, as in 2017/18. */
  leftOut: ['Cumbria', 'Westmorland and Furness'],
  forumDays,
  firstWave: firstWave!.key,
  secondWave: secondWave!.key,
  /** In the cycle under way; every other self-view has been accepted. */
  lateSelfViews: { Tameside: 'returned', 'St Helens': 'awaiting-signature', Wirral: 'writing', Warrington: 'in-review', Salford: 'submitted' } as const,
  /** Its second forum is today. */
  groupOfToday: NORTH_WEST_GROUPS[0]!.name,
  /** Its DCS left a while ago, and another has come; its Chief Executive’s post is covered. */
  newDirectorAt: 'Bolton',
  coverAt: 'Salford',
  alsoHeld,
  /** Beside the annual cycle: triads, the first of each of which leads it, and what is still owed in them. */
  triads: {
    processKey: 'triads-and-quartets',
    name: 'triads',
    sets: [['Bolton', 'Halton', 'Sefton'], ['Wigan', 'Bury', 'Knowsley'], ['Trafford', 'Blackpool', 'Wirral'], ['Rochdale', 'Salford', 'Cheshire East']],
    owed: [{ step: 'asks-and-offers', by: 'Salford' }, { step: 'read-summary', by: 'Cheshire East' }, { step: 'own-notes', by: 'Halton' }],
  },
  /** And a round of challenges: hosts of its first, second and third visits. */
  challenges: {
    processKey: 'core-challenge',
    name: 'challenges',
    hosts: [['Oldham', 'Warrington'], ['Tameside', 'Lancashire'], ['Stockport', 'St Helens']],
    owed: [{ step: 'letter', by: 'Warrington' }, { step: 'endorse-theme', by: 'St Helens' }, { step: 'find-team', by: 'Lancashire' }],
    withoutAudit: ['Warrington'],
  },
  /** Autumn half-terms that differ; the first enters its holidays itself. */
  halfTerms: { enteredBy: 'Wigan', twoWeeks: ['Knowsley', 'Liverpool', 'Sefton'] as readonly string[], weekEarlier: ['Blackpool', 'Lancashire'] as readonly string[] },
} as const;
