import { valueOf } from '@/domain/self-views/content';
import { TextArea } from '@/ui/text-area';
import { SavedLine } from '../../../../../saved-line';
import type { FieldProps } from './field-props';

export function TextField({ field, page, returned }: FieldProps) {
  const { key, label, hint, limit } = field;
  return (
    <TextArea
      name={key}
      label={label}
      hint={hint}
      question
      tools="whole"
      figures={page.quotable}
      doc
      rows={limit && limit <= 100 ? 5 : 12}
      most={limit}
      value={valueOf({ ...field, kind: 'text' }, page.content)}
      returned={returned}
      saved={<SavedLine at={page.section.version > 1 ? page.section.savedAt.getTime() : null} />}
    />
  );
}
