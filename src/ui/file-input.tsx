import { Field, type FieldProps } from './field';

interface FileInputProps extends FieldProps {
  accept?: string;
  multiple?: boolean;
}

/** A chosen file cannot be shown again after a mistake, so its hint says what is taken before it is chosen. */
export function FileInput({ accept, multiple, ...field }: FileInputProps) {
  return <Field {...field}>{(input) => <input {...input} type="file" accept={accept} multiple={multiple} />}</Field>;
}
