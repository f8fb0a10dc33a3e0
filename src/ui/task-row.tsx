import type { ReactNode } from 'react';
import { StatusTag, type State } from './status-tag';

export interface TaskRowProps {
  /** The act, as the link: "Agree the notes of Wigan's forum". */
  act: string;
  href: string;
  why: ReactNode;
  state: State;
  status?: ReactNode;
  when?: ReactNode;
  /** Words of the button or link at the end. */
  go?: string;
  form?: 'filled' | 'outlined' | 'link';
  quiet?: boolean;
}

const FORMS = { filled: 'btn sm', outlined: 'btn two sm', link: undefined };

/** What is due, why it is yours, by when, and one button. */
export function TaskRow({ act, href, why, state, status, when, go, form = 'link', quiet }: TaskRowProps) {
  return (
    <li className={quiet ? 'task quietrow' : 'task'}>
      <div>
        <h3>
          <a href={href}>{act}</a>
        </h3>
        <p>{why}</p>
      </div>
      <div className="when">
        <StatusTag state={state}>{status}</StatusTag>
        {when && <span className="d">{when}</span>}
      </div>
      <div className="go">
        {go && (
          <a className={FORMS[form]} href={href}>
            {go}
            <span className="vh">: {act}</span>
          </a>
        )}
      </div>
    </li>
  );
}
