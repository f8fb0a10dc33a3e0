import { isRefusal } from '@/domain/decision';
import { enterFigures, type FigureRow } from '@/domain/figures';
import type { Actor } from '@/domain/model';
import { NotFound } from '../not-found';
import { transact } from '../transact';
import { findFigureGround, saveFigures } from './store';

/** One figure, typed in. */
export const enterFigure = (actor: Actor, { cycleId, ...figure }: FigureRow & { cycleId: string }, at: Date) =>
  transact<readonly FigureRow[]>(actor, at, async (tx) => {
    const ground = await findFigureGround(tx, actor, cycleId);
    if (![...ground.known.authorities.values()].includes(figure.authorityId) || ![...ground.known.indicators.values()].includes(figure.indicatorId)) throw new NotFound();
    const decision = enterFigures({ ...ground, cycleId, actor, figures: [figure] });
    return isRefusal(decision) ? decision : saveFigures(tx, actor, cycleId, decision, at);
  });
