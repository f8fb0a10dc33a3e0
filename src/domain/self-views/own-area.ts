// A paper can take its theme from an area for development that the authority's own latest self-view names. What was chosen is kept in the
// words and with the cycle that it had then, so that nobody needs the self-view to read it; its thread leads those who may see it to the
// years (3-processes.md section 7.3, step 2).
import type { SectionText } from '../documents/facts';
import type { DocumentTemplateDefinition } from '../documents/template';
import { ownArea, valueOf, type OwnArea } from './content';
import type { Thread } from './threads';

/** The areas of the newest self-view that names any. `views`: oldest first, those that the reader may read; `threads` are of the same. */
export function areasOfLatest(views: readonly { documentId: string; cycle: string }[], threads: readonly Pick<Thread, 'thread' | 'years'>[]): OwnArea[] {
  for (const { documentId, cycle } of views.toReversed()) {
    const areas = threads.flatMap(({ thread, years }): OwnArea[] => {
      const named = years.find((year) => year.documentId === documentId)?.named;
      return named?.of === 'area' ? [{ id: thread, text: line(named.text), cycle }] : [];
    });
    if (areas.length > 0) return areas;
  }
  return [];
}

/** Every area that a text takes as its theme. */
export function areasChosen(sections: readonly SectionText[], template: Pick<DocumentTemplateDefinition, 'sections'> | null): OwnArea[] {
  return sections.flatMap(({ key, content }) =>
    (template?.sections.find((section) => section.key === key)?.fields ?? []).flatMap((field) => (field.kind === 'own-area' ? valueOf({ ...field, kind: 'own-area' }, content) : [])),
  );
}

export const asksForArea = (template: Pick<DocumentTemplateDefinition, 'sections'> | null): boolean => (template?.sections ?? []).some(({ fields }) => fields.some(({ kind }) => kind === 'own-area'));

/** Without marks of Markdown: for a choice, a link, a heading. */
export const areaTitle = ({ text }: Pick<OwnArea, 'text'>): string => text.replaceAll(/[*_`]|\[([^\]]*)\]\([^)]*\)/g, '$1');

/** As a form holds it, in words that a person could read: "Care leavers wait too long [2016/17; thread]". */
export function areaValue({ id, text, cycle }: OwnArea): string {
  return `${line(text)} [${line(cycle.replaceAll(/[[\];]/g, ' '))}; ${id}]`;
}

/** None for another theme; null for what no form sends. */
export function readAreaValue(value: string): OwnArea[] | null {
  if (value.trim() === '') return [];
  const [, text, cycle, id] = /^(.+) \[([^[\];]*); ([^[\];]+)\]$/s.exec(value) ?? [];
  const area = ownArea.safeParse({ id, text: line(text ?? ''), cycle });
  return area.success && area.data.text !== '' ? [area.data] : null;
}

const line = (words: string) => words.replaceAll(/\s+/g, ' ').trim();
