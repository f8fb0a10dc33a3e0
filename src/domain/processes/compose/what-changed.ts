// What is different between two versions of a process, a sentence each: for the list of versions, for whoever saves over a colleague's
// change, and before a running cycle is moved to a newer version.
import { dayInWords } from '../../deadlines';
import { DOCUMENT_KINDS, DOCUMENT_NAMES } from '../../documents/facts';
import { OFFICE_NAMES } from '../../model';
import { FILL_WORDS, type FillKind } from '../../papers/fill';
import { partyName, type NamesRoles, type Party } from '../../parties';
import { ruleWords } from '../rule-words';
import type { DueRule, PaperDefinition, ProcessTemplateDefinition, RoleDefinition, StepDefinition } from '../template';
import type { ProcessPlace } from '../template-faults';
import { listed } from '../in-words';
import { groupingWords, LEADS_WORDS, PER, readerName, roundsWords, spanWords } from './words';
import { wayOf, wayWords } from './ways';

export interface Changed {
  at: ProcessPlace;
  says: string;
}

/** Empty only when nothing is different. */
export function whatChanged(from: ProcessTemplateDefinition, to: ProcessTemplateDefinition): Changed[] {
  const changes = [
    ...[...shapeChanges(from, to), ...formatChanges(from, to), ...anchorChanges(from, to)].map((says): Changed => ({ at: { is: 'process' }, says })),
    ...listChanges('phase', from.phases, to.phases),
    ...listChanges('wave', from.waves, to.waves, waveChanges),
    ...listChanges('role', from.roles, to.roles, roleChanges),
    ...listChanges('paper', from.papers, to.papers, (before, after) => paperChanges(before, after, { from, to })),
    ...stepsChanged(from, to),
  ];
  return changes.length > 0 || isSame(from, to) ? changes : [{ at: { is: 'process' }, says: SAID_OTHERWISE }];
}

/** What stands in another order where none is meant: who owes a step, the days of its reminders. */
export const SAID_OTHERWISE = 'The same is named in another order. Nothing in how a cycle runs is different.';

type Shape = Pick<ProcessTemplateDefinition, 'title' | 'suffix' | 'about' | 'anchorName' | 'spans' | 'grouping' | 'leads' | 'rounds' | 'words'>;

export function shapeChanges(from: Shape, to: Shape): string[] {
  const words = (Object.keys(to.words) as (keyof Shape['words'])[]).filter((key) => from.words[key] !== to.words[key]);
  return [
    ...(from.title === to.title ? [] : [`The process is called “${to.title}” and no longer “${from.title}”.`]),
    ...(from.suffix === to.suffix ? [] : [`Its cycles are named ${to.suffix ? `with “${to.suffix}”` : 'by their years alone'}.`]),
    ...(from.about === to.about ? [] : ['What it is for is said in other words.']),
    ...(from.anchorName === to.anchorName ? [] : [`Day 0 is “${to.anchorName}” and no longer “${from.anchorName}”.`]),
    ...(isSame(from.spans, to.spans) ? [] : [`A cycle runs ${spanWords(to.spans)}; before, ${spanWords(from.spans)}.`]),
    ...(isSame(from.grouping, to.grouping) ? [] : [`Authorities are put together ${groupingWords(to.grouping)}; before, ${groupingWords(from.grouping)}.`]),
    ...(from.leads === to.leads ? [] : [`Lead peer challengers: ${LEADS_WORDS[to.leads]}; before, ${LEADS_WORDS[from.leads]}.`]),
    ...(Boolean(from.rounds) === Boolean(to.rounds) ? [] : [`A cycle takes ${roundsWords(to)}; before, ${roundsWords(from)}.`]),
    ...words.map((key) => `It says “${to.words[key]}” where it said “${from.words[key]}”.`),
  ];
}

type Formats = Pick<ProcessTemplateDefinition, 'formats'>;

