import { sourcesInWords, withFigures, type QuotableFigure } from '@/domain/documents/figure-references';
import { DocumentText } from '../document-text';

/** A text as its readers will meet it, by the renderer of the reading page: figures in place, sources under it. */
export function HowItReads({ text, prefix, figures }: { text: string; prefix: string; figures: readonly QuotableFigure[] }) {
  const [section] = withFigures([{ key: '', title: '', content: { text } }], figures);
  const read = [String(section!.content.text).trim(), sourcesInWords(section!.figures)].filter(Boolean).join('\n\n');
  return read === '' ? <p className="soft s">Nothing is written yet.</p> : <DocumentText text={read} numbered={false} prefix={prefix} headings={4} />;
}
