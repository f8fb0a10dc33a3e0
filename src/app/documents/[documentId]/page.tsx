import { redirect } from 'next/navigation';
import { documentAddress } from '@/domain/documents/address';
import { readsAtDesk } from '@/domain/questions';
import { loadDocumentHead } from '@/server/documents/load';
import { requireActor } from '@/server/session';
import { orNotFound } from '../../or-not-found';

export default async function DocumentPage({ params }: { params: Promise<{ documentId: string }> }) {
  const { documentId } = await params;
  const actor = await requireActor(`/documents/${documentId}`);
  const { doc } = await orNotFound(() => loadDocumentHead(actor, documentId, new Date()));
  if (doc.kind === 'questions' && readsAtDesk(actor, doc.regionId)) redirect(`/questions/${documentId}`);
  redirect(documentAddress(doc));
}
