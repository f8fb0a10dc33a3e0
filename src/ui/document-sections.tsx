import { paragraphsOf } from '@/domain/documents/paragraphs';
import { DocumentText } from './document-text';

interface DocumentSectionsProps {
  sections: readonly { key: string; title: string; text: string }[];
  /** Before the number in a paragraph's id. */
  prefix?: string;
  /** The number of the first paragraph. */
  from?: number;
}

/** A whole document, section after section, its paragraphs numbered right through. */
export function DocumentSections({ sections, prefix = 'p', from = 1 }: DocumentSectionsProps) {
  return (
    <>
      {sections.map(({ key, title, text }, index) => (
        <section aria-labelledby={`${prefix}-${key}`} key={key}>
          <h3 id={`${prefix}-${key}`}>{title}</h3>
          {text === '' ? <p className="soft s">Nothing was written here.</p> : <DocumentText text={text} from={from + before(sections, index)} prefix={prefix} headings={4} />}
        </section>
      ))}
    </>
  );
}

function before(sections: DocumentSectionsProps['sections'], index: number): number {
  return sections.slice(0, index).reduce((sum, { text }) => sum + numbered(text), 0);
}

/** How many numbered paragraphs a text has. */
export function numbered(text: string): number {
  return paragraphsOf(text).filter(({ number }) => number !== null).length;
}
