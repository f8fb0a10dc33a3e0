// How a field of the composer's forms is read: trimmed, within its bounds, with a sentence at the field for what is missing or impossible.
import { z } from 'zod';
import type { Party } from '../../parties';
import { dueRule, party, type DueRule } from '../template';
import type { ProcessEdit } from './edit';
import { MOST } from './limits';

type Values = Record<string, unknown>;

export const text = (values: Values, name: string): string => {
  const value = values[name];
  return (Array.isArray(value) ? String(value[0] ?? '') : typeof value === 'string' ? value : '').trim();
};
export const texts = (values: Values, name: string): string[] => {
  const value = values[name];
  return (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []).filter((one) => one !== '');
};
/** Fields of one list: who-1, who-2, … in their order, each once. */
const numbered = (values: Values, name: string): string[] => [...new Set(Array.from({ length: 12 }, (_, index) => text(values, `${name}-${index + 1}`)).filter((one) => one !== ''))];
export const ticked = (values: Values, name: string) => text(values, name) !== '';

export interface Reading {
  values: Values;
  /** A sentence for a field. */
  wrong: (field: string, sentence: string) => void;
}

/** A form read into an edit; when anything in it is wrong, nothing of it counts. */
export function form<Edit extends ProcessEdit>(read: (reading: Reading) => Edit | null) {
  return z.record(z.string(), z.unknown()).transform((values, context): Edit => {
    let isWrong = false;
    const edit = read({
      values,
      wrong: (field, message) => {
        isWrong = true;
        context.addIssue({ code: 'custom', path: [field], message });
      },
    });
    if (edit === null && !isWrong) context.addIssue({ code: 'custom', path: ['form'], message: 'This form is not one that the page sends' });
    return isWrong || edit === null ? z.NEVER : edit;
  });
}

export function named({ values, wrong }: Reading, field: string, label: string, missing: string): string {
  const name = text(values, field);
  if (name === '') wrong(field, `${label}: ${missing}`);
  else if (name.length > MOST.name) wrong(field, `${label}: at most ${MOST.name} characters`);
  return name;
}

export function longText({ values, wrong }: Reading, field: string, label: string): string {
  const words = text(values, field).replaceAll('\r\n', '\n');
  if (words.length > MOST.text) wrong(field, `${label}: at most ${MOST.text.toLocaleString('en-GB')} characters`);
  return words;
}

export function wholeNumber({ values, wrong }: Reading, field: string, label: string, { least, most }: { least: number; most: number }): number {
  const typed = text(values, field);
  const number = Number(typed);
  if (!/^-?\d{1,5}$/.test(typed)) wrong(field, `${label}: give a whole number`);
  else if (number < least || number > most) wrong(field, `${label}: from ${least} to ${most.toLocaleString('en-GB')}`);
  else return number;
  return least;
}

/** "7, 1" */
export function numbers({ values, wrong }: Reading, field: string, label: string, { least, most, example }: { least: number; most: number; example: string }): number[] {
  const typed = text(values, field).replaceAll('−', '-').split(/[\s,;]+/).filter(Boolean);
  const read = typed.map(Number);
  if (typed.some((one) => !/^-?\d{1,5}$/.test(one)) || read.some((one) => one < least || one > most)) wrong(field, `${label}: write it like ${example}, each from ${least} to ${most.toLocaleString('en-GB')}`);
  return read;
}

/** `name`-count, -unit, -side, -from and for a weekday -nth, -weekday, -month. Null when it is left open. */
export function ruleIn({ values, wrong }: Reading, name: string, label: string): DueRule | null {
  const from = text(values, `${name}-from`);
  if (from === '') return null;
  const typed = text(values, `${name}-count`) || '0';
  const count = /^\d{1,4}$/.test(typed) ? Number(typed) : NaN;
  if (!(count <= MOST.days)) {
    wrong(`${name}-count`, `${label}: give a whole number of days, at most ${MOST.days.toLocaleString('en-GB')}`);
    return null;
  }
  const offset = text(values, `${name}-side`) === 'before' && count > 0 ? -count : count;
  const unit = text(values, `${name}-unit`);
  if (unit === 'working' && count > MOST.workingDays) wrong(`${name}-count`, `${label}: at most ${MOST.workingDays} working days, which are a year`);
  const rule = from.startsWith('step:')
    ? { from: 'step', step: from.slice('step:'.length), offset, unit }
    : { from, offset, unit, ...(from === 'weekday' ? { nth: Number(text(values, `${name}-nth`)), weekday: Number(text(values, `${name}-weekday`)), month: Number(text(values, `${name}-month`)) } : {}) };
  const parsed = dueRule.safeParse(rule);
  if (!parsed.success) wrong(`${name}-from`, `${label}: choose what the days are counted from`);
  return parsed.success ? parsed.data : null;
}

export function partiesIn({ values, wrong }: Reading, name: string, label: string): Party[] {
  return numbered(values, name).flatMap((one, index) => {
    const read = party.safeParse(one);
    if (!read.success) wrong(`${name}-${index + 1}`, `${label}: choose one of those in the list`);
    return read.success ? [read.data as Party] : [];
  });
}
