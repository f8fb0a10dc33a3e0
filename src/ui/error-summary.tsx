export interface FieldSentence {
  field: string;
  sentence: string;
}

/** What cannot happen yet, and each reason as a link to its field. */
export function ErrorSummary({ heading, errors, prefix = '' }: { heading: string; errors: readonly FieldSentence[]; prefix?: string }) {
  const headingId = `${prefix}error-summary`;
  return (
    <div className="error-summary" role="alert" aria-labelledby={headingId} tabIndex={-1}>
      <h2 id={headingId}>{heading}</h2>
      <ul>
        {errors.map(({ field, sentence }) => (
          <li key={field}>
            <a href={`#${prefix}${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