function formatChanges({ formats: before }: Formats, { formats: after }: Formats): string[] {
  const words = (key: string | undefined) => (key ? `the format “${key}”` : 'the first format of the region');
  return DOCUMENT_KINDS.filter((kind) => (before[kind] || '') !== (after[kind] || '')).map((kind) => `The ${DOCUMENT_NAMES[kind]} is written in ${words(after[kind])}; before, in ${words(before[kind])}.`);
}

function anchorChanges({ ordinaryAnchor: before }: ProcessTemplateDefinition, { ordinaryAnchor: after }: ProcessTemplateDefinition): string[] {
  return before === after ? [] : [`An ordinary day 0, from which its dates are tried, is ${dayInWords(after)}; before, ${dayInWords(before)}.`];
}

type Named = { key: string; name: string };

/** What came and went in a list of parts, and what is different in those that stayed. */
function listChanges<Item extends Named>(is: 'phase' | 'wave' | 'role' | 'paper', from: readonly Item[], to: readonly Item[], inside: (before: Item, after: Item) => string[] = () => []): Changed[] {
  const word = { phase: 'The phase', wave: 'The wave', role: 'The role', paper: 'The paper' }[is];
  const at = (key: string): ProcessPlace => ({ is, key });
  const before = new Map(from.map((item) => [item.key, item]));
  return [
    ...to.filter(({ key }) => !before.has(key)).map(({ key, name }) => ({ at: at(key), says: `${word} “${name}” is new.` })),
    ...from.filter(({ key }) => !to.some((item) => item.key === key)).map(({ key, name }) => ({ at: at(key), says: `${word} “${name}” is gone.` })),
    ...to.flatMap((after) => {
      const was = before.get(after.key);
      if (!was) return [];
      const renamed = was.name === after.name ? [] : [`${word} “${was.name}” is now called “${after.name}”.`];
      return [...renamed, ...inside(was, after)].map((says) => ({ at: at(after.key), says }));
    }),
    ...moved(from, to).map(({ item: { key, name }, after }) => ({ at: at(key), says: `${word} “${name}” now stands ${after ? `after “${after.name}”` : 'first'}.` })),
  ];
}

type Wave = ProcessTemplateDefinition['waves'][number];

function waveChanges(from: Wave, to: Wave): string[] {
  return isSame(from.forumOffsets, to.forumOffsets) ? [] : [`The days of the wave “${to.name}” are ${to.forumOffsets.join(', ')} days from day 0; before, ${from.forumOffsets.join(', ')}.`];
}

export function roleChanges(from: RoleDefinition, to: RoleDefinition): string[] {
  const name = `“${to.name}”`;
  return [
    ...(from.each === to.each ? [] : [`Each authority has ${to.each} as ${name}; before, ${from.each}.`]),
    ...(isSame(from.offices, to.offices) ? [] : [`${name} is done by the ${listed(to.offices.map((office) => OFFICE_NAMES[office]))}; before, by the ${listed(from.offices.map((office) => OFFICE_NAMES[office]))}.`]),
    ...(from.found === to.found && from.mutual === to.mutual && from.named === to.named ? [] : [`How ${name} is found was changed.`]),
  ];
}

