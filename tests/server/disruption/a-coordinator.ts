// Something comes between: what the coordinator is shown is worked out as the page does it, and confirmed with its mark.
import { isRefusal } from '@/domain/decision';
import { planInspection, type Inspection } from '@/domain/disruption/inspect';
import { planJoining } from '@/domain/disruption/join-late';
import type { Place } from '@/domain/disruption/joining';
import type { Ground, Plan } from '@/domain/disruption/plan';
import { planReorganisation, type Reorganisation } from '@/domain/disruption/reorganise';
import { planSwap, type Swap } from '@/domain/disruption/swap-days';
import { planWithdrawal, type Withdrawal } from '@/domain/disruption/withdraw';
import type { Refusal } from '@/domain/decision';
import type { Actor } from '@/domain/model';
import { db } from '@/server/db';
import { markOf } from '@/server/disruption/mark';
import { findGround } from '@/server/disruption/store';
import { deliverEvents } from '@/server/jobs/deliver-events';

process.env.NEXTAUTH_SECRET ??= 'only-for-the-tests-of-one-run';
process.env.NEXTAUTH_URL ??= 'https://friend.example';

type Happened = { inspected: Inspection; swapped: Swap; withdrew: Withdrawal; joined: Place; reorganised: Reorganisation };
const PLANS: { [Kind in keyof Happened]: (ground: Ground, happened: Happened[Kind]) => Plan | Refusal } = { inspected: planInspection, swapped: planSwap, withdrew: planWithdrawal, joined: planJoining, reorganised: planReorganisation };

/** The mark that the coordinator's page carries for it now. */
export async function shownTo<Kind extends keyof Happened>(coordinator: Actor, cycleId: string, kind: Kind, happened: Happened[Kind], at: Date): Promise<string> {
  const ground = await findGround(db, coordinator, cycleId, at, happened.authorityId);
  return markOf(PLANS[kind](ground, happened));
}

export const place = (authorityId: string, more: Partial<Place> = {}): Place => ({ authorityId, groupId: '', wave: '', leadId: '', peers: {}, ownDay: null, leaveOut: [], ...more });

export function ok<Outcome extends object>(outcome: Outcome): Exclude<Outcome, Refusal> {
  if (isRefusal(outcome)) throw new Error(`${outcome.refused}: ${outcome.because}`);
  return outcome as Exclude<Outcome, Refusal>;
}
export const codeOf = (outcome: object) => (isRefusal(outcome) ? outcome.refused : 'accepted');

/** What the jobs write of the events that nobody has been told of: subject, by the post told. */
export async function tell(at: Date): Promise<{ post: string; subject: string; urgency: string; calendar: string | null }[]> {
  await db.outboxMessage.deleteMany();
  await deliverEvents(at);
  const rows = await db.outboxMessage.findMany({ orderBy: { post: 'asc' } });
  return rows.map(({ post, subject, urgency, calendarMethod }) => ({ post, subject, urgency, calendar: calendarMethod }));
}

/** Everything that has been told so far is old news. */
export async function oldNews(at: Date): Promise<void> {
  await db.event.updateMany({ where: { toldAt: null }, data: { toldAt: at } });
}
