'use client';

import { useEffect, useState } from 'react';
import { timeLeft } from '@/domain/forums/session-state';

interface Props {
  session: { id: string; startsAt: Date; endsAt: Date; endedAt: Date | null };
  now: Date;
  children: React.ReactNode;
}

/** "32 min left", kept up as the minutes go. */
export function TimeLeft({ session, now, children }: Props) {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(new Date()), 20_000);
    return () => clearInterval(timer);
  }, []);
  const left = timeLeft(session, at);
  return (
    <p>
      {left && <span className="clock">{left.figure}</span>}{' '}
      <span className="s soft">
        {left && `${left.words}; `}
        {children}
      </span>
    </p>
  );
}
