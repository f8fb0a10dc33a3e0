// The North West's three sub-region groups (its "BPNs"), each named after its lead. The membership is illustrative: the source
// names the leads alone. Cumbria took part until 2023 and its two successors since.

export interface GroupFacts {
  /** Short name of the lead authority, and so of the group. */
  name: string;
  members: readonly string[];
}

export const NORTH_WEST_GROUPS: readonly GroupFacts[] = [
  {
    name: 'Blackburn with Darwen',
    members: ['Blackburn with Darwen', 'Blackpool', 'Bolton', 'Bury', 'Cumbria', 'Cumberland', 'Westmorland and Furness', 'Lancashire', 'Oldham', 'Salford'],
  },
  {
    name: 'Trafford',
    members: ['Trafford', 'Cheshire East', 'Cheshire West and Chester', 'Halton', 'Manchester', 'Stockport', 'Warrington', 'Wigan'],
  },
  {
    name: 'Rochdale',
    members: ['Rochdale', 'Knowsley', 'Liverpool', 'Sefton', 'St Helens', 'Tameside', 'Wirral'],
  },
];
