import type { ReactNode } from 'react';

interface SheetProps {
  children: ReactNode;
  heading?: ReactNode;
  id?: string;
  as?: 'section' | 'article' | 'div';
  /** false when the children bring their own space between them. */
  gap?: boolean;
}

/** White paper headed by a thick rule over a thin one: what is read, written or signed. */
export function Sheet({ children, heading, id, as: Element = 'section', gap = true }: SheetProps) {
  return (
    <Element className={gap ? 'sheet stack' : 'sheet'} aria-labelledby={heading ? id : undefined} id={heading ? undefined : id}>
      {heading && <h2 id={id}>{heading}</h2>}
      {children}
    </Element>
  );
}
