import { valueOf } from '@/domain/self-views/content';
import { Radios } from '@/ui/radios';
import type { FieldProps } from './field-props';

export function ChoiceField({ field, page, returned }: FieldProps) {
  return <Radios name={field.key} legend={field.label} hint={field.hint || undefined} options={field.options ?? []} value={valueOf({ ...field, kind: 'choice' }, page.content)} inline returned={returned} />;
}
