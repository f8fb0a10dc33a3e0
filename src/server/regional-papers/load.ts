import { isRefusal } from '@/domain/decision';
import { documentInWords } from '@/domain/documents/in-words';
import type { SectionText } from '@/domain/documents/facts';
import { readableVersions } from '@/domain/documents/reading';
import { lastAct, sharedVersion } from '@/domain/documents/state';
import { subjectOf } from '@/domain/documents/subject';
import { actingAs, type Actor } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import { unproved } from '@/domain/proof';
import { paperState, putToBoard } from '@/domain/regional-papers';
import { seesDraft } from '@/domain/visibility';
import { db } from '../db';
import { headOf, placeOf } from '../documents/load';
import { findTemplate, findVersionText } from '../documents/store';
import { NotFound } from '../not-found';
import { findPaper } from './store';

/** A paper of the region: to write for the coordinator, to read and sign off for the Board; each sees their own text of it. */
export async function loadPaper(actor: Actor, { cycleId, paperId }: { cycleId: string; paperId: string }, at: Date) {
  const doc = await findPaper(db, actor, paperId, at);
  if (doc.cycleId !== cycleId) throw new NotFound();
  const writer = capacityFor(actor, 'regional-paper.write', subjectOf(doc));
  const chair = capacityFor(actor, 'regional-paper.sign-off', subjectOf(doc));
  const draft = seesDraft(actor, doc.shares, at);
  const version = sharedVersion(doc);
  const [place, template, live, frozen, beside] = await Promise.all([
    placeOf(doc),
    findTemplate(db, paperId),
    draft ? liveSections(paperId) : [],
    version ? findVersionText(db, version.id) : [],
    draft ? db.sectionRevision.findMany({ where: { conflict: true, section: { documentId: paperId } }, select: { id: true, section: { select: { key: true } } } }) : [],
  ]);
  const empty = live.filter(({ content }) => String(content.text ?? '').trim() === '').map(({ title }) => title);
  const put = writer && putToBoard({ doc, empty, actor: actingAs(actor, writer.id)! });
  const returned = lastAct(doc, 'put-for-signature', 'returned');
  return {
    ...headOf(doc, place, at),
    state: paperState(doc),
    version,
    versions: readableVersions(actor, doc, at),
    /** What the Board has or will have: the frozen text; for the writers, the live one while they write. */
    text: documentInWords(draft && paperState(doc) === 'writing' ? live : frozen, null),
    sections: live.map(({ key, title, content, version }) => ({
      key,
      title,
      text: String(content.text ?? ''),
      saves: version,
      /** Texts that were set beside because two changed the same words. */
      beside: beside.filter(({ section }) => section.key === key).map(({ id }) => id),
      hint: template?.sections.find((section) => section.key === key)?.fields[0]?.hint ?? '',
    })),
    writer,
    putRefusal: put && isRefusal(put) ? put : null,
    chair: paperState(doc) === 'with-board' ? chair : null,
    confirmFirst: unproved(actor, at) !== null,
    returned: returned?.kind === 'returned' ? returned : null,
    signedOff: doc.signatures.find((signature) => signature.versionId === lastAct(doc, 'signed-off')?.versionId) ?? null,
  };
}

/** Words and version of one reading: a save that comes between two would set a writer against themself. */
async function liveSections(documentId: string): Promise<(SectionText & { version: number })[]> {
  const sections = await db.section.findMany({ where: { documentId }, orderBy: { ordinal: 'asc' }, select: { key: true, title: true, content: true, version: true } });
  return sections as unknown as (SectionText & { version: number })[];
}

export type PaperPage = Awaited<ReturnType<typeof loadPaper>>;
