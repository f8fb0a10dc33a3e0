import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { compareVersions } from '@/domain/documents/compare';
import { ChangedSections } from '@/ui/changed-sections';

const section = (key: string, text: string) => ({ key, title: key, text });
const sections = compareVersions([section('a', 'Stays as it was.\n\nIt was late by ten days in spring.'), section('same', 'No word differs.')], [section('a', 'Stays as it was.\n\nIt was late by two days in spring.'), section('same', 'No word differs.')]);
const html = (all: boolean) => renderToStaticMarkup(<ChangedSections sections={sections} none="The same." all={all} />);

test('what changed is said, not coloured alone, and what stayed is left out', () => {
  expect(html(false)).toContain('<del><span class="vh">Removed: </span>ten<span class="vh"> (end)</span></del>');
  expect(html(false)).toContain('<ins><span class="vh">Added: </span>two<span class="vh"> (end)</span></ins>');
  expect(html(false)).not.toContain('Stays as it was.');
  expect(html(false)).not.toContain('No word differs.');
});

test('all shows the whole later text with what was taken out', () => {
  expect(html(true)).toContain('Stays as it was.');
  expect(html(true)).toContain('No word differs.');
  expect(html(true)).toContain('the same');
  expect(html(true).match(/<del>/g)).toHaveLength(1);
});
