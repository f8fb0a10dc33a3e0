import { effectSchema, effectSeen, HEADLINES, type CameBetween, type Effect } from '@/domain/disruption/came-between';
import type { DisruptionKind, Ground } from '@/domain/disruption/plan';
import { postName, type Actor, type Office } from '@/domain/model';
import { permits } from '@/domain/permissions';
import { isOfPartnerships } from '@/domain/processes/asks-for';
import { today } from '../days';
import { db } from '../db';
import { regionsOf } from '../forum-days/store';
import { NotFound } from '../not-found';
import { processDefinition } from '../process-definition/load';
import { findGround } from './store';

export interface DisruptionPage {
  ground: Ground;
  region: string;
  between: readonly CameBetween[];
}

/** How the cycle stands, for the coordinator who records that something came between; throws NotFound for anyone else. */
export async function loadDisruption(actor: Actor, cycleId: string, predecessorId: string | null, at: Date): Promise<DisruptionPage> {
  const ground = await findGround(db, actor, cycleId, at, predecessorId);
  if (!actor.as || !permits('cycle.disrupt', actor.as, { regionId: ground.facts.regionId })) throw new NotFound();
  return { ground, region: actor.as.region.name, between: await cameBetween(actor, { cycleId }) };
}

/**
 * What came between in a cycle and concerns an authority, newest first; nothing for someone of no post in the region. Agencies read it of
 * the authority with which they work, where the process is that of the partnerships.
 */
export async function loadCameBetween(actor: Actor, of: { cycleId: string; authorityId: string }): Promise<CameBetween[]> {
  const follows = await db.cycle.findFirst({ where: { id: of.cycleId, regionId: { in: regionsOf(actor) } }, select: { id: true } });
  if (follows) return cameBetween(actor, of);
  if (!actor.posts.some(({ partnerOf }) => partnerOf?.id === of.authorityId)) return [];
  const place = await db.cycleAuthority.findUnique({ where: { cycleId_authorityId: of }, select: { cycle: { select: { templateId: true } } } });
  return place && isOfPartnerships(await processDefinition(db, place.cycle.templateId)) ? cameBetween(actor, of, of.authorityId) : [];
}

/** `besideId`: the authority beside which it is read, of which alone lines are shown. */
async function cameBetween(actor: Actor, { cycleId, authorityId }: { cycleId: string; authorityId?: string }, besideId: string | null = null): Promise<CameBetween[]> {
  const rows = await db.disruption.findMany({ where: { cycleId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], include: { cycle: { select: { regionId: true } } } });
  const found = rows.map((row) => ({ ...row, effect: effectSchema.parse(row.effect) })).filter(({ effect }) => !authorityId || effect.authorityIds.includes(authorityId));
  if (found.length === 0) return [];
  const own = besideId ? [besideId] : actor.posts.flatMap((post) => post.authority?.id ?? []);
  const authorities = await db.authority.findMany({ where: { id: { in: [...found.flatMap((row) => [row.authorityId, row.otherId ?? row.authorityId]), ...own] } }, select: { id: true, shortName: true } });
  const posts = await db.post.findMany({ where: { id: { in: found.map(({ postId }) => postId) } }, include: { region: true, group: true } });
  const nameOf = (id: string | null) => authorities.find((authority) => authority.id === id)?.shortName ?? '';
  return found.map(({ id, kind, authorityId: aboutId, otherId, reason, effect, at, postId, cycle }) => {
    const post = posts.find((one) => one.id === postId);
    const whole = actor.posts.some((held) => permits('cycle.see-board', held, { regionId: cycle.regionId }) || held.authority?.id === aboutId || (otherId !== null && held.authority?.id === otherId));
    return {
      id,
      on: today(at),
      headline: HEADLINES[kind as DisruptionKind]({ authority: nameOf(aboutId), other: nameOf(otherId) }),
      reason,
      by: post ? postName({ office: post.office as Office, remit: post.remit, acting: false, region: post.region, group: post.group, authority: null }) : '',
      ...effectSeen(besideId === aboutId ? withItsName(effect, nameOf(aboutId)) : effect, whole, own.map(nameOf)),
    };
  });
}

/** Days of the authority that it is about stand there without a name. */
function withItsName({ days, said }: Pick<Effect, 'days' | 'said'>, name: string): Pick<Effect, 'days' | 'said'> {
  return { said, days: days.map((day) => ({ ...day, whom: day.whom ?? name })) };
}
