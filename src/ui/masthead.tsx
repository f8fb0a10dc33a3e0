import type { ReactNode } from 'react';
import { Brand } from './brand';
import { Button } from './button';
import { Choice } from './choice';
import { Hidden } from './hidden';

export interface PostChoice {
  id: string;
  label: string;
  hint?: string;
}

export interface MastheadProps {
  region?: string;
  posts?: readonly PostChoice[];
  /** Id of the post in which the person acts now. */
  current?: string;
  /** Where the change of post is sent, and the path to come back to. */
  action?: string | ((form: FormData) => Promise<void>);
  back?: string;
  children?: ReactNode;
}

/** The mark, the region, and the post in which the person acts: it also stands in every signature. */
export function Masthead({ region, posts = [], current, action = '/acting', back = '/', children }: MastheadProps) {
  const now = posts.find((post) => post.id === current);
  return (
    <header className={children ? 'mast' : 'mast alone'}>
      <div className="wrap mast-top">
        <Brand region={region} />
        {now && posts.length === 1 && (
          <p className="acting one">
            <span>
              Acting as <b>{now.label}</b>
            </span>
          </p>
        )}
        {now && posts.length > 1 && (
          <details className="acting">
            <summary>
              <span>
                Acting as <b>{now.label}</b>
              </span>{' '}
              <u>
                Change<span className="vh"> the post in which you act</span>
              </u>
            </summary>
            <form className="panel" action={action} method={typeof action === 'string' ? 'post' : undefined}>
              <Hidden name="back" value={back} />
              <fieldset>
                <legend>Which post are you acting in?</legend>
                {posts.map(({ id, label, hint }, index) => (
                  <Choice key={id} type="radio" id={`acting-${index}`} name="post" value={id} label={label} hint={hint} checked={id === current} />
                ))}
              </fieldset>
              <Button size="small">Act in this post</Button>
            </form>
          </details>
        )}
      </div>
      {children}
    </header>
  );
}
