import { readableVersions } from '@/domain/documents/reading';
import type { Actor } from '@/domain/model';
import { agreementIn, setBeside } from '@/domain/papers/beside';
import { db } from '../../db';
import { loadDocumentHead } from '../../documents/load';
import { findTemplate, findVersionText } from '../../documents/store';
import { NotFound } from '../../not-found';
import { byPeer, findPapersBeside } from '../store';

/** What several wrote in the same paper about one authority, each in the text that this person may read; NotFound where there is one alone. */
export async function loadBesidePage(actor: Actor, documentId: string, at: Date) {
  const head = await loadDocumentHead(actor, documentId, at);
  if (head.doc.kind !== 'paper') throw new NotFound();
  const papers = await findPapersBeside(db, actor, head.doc, at);
  const read = (await byPeer(db, papers)).flatMap(({ paper, by }) => readableVersions(actor, paper, at).slice(-1).map((version) => ({ id: paper.id, by, version })));
  if (read.length < 2) throw new NotFound();
  const texts = await Promise.all(read.map(async (each) => ({ ...each, sections: await findVersionText(db, each.version.id) })));
  const sections = setBeside(texts, (await findTemplate(db, documentId))?.sections ?? []);
  return { ...head, papers: texts.map(({ id, by, version }) => ({ id, by, version })), sections, agreement: agreementIn(sections) };
}

export type BesidePapersPage = Awaited<ReturnType<typeof loadBesidePage>>;
