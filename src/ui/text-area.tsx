import type { ReactNode } from 'react';
import { Field, type FieldProps } from './field';
import { typed } from './returned';
import type { QuotableFigure } from '@/domain/documents/figure-references';
import { WordCount } from './word-count';
import { FigureNotes } from './writing/figure-notes';
import { WritingTools, type WritingKind } from './writing/writing-tools';

interface TextAreaProps extends FieldProps {
  value?: string;
  rows?: number;
  /** Text of the record: in the serif. */
  doc?: boolean;
  /** The most words; the count stands under the field. */
  most?: number;
  saved?: ReactNode;
  /** Buttons over the text, a clean paste from Word, and how it reads: for text that is read as Markdown. */
  tools?: WritingKind;
  /** Figures that the text may quote by reference. */
  figures?: readonly QuotableFigure[];
}

export function TextArea({ value, rows = 5, doc, most, saved, tools, figures, ...field }: TextAreaProps) {
  const text = typed(field.returned, field.name, value) ?? '';
  const id = field.id ?? field.name;
  const countId = `${id}-count`;
  return (
    <Field
      {...field}
      described={most ? countId : undefined}
      under={
        <>
          {(most || saved) && (
            <div className="under">
              {most ? <WordCount id={countId} text={text} most={most} /> : <span />}
              {saved}
            </div>
          )}
          {figures && <FigureNotes area={id} text={text} figures={figures} />}
          {tools && <div id={`${id}-reads`} className="reads-place" />}
        </>
      }
    >
      {(input) => (
        <>
          {tools && <WritingTools area={id} kind={tools} {...(most && { most })} {...(figures && { figures })} />}
          <textarea {...input} className={doc ? 'doc' : undefined} rows={rows} defaultValue={text} />
        </>
      )}
    </Field>
  );
}
