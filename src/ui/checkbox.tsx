import type { ReactNode } from 'react';
import type { FormReturn } from '@/domain/form';
import { Choice } from './choice';
import { FieldError } from './field-error';
import { errorAt, ticked } from './returned';

interface CheckboxProps {
  name: string;
  label: ReactNode;
  value?: string;
  checked?: boolean;
  hint?: ReactNode;
  id?: string;
  returned?: FormReturn;
  error?: string;
}

/** One box that stands alone: a confirmation, a switch of a view. */
export function Checkbox({ name, label, value = 'yes', checked = false, hint, id = name, returned, error = errorAt(returned, name) }: CheckboxProps) {
  return (
    <div className={error ? 'field bad' : 'field'}>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <Choice
        type="checkbox"
        {...{ id, name, value, label, hint }}
        checked={ticked(returned, name, checked ? [value] : []).includes(value)}
        describedBy={error ? `${id}-error` : undefined}
      />
    </div>
  );
}
