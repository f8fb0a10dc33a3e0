import type { ReactNode } from 'react';
import { Icon } from './icon';

interface AdviceProps {
  heading?: string;
  children: ReactNode;
  /** A privacy warning: first, and in the colours of what is late. */
  privacy?: ReactNode;
  hide?: ReactNode;
  /** Who else reads it. */
  seen?: string;
}

/** A second look: quotes the words that it means, says one thing that is strong, and can be hidden. */
export function Advice({ heading = 'A second look', children, privacy, hide, seen = 'Nobody else sees it.' }: AdviceProps) {
  return (
    <div className="advice">
      <h3>
        <Icon name="lens" />
        {heading}
      </h3>
      {privacy && (
        <p className="privacy">
          <Icon name="late" /> {privacy}
        </p>
      )}
      {children}
      <p className="end">
        <span className="soft">Advice only. {seen}</span> {hide}
      </p>
    </div>
  );
}
