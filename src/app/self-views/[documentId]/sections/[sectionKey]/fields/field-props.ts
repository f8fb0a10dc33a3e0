import type { FieldDefinition } from '@/domain/documents/template';
import type { FormReturn } from '@/domain/form';
import type { LoadedSection } from '@/server/self-views/load';
import { rowIds as idsOfRows } from '@/ui/section-fields/section-field';

export interface FieldProps {
  field: FieldDefinition;
  page: LoadedSection;
  returned?: FormReturn;
  /** The field that was asked for another row. */
  add: string | null;
  /** "areas:<thread>": a point of last year that goes on. */
  carry: string | null;
}

/** The rows to show, one more where it was asked for or a point of last year goes on in it. */
export function rowIds({ field, returned, add, carry }: FieldProps, kept: readonly { id: string }[]): { id: string; fresh: boolean }[] {
  return idsOfRows({ field, returned, add: add === field.key || Boolean(carry?.startsWith(`${field.key}:`)) }, kept);
}
