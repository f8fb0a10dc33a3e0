/** What became of the words on a page that saves by itself; the pen writes it, each line "Saved 12:04:09" reads it. */
export interface Saved {
  state: 'saved' | 'failing' | 'signed-out' | 'refused' | 'beside';
  /** When they were last saved. */
  at: number | null;
  /** A sentence for states that need one. */
  because?: string;
  /** Where to go from here, and the words of the link. */
  link?: { href: string; words: string };
}

/** Who else has this page of writing open. */
export interface Present {
  name: string;
  /** They typed in the last minute. */
  writing: boolean;
}

export const autosaveStore = storeOf<Saved | null>(null);
export const presenceStore = storeOf<readonly Present[]>([]);

function storeOf<Value>(first: Value) {
  let now = first;
  const listeners = new Set<() => void>();
  return {
    read: () => now,
    write(value: Value) {
      if (JSON.stringify(value) === JSON.stringify(now)) return;
      now = value;
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
