// A region in which every post is held, so that a process can be walked through from its first step to its last.
import type { CycleFacts, GroupFacts, PlaceFacts } from '@/domain/cycle-facts';
import { AUTHORITY_OFFICES, GROUP_OFFICES, PARTNER_OFFICES, REGION_OFFICES, sideOf, type Day, type Office } from '@/domain/model';
import type { Holder, PartySet } from '@/domain/parties';
import { scheduleOf, type Place, type Schedule } from '@/domain/processes/schedule';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';

const REGION = 'region';
const TASK_GROUP = 'task-group';

/** Twelve authorities in the sets that the process wants, over its waves in turn, each with all its peers and a lead if there are any. */
export function aWholeRegion(template: ProcessTemplateDefinition, anchorOn: Day = template.ordinaryAnchor) {
  const authorityIds = Array.from({ length: 12 }, (_, index) => `authority-${index + 1}`);
  const size = template.grouping.is === 'made' ? template.grouping.sizes[0]! : template.grouping.is === 'one' ? 12 : 4;
  const groups = Array.from({ length: 12 / size }, (_, index): GroupFacts => {
    const memberIds = authorityIds.slice(index * size, (index + 1) * size);
    return { id: `group-${index + 1}`, name: `Group ${index + 1}`, ordinal: index + 1, leadAuthorityId: memberIds[0]!, memberIds };
  });
  const other = (authorityId: string, by: number) => authorityIds[(authorityIds.indexOf(authorityId) + by) % 12]!;
  const places = authorityIds.map((authorityId, index): PlaceFacts => {
    const group = groups.find(({ memberIds }) => memberIds!.includes(authorityId))!;
    return {
      cycleAuthorityId: `place-${authorityId}`,
      authorityId,
      name: authorityId,
      slug: authorityId,
      groupId: group.id,
      wave: template.waves[index % template.waves.length]!.key,
      leadChallengerAuthorityId: template.leads === 'none' ? null : other(authorityId, 1),
      documents: {},
      session: null,
      packReadOn: null,
      preparedOn: null,
      releasedOn: null,
      reviewedOn: [],
      peers: template.roles.flatMap(({ key, each, offices, found }, role) => {
        const others = found === 'set' ? group.memberIds!.filter((id) => id !== authorityId) : Array.from({ length: each }, (_, turn) => other(authorityId, 2 + role * 4 + turn));
        return others.map((id) => ({ id: `${key}-${authorityId}-${id}`, role: key, authorityId: id, offices, postId: null, name: id, assignedOn: anchorOn }));
      }),
    };
  });
  const taskGroup: GroupFacts = { id: TASK_GROUP, name: 'Task group', ordinal: 1, leadAuthorityId: authorityIds[3]!, memberIds: authorityIds.slice(3, 6) };
  const facts = (completions: ReadonlyMap<string, Day>): CycleFacts => ({
    id: 'cycle',
    regionId: REGION,
    name: 'Cycle',
    openedOn: anchorOn,
    closedOn: null,
    packsIssuedOn: null,
    groups,
    taskGroups: [taskGroup],
    roles: template.roles,
    places,
    papers: {},
    processPapers: new Map(),
    completions,
    waivers: new Map(),
  });
  const ordinals = new Map(groups.map(({ id, ordinal }) => [id, ordinal]));
  const schedule: Schedule = scheduleOf({ template, anchorOn, places: places.map(({ authorityId, groupId, wave }): Place => ({ authorityId, groupId, wave, groupOrdinal: ordinals.get(groupId)! })), taskGroupIds: [TASK_GROUP] });
  const setOf = (groupId: string): PartySet => ({ id: groupId, leadAuthorityId: null, memberIds: [], ...[...groups, taskGroup].find(({ id }) => id === groupId) } as PartySet);
  return { regionId: REGION, places, schedule, facts, setOf, posts: [...authorityIds.flatMap(postsAt), ...groups.flatMap(({ id }) => GROUP_OFFICES.map((office) => post(office, { groupId: id }))), ...REGION_OFFICES.map((office) => post(office, {}))] };
}

const postsAt = (authorityId: string) => [...AUTHORITY_OFFICES, ...PARTNER_OFFICES].map((office) => post(office, { authorityId }));

function post(office: Office, { authorityId, groupId }: { authorityId?: string; groupId?: string }): Holder {
  const named = (id: string | undefined) => (id ? { id, name: id, slug: id } : null);
  return { id: `${office}-${authorityId ?? groupId ?? REGION}`, office, region: { id: REGION, name: REGION }, group: named(groupId), ...sideOf(office, named(authorityId)) };
}
