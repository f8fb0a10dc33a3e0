'use server';

import { z } from 'zod';
import { dayFields } from '@/domain/day-fields';
import { typedAppointment, typedPerson } from '@/domain/read-appointment';
import { act } from '@/server/action';
import { appointPerson } from '@/server/people/appoint-person';
import { correctPerson } from '@/server/people/correct-person';
import { endAppointment } from '@/server/people/end-appointment';
import { dayInWords } from '@/domain/deadlines';

const text = (form: FormData, name: string) => encodeURIComponent(String(form.get(name) ?? ''));

export async function appointToPost(form: FormData) {
  return act(form, {
    back: `/people/appoint?place=${text(form, 'place')}`,
    input: typedAppointment,
    use: appointPerson,
    done: ({ change, events }) => ({
      to: '/people',
      notice: `${change.person.name} is appointed ${events[0].data?.post} from ${dayInWords(change.startsOn)}. Whatever is due from the post is theirs from that day.`,
    }),
  });
}

export async function endOnDay(form: FormData) {
  return act(form, {
    back: `/people/appointments/${text(form, 'appointmentId')}`,
    input: dayFields('on', 'Last day').pipe(z.object({ appointmentId: z.uuid(), on: z.string() })),
    use: (actor, { appointmentId, on }, at) => endAppointment(actor, { appointmentId, endsOn: on }, at),
    done: ({ events }) => ({ to: '/people', notice: `${events[0].data?.person} is ${events[0].data?.post} until ${events[0].data?.until}. Whatever is due stays due from the post.` }),
  });
}

export async function correct(form: FormData) {
  return act(form, {
    back: `/people/${text(form, 'personId')}/correct`,
    input: typedPerson,
    use: correctPerson,
    done: ({ change }) => ({ to: `/people/${change.id}`, notice: `Corrected. ${change.name} signs in with ${change.email}.` }),
  });
}
