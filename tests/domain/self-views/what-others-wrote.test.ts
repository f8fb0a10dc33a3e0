import { expect, test } from 'vitest';
import { SELF_VIEW_TEMPLATE } from '../../../prisma/reference/self-view-template';
import { emptyContent } from '@/domain/self-views/content';
import { formValues } from '@/domain/self-views/form-values';
import { readSectionForm } from '@/domain/self-views/read-form';
import { whatOthersWrote } from '@/domain/self-views/what-others-wrote';

const fields = SELF_VIEW_TEMPLATE.sections.find(({ key }) => key === 'help-and-protection')!.fields;

test('what a form would show reads back as what it was made of, for every kind of field', () => {
  for (const section of SELF_VIEW_TEMPLATE.sections) {
    const typed: Record<string, string> = {};
    for (const field of section.fields) {
      if (field.kind === 'text') typed[field.key] = 'Words.';
      if (field.kind === 'choice') typed[field.key] = 'low';
      if (field.kind === 'points') Object.assign(typed, { [`${field.key}.p.text`]: 'A point', [`${field.key}.p.tag`]: 'Theme' });
      if (field.kind === 'evidence') Object.assign(typed, { [`${field.key}.e.kind`]: 'voice', [`${field.key}.e.words`]: 'A survey', [`${field.key}.e.on`]: '2017-03-07' });
      if (field.kind === 'progress') Object.assign(typed, { [`${field.key}.r.title`]: 'Our own', [`${field.key}.r.status`]: 'embedded' });
      if (field.kind === 'journey') Object.assign(typed, { [`${field.key}-overall`]: '2.early', [`${field.key}.overall.rationale`]: 'Because' });
      if (field.kind === 'checklist') Object.assign(typed, { [`${field.key}.audit.state`]: 'partly', [`${field.key}.audit.evidence`]: 'Seen' });
      if (field.kind === 'asks') Object.assign(typed, { [`${field.key}.a.topic`]: 'Neglect', [`${field.key}.a.urgency`]: 'now' });
      if (field.kind === 'offers') Object.assign(typed, { [`${field.key}.o.topic`]: 'Front door' });
    }
    const { content } = readSectionForm(section.fields, emptyContent(section.fields), typed);
    const again = readSectionForm(section.fields, emptyContent(section.fields), formValues(section.fields, content)).content;
    expect({ [section.key]: again }).toEqual({ [section.key]: content });
  }
});

test('a writer’s page takes over what others wrote, and is told of rows that it does not show', () => {
  const { content } = readSectionForm(fields, emptyContent(fields), { judgement: 'By another.', 'strengths.s.text': 'Mine', 'areas.x.text': 'Added elsewhere', confidence: 'low' });
  const typed = { judgement: '', 'strengths.s.text': 'Mine', 'strengths.s.tag': '', confidence: 'high' };
  expect(whatOthersWrote(fields, content, typed, {})).toEqual({ values: { judgement: 'By another.', confidence: 'low' }, more: true });
  expect(whatOthersWrote(fields, content, { ...typed, judgement: 'By another.', confidence: 'low', 'areas.x.text': 'Added elsewhere' }, {})).toEqual({ values: {}, more: false });
});

test('what could not be read, and a day typed another way, stay as they were typed', () => {
  const { content } = readSectionForm(fields, emptyContent(fields), { 'evidence.e.kind': 'data', 'evidence.e.words': 'x', 'evidence.e.on': '2017-03-07' });
  const day = (words: [string, string, string]) => Object.fromEntries(['day', 'month', 'year'].map((part, index) => [`evidence.e.on-${part}`, words[index]!]));
  const row = { 'evidence.e.kind': 'data', 'evidence.e.words': 'x' };
  expect(whatOthersWrote(fields, content, { ...row, ...day(['07', 'march', '2017']) }, {}).values).toEqual({});
  expect(whatOthersWrote(fields, content, { ...row, ...day(['31', '2', '2017']) }, { 'evidence.e.on': 'no such day' }).values).toEqual({});
});
