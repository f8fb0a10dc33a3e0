// What the sections of shipped papers are made of: one question each, worded within the paper.
import type { z } from 'zod';
import type { paperDefinition } from '@/domain/processes/template';

export type Paper = z.input<typeof paperDefinition>;
type Section = Paper['sections'][number];

interface More {
  /** Words. */
  limit?: number;
  guidance?: string;
}

export function text(key: string, title: string, hint: string, { limit, guidance }: More = {}): Section {
  return { key, title, ...(guidance ? { guidance } : {}), fields: [{ key: 'text', kind: 'text', label: title, hint, ...(limit ? { limit } : {}) }] };
}

export function strengths(key: string, title: string, hint: string, { guidance }: More = {}): Section {
  return { key, title, ...(guidance ? { guidance } : {}), fields: [{ key: 'points', kind: 'points', of: 'strength', label: title, hint }] };
}

export function areas(key: string, title: string, hint: string, { guidance }: More = {}): Section {
  return { key, title, ...(guidance ? { guidance } : {}), fields: [{ key: 'points', kind: 'points', of: 'area', label: title, hint }] };
}

/** One of the options, and the words that go with it. Options are "value: Label". */
export function choice(key: string, title: string, options: readonly string[], hint: string, { limit, guidance }: More = {}): Section {
  return {
    key,
    title,
    ...(guidance ? { guidance } : {}),
    fields: [
      { key: 'choice', kind: 'choice', label: title, options: options.map(optionOf) },
      { key: 'text', kind: 'text', label: 'In your words', hint, ...(limit ? { limit } : {}) },
    ],
  };
}

/** An area for development of the authority's own self-view, or another theme; and the words that go with it. */
export function theme(key: string, title: string, hint: string, { limit, guidance }: More = {}): Section {
  return {
    key,
    title,
    ...(guidance ? { guidance } : {}),
    fields: [
      { key: 'area', kind: 'own-area', label: 'The area for development that it takes up', hint: 'One that your latest self-assessment names, or another theme.' },
      { key: 'text', kind: 'text', label: 'In your words', hint, ...(limit ? { limit } : {}) },
    ],
  };
}

function optionOf(words: string) {
  const [value, label] = words.split(': ');
  return { value: value!, label: label! };
}
