import type { ReactNode } from 'react';
import type { FormReturn } from '@/domain/form';
import { FieldError } from './field-error';
import { errorAt } from './returned';

export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** `name` unless told; the error summary links to it. */
  id?: string;
  returned?: FormReturn;
  error?: string;
  required?: boolean;
  hideLabel?: boolean;
  /** The label is the heading of this part of the page. */
  question?: boolean;
}

export interface InputAttributes {
  id: string;
  name: string;
  'aria-required'?: true;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

interface Props extends FieldProps {
  children: (input: InputAttributes) => ReactNode;
  under?: ReactNode;
  /** More ids that describe the input, such as a counter. */
  described?: string;
}

/** Label, hint, error, input: in that order, each tied to the input. `required` is for ears only: the server says what is missing. */
export function Field({ name, label, hint, id = name, returned, error = errorAt(returned, name), required, hideLabel, question, children, under, described }: Props) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`, described].filter(Boolean).join(' ');
  const words = (
    <label htmlFor={id} id={`${id}-label`}>
      {label}
    </label>
  );
  return (
    <div className={error ? 'field bad' : 'field'}>
      {question ? <h2>{words}</h2> : hideLabel ? <div className="vh">{words}</div> : words}
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children({
        id,
        name,
        ...(required && { 'aria-required': true as const }),
        ...(describedBy && { 'aria-describedby': describedBy }),
        ...(error && { 'aria-invalid': true as const }),
      })}
      {under}
    </div>
  );
}
