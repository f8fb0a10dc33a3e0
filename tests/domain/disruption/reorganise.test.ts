import { describe, expect, it } from 'vitest';
import type { Place } from '@/domain/disruption/joining';
import { planReorganisation, type Reorganisation } from '@/domain/disruption/reorganise';
import { clockOf } from '@/domain/forums/clock';
import { codeOf, NORTH_WEST_GROUPS, NORTH_WEST_PLACES, northWest, planned, said, type Scene } from './a-ground';

const place = (authorityId: string, more: Partial<Place> = {}): Place => ({ authorityId, groupId: 'Trafford', wave: 'january', leadId: 'Manchester', peers: {}, ownDay: null, leaveOut: [], ...more });
const STANDING = NORTH_WEST_GROUPS.map(({ id }, index) => ({ id, name: id, ordinal: index + 1, memberIds: [...Object.keys(NORTH_WEST_PLACES).filter((name) => NORTH_WEST_PLACES[name]!.group === id), ...(id === 'Trafford' ? ['North', 'South'] : [])] }));
const scene = (more: Partial<Scene> = {}) => northWest('2017-11-20', { outside: ['North', 'South'], standing: STANDING, openActions: [{ id: 'a1', authorityId: 'Stockport' }, { id: 'a2', authorityId: 'Stockport' }], ...more });
const reorganised = (more: Partial<Reorganisation> = {}): Reorganisation => ({ authorityId: 'Stockport', successors: [place('South'), place('North')], heirId: 'North', actionsTo: ['North', 'South'], ...more });

describe('an authority that is reorganised into two', () => {
  it.each([
    [{ authorityId: 'Leeds' }, 'not-in-cycle'],
    [{ successors: [place('South')] }, 'too-few'],
    [{ heirId: 'Wigan' }, 'no-heir'],
    [{ actionsTo: [] }, 'no-actions-to'],
    [{ successors: [place('South'), place('Wigan')], heirId: 'South' }, 'in-cycle'],
    [{ successors: [place('South'), place('South')], heirId: 'South' }, 'in-cycle'],
  ] as const)('%j: %s', (wrong, code) => {
    expect(codeOf(planReorganisation(scene(), reorganised(wrong as Partial<Reorganisation>)))).toBe(code);
  });

  it('leaves, and they come in its stead with what it wrote and what it had not finished', () => {
    const plan = planned(planReorganisation(scene(), reorganised()));
    expect(plan.change.leaves).toBe('Stockport');
    expect(plan.change.joins.map(({ authorityId, wave, leadId, predecessorId }) => [authorityId, wave, leadId, predecessorId])).toEqual([
      ['North', 'january', 'Manchester', 'Stockport'],
      ['South', 'january', 'Manchester', 'Stockport'],
    ]);
    expect(plan.change.heirs).toEqual(['South', 'North']);
    expect(plan.change.carried).toEqual(['a1', 'a2'].map((actionId) => ({ actionId, authorityIds: ['South', 'North'] })));
    expect(plan.data).toEqual({ successors: 'South and North' });
    expect(said(plan, 'Its history')).toEqual(['North and South can read the 5 documents that Stockport could read of its own, as they were handed on or signed.']);
    expect(said(plan, 'Its unfinished actions')).toEqual(['Two unfinished actions go on with North and South, with each of them.']);
    expect(plan.concerned.toSorted()).toEqual(['Halton', 'Manchester', 'North', 'South', 'Stockport', 'Wigan']);
  });

  it('passes its parts to one of them, and its time on the forum day; the other comes after the last', () => {
    const plan = planned(planReorganisation(scene(), reorganised()));
    expect(plan.change.leads).toEqual([{ hostId: 'Manchester', leadId: 'North' }]);
    const days = plan.change.forums.map((forum) => [forum.id, forum.cancelledAt !== null, forum.sequence, forum.sessions.map(({ startsAt, authority, challengers }) => `${clockOf(startsAt)} ${authority.name} by ${challengers.map(({ name, lead }) => (lead ? `${name}*` : name)).join(', ')}`)]);
    expect(days).toEqual([
      ['Trafford december', false, 4, ['10:00 Halton by Wigan*, North', '11:00 Wigan by Halton*']],
      ['new-1', true, 0, ['11:00 Stockport by Manchester*']],
      ['Trafford january', false, 4, ['10:00 Manchester by North*, Halton', '11:00 North by Manchester*', '12:05 South by Manchester*']],
    ]);
  });

  it('keeps its forum day where nobody else has a session', () => {
    const places = { ...NORTH_WEST_PLACES, Bury: { group: 'Rochdale', wave: 'january' } };
    const standing = STANDING.map((group) => (group.id === 'Rochdale' ? { ...group, memberIds: [...group.memberIds, 'North', 'South'] } : { ...group, memberIds: group.memberIds.filter((id) => id !== 'North' && id !== 'South') }));
    const plan = planned(planReorganisation(scene({ places, standing, openActions: [] }), reorganised({ authorityId: 'Sefton', successors: [place('North', { groupId: 'Rochdale', wave: 'december', leadId: '' }), place('South', { groupId: 'Rochdale', wave: 'january', leadId: '' })] })));
    expect(plan.change.forums.map(({ id, cancelledAt, sessions }) => [id, cancelledAt !== null, sessions.map(({ authority }) => authority.name)])).toEqual([
      ['new-1', true, ['Sefton']],
      ['Rochdale december', false, ['North']],
    ]);
  });
});
