import { randomUUID } from 'node:crypto';
import type { FieldDefinition } from '@/domain/documents/template';
import type { FormReturn } from '@/domain/form';
import type { LoadedSection } from '@/server/self-views/load';

export interface FieldProps {
  field: FieldDefinition;
  page: LoadedSection;
  returned?: FormReturn;
  /** The field that was asked for another row. */
  add: string | null;
  /** "areas:<thread>": a point of last year that goes on. */
  carry: string | null;
}

/** Ids of the rows to show: those that are kept, those that came back with a form, and an empty one where there is none or it was asked for. */
export function rowIds({ field, returned, add, carry }: FieldProps, kept: readonly { id: string }[]): { id: string; fresh: boolean }[] {
  const ids = kept.map(({ id }) => id);
  const back = Object.entries(returned?.values ?? {}).flatMap(([name, value]) => {
    const [key, id, part] = name.split('.');
    return key === field.key && id && part && part !== 'thread' && part !== 'kind' && value !== '' && !ids.includes(id) ? [id] : [];
  });
  const rows = [...ids, ...new Set(back)].map((id) => ({ id, fresh: false }));
  const wanted = rows.length === 0 || add === field.key || carry?.startsWith(`${field.key}:`);
  return wanted ? [...rows, { id: randomUUID(), fresh: true }] : rows;
}
