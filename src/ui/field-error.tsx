import { Icon } from './icon';

/** The sentence above the input, the same as in the summary. */
export function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p className="err" id={id}>
      <Icon name="late" />
      <span>
        <span className="vh">Error: </span>
        {children}
      </span>
    </p>
  );
}
