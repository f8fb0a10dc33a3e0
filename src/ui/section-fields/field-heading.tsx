import type { ReactNode } from 'react';

/** On a page of one section its questions stand right under the page's own heading; on a page of several under the section's. */
export function FieldHeading({ under, children }: { under: string; children: ReactNode }) {
  return under ? <h3>{children}</h3> : <h2>{children}</h2>;
}
