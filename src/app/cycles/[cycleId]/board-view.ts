import type { Board, BoardRow, Cell } from '@/domain/board';
import type { Day } from '@/domain/model';
import type { Schedule } from '@/domain/processes/schedule';
import type { StepDefinition } from '@/domain/processes/template';
import { dayAndMonth, shortDay } from '@/ui/day';
import type { MatrixCellProps } from '@/ui/matrix-cell';
import type { MatrixColumn } from '@/ui/matrix';

/** The columns with the day by which each is due, where that is one day for all. */
export function phasesOf(board: Board, schedule: Schedule): { name: string; columns: MatrixColumn[] }[] {
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

export function cellsOf(row: BoardRow): Record<string, MatrixCellProps> {
  const cells: Record<string, MatrixCellProps> = {};
  for (const [key, cell] of row.cells) cells[key] = cellView(cell);
  return cells;
}

function cellView({ state, on, words, href, title }: Cell): MatrixCellProps {
  return { state, words: words ?? (on ? shortOnce(on) : undefined), href: href ?? undefined, title: title ?? undefined };
}

/** "8 authorities. Forums Tuesday 12 December and Wednesday 10 January" */
export function groupNote(rows: readonly BoardRow[], groupId: string, schedule: Schedule): string {
  const waves = [...new Set(rows.map((row) => row.place.wave))];
  const days = waves.map((wave) => schedule.forumDay(wave, groupId)).sort().map(dayAndMonth);
  return `${rows.length} ${rows.length === 1 ? 'authority' : 'authorities'}. ${days.length === 1 ? 'Forum' : 'Forums'} ${days.join(' and ')}`;
}
