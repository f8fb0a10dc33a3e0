// The signature page of a copy: each post that signs, who signed for it, acting for whom, when and how, and the hash of the very text that
// was signed. A signature that no longer counts is shown as that; a text that nobody has signed says so.
import type { DocumentFacts, SignatureFact } from '../documents/facts';
import { versionForSignature } from '../documents/state';
import { dayWords } from '../forums/clock';
import { keyOf, signedAs, signerName, signersOf, type PartNames } from '../documents/signers';
import { momentInWords } from './in-words';

const PROVED_BY: Readonly<Record<string, string>> = { link: 'a link sent to them', code: 'a code sent to them', demonstration: 'a press of the demonstration’s button' };

export interface SignatureLine {
  /** "Lead Member, Wigan" */
  post: string;
  state: 'signed' | 'to-be-signed' | 'no-longer-counts';
  /** Empty while nobody has signed. */
  name: string;
  /** "As cover for Jo Roe, from … to …"; empty for the holder of the post. */
  actingFor: string;
  /** "Friday 27 October 2017, 17:05" */
  at: string;
  /** "Electronically, having shown who they are by a code sent to them …", "On paper; …" */
  how: string;
  /** Why it no longer counts. */
  note: string;
}

export interface SignaturePage {
  /** "version 3"; empty for a draft. */
  of: string;
  /** SHA-256 of the text; empty for a draft, which nobody can sign. */
  hash: string;
  lines: readonly SignatureLine[];
}

type Signed = Pick<DocumentFacts, 'signatories' | 'signatures' | 'acts' | 'versions'> & Parameters<typeof signersOf>[0];

/** The page for one version; for a draft (no version) it says who will sign. Null for a kind of document that nobody signs. */
export function signaturePage(doc: Signed, versionId: string | null, at: string, names?: PartNames): SignaturePage | null {
  const version = doc.versions.find(({ id }) => id === versionId) ?? null;
  const given = doc.signatures.filter((signature) => version && signature.versionId === version.id);
  const signers = signersOf(doc);
  if (signers.length === 0 && given.length === 0) return null;
  const awaited = version && versionForSignature(doc)?.id !== version.id ? [] : signers.filter(({ key }) => !given.some((signature) => keyOf(signature) === key && !signature.voidedAt));
  return {
    of: version ? `version ${version.number}` : '',
    hash: version?.contentHash ?? '',
    lines: [...given.map((signature) => lineOf(signature, at, names)), ...awaited.map((signer) => openLine(signerName(signer, at, names)))],
  };
}

function lineOf(signature: SignatureFact, at: string, names?: PartNames): SignatureLine {
  const post = signedAs({ ...signature, acting: false }, at, names);
  return {
    post: signature.acting ? `Acting ${post}` : post,
    state: signature.voidedAt ? 'no-longer-counts' : 'signed',
    name: signature.personName,
    actingFor: signature.acting ? `As cover for ${signature.coversName ?? `the ${post}`}${daysOf(signature)}` : '',
    at: momentInWords(signature.signedAt),
    how: signature.how === 'paper' ? 'On paper; the regional team recorded it and keeps the scan' : `Electronically${proofOf(signature)}`,
    note: signature.voidedAt ? `No longer counts${signature.voidedWhy ? `: ${signature.voidedWhy}` : ''}` : '',
  };
}

/** "from 1 May 2017 to 31 May 2017" */
function daysOf({ coverFrom, coverUntil }: SignatureFact): string {
  return `${coverFrom ? `, from ${dayWords(coverFrom)}` : ''}${coverUntil ? ` to ${dayWords(coverUntil)}` : ''}`;
}

function proofOf({ provedBy, provedAt }: SignatureFact): string {
  const by = provedBy && PROVED_BY[provedBy];
  return by ? `, having shown who they are by ${by}${provedAt ? ` at ${momentInWords(provedAt)}` : ''}` : ', signed in to Critical Friend';
}

const openLine = (post: string): SignatureLine => ({ post, state: 'to-be-signed', name: '', actingFor: '', at: '', how: '', note: '' });

export const SIGNATURE_HEADINGS = ['Post', 'Signed by', 'When', 'How'] as const;

/** The cells of a line, under those headings. */
export function signatureCells(line: SignatureLine): [string, string, string, string] {
  const name = line.state === 'to-be-signed' ? 'Not signed' : [line.name, line.actingFor].filter(Boolean).join('. ');
  return [line.post, name, line.at, [line.how, line.note].filter(Boolean).join('. ')];
}

export function hashSentence({ of, hash }: SignaturePage): string {
  return hash === '' ? 'This is a draft. Nobody has signed it, and nobody can sign it as it stands.' : `The text of ${of} has the SHA-256 ${hash}. A text with another word has another.`;
}
