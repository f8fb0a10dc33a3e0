/** What a form brings back to its page: the values typed, a sentence for each field to mend, a refusal or a confirmation. */
export interface FormReturn {
  values: Record<string, string | string[]>;
  errors: Record<string, string>;
  refusal?: string;
  notice?: string;
}

/** What was typed, as it can be kept: without NUL, and without half of a character. Nobody types either; a program may send them. */
export function storableText(typed: string): string {
  return typed.replaceAll('\0', '').toWellFormed();
}
