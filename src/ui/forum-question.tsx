import type { ReactNode } from 'react';

interface ForumQuestionProps {
  id: string;
  number: number;
  text: string;
  /** Its state and where it comes from, in one line. */
  from?: ReactNode;
  children?: ReactNode;
}

/** A challenge question with what was said to it. */
export function ForumQuestion({ id, number, text, from, children }: ForumQuestionProps) {
  return (
    <section className="q" aria-labelledby={id}>
      <span className="qn" aria-hidden="true">
        {number}
      </span>
      <div>
        <h3 className="qt" id={id}>
          <span className="vh">Question {number}: </span>
          {text}
        </h3>
        {from && <p className="from">{from}</p>}
        {children}
      </div>
    </section>
  );
}
