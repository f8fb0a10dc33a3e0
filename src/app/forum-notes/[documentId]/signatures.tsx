import { OFFICE_NAMES } from '@/domain/model';
import type { NotesPage } from '@/server/forum-notes/load';
import { Sheet } from '@/ui/sheet';
import { SignatureBlocks, type Signature } from '@/ui/signature-blocks';

/** Who has signed the final notes, who still must, and why nobody can while they are not final. */
export function Signatures({ page }: { page: NotesPage }) {
  const { notes, signatures, stage, place } = page;
  const locked = stage === 'not-drafted' || stage === 'drafting' || stage === 'out-for-comment';
  const items = notes.signatories.map((office): Signature => {
    const post = `${OFFICE_NAMES[office]}, ${place.authority}`;
    const given = signatures.find((signature) => signature.office === office);
    if (given) return { post, state: 'signed', name: given.personName, at: given.signedAt, ...(given.how === 'paper' ? { note: 'Signed on paper; recorded by the regional team' } : given.acting ? { note: given.coversName ? `As cover for ${given.coversName}` : 'As cover' } : {}) };
    return locked ? { post, state: 'locked', because: 'When the notes are final' } : { post, state: 'open' };
  });
  return (
    <Sheet id="signatures" heading="Signatures">
      {locked && <p className="s soft">Nobody can sign a draft. Signing opens when {place.authority} has read it, every comment is settled and the notes are final.</p>}
      <SignatureBlocks items={items} />
      {!locked && (
        <p className="s">
          <a href={`/documents/${notes.id}/ledger`}>The record of their signatures</a>
        </p>
      )}
    </Sheet>
  );
}
