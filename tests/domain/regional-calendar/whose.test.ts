import { describe, expect, it } from 'vitest';
import type { CycleFacts, PlaceFacts } from '@/domain/cycle-facts';
import type { HeldPost, Office } from '@/domain/model';
import { calendarOf, type CalendarCycle, type CalendarGround } from '@/domain/regional-calendar/entries';
import { feedEvents } from '@/domain/regional-calendar/feed';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import { calendarScope, type CalendarScope } from '@/domain/regional-calendar/scope';
import type { CalendarFilter } from '@/domain/regional-calendar/whose';
import { cycleOf, GROUP, HALTON, placeOf, post, stepsOn, WIGAN } from '../a-cycle';
import { ANNUAL_SELF_ASSESSMENT } from '../../../prisma/reference/processes/annual-self-assessment';
import { CORE_CHALLENGE } from '../../../prisma/reference/processes/core-challenge';
import { MODERATED_SELF_ASSESSMENT } from '../../../prisma/reference/processes/moderated-self-assessment';
import { PAIRED_HEALTH_CHECK } from '../../../prisma/reference/processes/paired-health-check';
import { PARTNERSHIP_CHALLENGE } from '../../../prisma/reference/processes/partnership-challenge';

const BURY = 'bury';
const peer = (role: string, authorityId: string, offices: readonly Office[], postId: string | null = null) => ({ id: `${role}-${authorityId}`, role, authorityId, offices, postId, name: authorityId, assignedOn: '2017-09-01' });
const ground = (definition: ProcessTemplateDefinition, halton: Partial<PlaceFacts>, facts: Partial<CycleFacts> = {}): CalendarGround => {
  const all = { leadChallengerAuthorityId: null, wave: definition.waves[0]!.key };
  const whole = cycleOf([placeOf(HALTON, { ...all, ...halton }), placeOf(WIGAN, all)], facts);
  const cycle: CalendarCycle = { facts: whole, definition, grouping: definition.grouping, steps: stepsOn(whole, '2017-09-20', definition).all };
  return { cycles: [cycle], forums: [], days: [] };
};
const scopeOf = (...posts: HeldPost[]) => calendarScope({ posts, challenges: [] }, 'north-west')!;
const coordinator = scopeOf(post('sli-coordinator'));
const ALL: CalendarFilter = { whose: null, authorityId: null, cycleId: null };
const whats = (of: CalendarGround, filter: Partial<CalendarFilter>, scope = coordinator) => calendarOf(of, scope, { ...ALL, ...filter }).entries.map(({ what, whom }) => (whom ? `${what}: ${whom}` : what));
const offices = (of: CalendarGround, scope: CalendarScope) => calendarOf(of, scope, ALL).offices;

const core = ground(CORE_CHALLENGE, { leadChallengerAuthorityId: WIGAN, peers: [peer('team', BURY, ['assistant-director'], 'ad-bury')] });
const ON_SITE = ['Day one on site: Halton', 'Day two on site: Halton', 'Day three: presentation given: Halton'];

it('whoever has a part elsewhere can choose the dates of there, and of nowhere else', () => {
  const chosen = (scope: CalendarScope) => calendarOf(core, scope, ALL).authorities.map(({ id }) => id);
  expect([chosen(coordinator), chosen(scopeOf(post('dcs', { authority: WIGAN }))), chosen(scopeOf(post('dcs', { authority: HALTON })))]).toEqual([[HALTON, WIGAN], [HALTON, WIGAN], [HALTON]]);
});

