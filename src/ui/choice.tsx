import type { ReactNode } from 'react';

interface ChoiceProps {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  disabled?: boolean;
  describedBy?: string;
}

/** One radio or box with its label and hint. */
export function Choice({ type, id, name, value, label, hint, checked, disabled, describedBy }: ChoiceProps) {
  const described = [describedBy, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="choice">
      <input {...{ type, id, name, value, disabled }} defaultChecked={checked} aria-describedby={described || undefined} />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <span className="hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </div>
    </div>
  );
}
