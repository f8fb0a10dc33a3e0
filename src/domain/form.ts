/** What a form brings back to its page: the values typed, a sentence for each field to mend, a refusal or a confirmation. */
export interface FormReturn {
  values: Record<string, string | string[]>;
  errors: Record<string, string>;
  refusal?: string;
  notice?: string;
}
