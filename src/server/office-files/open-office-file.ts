import { MOST_BYTES } from '@/domain/office-files';
import { FileRefused } from './file-refused';
import { listParts, packParts, unpackParts } from './unpack';

export type OfficeKind = 'docx' | 'xlsx' | 'pptx';

export interface OfficeFile {
  kind: OfficeKind;
  /** Names of all parts, as the file spells them: `word/document.xml`. */
  names: readonly string[];
  /** The text of a part (UTF-8 or UTF-16); null when there is none of that name. FileRefused when it cannot be unpacked. */
  text: (name: string) => string | null;
  bytes: (name: string) => Uint8Array | null;
  /** A copy of the file with some parts written anew (a string or bytes), or left out (null). */
  with: (changed: Readonly<Record<string, string | Uint8Array | null>>) => Uint8Array;
}

/**
 * Opens a Word, Excel or PowerPoint file of today's kind. Throws FileRefused, whose message is the sentence for the person, for one
 * that is empty, over 15 MB, of an old kind, locked, damaged, a bomb, or that carries macros. Nothing in it is run or fetched.
 */
export function openOfficeFile(bytes: Uint8Array): OfficeFile {
  if (bytes.byteLength === 0) throw new FileRefused('empty');
  if (bytes.byteLength > MOST_BYTES) throw new FileRefused('too-large');
  if (isCompound(bytes)) throw new FileRefused(isEncryptedPackage(bytes) ? 'password' : 'old-format');
  if (!startsWith(bytes, [0x50, 0x4b])) throw new FileRefused('not-a-kind');
  const names = listParts(bytes).map(({ name }) => name).filter((name) => !name.endsWith('/'));
  const read = (name: string) => unpackParts(bytes, (each) => each === name).get(name) ?? null;
  const types = decoded(read('[Content_Types].xml') ?? new Uint8Array());
  if (types === '') throw new FileRefused('not-a-kind');
  if (hasMacros(types, names)) throw new FileRefused('macros');
  const kind = kindOf(types);
  if (!kind) throw new FileRefused('not-a-kind');
  return {
    kind,
    names,
    bytes: read,
    text: (name) => {
      const part = read(name);
      return part && decoded(part);
    },
    with: (changed) => {
      const kept = unpackParts(bytes, (name) => changed[name] === undefined);
      const order = [...names, ...Object.keys(changed).filter((name) => !names.includes(name))];
      return packParts(new Map(order.flatMap((name): [string, Uint8Array][] => {
        const part = changed[name] === undefined ? kept.get(name) : changed[name];
        return part ? [[name, typeof part === 'string' ? new TextEncoder().encode(part) : part]] : [];
      })));
    },
  };
}

const MAIN: Record<OfficeKind, string> = {
  docx: 'wordprocessingml.document.main+xml',
  xlsx: 'spreadsheetml.sheet.main+xml',
  pptx: 'presentationml.presentation.main+xml',
};

const kindOf = (types: string) => (Object.keys(MAIN) as OfficeKind[]).find((kind) => types.includes(MAIN[kind])) ?? null;

const hasMacros = (types: string, names: readonly string[]) =>
  /macroenabled|vbaproject|macrosheet/i.test(types) || names.some((name) => /(^|\/)vba(project|data)\.|^xl\/(macrosheets|intlmacrosheets|dialogsheets)\//i.test(name));

/** The container of Office before 2007, and of Office files with a password. */
export const isCompound = (bytes: Uint8Array) => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** A locked file of today's kind is a stream of this name in the old container; names there are UTF-16 (MS-OFFCRYPTO 2.3.4.4). */
export const isEncryptedPackage = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);

function decoded(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes);
}
