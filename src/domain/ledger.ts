// What the chain holds of what happened (docs/decisions/0010): for each kind of row the columns that are sealed, in the words of the
// sentence that names a change. A column that is not here is either sealed elsewhere or may change later, and NOT_SEALED says why.

export const LEDGER_KINDS = ['event', 'version', 'act', 'signature', 'voiding'] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/** Column → what it is called. A column added later is left out of copies while it is empty, so that older ones keep their hash. */
export const SEALED: Record<LedgerKind, Readonly<Record<string, string>>> = {
  event: {
    id: 'the number',
    type: 'what happened',
    at: 'the time',
    personId: 'the person',
    postId: 'the post',
    regionId: 'the region',
    cycleId: 'the cycle',
    authorityId: 'the authority',
    documentId: 'the document',
    subjectId: 'the subject',
    data: 'the particulars',
  },
  version: { id: 'the id', documentId: 'the document', number: 'the number', contentHash: 'the hash of the text', createdAt: 'the time', createdBy: 'the person who froze it' },
  act: { id: 'the id', documentId: 'the document', kind: 'what was done', versionId: 'the version', reason: 'the reason', at: 'the time', personId: 'the person', postId: 'the post' },
  signature: {
    id: 'the id',
    versionId: 'the version',
    contentHash: 'the hash of the text',
    office: 'the office',
    postId: 'the post',
    personId: 'the person',
    personName: 'the name',
    appointmentId: 'the appointment',
    acting: 'whether it was given as cover',
    coverFrom: 'the first day of the cover',
    coverUntil: 'the last day of the cover',
    coversId: 'the person covered',
    coversName: 'the name of the person covered',
    how: 'how it was given',
    provedBy: 'how the signatory had shown who they are',
    provedAt: 'when the signatory had shown who they are',
    recordedBy: 'who recorded it',
    scanId: 'the scan',
    scanHash: 'the hash of the scan',
    party: 'as what they signed',
    signedAt: 'the time',
  },
  voiding: { id: 'the signature', voidedAt: 'the time', voidedWhy: 'the reason' },
};

/** Columns of those tables whose change is no tampering with the row, and what holds them instead. */
export const NOT_SEALED: Readonly<Record<string, string>> = {
  'Event.toldAt': 'set when the event has been told',
  'DocumentVersion.content': 'held by the hash of the text, which is worked out again',
  'Signature.voidedAt': 'sealed as the voiding',
  'Signature.voidedWhy': 'sealed as the voiding',
};

export interface LedgerDifference {
  column: string;
  was: unknown;
  is: unknown;
}

/** What differs between the sealed copy of a row and the row as it is. */
export function differences(sealed: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>): LedgerDifference[] {
  const columns = [...new Set([...Object.keys(sealed), ...Object.keys(now)])];
  return columns.filter((column) => JSON.stringify(sealed[column]) !== JSON.stringify(now[column])).map((column) => ({ column, was: sealed[column], is: now[column] }));
}

/** "the name was “A” and is “B”; the reason was nothing and is “C”" */
export function differencesInWords(kind: LedgerKind, found: readonly LedgerDifference[]): string {
  return found.map(({ column, was, is }) => `${SEALED[kind][column] ?? column} was ${quoted(was)} and is ${quoted(is)}`).join('; ');
}

function quoted(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `“${text.length > 120 ? `${text.slice(0, 117)}…` : text}”`;
}
