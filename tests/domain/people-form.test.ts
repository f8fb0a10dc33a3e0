import { describe, expect, it } from 'vitest';
import { typedAppointment, typedPerson } from '@/domain/read-appointment';

const whole = {
  place: 'authority:wigan',
  office: 'contributor',
  remit: '  Care   leavers ',
  who: 'new',
  name: ' Ann New ',
  email: 'ann@wigan.example',
  'from-day': '1',
  'from-month': 'January',
  'from-year': '2018',
  'until-day': '',
  'until-month': '',
  'until-year': '',
};
const mistakes = (form: Record<string, unknown>) => Object.fromEntries((typedAppointment.safeParse(form).error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]));

describe('the form of an appointment', () => {
  it('is read whole', () => {
    expect(typedAppointment.parse(whole)).toEqual({
      place: 'authority:wigan',
      office: 'contributor',
      remit: 'Care leavers',
      person: { name: 'Ann New', email: 'ann@wigan.example' },
      startsOn: '2018-01-01',
      endsOn: null,
      acting: false,
    });
    const known = '01a20462-4463-727b-a889-933afdb2b308';
    expect(typedAppointment.parse({ ...whole, who: 'known', person: known, acting: 'yes', 'until-day': '31', 'until-month': '3', 'until-year': '2018' })).toMatchObject({
      person: { id: known },
      endsOn: '2018-03-31',
      acting: true,
    });
  });

  it('takes a remit only where an office may have several posts', () => {
    expect(typedAppointment.parse({ ...whole, office: 'lead-member' }).remit).toBe('');
  });

  it('says all that is missing at once, each at its field, in the order of the page', () => {
    expect(Object.entries(mistakes({}))).toEqual([
      ['office', 'Office: choose one'],
      ['who', 'Say whether this is someone known or somebody new'],
      ['from', 'First day: give a day, month and year'],
    ]);
  });

  it.each([
    [{ office: 'king' }, { office: 'Office: choose one' }],
    [{ remit: 'x'.repeat(81) }, { remit: 'Remit: at most 80 characters' }],
    [{ who: 'known', person: '' }, { person: 'Person: choose someone, or say that they are new' }],
    [{ name: 'A' }, { name: 'Name: write it in full' }],
    [{ email: 'ann' }, { email: 'E-mail address: write the whole of it, as in name@council.gov.uk' }],
    [{ 'from-day': '31', 'from-month': '2' }, { from: 'First day: there is no such day. Write the day, month and year in a field each, like 27, 10 and 2017' }],
    [{ 'until-day': '31' }, { until: 'Last day: there is no such day. Write the day, month and year in a field each, like 27, 10 and 2017' }],
  ])('%j: %j', (typed, expected) => {
    expect(mistakes({ ...whole, ...typed })).toEqual(expected);
  });
});

it('a correction wants a name and an address', () => {
  expect(typedPerson.parse({ personId: 'p', name: ' Ann ', email: 'ann@x.example ' })).toEqual({ personId: 'p', name: 'Ann', email: 'ann@x.example' });
  expect(typedPerson.safeParse({ personId: 'p' }).error?.issues.map((issue) => issue.path[0])).toEqual(['name', 'email']);
});
