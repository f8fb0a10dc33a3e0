// A page writes one section, under the names of its fields, or several, under "<section>/<field>".
import { whatOthersWrote, type OthersWrote } from '../self-views/what-others-wrote';
import type { FieldDefinition } from './template';

type Typed = Readonly<Record<string, string>>;

/** What was typed, by section. `keys` are the sections that the page shows. */
export function bySection(typed: Typed, keys: readonly string[]): Record<string, Record<string, string>> {
  const sections: Record<string, Record<string, string>> = {};
  for (const [name, value] of Object.entries(typed)) {
    const [key, field] = name.includes('/') ? [name.slice(0, name.indexOf('/')), name.slice(name.indexOf('/') + 1)] : [keys[0] ?? '', name];
    if (keys.includes(key)) (sections[key] ??= {})[field] = value;
  }
  return sections;
}

/** The versions that the page showed, from its hidden inputs `base:<section>`. What is none counts as the first. */
export function shownVersions(form: Typed): Record<string, number> {
  return named(form, 'base:', (value) => (/^\d{1,9}$/.test(value) ? Number(value) : 1));
}

/** The writer's own texts that stand beside, from `beside:<section>`. */
export function shownBeside(form: Typed): Record<string, string> {
  return named(form, 'beside:', (value) => value);
}

interface SectionNow {
  stands: Record<string, unknown>;
  fields: readonly FieldDefinition[];
  errors: Typed;
}

/** What the page must take over after a save of these sections, under the names of its inputs. */
export function takenOver(sections: Readonly<Record<string, SectionNow>>, typed: Typed): OthersWrote & { errors: Record<string, string> } {
  const prefixed = Object.keys(typed).some((name) => name.includes('/'));
  const all = { values: {} as Record<string, string>, more: false, errors: {} as Record<string, string> };
  for (const [key, { stands, fields, errors }] of Object.entries(sections)) {
    const under = (words: Typed) => Object.fromEntries(Object.entries(words).map(([name, value]) => [prefixed ? `${key}/${name}` : name, value]));
    const { values, more } = whatOthersWrote(fields, stands, bySection(typed, [key])[key] ?? {}, errors);
    Object.assign(all.values, under(values));
    Object.assign(all.errors, under(errors));
    all.more ||= more;
  }
  return all;
}

function named<Value>(form: Typed, prefix: string, read: (value: string) => Value): Record<string, Value> {
  return Object.fromEntries(Object.entries(form).flatMap(([name, value]) => (name.startsWith(prefix) && value !== '' ? [[name.slice(prefix.length), read(value)]] : [])));
}
