/** What a form brings back to its page: the values typed, a sentence for each field to mend, a refusal or a confirmation. */
export interface FormReturn {
  values: Record<string, string | string[]>;
  errors: Record<string, string>;
  refusal?: string;
  notice?: string;
}

/** In place of the id of what came back: the form brought so much that nothing of it was read. */
export const SENT_TOO_MUCH = 'too-much';
export const TOO_MUCH: FormReturn = { values: {}, errors: {}, refusal: 'A file that you chose is larger than 15 MB, so nothing was sent. Save a smaller copy, or give the part that matters.' };

/** What was typed, as it can be kept: without NUL, and without half of a character. Nobody types either; a program may send them. */
export function storableText(typed: string): string {
  return typed.replaceAll('\0', '').toWellFormed();
}
