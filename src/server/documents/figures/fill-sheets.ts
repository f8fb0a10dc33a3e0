// Papers of one authority that its process fills in from its figures are filled in as soon as figures are entered, and kept in step with
// them for as long as nobody has written over them: pre-prepared data sheets (3-processes.md section 7.2, step 1).
import type { Accepted } from '@/domain/decision';
import { eventOf } from '@/domain/documents/about';
import type { DomainEvent } from '@/domain/events';
import type { Actor } from '@/domain/model';
import { criticalIndicators } from '@/domain/papers/fill';
import { filledSheet } from '@/domain/papers/fill-section';
import type { Tx } from '../../db';
import { processDefinition } from '../../process-definition/load';
import { unscopedDocument } from '../find-document';
import { saveDocumentChange } from '../save-change';
import { findSections } from '../store';
import { unscopedFilledFigures } from './store';

/** Sheets that say what the figures said before these were entered, or nothing yet. */
export async function findSheetsToFill(tx: Tx, cycleId: string, authorityIds: readonly string[]): Promise<string[]> {
  const sheets = await sheetsOf(tx, cycleId, authorityIds);
  const ids: string[] = [];
  for (const sheet of sheets) if (filledSheet({ ...sheet, words: await wordsFor(tx, sheet.doc) }).untouched) ids.push(sheet.doc.id);
  return ids;
}

/** With what the figures say now; gives the decision with what happened to the sheets. */
export async function fillSheets<Change>(tx: Tx, actor: Actor, cycleId: string, ids: readonly string[], decision: Accepted<Change>, at: Date): Promise<Accepted<Change>> {
  const told: DomainEvent[] = [];
  for (const sheet of ids.length === 0 ? [] : await sheetsOf(tx, cycleId, null, ids)) {
    const { write } = filledSheet({ ...sheet, words: await wordsFor(tx, sheet.doc) });
    if (!write) continue;
    await saveDocumentChange(tx, actor, sheet.doc, { ...decision, change: { write: [write] } }, at);
    told.push(eventOf(sheet.doc, 'paper.saved'));
  }
  return { ...decision, events: [...decision.events, ...told] };
}

async function sheetsOf(tx: Tx, cycleId: string, authorityIds: readonly string[] | null, ids?: readonly string[]) {
  const { templateId } = await tx.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { templateId: true } });
  const papers = (await processDefinition(tx, templateId)).papers.filter(({ per, fills }) => per === 'authority' && fills === 'critical-indicators');
  if (papers.length === 0) return [];
  const rows = await tx.document.findMany({
    where: { cycleId, kind: 'paper', slot: { in: papers.map(({ key }) => key) }, acts: { none: {} }, ...(authorityIds ? { authorityId: { in: [...authorityIds] } } : {}), ...(ids ? { id: { in: [...ids] } } : {}) },
    orderBy: { id: 'asc' },
    select: { id: true, slot: true },
  });
  return Promise.all(rows.map(async ({ id, slot }) => {
    const [definition] = papers.find(({ key }) => key === slot)!.sections;
    return { doc: await unscopedDocument(tx, id), definition: definition!, section: (await findSections(tx, id)).find(({ key }) => key === definition!.key) };
  }));
}

const wordsFor = async (tx: Tx, doc: { regionId: string; cycleId: string; authorityId: string | null }) => criticalIndicators(await unscopedFilledFigures(tx, doc));
