import type { ReactNode } from 'react';
import type { FormReturn } from '@/domain/form';
import { FieldError } from './field-error';
import { errorAt } from './returned';

export interface FieldsetProps {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  /** `name` unless told; the first input of the set carries it, so that the error summary can link to it. */
  id?: string;
  returned?: FormReturn;
  error?: string;
  hideLegend?: boolean;
}

/** Several inputs that answer one question. */
export function Fieldset({ name, legend, hint, id = name, returned, error = errorAt(returned, name), hideLegend, children }: FieldsetProps & { children: ReactNode }) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className={error ? 'choices-field bad' : 'choices-field'} aria-describedby={describedBy || undefined}>
      <legend className={hideLegend ? 'vh' : undefined}>{legend}</legend>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
    </fieldset>
  );
}
