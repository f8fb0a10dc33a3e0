// A small cycle for tests of steps: Halton and Wigan in one group, with documents put together act by act.
import type { CycleFacts, DocumentProgress, PlaceFacts } from '@/domain/cycle-facts';
import type { ActKind, DocumentKind } from '@/domain/documents/facts';
import type { Day, HeldPost, Office } from '@/domain/model';
import { scheduleOf } from '@/domain/processes/schedule';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import { stepsOf, type CycleSteps, type StepAt } from '@/domain/workflow';
import { NORTH_WEST_PROCESS } from '../../prisma/reference/processes/north-west-annual-cycle';

export const WIGAN = 'wigan';
export const HALTON = 'halton';
export const GROUP = 'trafford-group';

/** A document after some acts: "put-for-signature", or with the day: "submitted 2017-10-25". Signed offices by name. */
export function paper(kind: DocumentKind, acts: readonly string[], { signed = [], comments = {}, begun = acts.length > 0 }: { signed?: readonly Office[]; comments?: { open?: number; settled?: number }; begun?: boolean } = {}): DocumentProgress {
  return {
    id: `${kind}-id`,
    begun,
    visible: true,
    acts: acts.map((words) => {
      const [act, on = '2017-10-20', reason = ''] = words.split(' ');
      return { kind: act as ActKind, on, versionId: 'v1', reason };
    }),
    versions: [{ id: 'v1' }],
    signatures: signed.map((office) => ({ office, versionId: 'v1', voidedAt: null, on: '2017-10-24' })),
    comments: { open: comments.open ?? 0, settled: comments.settled ?? 0 },
  };
}

export function placeOf(authorityId: string, facts: Partial<PlaceFacts> = {}): PlaceFacts {
  return {
    cycleAuthorityId: `place-${authorityId}`,
    authorityId,
    name: authorityId === WIGAN ? 'Wigan' : 'Halton',
    slug: authorityId,
    groupId: GROUP,
    wave: 'december',
    leadChallengerAuthorityId: authorityId === WIGAN ? HALTON : WIGAN,
    documents: { mou: paper('mou', ['put-for-signature'], { begun: false }) },
    session: null,
    packReadOn: null,
    preparedOn: null,
    releasedOn: null,
    reviewedOn: [],
    ...facts,
  };
}

export function cycleOf(places: readonly PlaceFacts[], facts: Partial<CycleFacts> = {}): CycleFacts {
  return {
    id: 'cycle-id',
    regionId: 'north-west',
    name: '2017/18',
    openedOn: '2017-07-26',
    closedOn: null,
    packsIssuedOn: null,
    groups: [{ id: GROUP, name: 'Trafford', ordinal: 1, leadAuthorityId: 'trafford' }],
    places,
    papers: {},
    completions: new Map(),
    waivers: new Map(),
    ...facts,
  };
}

export function stepsOn(facts: CycleFacts, today: Day, template: ProcessTemplateDefinition = NORTH_WEST_PROCESS): CycleSteps {
  const places = facts.places.map(({ authorityId, groupId, wave }) => ({ authorityId, groupId, wave, groupOrdinal: 1 }));
  return stepsOf(facts, template.steps, scheduleOf({ template, anchorOn: '2017-11-23', places, taskGroupIds: (facts.taskGroups ?? []).map(({ id }) => id) }).at, today);
}

export function stepOfWigan(facts: CycleFacts, key: string, today: Day): StepAt {
  return stepsOn(facts, today).of(facts.places.find((place) => place.authorityId === WIGAN)!, key);
}

export function post(office: Office, at: { authority?: string; group?: true } = {}): HeldPost {
  const name = at.authority === WIGAN ? 'Wigan' : 'Halton';
  return {
    id: `${office}-${at.authority ?? 'region'}`,
    office,
    remit: '',
    acting: false,
    region: { id: 'north-west', name: 'North West' },
    group: at.group ? { id: GROUP, name: 'Trafford' } : null,
    authority: at.authority ? { id: at.authority, name, slug: at.authority } : null,
  };
}
