// A copy of a document leaves the product: as Word, as PDF, on paper. All are written from this one structure, which holds the words,
// what they are (a draft or a frozen version), who may see them and who signed them, so that no copy says less than the page does.
import type { DocumentKind } from '../documents/facts';
import type { Block } from '../markdown/blocks';
import type { SignaturePage } from './signature-page';

export interface Copy {
  kind: DocumentKind;
  /** "Wigan’s self-view" */
  title: string;
  place: string;
  cycle: string;
  /** "Version 3", "Draft" */
  version: string;
  /** "2026/27 cycle. Version 3, frozen on Friday 27 October 2026, 17:05." */
  about: string;
  isDraft: boolean;
  /** Said on every page: DRAFT, and that the words are made up. */
  marks: readonly string[];
  /** Who may see it, on every page. */
  whoMaySee: string;
  /** The page of the product that it was taken from. */
  address: string;
  sections: readonly CopySection[];
  /** Absent where nobody signs documents of this kind. */
  signatures: SignaturePage | null;
}

export interface CopySection {
  key: string;
  title: string;
  blocks: readonly CopyBlock[];
}

/** What a text may hold, and a table that is made of facts: a figure, a place on the journey. It has a caption and a first column of headings. */
export type CopyBlock = Block | { kind: 'facts'; caption: string; header: readonly string[]; rows: readonly (readonly string[])[] };

export const NOTHING_WRITTEN = 'Nothing was written here.';

/** Headings of a text stand below the title of their section, the shallowest right below it. */
export function belowTitle(blocks: readonly Block[]): Block[] {
  const depths = blocks.flatMap((block) => (block.kind === 'heading' ? [block.depth] : []));
  const up = Math.min(...depths) - 1;
  return depths.length === 0 ? [...blocks] : blocks.map((block) => (block.kind === 'heading' ? { ...block, depth: block.depth - up } : block));
}

/** The words of a section, or that there are none. */
export function orNothing(blocks: readonly CopyBlock[]): readonly CopyBlock[] {
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', runs: [{ text: NOTHING_WRITTEN }] }];
}

/** "Wigan self-view 2026-27 version 3", as the name of a file: nothing in it that a system gives a meaning to. */
export function copyName({ place, name, cycle, version }: { place: string; name: string; cycle: string; version: string }): string {
  return [place, name, cycle, version]
    .join(' ')
    .normalize('NFC')
    .replace(/[/\\]/g, '-')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
