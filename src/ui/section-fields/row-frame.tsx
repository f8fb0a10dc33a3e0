import type { ReactNode } from 'react';
import { Button } from '../button';

interface RowFrameProps {
  /** "strengths.<id>"; with the section before it on a page that writes several: "help/strengths.<id>". */
  name: string;
  under?: string | undefined;
  /** "Strength 2" */
  legend: string;
  /** Where "Add another" leads. */
  anchor?: string | undefined;
  removable: boolean;
  /** What stands for the row while its inputs are folded away; without it they are open. */
  folded?: ReactNode;
  children: ReactNode;
}

/** One row of a list that grows. Taking it out is a button of the form, so it works without script and keeps what was typed elsewhere. */
export function RowFrame({ name, under = '', legend, anchor, removable, folded, children }: RowFrameProps) {
  if (folded) {
    return (
      <details className="more" id={anchor}>
        <summary>{folded}</summary>
        <RowFrame name={name} under={under} legend={legend} removable={removable}>
          {children}
        </RowFrame>
      </details>
    );
  }
  return (
    <fieldset className="rowf stack-s" id={anchor}>
      <legend className="s">{legend}</legend>
      {children}
      {removable && (
        <Button kind="link" name={`${under}remove`} value={name.slice(under.length)}>
          Take out
          <span className="vh"> {legend}</span>
        </Button>
      )}
    </fieldset>
  );
}

export function AddAnother({ field, children }: { field: string; children: ReactNode }) {
  return (
    <div className="btns">
      <Button kind="second" size="small" icon="plus" name="then" value={`add:${field}`}>
        {children}
      </Button>
    </div>
  );
}
