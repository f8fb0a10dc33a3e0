import { sendCopy } from '../send-copy';

export async function GET(_request: Request, { params }: { params: Promise<{ documentId: string }> }): Promise<Response> {
  const { documentId } = await params;
  return sendCopy('pdf', documentId);
}
