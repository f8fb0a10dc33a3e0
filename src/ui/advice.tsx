import type { ReactNode } from 'react';
import { Icon } from './icon';

interface AdviceProps {
  heading?: string;
  children: ReactNode;
  /** A privacy warning: first, and in the colours of what is late. */
  privacy?: ReactNode;
  hide?: ReactNode;
}

/** A second look: quotes the words that it means, says one thing that is strong, and can be hidden. */
export function Advice({ heading = 'A second look', children, privacy, hide }: AdviceProps) {
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
        <span className="soft">Advice only. Nobody else sees it.</span> {hide}
      </p>
    </div>
  );
}