export function paperChanges(from: PaperDefinition, to: PaperDefinition, both: { from: NamesRoles; to: NamesRoles }): string[] {
  const name = `“${to.name}”`;
  const sections = (paper: PaperDefinition) => new Map(paper.sections.map((section) => [section.key, section]));
  const [before, after] = [sections(from), sections(to)];
  return [
    ...(from.by === to.by ? [] : [`${name} is written by the ${partyName(to.by, both.to)}; before, by the ${partyName(from.by, both.from)}.`]),
    ...(from.per === to.per ? [] : [`${name} is written once for ${PER[to.per].said}; before, for ${PER[from.per].said}.`]),
    ...[...after].filter(([key]) => !before.has(key)).map(([, { title }]) => `${name} has a section “${title}” more.`),
    ...[...before].filter(([key]) => !after.has(key)).map(([, { title }]) => `${name} no longer has the section “${title}”.`),
    ...[...after].filter(([key, section]) => before.has(key) && !isSame(before.get(key), section)).map(([, { title }]) => `What the section “${title}” of ${name} asks was changed.`),
    ...moved(from.sections, to.sections).map(({ item, after }) => `The section “${item.title}” of ${name} now stands ${after ? `after “${after.title}”` : 'first'}.`),
    ...(from.fills === to.fills ? [] : [`The first section of ${name} ${to.fills ? `can be filled in with ${filledWith(to.fills)}` : 'is filled in by hand alone'}; before, ${from.fills ? `with ${filledWith(from.fills)}` : 'by hand alone'}.`]),
    ...(isSame(from.sectionsBy, to.sectionsBy) ? [] : [`Who writes which section of ${name} was changed.`]),
  ];
}

/** "ratings from the moderation comments": what the button fills in. */
const filledWith = (fills: FillKind) => FILL_WORDS[fills].replace(/^Fill in /, '');

function stepsChanged(from: ProcessTemplateDefinition, to: ProcessTemplateDefinition): Changed[] {
  const before = new Map(from.steps.map((step) => [step.key, step]));
  const at = (key: string): ProcessPlace => ({ is: 'step', key });
  return [
    ...to.steps.filter(({ key }) => !before.has(key)).map((step) => ({ at: at(step.key), says: `“${step.name}” is new: for ${PER[step.per].said}, due ${ruleWords(step.due, to)}.` })),
    ...from.steps.filter(({ key }) => !to.steps.some((step) => step.key === key)).map(({ key, name }) => ({ at: at(key), says: `“${name}” is gone.` })),
    ...to.steps.flatMap((step) => {
      const was = before.get(step.key);
      return was ? stepChanges(was, step, { from, to }).map((says) => ({ at: at(step.key), says })) : [];
    }),
    ...moved(from.steps, to.steps, (was, is) => was.phase === is.phase).map(({ item: { key, name }, after }) => ({ at: at(key), says: `“${name}” now stands ${after ? `after “${after.name}”` : 'first'}.` })),
  ];
}

interface Both {
  from: ProcessTemplateDefinition;
  to: ProcessTemplateDefinition;
}

