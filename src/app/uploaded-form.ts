import { MOST_BYTES } from '@/domain/office-files';

const MOST_AROUND = 100_000;

/**
 * What a form with a file sends; null when it is larger than any file that is taken. The rest of a body that is too large is read and
 * let go, so that the browser hears the sentence instead of a broken line.
 */
export async function uploadedForm(request: Request): Promise<FormData | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size <= MOST_BYTES + MOST_AROUND) chunks.push(chunk);
    else chunks.length = 0;
  }
  // What stands before the pages may have cut a body off that is larger still.
  const said = Number(request.headers.get('content-length') ?? 0);
  if (Math.max(size, said) > MOST_BYTES + MOST_AROUND) return null;
  return new Response(Buffer.concat(chunks), { headers: { 'content-type': request.headers.get('content-type') ?? '' } }).formData();
}

/** The file of an input; null when none was chosen. */
export async function fileIn(form: FormData, name: string): Promise<{ name: string; bytes: Uint8Array } | null> {
  const file = form.get(name);
  return file instanceof File && (file.size > 0 || file.name !== '') ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : null;
}
