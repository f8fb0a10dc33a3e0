import type { Board, BoardRow, Cell } from '@/domain/board';
import { owedKey } from '@/domain/chase';
import type { ProcessWords } from '@/domain/cycle-facts';
import type { Day } from '@/domain/model';
import { dayInWords } from '@/domain/deadlines';
import { groupWord, plural } from '@/domain/place-names';
import type { Schedule } from '@/domain/processes/schedule';
import type { StepDefinition } from '@/domain/processes/template';
import type { BoardPage } from '@/server/board/load';
import { dayAndMonth, shortDay } from '@/ui/day';
import type { MatrixCellProps } from '@/ui/matrix-cell';
import type { MatrixColumn, MatrixGroup, MatrixRow } from '@/ui/matrix';

interface BoardMatrix {
  phases: readonly { name: string; columns: readonly MatrixColumn[] }[];
  groups: readonly MatrixGroup[];
}

const matrices = new WeakMap<Board, BoardMatrix>();

/** The board as the table shows it, put into words once for as long as the board stands. */
export function matrixOf({ board, facts, definition, schedule, mayChase }: Pick<BoardPage, 'board' | 'facts' | 'definition' | 'schedule' | 'mayChase'>): BoardMatrix {
  const known = matrices.get(board);
  if (known) return known;
  const meets = meetsOnDays(definition);
  const groups = board.groups.map(({ id, title, rows }): MatrixGroup => ({
    id,
    ...headOf({ title, count: countOf(rows), days: meets ? daysOf(rows, id, schedule, definition.words) : '' }),
    rows: rows.map((row) => ({
      id: row.place.authorityId,
      name: row.place.name,
      href: `/authorities/${row.place.slug}?cycle=${facts.id}`,
      cells: cellsOf(row),
      owes: owesOf(row, `/cycles/${facts.id}`, mayChase),
    })),
  }));
  const matrix = { phases: phasesOf(board, schedule), groups };
  matrices.set(board, matrix);
  return matrix;
}

function owesOf({ owed, chase, place }: BoardRow, path: string, mayChase: boolean): MatrixRow['owes'] {
  if (place.withdrawn) return { words: `Left the cycle on ${dayInWords(place.withdrawn.on)}: ${place.withdrawn.why}` };
  if (owed.length === 0) return undefined;
  const words = owed.map(({ by, acts }) => `${by}: ${acts.join('; ')}`).join('. ');
  if (!mayChase || chase.length === 0) return { words };
  return { words, act: { href: chaseHref(path, chase), words: chase.length > 1 ? `Chase ${chase.length}` : 'Chase', hidden: place.name } };
}

export function chaseHref(path: string, late: BoardRow['chase']): string {
  return `${path}/chase?${new URLSearchParams(late.map((at) => ['owe', owedKey(at)]))}`;
}

/** The columns with the day by which each is due, where that is one day for all. */
function phasesOf(board: Board, schedule: Schedule): { name: string; columns: MatrixColumn[] }[] {
  return board.phases.map(({ name, columns }) => ({
    name,
    columns: columns.map((step) => ({ id: step.key, name: step.name, lines: step.heading, by: byOf(step, schedule) })),
  }));
}

/** "27 Oct"; where it differs by wave and group, the months: "Dec, Jan". */
function byOf(step: StepDefinition, schedule: Schedule): string {
  const days = [...new Set(schedule.all.filter((day) => day.step.key === step.key).map((day) => day.dueOn))].sort();
  if (days.length === 1) return shortDay(days[0]!);
  return [...new Set(days.map((day) => shortDay(day).split(' ')[1]!))].join(', ');
}

const short = new Map<Day, string>();

function shortOnce(on: Day): string {
  const known = short.get(on);
  if (known) return known;
  const words = shortDay(on);
  if (short.size > 5000) short.clear();
  short.set(on, words);
  return words;
}

function cellsOf(row: BoardRow): Record<string, MatrixCellProps> {
  const cells: Record<string, MatrixCellProps> = {};
  for (const [key, cell] of row.cells) cells[key] = cellView(cell);
  return cells;
}

function cellView({ state, on, words, href, title }: Cell): MatrixCellProps {
  return { state, words: words ?? (on ? shortOnce(on) : undefined), href: href ?? undefined, title: title ?? undefined };
}

/** "8 authorities" */
function countOf(rows: readonly BoardRow[]): string {
  return `${rows.length} ${rows.length === 1 ? 'authority' : 'authorities'}`;
}

/** The name of the group with what stands beside it; where all are in one, how many they are stands in place of a name. */
function headOf({ title, count, days }: { title: string | null; count: string; days: string }): Pick<MatrixGroup, 'name' | 'note'> {
  if (title === null) return { name: count, ...(days && { note: days }) };
  return { name: title, note: days ? `${count}. ${days}` : count };
}

/** Whether groups meet on days of their own: a step is counted from that day, or is done when it has been held. */
function meetsOnDays({ steps }: BoardPage['definition']): boolean {
  return steps.some(({ doneWhen, due, opens }) => doneWhen === 'forum-held' || due.from === 'forum' || opens?.from === 'forum');
}

const MOST_DAYS = 3;

/** "Forums Tuesday 12 December and Wednesday 10 January"; of many days, the first and the last. */
function daysOf(rows: readonly BoardRow[], groupId: string, schedule: Schedule, { forum }: ProcessWords['words']): string {
  const waves = [...new Set(rows.filter(({ place }) => !place.withdrawn).map((row) => row.place.wave))];
  const days = [...new Set(waves.map((wave) => schedule.forumDay(wave, groupId)))].sort().map(dayAndMonth);
  if (days.length === 0) return '';
  const word = capital(days.length === 1 ? forum : plural(forum));
  if (days.length > MOST_DAYS) return `${word} from ${days[0]!} to ${days.at(-1)!}`;
  return `${word} ${days.join(' and ')}`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "Group", "BPN", "Triad" */
export function groupHeading(process: Pick<ProcessWords, 'words' | 'grouping'>): string {
  return capital(groupWord(process));
}
