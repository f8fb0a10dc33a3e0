import type { SectionText } from '@/domain/documents/facts';
import type { DocumentFacts } from '@/domain/documents/facts';
import type { Actor } from '@/domain/model';
import { isPaper, profileFrom, type AuthorityProfile } from '@/domain/regional-papers';
import { OVERALL } from '@/domain/journey-grid';
import { documentTemplate } from '@/domain/documents/template';
import type { Tx } from '../db';
import { findDocument } from '../documents/find-document';
import { NotFound } from '../not-found';
import { visibleDocuments } from '../visible';

export async function findPaper(tx: Tx, actor: Actor, paperId: string, at: Date): Promise<DocumentFacts> {
  const paper = await findDocument(tx, actor, paperId, at);
  if (!isPaper(paper.kind)) throw new NotFound();
  return paper;
}

/** The parts of the profile that the issued questions give; nothing before they are issued. */
export async function findProfileParts(tx: Tx, actor: Actor, paper: DocumentFacts, at: Date): Promise<Omit<SectionText, 'title'>[] | null> {
  const written = await tx.document.findFirst({ where: { cycleId: paper.cycleId, kind: 'self-view', templateId: { not: null } }, select: { template: { select: { definition: true } } } });
  const grid = written?.template && documentTemplate.parse(written.template.definition).journey;
  const questions = await tx.document.findMany({
    where: { AND: [visibleDocuments(actor, at)], cycleId: paper.cycleId, kind: 'questions', acts: { some: { kind: 'issued' } } },
    orderBy: { authority: { shortName: 'asc' } },
    select: { authority: { select: { shortName: true } }, questionSet: { select: { headline: true, placements: { select: { enabler: true, assessor: true, stage: true, half: true } } } } },
  });
  if (!grid || questions.length === 0) return null;
  const authorities = questions.map(({ authority, questionSet }): AuthorityProfile => {
    const placements = questionSet?.placements ?? [];
    // What was agreed at the forum stands before the data group's preliminary view.
    const at = new Map([...placements].sort((a, b) => Number(a.assessor === 'agreed') - Number(b.assessor === 'agreed')).map((place) => [place.enabler, place]));
    const whole = at.get(OVERALL);
    return {
      name: authority?.shortName ?? '',
      headline: questionSet?.headline ?? '',
      location: whole ? `${(grid.stages[whole.stage - 1] ?? '').toLowerCase()}, ${whole.half}` : null,
      stages: Object.fromEntries([...at].map(([enabler, { stage }]) => [enabler, stage])),
    };
  });
  return profileFrom({ authorities, enablers: grid.enablers, stages: grid.stages });
}
