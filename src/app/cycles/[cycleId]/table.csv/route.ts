import { boardPost } from '@/domain/board-post';
import { narrowing, type Cell } from '@/domain/board';
import { csv } from '@/domain/csv';
import { boardFilters, loadBoard, type BoardPage } from '@/server/board/load';
import { NotFound } from '@/server/not-found';
import { currentActor } from '@/server/session';
import { capital, groupHeading } from '../board-view';

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
  return new Response(csv(tableOf(page)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="who-owes-what-${page.facts.name.replace(/[^0-9A-Za-z]+/g, '-')}.csv"`,
      'cache-control': 'private, no-store',
    },
  });
}

const nothing = () => new Response('There is nothing here that you can open.\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });

/** A column for the group and one for the wave where there is more than one of them. */
function tableOf({ board, facts, definition }: BoardPage): string[][] {
  const columns = board.phases.flatMap((phase) => phase.columns);
  const { groups, waves } = narrowing(facts, definition);
  const ofPlace = (group: string, wave: string) => [...(groups.length > 0 ? [group] : []), ...(waves.length > 0 ? [wave] : [])];
  return [
    ['Authority', ...ofPlace(groupHeading(definition), capital(definition.words.wave)), ...columns.map((step) => step.name), 'Who owes what'],
    ...board.groups.flatMap(({ name, rows }) =>
      rows.map(({ place, cells, owed }) => [
        place.name,
        ...ofPlace(name, waves.find(({ key }) => key === place.wave)?.name ?? ''),
        ...columns.map((step) => words(cells.get(step.key)!)),
        place.withdrawn ? `Left the cycle on ${place.withdrawn.on}: ${place.withdrawn.why}` : owed.map(({ by, acts }) => `${by}: ${acts.join('; ')}`).join('. '),
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
