// A role is called what the version of its process calls it, wherever its part is named: its key is nobody's word.
import { expect, it } from 'vitest';
import { owedList } from '@/domain/chase';
import { signedAs, signerName, type PartNames } from '@/domain/documents/signers';
import type { HeldPost } from '@/domain/model';
import { isPeerParty, partyName, partyTitle, requiredOf, roleName, type Party } from '@/domain/parties';
import { readerName } from '@/domain/processes/compose/words';
import { readersInWords } from '@/domain/processes/self-view-way';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import { whoIsTold } from '@/domain/processes/who-is-told';
import { stepTasks } from '@/domain/tasks';
import { audienceName } from '@/domain/visibility';
import { stepsOf } from '@/domain/workflow';
import { SHIPPED_PROCESSES } from '../../prisma/reference/processes/shipped-processes';
import { aWholeRegion } from './processes/a-whole-region';

const ROLES = { roles: [{ key: 'challenging-dcs', name: 'challenging DCS' }, { key: 'team', name: 'team member' }] };

it('names a part as the process does, within a sentence and alone', () => {
  const named = (party: Party) => [partyName(party, ROLES), partyTitle(party, ROLES)];
  expect(['dcs', 'lead-challenger', 'set-members', 'peer:challenging-dcs', 'peer:team'].map((party) => named(party as Party))).toEqual([
    ['DCS', 'DCS'],
    ['lead peer challenger', 'Lead peer challenger'],
    ['DCS of each member', 'DCS of each member'],
    ['challenging DCS', 'Challenging DCS'],
    ['team member', 'Team member'],
  ]);
});

it('has the words of a key only for a role that the process has no longer', () => {
  expect([roleName('fair-observer', ROLES), roleName('team', {}), partyTitle('peer:fair-observer', ROLES)]).toEqual(['fair observer', 'team', 'Fair observer']);
});

it('reads well where somebody sees, signs and reads', () => {
  const names: PartNames = { ...ROLES, authorities: new Map([['bury', 'Bury']]) };
  const [signer] = requiredOf(['peer:team'], { regionId: 'region', peers: [{ id: 'p', role: 'team', authorityId: 'bury', offices: ['dcs'], postId: null }] });
  expect([
    audienceName('peers:place:team', { ...ROLES, authority: 'Oldham', region: 'North West' }),
    signerName(signer!, 'Oldham', names),
    signerName({ key: 'peer:team@', party: 'peer:team', authorityId: null }, 'Oldham', names),
    signedAs({ acting: false, office: 'dcs', party: signer!.key }, 'Oldham', names),
    readersInWords({ opensTo: ['peers:challenging-dcs', 'peers:team'] }, ROLES),
    readerName('peers:challenging-dcs', ROLES),
  ]).toEqual(['those found as team member for Oldham', 'Team member, Bury', 'Team member, not found yet', 'DCS, Bury, as team member', 'its challenging DCSs and its team members', 'whoever is challenging DCS there']);
});

const renamed = (template: ProcessTemplateDefinition): ProcessTemplateDefinition => ({ ...template, roles: template.roles.map((role, index) => ({ ...role, name: `bellwether ${index + 1}` })) });

/** What is said of a process in My work, in the list of what is owed, beside its dates, of who signs and of who is told. */
function wordsOf(template: ProcessTemplateDefinition): string[] {
  const { posts, schedule, facts: factsOf, places } = aWholeRegion(template);
  const facts = factsOf(new Map());
  const steps = stepsOf(facts, template.steps.map((step) => ({ ...step, waitsFor: [], opens: undefined })), schedule.at, '2030-01-01');
  const tasks = posts.flatMap((post) => Object.values(stepTasks({ actor: { posts: [{ remit: '', acting: false, ...post } as HeldPost] }, facts, steps, today: '2030-01-01' })).flat());
  const parties = template.steps.flatMap(({ who, signatories }) => [...who, ...signatories]);
  const names: PartNames = { roles: template.roles, authorities: new Map(places.map(({ authorityId }) => [authorityId, 'X'])) };
  return [
    ...tasks.map(({ why }) => why),
    ...owedList({ facts, steps }).map(({ by }) => by),
    ...parties.map((party) => partyTitle(party, template)),
    ...requiredOf(parties.filter(isPeerParty), { regionId: 'region', peers: places[0]!.peers! }).map((signer) => signerName(signer, 'X', names)),
    ...whoIsTold({ places: places.map((place) => ({ ...place, groupOrdinal: 1 })), groups: facts.groups, template }, schedule.all.map((day) => ({ day, from: day.dueOn, to: day.dueOn }))).map(({ post }) => post),
  ];
}

it.each(SHIPPED_PROCESSES.filter(({ definition }) => definition.roles.length > 0).map(({ definition }) => [definition.title, definition] as const))('%s: a role that was renamed has its old words nowhere', (_title, template) => {
  const old = template.roles.flatMap(({ key, name }) => [key, key.replaceAll('-', ' '), name].map((word) => new RegExp(`\\b${word}\\b`, 'i')));
  const words = wordsOf(renamed(template));
  expect(words.filter((said) => old.some((word) => word.test(said)))).toEqual([]);
  expect(words.filter((said) => said.startsWith('You were found as bellwether')).length).toBeGreaterThan(0);
  expect(words.some((said) => said.startsWith('Bellwether 1'))).toBe(true);
});
