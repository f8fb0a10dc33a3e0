import { fileTypeFromBuffer } from 'file-type';
import { FILE_KINDS, type MediaType, type OfferedFile } from '@/domain/evidence';
import { MOST_BYTES } from '@/domain/office-files';
import { FileRefused } from '../office-files/file-refused';
import { isCompound, openOfficeFile } from '../office-files/open-office-file';

/** What a file is, by its bytes: an Office file is a zip whose parts say which, and its name says nothing. Its text is not read yet. */
export async function lookInside(name: string, bytes: Uint8Array): Promise<OfferedFile> {
  const file = { name, size: bytes.byteLength, mediaType: null, fault: null };
  if (bytes.byteLength === 0) return { ...file, fault: 'empty' };
  if (bytes.byteLength > MOST_BYTES) return { ...file, fault: 'too-large' };
  // A damaged file may end in the middle of what it says it holds: then it is nothing known.
  const type = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? null;
  if (isCompound(bytes) || (bytes[0] === 0x50 && bytes[1] === 0x4b)) {
    try {
      const { kind } = openOfficeFile(bytes);
      return { ...file, mediaType: MEDIA_TYPES.find((one) => FILE_KINDS[one].extension === kind) ?? null };
    } catch (error) {
      if (error instanceof FileRefused) return { ...file, fault: error.fault };
      throw error;
    }
  }
  return { ...file, mediaType: type };
}

const MEDIA_TYPES = Object.keys(FILE_KINDS) as MediaType[];
