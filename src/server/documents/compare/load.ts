import { compareVersions, type SectionChange } from '@/domain/documents/compare';
import { compareYears, type YearSection } from '@/domain/documents/compare-years';
import type { DocumentFacts } from '@/domain/documents/facts';
import { documentInWords } from '@/domain/documents/in-words';
import { readableVersions, versionHandedTo } from '@/domain/documents/reading';
import { lastYearsText, pairToCompare, textsOf, type ComparableText } from '@/domain/documents/texts-to-compare';
import type { Actor } from '@/domain/model';
import { pointsOf } from '@/domain/self-views/carry-forward';
import { seesDraft } from '@/domain/visibility';
import { dayOf } from '../../days';
import { db } from '../../db';
import { NotFound } from '../../not-found';
import { visibleDocuments } from '../../visible';
import { findDocument } from '../find-document';
import { loadDocumentHead, type DocumentHead } from '../load';
import { findLiveText, findTemplate, findVersionText } from '../store';

export interface ComparePage extends DocumentHead {
  texts: readonly ComparableText[];
  /** null where there is only one text, or the same was asked for twice. */
  compared: { earlier: ComparableText; later: ComparableText; sections: readonly SectionChange[] } | null;
  /** What was handed on last year, for a link. */
  lastYear: ComparableText | null;
}

/** Two texts of a document set beside each other. Only those that this reader may read; any other is not here. */
export async function loadComparison(actor: Actor, { documentId, ...asked }: { documentId: string; earlier?: string; later?: string }, at: Date): Promise<ComparePage> {
  const head = await loadDocumentHead(actor, documentId, at);
  const [cycle, earlier] = await Promise.all([cycleOf(head.doc.cycleId), earlierDocuments(actor, head.doc, at)]);
  const texts = textsOf(readable(actor, head.doc, cycle, at), earlier);
  for (const ref of [asked.earlier, asked.later]) if (ref && !texts.some((text) => text.ref === ref)) throw new NotFound();
  const pair = pairToCompare(texts, asked);
  return { ...head, texts, lastYear: lastYearsText(texts, head.doc), compared: pair && { ...pair, sections: await sectionsOf(pair) } };
}

async function sectionsOf({ earlier, later }: { earlier: ComparableText; later: ComparableText }): Promise<SectionChange[]> {
  const [before, after] = await Promise.all([textOf(earlier), textOf(later)]);
  return earlier.documentId === later.documentId ? compareVersions(before, after) : compareYears(before, after);
}

async function textOf({ documentId, versionId }: ComparableText): Promise<YearSection[]> {
  const [template, sections] = await Promise.all([findTemplate(db, documentId), versionId ? findVersionText(db, versionId) : findLiveText(db, documentId)]);
  const points = pointsOf(sections, template);
  return documentInWords(sections, template).map((section) => ({ ...section, threads: points.filter(({ sectionKey }) => sectionKey === section.key).map(({ thread }) => thread) }));
}

async function cycleOf(cycleId: string) {
  const { id, name, anchorOn } = await db.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { id: true, name: true, anchorOn: true } });
  return { id, name, anchorOn: dayOf(anchorOn) };
}

/** The same document of the cycles before, newest first: at most three, each only if the actor may see it. */
async function earlierDocuments(actor: Actor, doc: DocumentFacts, at: Date) {
  const rows = await db.document.findMany({
    where: { kind: doc.kind, authorityId: doc.authorityId, regionId: doc.regionId, slot: doc.slot, cycle: { anchorOn: { lt: (await db.cycle.findUniqueOrThrow({ where: { id: doc.cycleId }, select: { anchorOn: true } })).anchorOn } }, ...visibleDocuments(actor, at) },
    orderBy: { cycle: { anchorOn: 'desc' } },
    take: 3,
    select: { id: true, cycle: { select: { id: true, name: true, anchorOn: true } } },
  });
  return Promise.all(rows.map(async ({ id, cycle }) => readable(actor, await findDocument(db, actor, id, at), { ...cycle, anchorOn: dayOf(cycle.anchorOn) }, at)));
}

function readable(actor: Actor, doc: DocumentFacts, cycle: { id: string; name: string; anchorOn: string }, at: Date) {
  return {
    documentId: doc.id,
    cycle,
    versions: readableVersions(actor, doc, at),
    handedOn: versionHandedTo(actor, doc, at)?.number ?? null,
    // What has no sections of its own (a plan, the questions) is put into words only when it is frozen.
    draft: doc.sections.length > 0 && seesDraft(actor, doc.shares, at),
  };
}
