import { PrintPage } from '../print-page';

export default async function PrintDocumentPage({ params }: { params: Promise<{ documentId: string }> }) {
  const { documentId } = await params;
  return <PrintPage documentId={documentId} number={null} path={`/documents/${documentId}/print`} />;
}
