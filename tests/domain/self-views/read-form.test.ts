import { expect, test } from 'vitest';
import { SELF_VIEW_TEMPLATE } from '../../../prisma/reference/self-view-template';
import { emptyContent } from '@/domain/self-views/content';
import { asTyped, readSectionForm } from '@/domain/self-views/read-form';

const fieldsOf = (key: string) => SELF_VIEW_TEMPLATE.sections.find((section) => section.key === key)!.fields;
const help = fieldsOf('help-and-protection');
const empty = emptyContent(help);

test('what was typed is read by the kind of its field', () => {
  const { content, errors } = readSectionForm(help, empty, {
    judgement: 'Children wait less.\r\n\r\nNot all.',
    'strengths.s1.text': 'One front door',
    'strengths.s1.tag': 'Front door',
    'evidence.e1.kind': 'audit',
    'evidence.e1.words': '84 assessments',
    'evidence.e1.on-day': '31',
    'evidence.e1.on-month': '3',
    'evidence.e1.on-year': '2017',
    confidence: 'medium',
  });
  expect(errors).toEqual({});
  expect(content).toEqual({
    judgement: 'Children wait less.\n\nNot all.',
    strengths: [{ id: 's1', thread: 's1', text: 'One front door', tag: 'Front door' }],
    areas: [],
    evidence: [{ id: 'e1', kind: 'audit', words: '84 assessments', on: '2017-03-31', fileId: null }],
    confidence: 'medium',
  });
});

test('a field or row that the form did not hold stays as it is', () => {
  const { content } = readSectionForm(help, empty, { judgement: 'Kept.', 'areas.a1.text': 'Neglect' });
  expect(readSectionForm(help, content, { confidence: 'low' }).content).toEqual({ ...content, confidence: 'low' });
});

test('a row whose words were all taken out is gone, and so is one that is removed', () => {
  const { content } = readSectionForm(help, empty, { 'areas.a1.text': 'Neglect', 'areas.a2.text': 'Early help', 'areas.a3.text': '' });
  expect((content.areas as { id: string }[]).map(({ id }) => id)).toEqual(['a1', 'a2']);
  expect(readSectionForm(help, content, { 'areas.a1.text': '', 'areas.a1.tag': '' }).content.areas).toEqual([{ id: 'a2', thread: 'a2', text: 'Early help', tag: '' }]);
  expect(readSectionForm(help, content, { remove: 'areas.a2' }).content.areas).toEqual([{ id: 'a1', thread: 'a1', text: 'Neglect', tag: '' }]);
});

test('a point that goes on from last year keeps its thread', () => {
  const { content } = readSectionForm(help, empty, { 'areas.new.text': 'Neglect, still', 'areas.new.thread': 'a-of-last-year' });
  expect(content.areas).toEqual([{ id: 'new', thread: 'a-of-last-year', text: 'Neglect, still', tag: '' }]);
});

test('a day that is none gets a sentence, and the rest is kept', () => {
  const { content, errors } = readSectionForm(help, empty, { 'evidence.e.kind': 'data', 'evidence.e.words': 'Scorecard', 'evidence.e.on-day': '31', 'evidence.e.on-month': '2', 'evidence.e.on-year': '2017' });
  expect(errors).toEqual({ 'evidence.e.on': 'There is no such day. Write the day, month and year in a field each, like 27, 10 and 2017' });
  expect(content.evidence).toEqual([{ id: 'e', kind: 'data', words: 'Scorecard', on: '', fileId: null }]);
});

test('nobody gives a row a file by typing its id', () => {
  const { content } = readSectionForm(help, empty, { 'evidence.e.words': 'Scorecard', 'evidence.e.fileId': '0199a000-0000-7000-8000-000000000000' }, {});
  expect((content.evidence as { fileId: unknown }[])[0]!.fileId).toBeNull();
  expect((readSectionForm(help, content, {}, { e: 'kept-a-moment-ago' }).content.evidence as { fileId: unknown }[])[0]!.fileId).toBe('kept-a-moment-ago');
});

test('a place on the journey has its stage, half, reasons and evidence', () => {
  const fields = fieldsOf('journey');
  const { content } = readSectionForm(fields, emptyContent(fields), { 'grid-workforce': '2.early', 'grid.workforce.rationale': 'Agency down', 'grid.workforce.evidence': '', 'grid-leadership': '9.late', 'grid.leadership.rationale': '' });
  expect(content).toEqual({ grid: { placements: { workforce: { stage: 2, half: 'early', rationale: 'Agency down', evidence: '' } } } });
});

test('what was carried forward keeps its name; a row of one’s own is named by hand', () => {
  const fields = fieldsOf('progress');
  const carried = { id: 'x', from: 'action', cycle: '2016/17', title: 'Audit neglect', status: '', impact: '', evidence: '', next: '' };
  const { content } = readSectionForm(fields, { ...emptyContent(fields), rows: [carried] }, { 'rows.x.title': 'Something else', 'rows.x.status': 'embedded', 'rows.y.title': 'Our own', remove: 'rows.x' });
  expect(content.rows).toEqual([{ ...carried, status: 'embedded' }, { id: 'y', from: 'own', cycle: '', title: 'Our own', status: '', impact: '', evidence: '', next: '' }]);
});

test('nobody adds a figure that stands out, or a strength of an earlier year', () => {
  for (const key of ['exceptions', 'tracker']) {
    const fields = fieldsOf(key);
    expect(readSectionForm(fields, emptyContent(fields), { 'rows.x.why': 'Because', 'rows.x.words': 'Words', 'rows.x.state': 'resolved' }).content).toEqual({ rows: [] });
  }
});

test('a form that comes back untouched changes nothing, whatever the content lacked', () => {
  const sparse = { judgement: 'Words.' };
  expect(readSectionForm(help, sparse, { judgement: 'Words.', 'strengths.new.text': '', 'strengths.new.tag': '', 'strengths.new.thread': '' }).content).toEqual(asTyped(help, sparse));
});
