import { valueOf } from '@/domain/self-views/content';
import { TextArea } from '../text-area';
import type { SectionFieldProps } from './section-field';

export function TextField({ field, content, under, returned, saved, figures, hideLabel }: SectionFieldProps) {
  const { key, label, hint, limit } = field;
  return (
    <TextArea
      name={`${under ?? ''}${key}`}
      label={label}
      hint={hint}
      question={!under}
      hideLabel={hideLabel ?? false}
      tools="whole"
      doc
      rows={limit && limit <= 100 ? 5 : under ? 7 : 12}
      most={limit}
      value={valueOf({ ...field, kind: 'text' }, content)}
      returned={returned}
      saved={saved}
      {...(figures && { figures })}
    />
  );
}
