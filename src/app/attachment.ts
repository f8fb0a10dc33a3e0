export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const PDF = 'application/pdf';

/** A file that a browser keeps, and never shows or runs. */
export function attachment(name: string, mediaType: string, bytes: Uint8Array): Response {
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
}

/** The same for a thing that is not there and one that may not be seen. */
export function nothingHere(): Response {
  return new Response('There is nothing here that you can open.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

export function signInFirst(next: string): Response {
  return new Response(null, { status: 303, headers: { location: `/sign-in?next=${encodeURIComponent(next)}` } });
}

const asciiName = (name: string) => name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
