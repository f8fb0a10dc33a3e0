import type { DocumentFacts, SectionText } from '@/domain/documents/facts';
import { readableVersions } from '@/domain/documents/reading';
import { lastAct } from '@/domain/documents/state';
import type { SectionDefinition } from '@/domain/documents/template';
import type { Actor } from '@/domain/model';
import { asksAndOffers, criticalIndicators, ratings, strengthsAndAreas, type FilledFrom, type FillKind } from '@/domain/papers/fill';
import { isPeerParty } from '@/domain/parties';
import type { ProcessTemplateDefinition } from '@/domain/processes/template';
import { audience } from '@/domain/visibility';
import type { Tx } from '../../db';
import { unscopedFilledFigures } from '../../documents/figures/store';
import { findDocument } from '../../documents/find-document';
import { findTemplate, findVersionText } from '../../documents/store';
import { processDefinition } from '../../process-definition/load';
import { visibleDocuments } from '../../visible';

/** The words for a paper's first section, from what the actor may read and nothing else; null where there is nothing yet. */
export async function findFilling(tx: Tx, actor: Actor, doc: DocumentFacts, kind: FillKind, at: Date): Promise<string | null> {
  switch (kind) {
    case 'strengths-and-areas':
      return strengthsAndAreas(await acceptedViews(tx, actor, doc, at), (await definitionOf(tx, doc.cycleId)).words.selfView);
    case 'ratings':
      return ratings(await ratedTexts(tx, actor, doc, at));
    case 'asks-and-offers':
      return asksAndOffers(await textsOf(tx, actor, doc, at, (facts) => facts.id !== doc.id), { named: !doc.authorityId && doc.groupId !== null });
    case 'critical-indicators':
      return criticalIndicators(await figuresFor(tx, actor, doc));
  }
}

export async function definitionOf(tx: Tx, cycleId: string): Promise<ProcessTemplateDefinition> {
  const { templateId } = await tx.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { templateId: true } });
  return processDefinition(tx, templateId);
}

/** Self-views of the cycle that the region accepted; where its process accepts none, those that were submitted. */
async function acceptedViews(tx: Tx, actor: Actor, doc: DocumentFacts, at: Date): Promise<FilledFrom[]> {
  const { steps } = await definitionOf(tx, doc.cycleId);
  const last = steps.some(({ document, doneWhen }) => document === 'self-view' && doneWhen === 'accepted') ? ['accepted'] : ['accepted', 'submitted'];
  return textsOf(tx, actor, doc, at, (facts) => facts.kind === 'self-view' && last.includes(lastAct(facts, 'submitted', 'accepted', 'returned')?.kind ?? ''));
}

/** What was rated at the steps for which this paper waits; where it waits for none, whatever those who were found for an authority rated. */
async function ratedTexts(tx: Tx, actor: Actor, doc: DocumentFacts, at: Date): Promise<FilledFrom[]> {
  const { steps } = await definitionOf(tx, doc.cycleId);
  const awaited = steps.filter(({ paper }) => paper === doc.paper?.key).flatMap(({ waitsFor }) => waitsFor);
  const keys = steps.filter(({ key }) => awaited.includes(key)).flatMap(({ paper }) => paper ?? []);
  return textsOf(tx, actor, doc, at, ({ paper }) => paper !== undefined && (keys.length > 0 ? keys.includes(paper.key) : isPeerParty(paper.by)));
}

/** What was handed on of each document that is asked for: of a set's paper those of its members. */
async function textsOf(tx: Tx, actor: Actor, doc: DocumentFacts, at: Date, isAsked: (facts: DocumentFacts) => boolean): Promise<FilledFrom[]> {
  const ofSet = !doc.authorityId && doc.set ? { authorityId: { in: [...doc.set.memberIds] } } : doc.authorityId ? { authorityId: doc.authorityId } : { authorityId: { not: null } };
  const rows = await tx.document.findMany({
    where: { AND: [visibleDocuments(actor, at)], cycleId: doc.cycleId, kind: { in: ['self-view', 'paper'] }, ...ofSet, versions: { some: {} } },
    orderBy: [{ authority: { shortName: 'asc' } }, { createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, authority: { select: { shortName: true } } },
  });
  const texts: FilledFrom[] = [];
  const definitions = new Map<string, readonly SectionDefinition[]>();
  for (const { id, authority } of rows) {
    const facts = await findDocument(tx, actor, id, at);
    const version = isAsked(facts) ? readableVersions(actor, facts, at).at(-1) : null;
    if (!version) continue;
    const key = `${facts.kind} ${facts.paper?.key ?? ''}`;
    if (!definitions.has(key)) definitions.set(key, (await findTemplate(tx, id))?.sections ?? []);
    texts.push({ of: authority?.shortName ?? '', sections: (await findVersionText(tx, version.id)) satisfies SectionText[], definitions: definitions.get(key)! });
  }
  return texts;
}

/** Of the authority that it is about, for its own side and the region; of a paper of the region those of everyone. */
async function figuresFor(tx: Tx, actor: Actor, doc: DocumentFacts) {
  const allowed = [audience.regionTeam(doc.regionId), audience.dataGroup(doc.regionId), ...(doc.authorityId ? [audience.authority(doc.authorityId)] : [])];
  if ((!doc.authorityId && doc.groupId) || !allowed.some((to) => actor.audiences.includes(to))) return [];
  return unscopedFilledFigures(tx, doc);
}