/** What is different in one step. */
export function stepChanges(was: StepDefinition, is: StepDefinition, both: Both): string[] {
  const name = `“${is.name}”`;
  const parties = (list: readonly Party[], process: NamesRoles) => (list.length > 0 ? listed(list.map((party) => `the ${partyName(party, process)}`)) : 'nobody');
  const named = (keys: readonly string[], { steps }: ProcessTemplateDefinition) => listed(keys.map((key) => `“${steps.find((step) => step.key === key)?.name ?? key}”`));
  const rule = (of: DueRule | undefined, template: ProcessTemplateDefinition) => (of ? ruleWords(of, template) : 'as soon as what it waits for is done');
  const [waitsNow, waitsBefore] = [is.waitsFor.filter((key) => !was.waitsFor.includes(key)), was.waitsFor.filter((key) => !is.waitsFor.includes(key))];
  const phase = (key: string, { phases }: ProcessTemplateDefinition) => phases.find((one) => one.key === key)?.name ?? key;
  return [
    ...(was.name === is.name ? [] : [`“${was.name}” is now called ${name}.`]),
    ...(was.phase === is.phase ? [] : [`${name} stands under “${phase(is.phase, both.to)}”; before, under “${phase(was.phase, both.from)}”.`]),
    ...(was.per === is.per ? [] : [`${name} is done for ${PER[is.per].said}; before, for ${PER[was.per].said}.`]),
    ...(sameSet(was.who, is.who) ? [] : [`${name} falls to ${parties(is.who, both.to)}; before, to ${parties(was.who, both.from)}.`]),
    ...(wayOf(was) === wayOf(is) ? [] : [`${name} is done when ${wayWords(is, both.to)}; before, when ${wayWords(was, both.from)}.`]),
    ...(wayOf(was) !== wayOf(is) || isSame(aboutOf(was), aboutOf(is)) ? [] : [`What ${name} is about was changed.`]),
    ...(isSame(was.signatories, is.signatories) && was.signInOrder === is.signInOrder ? [] : [`${name} is signed by ${parties(is.signatories, both.to)}${is.signInOrder ? ', in that order' : ''}; before, by ${parties(was.signatories, both.from)}${was.signInOrder ? ', in that order' : ''}.`]),
    ...(isSame(was.due, is.due) ? [] : [`${name} is due ${rule(is.due, both.to)}; before, ${rule(was.due, both.from)}.`]),
    ...(isSame(was.opens, is.opens) ? [] : [`${name} opens ${rule(is.opens, both.to)}; before, ${rule(was.opens, both.from)}.`]),
    ...(waitsNow.length > 0 ? [`${name} now waits for ${named(waitsNow, both.to)}.`] : []),
    ...(waitsBefore.length > 0 ? [`${name} no longer waits for ${named(waitsBefore, both.from)}.`] : []),
    ...(sameSet(was.opensTo ?? [], is.opensTo ?? []) && Boolean(was.opensTo) === Boolean(is.opensTo) ? [] : [`When ${name} is done, it may be read by ${is.opensTo?.length ? listed(is.opensTo.map((reader) => readerName(reader, both.to))) : 'nobody more'}.`]),
    ...(sameSet(was.remind.map(String), is.remind.map(String)) ? [] : [`Reminders of ${name} go out ${is.remind.length > 0 ? `${listed(is.remind.map(String))} days before` : 'no more'}.`]),
    ...(was.event === is.event ? [] : [`${name} ${is.event ? 'is now a day on which people meet' : 'is no longer a day on which people meet'}.`]),
    ...(isSame(wordsOf(was), wordsOf(is)) ? [] : [`The words of ${name} were changed.`]),
  ];
}

const aboutOf = ({ document, paper, role }: StepDefinition) => ({ document, paper, role });

const wordsOf = ({ number, act, heading, guidance, onBoard, proposed }: StepDefinition) => ({ number, act, heading, guidance, onBoard, proposed });

/** As few as explain the new order, each with the one that it now follows; `stayed` tells which have a place to be moved from. */
function moved<Item extends { key: string }>(from: readonly Item[], to: readonly Item[], stayed: (was: Item, is: Item) => boolean = () => true): { item: Item; after: Item | null }[] {
  const places = new Map(from.map(({ key }, index) => [key, index]));
  const there = to.filter((item) => places.has(item.key) && stayed(from[places.get(item.key)!]!, item));
  const inOrder = longestInOrder(there.map(({ key }) => places.get(key)!));
  return there.filter(({ key }) => !inOrder.has(places.get(key)!)).map((item) => ({ item, after: to[to.indexOf(item) - 1] ?? null }));
}

/** The most numbers of a list that already stand in rising order. */
function longestInOrder(numbers: readonly number[]): Set<number> {
  const best: number[][] = [];
  for (const number of numbers) {
    const before = best.filter((list) => list.at(-1)! < number).reduce<number[]>((longest, list) => (list.length > longest.length ? list : longest), []);
    best.push([...before, number]);
  }
  return new Set(best.reduce<number[]>((longest, list) => (list.length > longest.length ? list : longest), []));
}

/** The same value, whatever the order in which its fields were kept. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || inFixedOrder(one) === inFixedOrder(other);
}

function inFixedOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  ) ?? '';
}

const sameSet = (one: readonly string[], other: readonly string[]) => isSame([...one].sort(), [...other].sort());
