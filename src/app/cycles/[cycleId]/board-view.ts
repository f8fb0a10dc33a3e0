import type { Board, BoardRow, Cell } from '@/domain/board';
import { owedKey } from '@/domain/chase';
import type { Day } from '@/domain/model';
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
export function matrixOf({ board, facts, schedule, mayChase }: Pick<BoardPage, 'board' | 'facts' | 'schedule' | 'mayChase'>): BoardMatrix {
  const known = matrices.get(board);
  if (known) return known;
  const groups = board.groups.map(({ id, name, rows }): MatrixGroup => ({
    id,
    name: `${name} group`,
    note: groupNote(rows, id, schedule),
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

/** "8 authorities. Forums Tuesday 12 December and Wednesday 10 January" */
function groupNote(rows: readonly BoardRow[], groupId: string, schedule: Schedule): string {
  const waves = [...new Set(rows.map((row) => row.place.wave))];
  const days = waves.map((wave) => schedule.forumDay(wave, groupId)).sort().map(dayAndMonth);
  return `${rows.length} ${rows.length === 1 ? 'authority' : 'authorities'}. ${days.length === 1 ? 'Forum' : 'Forums'} ${days.join(' and ')}`;
}
