// The form of an appointment as typed: each mistake is one sentence at its field, and all of them at once.
import { z } from 'zod';
import { dayFault, readDay } from './day-fields';
import { OFFICES, type Day, type Office } from './model';
import { REMIT_OFFICES } from './people';

export interface TypedAppointment {
  place: string;
  office: Office;
  remit: string;
  person: { id: string } | { name: string; email: string };
  startsOn: Day;
  endsOn: Day | null;
  acting: boolean;
}

type Mend = (field: string, sentence: string) => void;

export const typedAppointment = z.record(z.string(), z.unknown()).transform((values, context): TypedAppointment => {
  const text = (name: string) => String(values[name] ?? '').trim();
  const mend: Mend = (field, message) => context.addIssue({ code: 'custom', path: [field], message });
  const office = OFFICES.find((one) => one === text('office'));
  if (!office) mend('office', 'Office: choose one');
  const remit = office && REMIT_OFFICES.includes(office) ? text('remit').replace(/\s+/g, ' ') : '';
  if (remit.length > 80) mend('remit', 'Remit: at most 80 characters');
  return {
    place: text('place'),
    office: office ?? 'contributor',
    remit,
    person: readPerson(text, mend),
    startsOn: readTypedDay(text, 'from', mend) ?? missing('from', 'First day: give a day, month and year', mend),
    endsOn: readTypedDay(text, 'until', mend),
    acting: text('acting') === 'yes',
  };
});

function readPerson(text: (name: string) => string, mend: Mend): TypedAppointment['person'] {
  if (text('who') === 'known') {
    const id = text('person');
    if (!z.uuid().safeParse(id).success) mend('person', 'Person: choose someone, or say that they are new');
    return { id };
  }
  if (text('who') !== 'new') mend('who', 'Say whether this is someone known or somebody new');
  else readNameAndAddress(text, mend);
  return { name: text('name'), email: text('email') };
}

export const typedPerson = z.record(z.string(), z.unknown()).transform((values, context) => {
  const text = (name: string) => String(values[name] ?? '').trim();
  readNameAndAddress(text, (field, message) => context.addIssue({ code: 'custom', path: [field], message }));
  return { personId: text('personId'), name: text('name'), email: text('email') };
});

function readNameAndAddress(text: (name: string) => string, mend: Mend): void {
  if (text('name').length < 2) mend('name', 'Name: write it in full');
  else if (text('name').length > 120) mend('name', 'Name: at most 120 characters');
  if (!z.email().max(254).safeParse(text('email')).success) mend('email', 'E-mail address: write the whole of it, as in name@council.gov.uk');
}

/** Null when nothing was typed, or what was typed is no day (and then it is said). */
function readTypedDay(text: (name: string) => string, name: 'from' | 'until', mend: Mend): Day | null {
  const parts = [text(`${name}-day`), text(`${name}-month`), text(`${name}-year`)] as const;
  if (parts.every((part) => part === '')) return null;
  return readDay(...parts) ?? missing(name, dayFault(name === 'from' ? 'First day' : 'Last day', parts), mend);
}

function missing(field: string, sentence: string, mend: Mend): Day {
  mend(field, sentence);
  return '';
}
