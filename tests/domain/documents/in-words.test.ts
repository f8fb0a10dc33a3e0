import { expect, test } from 'vitest';
import { MOU_TEMPLATE } from '../../../prisma/reference/mou-template';
import { SELF_VIEW_TEMPLATE } from '../../../prisma/reference/self-view-template';
import { documentInWords, sectionInWords } from '@/domain/documents/in-words';
import { documentTemplate, firstSections } from '@/domain/documents/template';

const selfView = documentTemplate.parse(SELF_VIEW_TEMPLATE);
const mou = documentTemplate.parse(MOU_TEMPLATE);

test('the memorandum begins with its clauses, and reads as they are', () => {
  const words = documentInWords(firstSections(mou), mou);
  expect(words).toHaveLength(12);
  expect(words[0]!.title).toBe('Purpose and status');
  expect(words.every(({ text }) => text.length > 80)).toBe(true);
});

test('an empty self-view says nothing', () => {
  expect(documentInWords(firstSections(selfView), selfView).filter(({ text }) => text !== '')).toEqual([]);
});

// Whatever the template asks for, a signature covers it and a comparison finds it.
test('every word typed in any kind of field stands in the text', () => {
  const typed: Record<string, unknown> = {
    text: 'SECRET-text',
    choice: 'high',
    points: [{ id: 'a', thread: 'a', text: 'SECRET-points', tag: 'SECRET-tag' }],
    evidence: [{ id: 'a', kind: 'audit', words: 'SECRET-evidence', on: '2017-03-01' }],
    progress: [{ id: 'a', title: 'SECRET-title', status: 'embedded', impact: 'SECRET-impact', evidence: 'SECRET-proof', next: 'SECRET-next' }],
    journey: { placements: { overall: { stage: 2, half: 'early', rationale: 'SECRET-why', evidence: 'SECRET-ground' } } },
    exceptions: [{ id: 'a', name: 'SECRET-name', figure: '44%', standing: 'weakest', agree: 'partly', why: 'SECRET-cause', doing: 'SECRET-doing' }],
    tracker: [{ id: 'a', of: 'area', text: 'SECRET-tracked', cycles: ['2016/17'], state: 'resolved', words: 'SECRET-became' }],
    asks: [{ id: 'a', topic: 'SECRET-ask', urgency: 'now', kind: 'visit', words: 'SECRET-want' }],
    offers: [{ id: 'a', topic: 'SECRET-offer', contact: 'SECRET-contact', evidence: 'SECRET-shown' }],
  };
  for (const section of selfView.sections) {
    for (const field of section.fields) {
      const value = field.kind === 'checklist' ? { [field.options![0]!.value]: { state: 'partly', evidence: 'SECRET-tick' } } : typed[field.kind];
      const words = sectionInWords({ key: section.key, title: section.title, content: { [field.key]: value } }, selfView);
      for (const secret of JSON.stringify(value).match(/SECRET-[a-z]+/g) ?? []) expect(words, `${section.key}/${field.key}`).toContain(secret);
      expect(words, `${section.key}/${field.key}`).not.toBe('');
    }
  }
});

test('a text without a template reads as it was written', () => {
  expect(sectionInWords({ key: 'text', title: 'Notes', content: { text: ' Said. ', versionId: 'v1' } }, null)).toBe('Said.');
});

test('a question called like its section stands below the heading of the section alone', () => {
  const options = [{ value: 'partly', label: 'Partly evidenced' }];
  const fields = [{ key: 'rating', kind: 'choice' as const, label: 'Care leavers', hint: '', options }, { key: 'words', kind: 'text' as const, label: 'In your words', hint: '' }];
  const section = { key: 'care', title: 'Care leavers', guidance: '' };
  expect(sectionInWords({ ...section, content: { rating: 'partly', words: 'Say what changed.' } }, { sections: [{ ...section, fields }] })).toBe('Partly evidenced\n\n### In your words\n\nSay what changed.');
});
