import { loadEvidenceFile } from '@/server/evidence/load';
import { NotFound } from '@/server/not-found';
import { currentActor } from '@/server/session';

/** Evidence goes out as a download, never as something that a browser shows or runs. */
export async function GET(_request: Request, { params }: { params: Promise<{ documentId: string; fileId: string }> }): Promise<Response> {
  const { documentId, fileId } = await params;
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 303, headers: { location: `/sign-in?next=${encodeURIComponent(`/documents/${documentId}/files/${fileId}`)}` } });
  try {
    const { name, mediaType, bytes } = await loadEvidenceFile(actor, documentId, fileId, new Date());
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': mediaType,
        'content-length': String(bytes.byteLength),
        'content-disposition': `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return new Response('There is nothing here that you can open.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  }
}

const asciiName = (name: string) => name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
