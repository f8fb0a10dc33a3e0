import type { FormReturn } from '@/domain/form';

/** What was typed into a field, or what the record holds when the form did not come back. */
export function typed(returned: FormReturn | undefined, name: string, kept: string | undefined): string | undefined {
  const value = returned?.values[name];
  return value === undefined ? kept : Array.isArray(value) ? value[0] : value;
}

/** The same for several boxes of one name. A form that came back without the name had none of them ticked. */
export function ticked(returned: FormReturn | undefined, name: string, kept: readonly string[]): readonly string[] {
  if (!cameBack(returned)) return kept;
  const value = returned?.values[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

export function errorAt(returned: FormReturn | undefined, name: string): string | undefined {
  return returned?.errors[name];
}

export function hasErrors(returned: FormReturn | undefined): boolean {
  return Object.keys(returned?.errors ?? {}).length > 0;
}

/** With what was typed in it: that is not saved. */
export function cameBack(returned: FormReturn | undefined): boolean {
  return Object.keys(returned?.values ?? {}).length > 0;
}
