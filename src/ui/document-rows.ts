import { diffArrays } from 'diff';
import { likeness } from './difference-words';
import { paragraphsOf, type Paragraph } from '@/domain/documents/paragraphs';

/** A paragraph as it stands, with its earlier words where they differ; `gone` when it stands no longer. */
export interface DocumentRow extends Paragraph {
  before?: string;
  gone?: boolean;
}

const RELATED = 0.35;

/** The paragraphs of a text, beside those of an earlier one: a rewritten paragraph meets its own earlier words. */
export function documentRows(text: string, since: string | undefined, from: number): DocumentRow[] {
  const now = paragraphsOf(text, from);
  if (since === undefined) return now;
  const rows: DocumentRow[] = [];
  let removed: Paragraph[] = [];
  let next = 0;
  for (const part of diffArrays(paragraphsOf(since).map(textOf), now.map(textOf))) {
    if (part.removed) {
      removed = part.value.map((words) => ({ number: null, text: words }));
      continue;
    }
    const standing = now.slice(next, next + part.value.length);
    next += part.value.length;
    rows.push(...(part.added ? rewritten(removed, standing) : [...removed.map(gone), ...standing]));
    removed = [];
  }
  return [...rows, ...removed.map(gone)];
}

function rewritten(removed: readonly Paragraph[], standing: readonly Paragraph[]): DocumentRow[] {
  const waiting = [...removed];
  const rows = standing.flatMap((paragraph): DocumentRow[] => {
    const place = waiting.findIndex((earlier) => likeness(earlier.text, paragraph.text) >= RELATED);
    if (place < 0) return [{ ...paragraph, before: '' }];
    const passed = waiting.splice(0, place + 1);
    return [...passed.slice(0, -1).map(gone), { ...paragraph, before: passed.at(-1)?.text ?? '' }];
  });
  return [...rows, ...waiting.map(gone)];
}

const textOf = ({ text }: Paragraph) => text;
const gone = (paragraph: Paragraph): DocumentRow => ({ number: null, text: paragraph.text, gone: true });
