import { sendCopy } from '../../../send-copy';

export async function GET(_request: Request, { params }: { params: Promise<{ documentId: string; number: string }> }): Promise<Response> {
  const { documentId, number } = await params;
  return sendCopy('pdf', documentId, number);
}
