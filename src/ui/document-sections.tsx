import { paragraphsOf } from '@/domain/documents/paragraphs';
import { countWords } from '@/domain/words';
import { DocumentText } from './document-text';

interface DocumentSectionsProps {
  sections: readonly { key: string; title: string; text: string }[];
  /** Before the number in a paragraph's id. */
  prefix?: string;
  /** The number of the first paragraph. */
  from?: number;
  /** Each section folded away until it is opened, its length beside its title: for a long text. On paper all of it stands. */
  folded?: boolean;
}

/** A whole document, section after section, its paragraphs numbered right through. */
export function DocumentSections({ sections, prefix = 'p', from = 1, folded }: DocumentSectionsProps) {
  return (
    <>
      {sections.map(({ key, title, text }, index) => {
        const heading = <h3 id={`${prefix}-${key}`}>{title}</h3>;
        const words = text === '' ? <p className="soft s">Nothing was written here.</p> : <DocumentText text={text} from={from + before(sections, index)} prefix={prefix} headings={4} />;
        if (!folded) {
          return (
            <section aria-labelledby={`${prefix}-${key}`} key={key}>
              {heading}
              {words}
            </section>
          );
        }
        return (
          <details className="fold" key={key}>
            <summary>
              {heading} <span className="soft s">{lengthOf(text)}</span>
            </summary>
            {words}
          </details>
        );
      })}
    </>
  );
}

function lengthOf(text: string): string {
  const count = countWords(text);
  return count === 0 ? 'nothing written' : `${count} ${count === 1 ? 'word' : 'words'}`;
}

function before(sections: DocumentSectionsProps['sections'], index: number): number {
  return sections.slice(0, index).reduce((sum, { text }) => sum + numbered(text), 0);
}

/** How many numbered paragraphs a text has. */
export function numbered(text: string): number {
  return paragraphsOf(text).filter(({ number }) => number !== null).length;
}
