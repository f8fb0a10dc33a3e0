import type { ReactNode } from 'react';
import { StatusTag, type State } from './status-tag';
import { Who } from './who';

export interface Rating {
  who: string;
  state: State;
  words?: string;
}

/** The host's rating and the challenger's, side by side; where they differ, a sentence says how. */
export function RatingPair({ own, friend, differ }: { own: Rating; friend: Rating; differ?: ReactNode }) {
  return (
    <div className="pair">
      <div>
        <Who voice="own">{own.who}</Who>
        <StatusTag state={own.state}>{own.words}</StatusTag>
      </div>
      <div>
        <Who voice="friend">{friend.who}</Who>
        <StatusTag state={friend.state}>{friend.words}</StatusTag>
      </div>
      {differ && <p className="differ">{differ}</p>}
    </div>
  );
}
