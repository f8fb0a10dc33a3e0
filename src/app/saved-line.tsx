'use client';

import { useSyncExternalStore, type ReactNode } from 'react';
import { clockSeconds } from '@/ui/day';
import { Icon } from '@/ui/icon';
import { autosaveStore, type Saved } from './autosave-store';

interface SavedLineProps {
  /** When the section was last saved; null when it never was. */
  at: number | null;
  /** One line of a page is spoken when its state changes, the others are only seen. */
  spoken?: boolean;
  children?: ReactNode;
}

/** "Saved 12:04:09", or since when it is not, and where the words are. */
export function SavedLine({ at, spoken, children }: SavedLineProps) {
  const live = useSyncExternalStore(autosaveStore.subscribe, autosaveStore.read, () => null);
  const saved: Saved = live ?? { state: 'saved', at };
  const failing = saved.state !== 'saved';
  return (
    <p className={failing ? 'saved failing' : 'saved'}>
      <Icon name={failing ? 'late' : 'done'} />
      <span>
        {wordsFor(saved)}
        {saved.link && (
          <>
            {' '}
            <a href={saved.link.href}>{saved.link.words}</a>
          </>
        )}
        {children && !failing && <>. {children}</>}
      </span>
      {/* The clock would be read out every few seconds: ears are told when the state changes. */}
      {spoken && (
        <span role="status" className="vh">
          {live && (failing ? wordsFor(saved) : 'Saved')}
        </span>
      )}
    </p>
  );
}

const KEPT = 'Your words are kept on this device.';

function wordsFor({ state, at, because = '' }: Saved): string {
  const since = at === null ? null : clockSeconds(new Date(at));
  switch (state) {
    case 'failing':
      return [since ? `Not saved since ${since}.` : 'Not saved yet.', KEPT, because].filter(Boolean).join(' ');
    case 'signed-out':
      return `${because || 'You were signed out.'} ${KEPT}`;
    case 'refused':
      return `${because} ${KEPT}`;
    case 'beside':
      return because;
    default:
      return since ? `Saved ${since}` : 'Nothing saved yet';
  }
}
