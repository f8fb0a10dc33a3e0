import { parse } from 'csv-parse/sync';
import { isRefusal, refuse } from '@/domain/decision';
import { enterFigures, readFigureRows, type FigureRow } from '@/domain/figures';
import type { Actor } from '@/domain/model';
import { transact } from '../transact';
import { findFigureGround, saveFigures } from './store';

const SHOWN = 12;

/** A whole file or nothing: each fault is named by its row and column, and a file with one changes nothing. */
export const uploadFigures = (actor: Actor, { cycleId, file }: { cycleId: string; file: string }, at: Date) =>
  transact<readonly FigureRow[]>(actor, at, async (tx) => {
    const ground = await findFigureGround(tx, actor, cycleId);
    const rows = rowsOf(file);
    if (!rows) return refuse('no-table', 'This file cannot be read as a table. Save it as CSV (comma separated) and send it again.');
    const { figures, faults } = readFigureRows(rows, ground.known);
    if (faults.length > 0) {
      const named = faults.slice(0, SHOWN).map((fault) => `Row ${fault.row}, ${fault.column}: ${fault.sentence}`);
      const more = faults.length > SHOWN ? ` And ${faults.length - SHOWN} more.` : '';
      return refuse('faults', `Nothing was changed. ${named.join(' ')}${more}`);
    }
    const decision = enterFigures({ ...ground, cycleId, actor, figures });
    return isRefusal(decision) ? decision : saveFigures(tx, actor, cycleId, decision, at);
  });

function rowsOf(file: string): string[][] | null {
  try {
    return parse(file, { bom: true, relax_column_count: true, skip_empty_lines: false });
  } catch {
    return null;
  }
}
