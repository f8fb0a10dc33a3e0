/** Thrown by a store: unseen and absent alike, so that nobody learns which. The app shows the not-found page. */
export class NotFound extends Error {
  constructor() {
    super('There is nothing here that you can open.');
    this.name = 'NotFound';
  }
}

/** Not found, or asked for by words that no database can hold (an address with a NUL in it). */
export function isMissing(error: unknown): boolean {
  return error instanceof NotFound || (error instanceof Error && /invalid byte sequence for encoding/.test(error.message));
}

/** An id from an address may be anything; what is no UUID cannot be found, and the database need not be asked. */
export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
