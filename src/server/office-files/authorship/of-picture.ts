import type { Authorship } from '@/domain/authorship';

/** Blocks of a JPEG: APP1 (camera, place, XMP), APP13 (newspapers' captions), comments. Colours (APP2) and APP0 stay. */
const TELLING = [0xe1, 0xed, 0xfe];
/** Chunks of a PNG that are words, times or a camera's notes. */
const TELLING_CHUNKS = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'];

export function authorshipOfPicture(bytes: Uint8Array): Authorship {
  const telling = isPng(bytes) ? chunksOf(bytes).some(({ type }) => TELLING_CHUNKS.includes(type)) : segmentsOf(bytes).some((segment) => isTelling(bytes, segment));
  return telling ? [{ kind: 'picture', names: [] }] : [];
}

/** A copy without what the camera or the program wrote into it; a JPEG still stands upright. */
export function withoutPictureAuthorship(bytes: Uint8Array): Uint8Array {
  if (isPng(bytes)) return joined([bytes.subarray(0, 8), ...chunksOf(bytes).filter(({ type }) => !TELLING_CHUNKS.includes(type)).map(({ start, end }) => bytes.subarray(start, end))]);
  const segments = segmentsOf(bytes);
  const turned = segments.map((segment) => orientationOf(bytes, segment)).find((value) => value > 1);
  const kept = segments.filter((segment) => !isTelling(bytes, segment)).map(({ start, end }) => bytes.subarray(start, end));
  const rest = bytes.subarray(segments.at(-1)?.end ?? 2);
  return joined([bytes.subarray(0, 2), ...(turned ? [orientation(turned)] : []), ...kept, rest]);
}

const isPng = (bytes: Uint8Array) => bytes[0] === 0x89 && bytes[1] === 0x50;

interface Stretch {
  start: number;
  end: number;
}

function chunksOf(bytes: Uint8Array): (Stretch & { type: string })[] {
  const chunks: (Stretch & { type: string })[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) break;
    chunks.push({ start: at, end, type: String.fromCharCode(...bytes.subarray(at + 4, at + 8)) });
    at = end;
  }
  return chunks;
}

/** The blocks before the picture itself. */
function segmentsOf(bytes: Uint8Array): (Stretch & { marker: number })[] {
  const segments: (Stretch & { marker: number })[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]!;
    if (marker === 0xda || marker === 0xd9) break;
    const end = at + 2 + (bytes[at + 2]! << 8) + bytes[at + 3]!;
    if (end > bytes.length) break;
    segments.push({ start: at, end, marker });
    at = end;
  }
  return segments;
}

/** The block that orientation() writes tells nothing: it is known by its length. */
const isTelling = (_bytes: Uint8Array, { marker, start, end }: Stretch & { marker: number }) => TELLING.includes(marker) && !(marker === 0xe1 && end - start === ORIENTATION_LENGTH);

const ORIENTATION_LENGTH = 36;

function orientationOf(bytes: Uint8Array, { marker, start, end }: Stretch & { marker: number }): number {
  if (marker !== 0xe1 || String.fromCharCode(...bytes.subarray(start + 4, start + 8)) !== 'Exif') return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start + 10, end - start - 10);
  if (view.byteLength < 8) return 0;
  const little = view.getUint16(0) === 0x4949;
  const first = view.getUint32(4, little);
  const entries = first + 2 <= view.byteLength ? view.getUint16(first, little) : 0;
  for (let index = 0; index < entries; index += 1) {
    const entry = first + 2 + index * 12;
    if (entry + 12 > view.byteLength) return 0;
    if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little);
  }
  return 0;
}

/** Nothing but which way is up. */
function orientation(value: number): Uint8Array {
  return new Uint8Array([0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value & 0xff, 0, 0, 0, 0, 0, 0]);
}

const joined = (parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
