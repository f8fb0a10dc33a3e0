import { AUTHORITY_OFFICES, GROUP_OFFICES, OFFICE_NAMES, OFFICES, OUTSIDE_OFFICES, REGION_OFFICES, type HeldPost, type Office } from '@/domain/model';
import { PERMISSION_NAMES, permits, type Permission, type Subject } from '@/domain/permissions';

/** Asked about one authority, in one group, challenged by another; each office stands once at home and once elsewhere. */
const HERE: Subject = {
  regionId: 'region',
  authorityId: 'home',
  groupId: 'group',
  leadChallengerAuthorityId: 'lead',
  challengerAuthorityIds: ['challenger', 'lead'],
  signatories: ['dcs', 'lead-member', 'chief-executive'],
  givenToPostIds: [],
};

const STANDS: readonly { name: (office: Office) => string; offices: readonly Office[]; place: Partial<HeldPost> }[] = [
  { name: (office) => OFFICE_NAMES[office], offices: AUTHORITY_OFFICES, place: { authority: { id: 'home', name: 'home', slug: 'home' } } },
  { name: (office) => `${OFFICE_NAMES[office]} of a challenging authority`, offices: AUTHORITY_OFFICES, place: { authority: { id: 'challenger', name: '', slug: '' } } },
  { name: () => 'Lead peer challenger', offices: ['dcs'], place: { authority: { id: 'lead', name: '', slug: '' } } },
  { name: (office) => OFFICE_NAMES[office], offices: GROUP_OFFICES, place: { group: { id: 'group', name: '' } } },
  { name: (office) => OFFICE_NAMES[office], offices: [...REGION_OFFICES, ...OUTSIDE_OFFICES], place: {} },
];

/** The page docs/permissions.md, printed from the table in src/domain/permissions.ts. */
export function permissionsPage(): string {
  return [
    '# Permissions',
    '',
    'Printed by `npm run docs` from `src/domain/permissions.ts`; a test holds the two together. Who may *ever* do something with the papers of one authority: the stage decides whether they may *now* (`docs/workflow.md`). An office that is not named, and every office of another authority or region, may not. A section, an invitation or an action may be given to a post besides, and the process template names who signs, who writes a paper of its own and who owes a step: “whoever it is given to”.',
    '',
    `Offices: ${OFFICES.map((office) => OFFICE_NAMES[office]).join(', ')}.`,
    '',
    '| Permission | Who |',
    '|---|---|',
    ...PERMISSION_NAMES.map((permission) => `| \`${permission}\` | ${whoMay(permission).join(', ') || 'whoever it is given to'} |`),
    '',
  ].join('\n');
}

function whoMay(permission: Permission): string[] {
  return [
    ...new Set(
      STANDS.flatMap(({ name, offices, place }) =>
        offices.filter((office) => permits(permission, post(office, place), HERE)).filter((office) => !isPlainChallenger(permission, office, place)).map(name),
      ),
    ),
  ];
}

/** What every office of the home authority may as well is not said again for challengers. */
function isPlainChallenger(permission: Permission, office: Office, place: Partial<HeldPost>): boolean {
  return place.authority?.id === 'lead' && permits(permission, post(office, { authority: { id: 'challenger', name: '', slug: '' } }), HERE);
}

function post(office: Office, place: Partial<HeldPost>): HeldPost {
  return { id: 'post', office, remit: '', acting: false, region: { id: 'region', name: '' }, group: null, authority: null, ...place };
}
