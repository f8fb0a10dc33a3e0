import type { ReactNode } from 'react';
import type { QuotableFigure } from '@/domain/documents/figure-references';
import type { FieldDefinition } from '@/domain/documents/template';
import type { FormReturn } from '@/domain/form';
import type { OwnArea } from '@/domain/self-views/content';

/** A field of a section, on whatever page it is written. */
export interface SectionFieldProps {
  field: FieldDefinition;
  content: Readonly<Record<string, unknown>>;
  /** Before the names of the inputs, where a page writes several sections: "help/". */
  under?: string;
  returned?: FormReturn | undefined;
  /** Another row was asked for. */
  add?: boolean;
  /** Under a text: when it was saved. */
  saved?: ReactNode;
  /** The heading over it says the same: the label is for ears alone. */
  hideLabel?: boolean;
  figures?: readonly QuotableFigure[];
  /** Areas for development of the authority's latest self-view, and where they stand over the years. */
  areas?: { choices: readonly OwnArea[]; at: string | null } | undefined;
}

interface Rows {
  field: Pick<FieldDefinition, 'key'>;
  under?: string | undefined;
  returned?: FormReturn | undefined;
  add?: boolean | undefined;
}

/** Ids of the rows to show: those that are kept, those that came back with a form, and an empty one where there is none or it was asked for. */
export function rowIds({ field, under = '', returned, add }: Rows, kept: readonly { id: string }[]): { id: string; fresh: boolean }[] {
  const ids = kept.map(({ id }) => id);
  const back = Object.entries(returned?.values ?? {}).flatMap(([name, value]) => {
    const [key, id, part] = name.startsWith(under) ? name.slice(under.length).split('.') : [];
    return key === field.key && id && part && part !== 'thread' && part !== 'kind' && value !== '' && !ids.includes(id) ? [id] : [];
  });
  const rows = [...ids, ...new Set(back)].map((id) => ({ id, fresh: false }));
  return rows.length === 0 || add ? [...rows, { id: crypto.randomUUID() as string, fresh: true }] : rows;
}
