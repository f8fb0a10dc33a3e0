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

/** Sheets that say what the figures said before these were entered, or nothing yet: of this cycle, and of later ones that show these as the years before. */
export async function findSheetsToFill(tx: Tx, cycleId: string, authorityIds: readonly string[]): Promise<string[]> {
  const { regionId, anchorOn } = await tx.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { regionId: true, anchorOn: true } });
  const cycles = await tx.cycle.findMany({ where: { regionId, closedAt: null, anchorOn: { gte: anchorOn } }, orderBy: [{ anchorOn: 'asc' }, { id: 'asc' }], select: { id: true, templateId: true } });
  const ids: string[] = [];
  for (const cycle of cycles) {
    const slots = (await sheetsIn(tx, cycle.templateId)).map(({ key }) => key);
    if (slots.length === 0) continue;
    const rows = await tx.document.findMany({ where: { cycleId: cycle.id, kind: 'paper', slot: { in: slots }, acts: { none: {} }, authorityId: { in: [...authorityIds] } }, orderBy: { id: 'asc' }, select: { id: true } });
    for (const { id } of rows) if (filledSheet(await sheetOf(tx, id)).untouched) ids.push(id);
  }
  return ids;
}

/** With what the figures say now; gives the decision with what happened to the sheets. */
export async function fillSheets<Change>(tx: Tx, actor: Actor, ids: readonly string[], decision: Accepted<Change>, at: Date): Promise<Accepted<Change>> {
  const told: DomainEvent[] = [];
  for (const id of ids) {
    const sheet = await sheetOf(tx, id);
    const { write } = filledSheet(sheet);
    if (!write) continue;
    await saveDocumentChange(tx, actor, sheet.doc, { ...decision, change: { write: [write] } }, at);
    told.push(eventOf(sheet.doc, 'paper.saved'));
  }
  return { ...decision, events: [...decision.events, ...told] };
}

async function sheetsIn(tx: Tx, templateId: string) {
  return (await processDefinition(tx, templateId)).papers.filter(({ per, fills }) => per === 'authority' && fills === 'critical-indicators');
}

async function sheetOf(tx: Tx, id: string) {
  const { slot, cycle } = await tx.document.findUniqueOrThrow({ where: { id }, select: { slot: true, cycle: { select: { templateId: true } } } });
  const [definition] = (await sheetsIn(tx, cycle.templateId)).find(({ key }) => key === slot)!.sections;
  const doc = await unscopedDocument(tx, id);
  const section = (await findSections(tx, id)).find(({ key }) => key === definition!.key);
  return { doc, definition: definition!, section, words: criticalIndicators(await unscopedFilledFigures(tx, doc)) };
}
