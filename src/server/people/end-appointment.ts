import { isRefusal } from '@/domain/decision';
import type { Actor, Day } from '@/domain/model';
import * as rules from '@/domain/people';
import { transact } from '../transact';
import { findAppointment, saveEnding } from './store';

/** Sets the last day of an appointment. What was due from the post stays due from it. */
export const endAppointment = (actor: Actor, command: { appointmentId: string; endsOn: Day }, at: Date) =>
  transact(actor, at, async (tx) => {
    const { post, appointment } = await findAppointment(tx, actor, command.appointmentId);
    const decision = rules.endAppointment({ actor, post, appointment, endsOn: command.endsOn });
    if (!isRefusal(decision)) await saveEnding(tx, decision);
    return decision;
  });
