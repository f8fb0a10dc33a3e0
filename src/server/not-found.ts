/** Thrown by a store: unseen and absent alike, so that nobody learns which. The app shows the not-found page. */
export class NotFound extends Error {
  constructor() {
    super('There is nothing here that you can open.');
    this.name = 'NotFound';
  }
}
