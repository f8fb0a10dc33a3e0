'use client';

import { useSyncExternalStore, type ReactNode } from 'react';
import { clockTime } from '@/ui/day';
import { Icon } from '@/ui/icon';
import { autosaveStore, type Saved } from './autosave-store';

interface SavedLineProps {
  /** When the section was last saved; null when it never was. */
  at: number | null;
  /** One line of a page is spoken when it changes, the others are only seen. */
  spoken?: boolean;
  children?: ReactNode;
}

/** "Saved at 14:32", or since when it is not, and where the words are. */
export function SavedLine({ at, spoken, children }: SavedLineProps) {
  const live = useSyncExternalStore(autosaveStore.subscribe, autosaveStore.read, () => null);
  const saved: Saved = live ?? { state: 'saved', at };
  const failing = saved.state === 'failing' || saved.state === 'refused' || saved.state === 'beside';
  return (
    <p className={failing ? 'saved failing' : 'saved'} role={spoken ? 'status' : undefined}>
      <Icon name={failing ? 'late' : 'done'} />
      <span>
        {wordsFor(saved)}
        {saved.href && (
          <>
            {' '}
            <a href={saved.href}>See both texts</a>
          </>
        )}
        {children && !failing && <>. {children}</>}
      </span>
    </p>
  );
}

function wordsFor({ state, at, because }: Saved): string {
  const since = at === null ? null : clockTime(new Date(at));
  switch (state) {
    case 'failing':
      return `${since ? `Not saved since ${since}.` : 'Not saved yet.'} Your words are kept on this device.${because ? ` ${because}` : ''}`;
    case 'refused':
    case 'beside':
      return because ?? '';
    default:
      return since ? `Saved at ${since}` : 'Nothing saved yet';
  }
}
