// What several who wrote the same paper about one authority made of it, side by side: where each chose, whether they agree
// (3-processes.md section 7.5, step 3: moderation by two volunteers, agreement shown).
import type { SectionText } from '../documents/facts';
import type { SectionDefinition } from '../documents/template';
import { valueOf } from '../self-views/content';

export interface Beside {
  by: string;
  sections: readonly SectionText[];
}

export interface BesideSection {
  key: string;
  title: string;
  ratings: readonly { label: string; given: readonly { by: string; words: string }[]; agree: boolean | null }[];
  texts: readonly { label: string; said: readonly { by: string; text: string }[] }[];
}

/** Section by section. `agree` is null where fewer than two have chosen. */
export function setBeside(papers: readonly Beside[], definitions: readonly SectionDefinition[]): BesideSection[] {
  return definitions.map(({ key, title, fields }) => {
    const contents = papers.map(({ by, sections }) => ({ by, content: sections.find((section) => section.key === key)?.content ?? {} }));
    return {
      key,
      title,
      ratings: fields.filter(({ kind }) => kind === 'choice').map((field) => {
        const given = contents.map(({ by, content }) => ({ by, value: valueOf({ ...field, kind: 'choice' }, content) }));
        const chosen = given.filter(({ value }) => value !== '');
        return {
          label: field.label,
          given: given.map(({ by, value }) => ({ by, words: field.options?.find((option) => option.value === value)?.label ?? (value || 'Not chosen') })),
          agree: chosen.length < 2 ? null : chosen.every(({ value }) => value === chosen[0]!.value),
        };
      }),
      texts: fields.filter(({ kind }) => kind === 'text').map((field) => ({ label: field.label, said: contents.map(({ by, content }) => ({ by, text: valueOf({ ...field, kind: 'text' }, content).trim() })) })),
    };
  });
}

/** On how many of the ratings that several gave they agree. */
export function agreementIn(sections: readonly BesideSection[]): { agree: number; of: number } {
  const compared = sections.flatMap(({ ratings }) => ratings.filter(({ agree }) => agree !== null));
  return { agree: compared.filter(({ agree }) => agree).length, of: compared.length };
}
