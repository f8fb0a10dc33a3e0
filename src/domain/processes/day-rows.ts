import type { Day } from '../model';
import type { Move, Place, StepDay } from './schedule';

/** One line of a timetable: whom a date is for, and the date. */
export interface DayRow {
  /** The scope that the line stands for, as in a move. */
  scope: string;
  /** "Every authority", "December", "Trafford, December", "Wigan" */
  whom: string;
  dueOn: Day;
  opensOn: Day | null;
  move: Move | null;
  count: number;
}

export interface PlaceNames {
  wave: (key: string) => string;
  group: (id: string) => string;
  /** "every group", "every pair"; "everyone" where all are in one. */
  everyGroup: string;
  /** "Trafford group", "Triad 2": with the word where the name wants it. */
  groupTitle: (id: string) => string;
  authority: (id: string) => string;
}

/** A step's days in as few lines as they can be said: for everyone, else by wave, else by wave and group, with the exceptions after. */
export function dayRows(days: readonly StepDay[], names: PlaceNames): DayRow[] {
  const [first] = days;
  if (!first) return [];
  if (first.step.per === 'region') return [row(days, 'cycle', 'The region')];
  if (first.step.per === 'group') return isOneDay(days) ? [row(days, 'cycle', capital(names.everyGroup))] : days.map((day) => row([day], `group:${day.groupId}`, names.group(day.groupId!)));
  if (first.step.per === 'task-group') return isOneDay(days) ? [row(days, 'cycle', 'Every task and finish group')] : days.map((day) => row([day], `group:${day.groupId}`, names.group(day.groupId!)));
  if (first.step.per === 'wave') return isOneDay(days) ? [row(days, 'cycle', 'Every wave')] : days.map((day) => row([day], `wave:${day.wave}`, names.wave(day.wave!)));
  if (isOneDay(days)) return [row(days, 'cycle', 'Every authority')];
  const inOrder = days.toSorted((a, b) => a.place!.groupOrdinal - b.place!.groupOrdinal);
  const waves = [...grouped(inOrder, (place) => `wave:${place.wave}`)].toSorted(([, a], [, b]) => earliest(a).localeCompare(earliest(b)));
  return waves.flatMap(([scope, ofWave]) => {
    const wave = names.wave(ofWave[0]!.place!.wave);
    if (isOneDay(ofWave)) return [row(ofWave, scope, wave)];
    return [...grouped(ofWave, (place) => `wave:${place.wave}/group:${place.groupId}`)].flatMap(([groupScope, ofGroup]) =>
      withExceptions(ofGroup, groupScope, waves.length === 1 ? names.group(ofGroup[0]!.groupId!) : `${names.group(ofGroup[0]!.groupId!)}, ${wave}`, names),
    );
  });
}

function withExceptions(days: readonly StepDay[], scope: string, whom: string, names: PlaceNames): DayRow[] {
  const alike = [...groupedBy(days, sameness).values()].reduce((most, some) => (some.length > most.length ? some : most));
  const others = days.filter((day) => !alike.includes(day));
  return [row(alike, scope, whom), ...others.map((day) => row([day], day.scope, names.authority(day.place!.authorityId)))];
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const earliest = (days: readonly StepDay[]) => days.reduce((first, day) => (day.dueOn < first ? day.dueOn : first), days[0]!.dueOn);

const sameness = (day: StepDay) => `${day.dueOn}|${day.opensOn ?? ''}`;

const isOneDay = (days: readonly StepDay[]) => new Set(days.map(sameness)).size === 1;

const grouped = (days: readonly StepDay[], key: (place: Place) => string) => groupedBy(days, (day) => key(day.place!));

function groupedBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function row(days: readonly StepDay[], scope: string, whom: string): DayRow {
  const { dueOn, opensOn } = days[0]!;
  return { scope, whom, dueOn, opensOn, move: days.find((day) => day.move)?.move ?? null, count: days.length };
}
