import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field';
import { typed } from './returned';

interface TextInputProps extends FieldProps, Pick<ComponentProps<'input'>, 'autoComplete' | 'inputMode' | 'maxLength' | 'spellCheck' | 'list'> {
  value?: string;
  type?: 'text' | 'email' | 'search' | 'tel' | 'url' | 'password';
  width?: 'xs' | 's' | 'm' | 'full';
}

export function TextInput({ value, type = 'text', width = 'full', autoComplete, inputMode, maxLength, spellCheck, list, ...field }: TextInputProps) {
  return (
    <Field {...field}>
      {(input) => (
        <input
          {...input}
          type={type}
          className={width === 'full' ? undefined : `w-${width}`}
          defaultValue={typed(field.returned, field.name, value)}
          {...{ autoComplete, inputMode, maxLength, spellCheck, list }}
        />
      )}
    </Field>
  );
}
