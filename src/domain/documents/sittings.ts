// A page saves every few seconds; people remember that they wrote on a morning. Saves of one person that follow closely are one sitting.

export interface Save {
  id: string;
  version: number;
  savedAt: Date;
  savedBy: string | null;
}

export interface Sitting {
  /** The last save: how the section stood when they got up. */
  last: Save;
  begunAt: Date;
  saves: number;
}

const PAUSE = 15 * 60_000;

/** Saves newest first; so are the sittings. */
export function sittingsOf(saves: readonly Save[]): Sitting[] {
  const sittings: Sitting[] = [];
  for (const save of saves) {
    const later = sittings.at(-1);
    if (later && later.last.savedBy === save.savedBy && later.begunAt.getTime() - save.savedAt.getTime() <= PAUSE) {
      later.begunAt = save.savedAt;
      later.saves += 1;
    } else sittings.push({ last: save, begunAt: save.savedAt, saves: 1 });
  }
  return sittings;
}
