/** What became of the words on a page that saves by itself; the form writes it, each line "Saved at …" reads it. */
export interface Saved {
  state: 'saved' | 'typing' | 'failing' | 'refused' | 'beside';
  /** When they were last saved. */
  at: number | null;
  /** A sentence for states that need one. */
  because?: string;
  /** Where both texts stand side by side. */
  href?: string;
}

let now: Saved | null = null;
const listeners = new Set<() => void>();

export const autosaveStore = {
  read: () => now,
  write(saved: Saved) {
    now = saved;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
