import { unzipSync, zipSync, type UnzipFileInfo, type Zippable } from 'fflate';
import { FileRefused } from './file-refused';

const MOST_PARTS = 4_000;
const MOST_UNPACKED = 200 * 1024 * 1024;
/** No honest part of an Office file packs this well beyond a small one; a bomb does. */
const MOST_RATIO = 200;
const SMALL = 4 * 1024 * 1024;

/** What a zip says that it holds, looked at before a byte is unpacked. FileRefused when that cannot be trusted. */
export function listParts(bytes: Uint8Array): UnzipFileInfo[] {
  const parts: UnzipFileInfo[] = [];
  const seen = new Set<string>();
  let unpacked = 0;
  unzip(bytes, (part) => {
    // Names that differ in case alone are the same part to Office (OPC 9.1.1).
    const name = part.name.toLowerCase();
    if (seen.has(name) || isTrap(part.name)) throw new FileRefused('malformed');
    seen.add(name);
    unpacked += part.originalSize;
    if (parts.push(part) > MOST_PARTS || unpacked > MOST_UNPACKED || isBomb(part)) throw new FileRefused('unpacks-too-large');
    return false;
  });
  return parts;
}

/** The named parts, unpacked; never more than their list says. */
export function unpackParts(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  return new Map(Object.entries(unzip(bytes, (part) => !part.name.endsWith('/') && wanted(part.name))));
}

/** Packs parts again, in order; `[Content_Types].xml` comes first, as Office asks. */
export function packParts(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const first = '[Content_Types].xml';
  const names = [...parts.keys()].sort((a, b) => Number(b === first) - Number(a === first));
  // One day for all: when a file was packed says nothing to a reader.
  return zipSync(Object.fromEntries(names.map((name) => [name, parts.get(name)!])) as Zippable, { level: 6, mtime: new Date(1980, 0, 1, 12) });
}

const isTrap = (name: string) => name === '' || /^[/\\]|^[a-z]:|\\|\0/i.test(name) || name.split('/').includes('..');

const isBomb = ({ originalSize, size }: UnzipFileInfo) => originalSize > SMALL && originalSize > size * MOST_RATIO;

function unzip(bytes: Uint8Array, filter: (part: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('malformed');
  }
}
