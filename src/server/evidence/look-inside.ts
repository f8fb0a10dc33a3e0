import { fileTypeFromBuffer } from 'file-type';
import type { OfferedFile } from '@/domain/evidence';

/** What a file is, by its bytes: an Office file is a zip whose parts say which, and its name says nothing. */
export async function lookInside(name: string, bytes: Uint8Array): Promise<OfferedFile> {
  // A damaged file may end in the middle of what it says it holds: then it is nothing known.
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const mediaType = type?.mime ?? null;
  const hasMacros = Boolean(mediaType?.toLowerCase().includes('macroenabled')) || (Boolean(mediaType?.includes('openxmlformats')) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('vbaProject.bin'));
  return { name, size: bytes.byteLength, mediaType, hasMacros };
}
