import type { ReactNode } from 'react';

/** The title of a document inside its sheet, in the serif of the record. */
export function DocumentTitle({ children, under }: { children: ReactNode; under?: ReactNode }) {
  return (
    <>
      <h2 className="doc-title">{children}</h2>
      {under && <p className="soft s">{under}</p>}
    </>
  );
}
