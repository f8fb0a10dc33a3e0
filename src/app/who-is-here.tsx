'use client';

import { useSyncExternalStore } from 'react';
import { presenceStore, type Present } from './autosave-store';

const NOBODY: readonly Present[] = [];

/** "Ines Murphy is writing here now." Nothing while nobody else is. */
export function WhoIsHere() {
  const present = useSyncExternalStore(presenceStore.subscribe, presenceStore.read, () => NOBODY);
  const writing = present.filter((one) => one.writing).map(({ name }) => name);
  const reading = present.filter((one) => !one.writing).map(({ name }) => name);
  return (
    <div role="status">
      {present.length > 0 && (
        <p className="s here">
          {writing.length > 0 && `${listed(writing)} ${writing.length > 1 ? 'are' : 'is'} writing here now.`} {reading.length > 0 && `${listed(reading)} ${reading.length > 1 ? 'have' : 'has'} this open.`}
        </p>
      )}
    </div>
  );
}

const listed = (names: readonly string[]) => (names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join(''));
