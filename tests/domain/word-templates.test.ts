import { expect, test } from 'vitest';
import { DOCUMENT_KINDS } from '@/domain/documents/facts';
import { placeholdersOf, templateFaults } from '@/domain/word-templates/placeholders';

const SECTIONS = [
  { key: 'judgement', title: 'Judgement' },
  { key: 'voice', title: 'Voice' },
];
const known = placeholdersOf('self-view', SECTIONS);
const ENOUGH = ['version', 'marks', 'who-may-see', 'text', 'signatures'];

test('a template with everything that it must hold has no fault', () => {
  expect(templateFaults(ENOUGH, [], known)).toEqual([]);
  expect(templateFaults(['version', 'marks', 'who-may-see', 'section:judgement', 'section:voice', 'signatures'], [], known)).toEqual([]);
});

test('a placeholder that is not known is named, with the one that was meant', () => {
  expect(templateFaults([...ENOUGH, 'section:judgment'], [], known)).toEqual(['{{section:judgment}} is not known. Did you mean {{section:judgement}}?']);
  expect(templateFaults([...ENOUGH, 'Authority'], [], known)).toEqual(['{{Authority}} is not known. Did you mean {{authority}}?']);
  expect(templateFaults([...ENOUGH, 'weather-in-march'], [], known)).toEqual(['{{weather-in-march}} is not known.']);
});

test('a placeholder that is missing is named, with what would be lost', () => {
  expect(templateFaults(ENOUGH.filter((name) => name !== 'signatures'), [], known)).toEqual(['{{signatures}} is missing. It stands for: who signed, acting for whom, when and how, with the hash.']);
  expect(templateFaults(['version', 'marks', 'who-may-see', 'signatures', 'section:voice'], [], known)).toEqual(['{{text}} is missing, and so the sections {{section:judgement}} would be lost. Add {{text}}, or a placeholder for each section.']);
  expect(templateFaults([], [], placeholdersOf('preparation', []))).toHaveLength(4);
});

test('a placeholder without an end is named', () => {
  expect(templateFaults(ENOUGH, ['{{cycle'], known)).toEqual(['A placeholder is not closed: “{{cycle”. It begins with {{ and ends with }}.']);
});

test('every kind of document has placeholders, each once', () => {
  for (const kind of DOCUMENT_KINDS) {
    const names = placeholdersOf(kind, []).map(({ name }) => name);
    expect([kind, new Set(names).size]).toEqual([kind, names.length]);
  }
});
