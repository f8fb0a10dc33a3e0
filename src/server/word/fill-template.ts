import { patchDetector, patchDocument, PatchType, TextRun, type IPatch } from 'docx';
import type { Copy } from '@/domain/copies/copy';
import { writable } from '@/domain/markdown/lines';
import { openOfficeFile } from '../office-files/open-office-file';
import { words, type WordChild } from './paragraphs';
import { Lists } from './styles';
import { withOwnStyles } from './own-styles';
import { blockChildren, originOf, sectionChildren, signatureChildren } from './write-copy';

/** The names between {{ and }}, wherever they stand in the file, each once. */
export async function placeholdersIn(bytes: Uint8Array): Promise<string[]> {
  return [...new Set(await patchDetector({ data: bytes }))];
}

/** A copy in the region's own template. What has no place of its own stands where the text stands, or after the last section: no word is lost. */
export async function fillTemplate(template: Uint8Array, copy: Copy): Promise<Uint8Array> {
  const found = await placeholdersIn(template);
  const lists = new Lists();
  const whole = wholeParts(copy, found, lists);
  const lines = lineParts(copy);
  const patches = Object.fromEntries(found.flatMap((name): [string, IPatch][] => (name in whole ? [[name, { type: PatchType.DOCUMENT, children: whole[name]! }]] : name in lines ? [[name, { type: PatchType.PARAGRAPH, children: [new TextRun(writable(lines[name]!))] }]] : [])));
  const filled = await patchDocument({ outputType: 'nodebuffer', data: template, patches, keepOriginalStyles: true, numbering: lists.numbering(), properties: { title: `${copy.title}, ${copy.cycle}`, description: copy.whoMaySee } });
  return withOwnStyles(openOfficeFile(filled));
}

function lineParts({ title, place, cycle, version, about, marks, whoMaySee, signatures, address }: Copy): Record<string, string> {
  return { title, authority: place, cycle, version, about, marks: marks.join('. '), 'who-may-see': whoMaySee, hash: signatures?.hash ?? '', address };
}

function wholeParts(copy: Copy, found: readonly string[], lists: Lists): Record<string, WordChild[]> {
  const origin = originOf(copy.address);
  const placed = copy.sections.filter(({ key }) => found.includes(`section:${key}`));
  const rest = { ...copy, sections: copy.sections.filter((section) => !placed.includes(section)) };
  const parts: Record<string, WordChild[]> = { text: sectionChildren(rest, lists), signatures: copy.signatures ? signatureChildren(copy.signatures) : [words('Nobody signs documents of this kind.')] };
  for (const { key, blocks } of placed) parts[`section:${key}`] = blocks.flatMap((block) => blockChildren(block, lists, origin, 2));
  // Sections that an earlier text has and the template does not know.
  if (!found.includes('text') && rest.sections.length > 0) {
    const last = found.findLast((name) => name.startsWith('section:') && name in parts) ?? found.find((name) => name.startsWith('section:'));
    if (last) parts[last] = [...(parts[last] ?? []), ...sectionChildren(rest, lists)];
  }
  for (const name of found) if (name.startsWith('section:') && !(name in parts)) parts[name] = [words('')];
  if (parts.text!.length === 0) parts.text = [words('')];
  return parts;
}
