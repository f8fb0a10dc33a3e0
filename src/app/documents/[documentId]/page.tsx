import { redirect } from 'next/navigation';
import { documentAddress } from '@/domain/documents/address';
import { subjectOf } from '@/domain/documents/subject';
import { capacityFor } from '@/domain/permissions';
import { loadDocumentHead } from '@/server/documents/load';
import { requireActor } from '@/server/session';
import { orNotFound } from '../../or-not-found';

export default async function DocumentPage({ params }: { params: Promise<{ documentId: string }> }) {
  const { documentId } = await params;
  const actor = await requireActor(`/documents/${documentId}`);
  const { doc } = await orNotFound(() => loadDocumentHead(actor, documentId, new Date()));
  const drafts = ['questions.draft', 'questions.issue'] as const;
  if (doc.kind === 'questions' && drafts.some((permission) => capacityFor(actor, permission, subjectOf(doc)))) redirect(`/questions/${documentId}`);
  redirect(documentAddress(doc));
}
