import { expect, test } from 'vitest';
import type { FormReturn } from '@/domain/form';
import { Checkbox } from '@/ui/checkbox';
import { Checkboxes } from '@/ui/checkboxes';
import { DateFields } from '@/ui/date-fields';
import { FileInput } from '@/ui/file-input';
import { FormReport } from '@/ui/form-report';
import { pageTitle } from '@/ui/page-title';
import { Radios } from '@/ui/radios';
import { Select } from '@/ui/select';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import { attributes, markup, words } from './markup';

const returned: FormReturn = {
  values: { why: 'too short', 'on-day': '31', 'on-month': '2', 'on-year': '2018', told: ['b'], place: 'two' },
  errors: { why: 'Say why in at least ten words', on: 'February 2018 has no 31st', told: 'Choose at least one', sure: 'Tick the box' },
};

test('a field ties its label, hint and error to its input and keeps what was typed', () => {
  const html = markup(<TextInput name="why" label="Why" hint="For those who are told" value="as kept" returned={returned} />);
  expect(html).toContain('<label for="why" id="why-label">Why</label>');
  expect(html).toContain('id="why-hint"');
  expect(html).toContain('id="why-error"');
  expect(attributes(html, /<input[^>]*>/)).toEqual({
    id: 'why',
    name: 'why',
    'aria-describedby': 'why-hint why-error',
    'aria-invalid': 'true',
    type: 'text',
    value: 'too short',
  });
});

test('a field that nothing came back to shows what is kept', () => {
  expect(attributes(markup(<TextInput name="who" label="Who" value="DCS, Wigan" returned={returned} />), /<input[^>]*>/)).toEqual({
    id: 'who',
    name: 'who',
    type: 'text',
    value: 'DCS, Wigan',
  });
});

test('a field emptied by the person stays empty', () => {
  const emptied: FormReturn = { values: { who: '' }, errors: {} };
  expect(attributes(markup(<TextInput name="who" label="Who" value="DCS, Wigan" returned={emptied} />), /<input[^>]*>/)['value']).toBe('');
});

test('a text says how many of its words are used, and by how many it is over', () => {
  const under = markup(<TextArea name="sum" label="Judgement" most={300} value={'One two\n\nthree'} />);
  expect(under).toContain('<span id="sum-count" data-most="300">3 of 300 words</span>');
  expect(attributes(under, /<textarea[^>]*>/)['aria-describedby']).toBe('sum-count');
  expect(words(<TextArea name="sum" label="Judgement" most={2} value="one two three" />)).toBe('Judgementone two three3 words, 1 over 2. It is saved all the same');
});

test('the links of the error summary reach the first input of each question', () => {
  const summary = markup(<FormReport returned={returned} heading="The forum cannot be moved yet" />);
  expect([...summary.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)).toEqual(['why', 'on', 'told', 'sure']);
  const form = markup(
    <>
      <TextArea name="why" label="Why" returned={returned} />
      <DateFields name="on" legend="New day" returned={returned} />
      <Checkboxes name="told" legend="Who is told" options={[{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }]} returned={returned} />
      <Checkbox name="sure" label="Sure" returned={returned} />
    </>,
  );
  for (const id of ['why', 'on', 'told', 'sure']) expect(form).toMatch(new RegExp(`<(input|textarea) [^>]*id="${id}"|<(input|textarea) id="${id}"`));
});

test('a day is three fields that keep what was typed', () => {
  const html = markup(<DateFields name="on" legend="New day" value="2018-01-10" returned={returned} />);
  expect([...html.matchAll(/<input[^>]*>/g)].map(([tag]) => attributes(tag, /<input[^>]*>/)).map(({ id, name, value }) => [id, name, value])).toEqual([
    ['on', 'on-day', '31'],
    ['on-month', 'on-month', '2'],
    ['on-year', 'on-year', '2018'],
  ]);
  expect(words(<DateFields name="on" legend="New day" value="2018-01-10" />)).toBe('New dayDayMonthYear');
  expect(markup(<DateFields name="on" legend="New day" value="2018-01-10" />)).toContain('name="on-month" value="1"');
});

test('radios stand in a fieldset and mark the choice', () => {
  const html = markup(<Radios name="place" legend="Which?" value="one" returned={returned} options={[{ value: 'one', label: 'One' }, { value: 'two', label: 'Two', hint: 'The second' }]} />);
  expect(html).toContain('<legend>Which?</legend>');
  expect([...html.matchAll(/<input[^>]*>/g)].map(([tag]) => [attributes(tag, /<input[^>]*>/)['value'], tag.includes('checked')])).toEqual([
    ['one', false],
    ['two', true],
  ]);
  expect(html).toContain('aria-describedby="place-two-hint"');
});

test('boxes that came back unticked stay unticked', () => {
  const html = markup(<Checkboxes name="told" legend="Who is told" values={['a']} returned={returned} options={[{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }]} />);
  expect([...html.matchAll(/<input[^>]*>/g)].map(([tag]) => tag.includes('checked'))).toEqual([false, true]);
  expect(markup(<Checkbox name="other" label="Other" checked returned={returned} />)).not.toContain('checked');
});

test('a choice and a file name themselves', () => {
  expect(markup(<Select name="group" label="Group" blank="Choose a group" value="t" options={[{ value: 't', label: 'Trafford group' }]} />)).toContain(
    '<option value="">Choose a group</option><option value="t" selected="">Trafford group</option>',
  );
  expect(markup(<FileInput name="scan" label="Scan" hint="PDF" accept=".pdf" />)).toContain('<label for="scan" id="scan-label">Scan</label>');
});

test('a form reports its mistakes, its refusal or what happened, and is silent otherwise', () => {
  expect(markup(<FormReport returned={undefined} heading="x" />)).toBe('');
  expect(markup(<FormReport returned={{ values: { a: 'b' }, errors: {} }} heading="x" />)).toBe('');
  expect(words(<FormReport returned={{ values: {}, errors: {}, notice: 'Signed.' }} heading="x" />)).toBe('Signed.');
  expect(words(<FormReport returned={{ values: {}, errors: {}, refusal: 'These notes are out for comment.' }} heading="You cannot sign yet" next={<a href="/x">Read them</a>} />)).toBe(
    'You cannot sign yetThese notes are out for comment.Read them',
  );
});

test('the title of a page with mistakes says so first', () => {
  expect(pageTitle('My work')).toBe('My work – Critical Friend');
  expect(pageTitle('Move a forum', returned)).toBe('Error: Move a forum – Critical Friend');
});