describe('a person is found in another authority’s place', () => {
  it('as lead peer challenger: what they do there, beside what is theirs at home', () => {
    const found = whats(core, { whose: 'dcs', authorityId: WIGAN });
    expect(found).toEqual(expect.arrayContaining(['Day one on site: 2 authorities', 'Letter signed and issued: Halton', 'Case file audit summarised: Halton', 'Theme proposed by the host: Wigan']));
    expect(found.filter((line) => /Halton/.test(line) && /Theme|Position/.test(line))).toEqual([]);
    expect(whats(core, { whose: 'lead-member', authorityId: WIGAN })).toEqual([]);
  });

  it('as a named member of a team, by the office of that post: on site, and what falls to the team', () => {
    expect(whats(core, { whose: 'assistant-director', authorityId: BURY })).toEqual(['Team has met and agreed its lines of enquiry: Halton', ...ON_SITE, 'Feedback from the team: Halton', 'Follow-up visit and note: Halton']);
    expect(whats(core, { whose: 'assistant-director' })).toEqual(whats(core, { whose: 'assistant-director', authorityId: BURY }));
    expect(whats(core, { whose: 'data-lead', authorityId: BURY })).toEqual([]);
    expect(whats(core, { whose: 'assistant-director', authorityId: WIGAN })).toEqual([]);
  });

  it('as a moderator, by any of the offices that may do it', () => {
    const moderated = ground(MODERATED_SELF_ASSESSMENT, { peers: [peer('moderator', BURY, ['assistant-director', 'data-lead'])] });
    const own = MODERATED_SELF_ASSESSMENT.steps.filter(({ who }) => who.includes('peer:moderator')).map(({ name }) => `${name}: Halton`);
    expect(own.length).toBeGreaterThan(0);
    for (const whose of ['assistant-director', 'data-lead'] as const) expect(whats(moderated, { whose, authorityId: BURY }).toSorted()).toEqual([...own].sort());
    expect(whats(moderated, { authorityId: BURY }).toSorted()).toEqual([...own].sort());
    expect(whats(moderated, { whose: 'policy-officer', authorityId: BURY })).toEqual([]);
    expect(offices(moderated, coordinator)).toEqual(expect.arrayContaining(['assistant-director', 'data-lead', 'dcs']));
  });

  it('as the lead of a set, and of a task and finish group whose link comes from elsewhere', () => {
    const paired = ground(PAIRED_HEALTH_CHECK, { peers: [peer('visitor', WIGAN, ['dcs'])] }, { groups: [{ id: GROUP, name: 'Pair 1', ordinal: 1, leadAuthorityId: WIGAN, memberIds: [HALTON, WIGAN] }] });
    expect(whats(paired, { whose: 'dcs', authorityId: WIGAN })).toContain(`${PAIRED_HEALTH_CHECK.steps.find(({ key }) => key === 'visit')!.name}: 2 authorities`);
    const task = ground(ANNUAL_SELF_ASSESSMENT, {}, { taskGroups: [{ id: 'task', name: 'Neglect', ordinal: 1, leadAuthorityId: BURY, memberIds: [HALTON] }] });
    expect(whats(task, { whose: 'dcs', authorityId: BURY })).not.toEqual([]);
    expect(whats(task, { whose: 'dcs', authorityId: BURY })).toEqual(ANNUAL_SELF_ASSESSMENT.steps.filter(({ per, who }) => per === 'task-group' && who.includes('set-lead')).map(({ name }) => `${name}: Neglect`));
  });

  it('as the Assistant Director who leads a task and finish group with its Director, and as whoever is of its authority', () => {
    const task = ground(ANNUAL_SELF_ASSESSMENT, {}, { taskGroups: [{ id: 'task', name: 'Neglect', ordinal: 1, leadAuthorityId: BURY, adLeadAuthorityId: BURY, memberIds: [HALTON] }] });
    const led = ANNUAL_SELF_ASSESSMENT.steps.filter(({ per, who }) => per === 'task-group' && who.includes('set-lead')).map(({ name }) => `${name}: Neglect`);
    const ofGroup = (filter: Partial<CalendarFilter>, scope = coordinator) => whats(task, filter, scope).filter((line) => line.endsWith(': Neglect'));
    const [assistant, dataLead] = [scopeOf(post('assistant-director', { authority: BURY })), scopeOf(post('data-lead', { authority: BURY }))];
    expect([ofGroup({ whose: 'assistant-director', authorityId: BURY }), ofGroup({ whose: 'me' }, assistant), ofGroup({ whose: 'me' }, dataLead)]).toEqual([led, led, []]);
    expect(ofGroup({}, dataLead)).toEqual(ofGroup({}, scopeOf(post('dcs', { authority: BURY }))));
    expect(ofGroup({}, scopeOf(post('assistant-director', { authority: WIGAN })))).toEqual([]);
  });
});

it('whoever looks finds their own parts, and not who else has one in the place of another', () => {
  const member = scopeOf({ ...post('assistant-director', { authority: BURY }), id: 'ad-bury' });
  expect(whats(core, { whose: 'me' }, member)).toEqual(expect.arrayContaining([...ON_SITE, 'Feedback from the team: Halton']));
  const lead = scopeOf(post('dcs', { authority: WIGAN }));
  expect(whats(core, {}, lead)).toEqual(expect.arrayContaining(ON_SITE));
  expect(whats(core, { whose: 'dcs', authorityId: WIGAN }, lead)).toContain('Letter signed and issued: Halton');
  expect([whats(core, { authorityId: BURY }, lead), whats(core, { whose: 'assistant-director' }, lead), offices(core, lead).includes('assistant-director')]).toEqual([[], [], false]);
  // Of its own place an authority knows.
  expect(whats(core, { whose: 'assistant-director', authorityId: BURY }, scopeOf(post('dcs', { authority: HALTON })))).toContain('Day one on site');
});

it('a partner agency in a team follows its days on site, in the calendar and in its own', () => {
  const police = { ...post('police-partner'), id: 'police-bury', partnerOf: { id: BURY, name: 'Bury', slug: BURY } };
  const partnership = ground(PARTNERSHIP_CHALLENGE, { peers: [peer('team', BURY, ['police-partner'], 'police-bury')] });
  const summaries = (held: HeldPost) => feedEvents({ ...partnership, changes: new Map(), enteredAt: new Map() }, scopeOf(held), '').map(({ summary }) => summary);
  expect(whats(partnership, { whose: 'me' }, scopeOf(police))).toContain('Day one on site: Halton');
  expect(summaries(police)).toContain('Day one on site: Halton');
  const other = { ...police, id: 'other' };
  expect([...whats(partnership, {}, scopeOf(other)), ...summaries(other)].filter((line) => line.includes('Halton'))).toEqual([]);
});
