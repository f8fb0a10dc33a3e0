import { valueOf } from '@/domain/self-views/content';
import { Radios } from '../radios';
import type { SectionFieldProps } from './section-field';

export function ChoiceField({ field, content, under = '', returned, hideLabel }: SectionFieldProps) {
  return <Radios name={`${under}${field.key}`} legend={field.label} hint={field.hint || undefined} options={field.options ?? []} value={valueOf({ ...field, kind: 'choice' }, content)} inline hideLegend={hideLabel ?? false} returned={returned} />;
}
