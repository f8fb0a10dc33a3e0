import type { FieldDefinition } from '../documents/template';
import type { Content } from './content';
import { formValues } from './form-values';

export interface OthersWrote {
  /** Inputs that this writer's page shows otherwise than the section stands. */
  values: Record<string, string>;
  /** Rows or answers that the page does not show at all. */
  more: boolean;
}

/** What a writer's page must take over after a save that met another's. What could not be read stays as it was typed. */
export function whatOthersWrote(fields: readonly FieldDefinition[], stands: Content, typed: Readonly<Record<string, string>>, errors: Readonly<Record<string, string>>): OthersWrote {
  const now = formValues(fields, stands);
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(typed)) {
    const day = name.replace(/-(day|month|year)$/, '');
    if (now[name] !== undefined && now[name] !== value && !errors[name] && !errors[day] && !isSameDayPart(name, now[name], value)) values[name] = now[name];
  }
  const rows = new Set(Object.keys(typed).map(rowOf));
  const more = Object.entries(now).some(([name, value]) => value !== '' && typed[name] === undefined && rowOf(name).includes('.') && !rows.has(rowOf(name)));
  return { values, more };
}

const rowOf = (name: string) => name.split('.').slice(0, 2).join('.');

/** "07" and "7" are one day; "oct" and "10" one month. */
const isSameDayPart = (name: string, stands: string, typed: string) => /-(day|month|year)$/.test(name) && (Number(typed) === Number(stands) || /[a-z]/i.test(typed));
