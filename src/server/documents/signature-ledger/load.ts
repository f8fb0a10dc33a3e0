import { ledgerActs, readsLedger, type LedgerAct } from '@/domain/documents/signature-ledger';
import { signersOf } from '@/domain/documents/signers';
import type { Actor, Day, Proof } from '@/domain/model';
import { dayOrNull } from '../../days';
import { db } from '../../db';
import { NotFound } from '../../not-found';
import { namesOfPosts } from '../../post-names/load';
import { loadDocumentHead } from '../load';

interface Line {
  id: string;
  at: Date;
  /** The version that it is about; `open` when this person may read it. */
  version: { number: number; open: boolean } | null;
  person: string;
  post: string;
}

export interface SignatureLine extends Line {
  is: 'signature';
  contentHash: string;
  /** Set when it was given as cover. */
  cover: { of: string | null; from: Day; until: Day | null } | null;
  how: 'electronic' | 'paper';
  proof: { by: Proof['by']; at: Date } | null;
  paper: { recordedBy: string; scanId: string } | null;
  voided: { at: Date; why: string } | null;
  /** Its place in the chain; null until it is sealed. */
  seal: { number: bigint; hash: string } | null;
}

export interface ActLine extends Line {
  is: 'act';
  kind: LedgerAct;
  reason: string;
}

/** The record of a document's signatures as this person may read it, oldest first. */
export async function loadSignatureLedger(actor: Actor, documentId: string, at: Date) {
  const head = await loadDocumentHead(actor, documentId, at);
  const { doc } = head;
  if (signersOf(doc).length === 0 && doc.signatures.length === 0) throw new NotFound();
  const reading = readsLedger(actor, doc, at);
  const numbers = new Map(reading.versions.map(({ id, number }) => [id, number]));
  const acts = ledgerActs(doc, reading);
  const signatures = await db.signature.findMany({ where: { versionId: { in: [...numbers.keys()] } } });
  const [posts, people, seals] = await Promise.all([
    namesOfPosts(db, [...acts, ...signatures].map(({ postId }) => postId)),
    db.person.findMany({ where: { id: { in: [...acts.map(({ personId }) => personId), ...signatures.flatMap(({ recordedBy }) => recordedBy ?? [])] } }, select: { id: true, name: true } }),
    db.ledgerEntry.findMany({ where: { kind: 'signature', rowId: { in: signatures.map(({ id }) => id) }, number: { not: null } }, select: { rowId: true, number: true, hash: true } }),
  ]);
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? '';
  const given = signatures.map((row): SignatureLine => {
    const seal = seals.find(({ rowId }) => rowId === row.id);
    return {
      is: 'signature',
      id: row.id,
      at: row.signedAt,
      version: { number: numbers.get(row.versionId)!, open: true },
      person: row.personName,
      post: `${row.acting ? 'Acting ' : ''}${posts.get(row.postId) ?? ''}`,
      contentHash: row.contentHash,
      cover: row.coverFrom && { of: row.coversName, from: dayOrNull(row.coverFrom)!, until: dayOrNull(row.coverUntil) },
      how: row.how === 'paper' ? 'paper' : 'electronic',
      proof: row.provedBy && row.provedAt ? { by: row.provedBy as Proof['by'], at: row.provedAt } : null,
      paper: row.recordedBy && row.scanId ? { recordedBy: nameOf(row.recordedBy), scanId: row.scanId } : null,
      voided: row.voidedAt && { at: row.voidedAt, why: row.voidedWhy ?? '' },
      seal: seal ? { number: seal.number!, hash: seal.hash! } : null,
    };
  });
  const done = acts.map((act, index): ActLine => ({
    is: 'act',
    id: `act-${index}`,
    at: act.at,
    version: act.version && { number: act.version.number, open: numbers.has(act.version.id) },
    person: nameOf(act.personId),
    post: posts.get(act.postId) ?? '',
    kind: act.kind,
    reason: act.reason,
  }));
  const lines = [...done, ...given].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.is === b.is ? 0 : follows(a) ? 1 : -1));
  return { ...head, whole: reading.whole, lines };
}

/** What a signature brings about stands after it; what makes it possible, before. */
const follows = (line: ActLine | SignatureLine) => line.is === 'act' && (line.kind === 'agreed' || line.kind === 'signed-off');

export type SignatureLedger = Awaited<ReturnType<typeof loadSignatureLedger>>;
