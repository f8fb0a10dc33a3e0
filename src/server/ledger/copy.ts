import { createHash } from 'node:crypto';
import { SEALED, type LedgerKind } from '@/domain/ledger';
import { canonical } from '../documents/content-hash';

/** Stands before the first entry. */
export const BEGINNING = '0'.repeat(64);

/** A row as it is sealed: its columns in order, as plain values, without those that are empty. */
export function copyOf(kind: LedgerKind, row: Readonly<Record<string, unknown>>): string {
  const values = Object.keys(SEALED[kind]).map((column) => [column, plain(row[column])] as const);
  return canonical(Object.fromEntries(values.filter(([, value]) => value !== null && value !== undefined)));
}

function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'bigint' ? String(value) : value;
}

export interface SealedLine {
  id: bigint;
  kind: string;
  rowId: string;
  number: bigint;
  copy: string;
  previousHash: string;
  sealedAt: Date;
}

export function hashOf({ id, kind, rowId, number, copy, previousHash, sealedAt }: SealedLine): string {
  return sha256(canonical([String(number), String(id), kind, rowId, sha256(copy), previousHash, sealedAt.toISOString()]));
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
