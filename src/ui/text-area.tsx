import type { ReactNode } from 'react';
import { Field, type FieldProps } from './field';
import { typed } from './returned';
import { WordCount } from './word-count';

interface TextAreaProps extends FieldProps {
  value?: string;
  rows?: number;
  /** Text of the record: in the serif. */
  doc?: boolean;
  /** The most words; the count stands under the field. */
  most?: number;
  saved?: ReactNode;
}

export function TextArea({ value, rows = 5, doc, most, saved, ...field }: TextAreaProps) {
  const text = typed(field.returned, field.name, value) ?? '';
  const countId = `${field.id ?? field.name}-count`;
  return (
    <Field
      {...field}
      described={most ? countId : undefined}
      under={
        (most || saved) && (
          <div className="under">
            {most ? <WordCount id={countId} text={text} most={most} /> : <span />}
            {saved}
          </div>
        )
      }
    >
      {(input) => <textarea {...input} className={doc ? 'doc' : undefined} rows={rows} defaultValue={text} />}
    </Field>
  );
}
