import { exportFigureForm } from '@/server/figures/load';
import { NotFound } from '@/server/not-found';
import { currentActor } from '@/server/session';

export async function GET(_request: Request, { params }: { params: Promise<{ cycleId: string }> }) {
  const actor = await currentActor();
  const nothing = new Response('There is nothing here that you can open.', { status: 404 });
  if (!actor) return nothing;
  const { cycleId } = await params;
  try {
    const table = await exportFigureForm(actor, cycleId);
    return new Response(table, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="figures.csv"', 'cache-control': 'private, no-store' } });
  } catch (error) {
    if (error instanceof NotFound) return nothing;
    throw error;
  }
}
