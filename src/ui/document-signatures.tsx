import type { DocumentFacts, SignatureFact } from '@/domain/documents/facts';
import { keyOf, signedAs, signerName, signersOf, type PartNames } from '@/domain/documents/signers';
import { signaturesThatCount, versionForSignature } from '@/domain/documents/state';
import { SignatureBlocks, type Signature } from './signature-blocks';
import { FullDayAt } from './day';

interface DocumentSignaturesProps {
  doc: DocumentFacts;
  /** "Wigan", "North West" */
  at: string;
  /** Of a paper: what those who have a part in it are called. */
  names?: PartNames | undefined;
  /** The office of the person who reads, or the part that they have: their empty line says so. */
  mine?: string | undefined;
  narrow?: boolean;
  /** The signatures of this version, instead of those that count now. */
  versionId?: string;
}

/** A line for each post that signs: signed, to be signed, or no longer counting and why. */
export function DocumentSignatures({ doc, at, names, mine, narrow, versionId }: DocumentSignaturesProps) {
  const items = versionId ? given(doc, versionId, at, names) : now(doc, at, mine, names);
  if (items.length === 0) return <p className="soft">Nobody has signed this version.</p>;
  return <SignatureBlocks items={items} narrow={narrow ?? false} />;
}

function now(doc: DocumentFacts, at: string, mine: string | undefined, names: PartNames | undefined): Signature[] {
  const counting = signaturesThatCount(doc);
  const out = versionForSignature(doc);
  return signersOf(doc).map((signer): Signature => {
    const signature = counting.find((each) => keyOf(each) === signer.key);
    if (signature) return signed(doc, signature, at, names);
    const post = signerName(signer, at, names);
    const earlier = doc.signatures.filter((each) => keyOf(each) === signer.key).sort((a, b) => a.signedAt.getTime() - b.signedAt.getTime()).at(-1);
    if (!out && earlier) return { post, state: 'voided', name: earlier.personName, at: earlier.signedAt, because: noLongerCounts(doc, earlier) };
    if (!out) return { post, state: 'locked', because: 'It opens when the text is put out for signature.' };
    const words = signer.key === mine ? 'Your signature goes here' : 'To be signed';
    return { post, state: 'open', words, ...(earlier ? { note: <Earlier doc={doc} signature={earlier} /> } : {}) };
  });
}

function given(doc: DocumentFacts, versionId: string, at: string, names: PartNames | undefined): Signature[] {
  return doc.signatures
    .filter((signature) => signature.versionId === versionId)
    .map((signature) =>
      signature.voidedAt
        ? { post: signedAs(signature, at, names), state: 'voided', name: signature.personName, at: signature.signedAt, because: signature.voidedWhy || 'No longer counts' }
        : signed(doc, signature, at, names),
    );
}

function signed(doc: DocumentFacts, signature: SignatureFact, at: string, names: PartNames | undefined): Signature {
  return { post: signedAs(signature, at, names), state: 'signed', name: signature.personName, at: signature.signedAt, ...(signature.how === 'paper' || signature.acting ? { note: <Note doc={doc} signature={signature} /> } : {}) };
}

function noLongerCounts(doc: DocumentFacts, { versionId, voidedWhy }: SignatureFact): string {
  const number = doc.versions.find(({ id }) => id === versionId)?.number;
  return `The signature on version ${number} no longer counts${voidedWhy ? `: ${voidedWhy.charAt(0).toLowerCase()}${voidedWhy.slice(1)}` : ''}.`;
}

function Earlier({ doc, signature }: { doc: DocumentFacts; signature: SignatureFact }) {
  return (
    <>
      {signature.personName} signed version {doc.versions.find(({ id }) => id === signature.versionId)?.number} on <FullDayAt at={signature.signedAt} />; this is another text.
    </>
  );
}

/** That it was given on paper, and for whom when somebody covered. */
function Note({ doc, signature: { scanId, how, acting, coversName } }: { doc: DocumentFacts; signature: SignatureFact }) {
  return (
    <>
      {acting && (coversName ? `As cover for ${coversName}. ` : 'As cover. ')}
      {how === 'paper' && 'On paper, recorded by the regional team. '}
      {scanId && <a href={`/documents/${doc.id}/files/${scanId}`}>The scan</a>}
    </>
  );
}
