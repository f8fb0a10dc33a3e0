import { nameOf as documentName, type DocumentKind } from '@/domain/documents/facts';
import { eventSays } from '@/domain/events';
import type { LedgerKind } from '@/domain/ledger';
import { OFFICE_NAMES, postName, type Office } from '@/domain/model';
import type { Tx } from '../db';
import { findNames } from './store';

export interface Named {
  kind: LedgerKind;
  row: Readonly<Record<string, unknown>>;
}

type Names = Awaited<ReturnType<typeof findNames>>;

/** Gives for each row the words that a person knows it by: which document, which post, when. */
export async function namesFor(tx: Tx, rows: readonly Named[]): Promise<(named: Named) => string> {
  const of = (column: string, ...kinds: LedgerKind[]) => rows.filter(({ kind }) => kinds.includes(kind)).flatMap(({ row }) => (typeof row[column] === 'string' ? [row[column]] : []));
  const names = await findNames(tx, {
    documentIds: of('documentId', 'event', 'version', 'act'),
    versionIds: of('versionId', 'signature'),
    signatureIds: of('id', 'voiding'),
    postIds: of('postId', 'event', 'act', 'signature'),
  });
  return (named) => nameOf(named, names);
}

function nameOf({ kind, row }: Named, names: Names): string {
  switch (kind) {
    case 'event':
      return `The event of ${moment(row.at)}, “${eventSays(String(row.type), (row.data ?? {}) as Record<string, unknown>)}”${by(row.postId, names)}${row.documentId ? `, on ${document(row.documentId, names)}` : ''} (event ${String(row.id)}),`;
    case 'version':
      return `Version ${String(row.number)} of ${document(row.documentId, names)}`;
    case 'act':
      return `The act “${String(row.kind).replaceAll('-', ' ')}” of ${moment(row.at)}${by(row.postId, names)}, on ${document(row.documentId, names)},`;
    case 'signature':
      return signature(row.office, row.personName, row.versionId, names);
    case 'voiding': {
      const voided = names.signatures.find(({ id }) => id === row.id);
      return `The voiding of ${voided ? lower(signature(voided.office, voided.personName, voided.versionId, names)) : `the signature ${String(row.id)}`}`;
    }
  }
}

function signature(office: unknown, personName: unknown, versionId: unknown, names: Names): string {
  const version = names.versions.find(({ id }) => id === versionId);
  const on = version ? `on version ${version.number} of ${document(version.documentId, names)}` : 'on a version that is gone';
  return `The signature of the ${OFFICE_NAMES[office as Office] ?? String(office)} (${String(personName)}) ${on}`;
}

function document(id: unknown, { documents }: Names): string {
  const found = documents.find((each) => each.id === id);
  if (!found) return 'a document that is gone';
  const whose = found.authority?.shortName ?? `the ${found.cycle.region.name}`;
  return `${whose}’${whose.endsWith('s') ? '' : 's'} ${documentName({ kind: found.kind as DocumentKind, name: found.name })}, ${found.cycle.name}`;
}

function by(postId: unknown, { posts }: Names): string {
  const post = posts.find(({ id }) => id === postId);
  if (!post) return '';
  const authority = post.authority && { ...post.authority, name: post.authority.shortName };
  return ` by the ${postName({ ...post, office: post.office as Office, acting: false, authority })}`;
}

const LONDON = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'medium' });

function moment(at: unknown): string {
  const date = at instanceof Date ? at : new Date(String(at));
  return Number.isNaN(date.getTime()) ? 'an unknown time' : LONDON.format(date);
}

const lower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);
