import type { Board, Cell } from '@/domain/board';
import { csv } from '@/domain/csv';
import { boardFilters, boardPost, loadBoard } from '@/server/board/load';
import { NotFound } from '@/server/not-found';
import { currentActor } from '@/server/session';

/** The board as it stands on the page, with the same filters and for the same readers. */
export async function GET(request: Request, { params }: { params: Promise<{ cycleId: string }> }): Promise<Response> {
  const { cycleId } = await params;
  const actor = await currentActor();
  if (!actor || !boardPost(actor)) return nothing();
  const filters = boardFilters.parse(Object.fromEntries(new URL(request.url).searchParams));
  const page = await loadBoard(actor, cycleId, filters, new Date()).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!page) return nothing();
  const waves = new Map(page.definition.waves.map(({ key, name }) => [key, name]));
  return new Response(csv(tableOf(page.board, waves)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="who-owes-what-${page.facts.name.replace(/[^0-9A-Za-z]+/g, '-')}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}

const nothing = () => new Response('There is nothing here that you can open.\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });

function tableOf(board: Board, waves: ReadonlyMap<string, string>): string[][] {
  const columns = board.phases.flatMap((phase) => phase.columns);
  return [
    ['Authority', 'Group', 'Forum', ...columns.map((step) => step.name), 'Who owes what'],
    ...board.groups.flatMap(({ name, rows }) =>
      rows.map(({ place, cells, owed }) => [
        place.name,
        name,
        waves.get(place.wave) ?? place.wave,
        ...columns.map((step) => words(cells.get(step.key)!)),
        owed.map(({ by, acts }) => `${by}: ${acts.join('; ')}`).join('. '),
      ]),
    ),
  ];
}

const SAID: Record<Cell['state'], string> = {
  done: 'done', late: 'late by', due: 'due', now: 'in progress', wait: 'waiting:', comments: 'comments:', day: 'not open, due', no: 'not open', 'not-needed': 'not needed',
};

function words({ state, on, words: said }: Cell): string {
  return [SAID[state], said ?? on].filter(Boolean).join(' ');
}
