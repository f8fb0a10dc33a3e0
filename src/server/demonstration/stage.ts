import { isRefusal, type Accepted, type Refusal } from '@/domain/decision';
import { addDays } from '@/domain/deadlines';
import type { DocumentKind } from '@/domain/documents/facts';
import { atClock } from '@/domain/forums/clock';
import type { Actor, Day, Office } from '@/domain/model';
import { loadActor } from '../actor/load';
import { dateOf, today } from '../days';
import { db } from '../db';

/** One thing that someone does in a cycle: `on` days after day 0, at a time of day in London. */
export interface Act {
  on: number;
  time: string;
  does: (stage: Stage, at: Date) => Promise<void>;
}

export interface StagePlace {
  name: string;
  authorityId: string;
  cycleAuthorityId: string;
  group: string;
  groupId: string;
  wave: string;
  leadChallenger: string | null;
  /** Position among the cycle's authorities, from 0: what makes one differ from another. */
  index: number;
}

/** A cycle being played: who is who, and where each document is. */
export interface Stage {
  cycleId: string;
  anchorOn: Day;
  regionId: string;
  places: readonly StagePlace[];
  actor: (office: Office, at: Date, where?: { authority?: string; group?: string }) => Promise<Actor>;
  document: (kind: DocumentKind, authority?: string) => string;
}

/** The change when it was accepted; a refusal is a fault of the script and stops it. */
export async function done<Change>(what: string, use: Promise<Accepted<Change> | Refusal>): Promise<Change> {
  const outcome = await use;
  if (isRefusal(outcome)) throw new Error(`${what}: ${outcome.refused}. ${outcome.because}`);
  return outcome.change;
}

export async function openStage(cycleId: string): Promise<Stage> {
  const cycle = await db.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    include: { authorities: { include: { authority: true, group: true, leadChallenger: true } }, documents: { select: { id: true, kind: true, authorityId: true } } },
  });
  const places = cycle.authorities
    .map((place) => ({
      name: place.authority.shortName,
      authorityId: place.authorityId,
      cycleAuthorityId: place.id,
      group: place.group.name,
      groupId: place.groupId,
      wave: place.wave,
      leadChallenger: place.leadChallenger?.shortName ?? null,
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((place, index) => ({ ...place, index }));
  const documents = new Map(cycle.documents.map((doc) => [`${doc.kind}|${doc.authorityId ?? ''}`, doc.id]));
  const idOf = new Map(places.map((place) => [place.name, place.authorityId]));
  return {
    cycleId,
    anchorOn: cycle.anchorOn.toISOString().slice(0, 10),
    regionId: cycle.regionId,
    places,
    actor: (office, at, where = {}) => actorIn(office, cycle.regionId, at, where),
    document: (kind, authority) => {
      const id = documents.get(`${kind}|${authority ? idOf.get(authority) : ''}`);
      if (!id) throw new Error(`There is no ${kind} of ${authority ?? 'the region'}`);
      return id;
    },
  };
}

/** Whoever holds the post on that day, acting in it. */
export async function actorIn(office: Office, regionId: string, at: Date, { authority, group }: { authority?: string; group?: string }): Promise<Actor> {
  const day = dateOf(today(at));
  const place = authority ? { authority: { shortName: authority } } : group ? { group: { name: group } } : { authorityId: null, groupId: null };
  const appointment = await db.appointment.findFirst({
    where: { startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }], post: { office, regionId, ...place } },
    orderBy: [{ post: { remit: 'asc' } }, { acting: 'desc' }, { startsOn: 'desc' }],
  });
  const actor = appointment && (await loadActor(appointment.personId, at, appointment.postId, at, { by: 'demonstration', at, freshUntil: new Date(at.getTime() + 600_000) }));
  if (!actor) throw new Error(`Nobody is ${office} of ${authority ?? group ?? 'the region'} on ${today(at)}`);
  return actor;
}

/** Does everything that falls before `until`, in the order of time. */
export async function play(stage: Stage, acts: readonly Act[], until: Date): Promise<void> {
  const timed = acts.map((act, order) => ({ act, order, at: atClock(addDays(stage.anchorOn, act.on), act.time) }));
  timed.sort((a, b) => a.at.getTime() - b.at.getTime() || a.order - b.order);
  for (const { act, at } of timed) if (at <= until) await act.does(stage, at);
}
