import type { ReactNode } from 'react';
import type { FormReturn } from '@/domain/form';
import { Confirmation } from './confirmation';
import { ErrorSummary } from './error-summary';
import { Refusal } from './refusal';
import { hasErrors } from './returned';

interface FormReportProps {
  returned?: FormReturn;
  /** What cannot happen yet: "The notes cannot be agreed yet". */
  heading: string;
  /** Before each field's id, where a page holds several forms. */
  prefix?: string;
  next?: ReactNode;
}

/** What became of the form that was sent: mistakes to mend, a refusal, or a confirmation. */
export function FormReport({ returned, heading, prefix, next }: FormReportProps) {
  if (!returned) return null;
  const errors = Object.entries(returned.errors).map(([field, sentence]) => ({ field, sentence }));
  if (!hasErrors(returned) && !returned.refusal && !returned.notice) return null;
  return (
    <div className="report stack">
      {hasErrors(returned) && <ErrorSummary heading={heading} errors={errors} prefix={prefix} />}
      {returned.refusal && (
        <Refusal heading={heading} next={next}>
          {returned.refusal}
        </Refusal>
      )}
      {returned.notice && <Confirmation>{returned.notice}</Confirmation>}
    </div>
  );
}
