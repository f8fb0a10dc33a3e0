import { PrintPage } from '../../../print-page';
import { numberIn } from '../../../send-copy';

export default async function PrintVersionPage({ params }: { params: Promise<{ documentId: string; number: string }> }) {
  const { documentId, number } = await params;
  return <PrintPage documentId={documentId} number={numberIn(number)} path={`/documents/${documentId}/versions/${number}/print`} />;
}
