import type { ReactNode } from 'react';
import { dayAndMonth, clockTime } from './day';
import { Mark, type Voice } from './mark';
import { Markdown } from './markdown';
import { StatusTag } from './status-tag';

export interface ThreadComment {
  id: string;
  voice: Voice;
  post: string;
  at: Date;
  text: string;
}

interface CommentThreadProps {
  state: 'open' | 'settled';
  /** "Two comments, open", "Accepted" */
  heading: string;
  comments: readonly ThreadComment[];
  /** A form to answer with, or links. */
  children?: ReactNode;
}

/** What is said about one paragraph, beside it: plum while it is open, grey once it is settled. */
export function CommentThread({ state, heading, comments, children }: CommentThreadProps) {
  return (
    <div className={state === 'open' ? 'mg' : 'mg settled'}>
      <p>
        <StatusTag state={state === 'open' ? 'comments' : 'accepted'}>{heading}</StatusTag>
      </p>
      <ul className="thread">
        {comments.map(({ id, voice, post, at, text }) => (
          <li key={id} id={`comment-${id}`}>
            <p className="by">
              <b>
                <Mark voice={voice} /> {post}
              </b>{' '}
              <time className="at" dateTime={at.toISOString()}>
                {inLondon(at)}, {clockTime(at)}
              </time>
            </p>
            <div className="words">
              <Markdown text={text} />
            </div>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}

const LONDON_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });
const inLondon = (at: Date) => dayAndMonth(LONDON_DAY.format(at)).replace(/^\w+ /, '');
