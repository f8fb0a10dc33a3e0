// A cycle of a shipped process, opened as it is proposed: its sets, its rotation, its lead peer challengers.
import { addDays } from '@/domain/deadlines';
import { isRefusal } from '@/domain/decision';
import type { Day } from '@/domain/model';
import { isThere } from '@/domain/processes/opening-faults';
import { proposeCycle } from '@/domain/processes/propose-cycle';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import { loadActor } from '@/server/actor/load';
import { openCycle } from '@/server/cycles/open-cycle';
import { findOpening } from '@/server/cycles/opening/store';
import { db } from '@/server/db';
import { setUpGroup } from '@/server/task-groups/set-up-group';
import { appointRegion } from './region-people';

export interface OpenedShipped {
  cycleId: string;
  openedOn: Day;
  definition: ProcessTemplateDefinition;
}

/** Appoints the whole region, and opens the cycle of the year that its source tells of, on the first day of its span; `only` so many of its authorities where that is told. */
export async function openShipped({ region, key, only }: { region: string; key: string; only?: number }): Promise<OpenedShipped> {
  const { id: regionId } = await db.region.findUniqueOrThrow({ where: { slug: region } });
  const template = await db.processTemplate.findFirstOrThrow({ where: { regionId, key }, orderBy: { version: 'desc' } });
  await appointRegion(regionId, await db.authority.findMany({ where: { regionId }, select: { id: true } }));
  const { personId, postId } = await db.appointment.findFirstOrThrow({ where: { post: { regionId, office: 'sli-coordinator' } } });
  const actorAt = async (at: Date) => (await loadActor(personId, at, postId, at, { by: 'link', at, freshUntil: new Date(at.getTime() + 600_000) }))!;
  const { facts } = await findOpening(db, await actorAt(new Date('2016-01-04T08:00:00Z')), { templateId: template.id });
  const anchorOn = facts.template.ordinaryAnchor;
  const openedOn = addDays(anchorOn, facts.template.spans.from);
  const at = new Date(`${openedOn}T08:00:00Z`);
  const coordinator = await actorAt(at);
  const there = facts.authorities.filter((authority) => isThere(authority, anchorOn)).slice(0, only).map(({ id }) => id);
  const { grouping } = facts.template;
  // Where they go in pairs and their number is odd, one waits for the next cycle.
  const takingPart = grouping.is === 'made' && grouping.sizes.every((size) => size === 2) ? there.slice(there.length % 2) : there;
  const proposed = proposeCycle(facts, { earlier: null, choices: { leads: 'next', sets: 'new', peers: 'new' }, turn: 1, today: openedOn, anchorOn, takingPart });
  const opened = await openCycle(coordinator, { templateId: template.id, ...proposed, anchorOn, name: `Played ${facts.template.suffix}`.trim() }, at);
  if (isRefusal(opened)) throw new Error(opened.because);
  const cycleId = opened.change.id;
  if (facts.template.steps.some(({ per }) => per === 'task-group')) {
    const group = await setUpGroup(coordinator, { cycleId, name: 'Placements', purpose: 'Enough of the right homes', memberIds: takingPart.slice(0, 3), linkId: takingPart[0]!, adLeadId: takingPart[1]! }, at);
    if (isRefusal(group)) throw new Error(group.because);
  }
  return { cycleId, openedOn, definition: facts.template };
}
