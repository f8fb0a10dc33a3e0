import { paragraphsOf } from '@/domain/documents/paragraphs';
import { DocumentText } from './document-text';

interface DocumentSectionsProps {
  sections: readonly { key: string; title: string; text: string }[];
  /** Before the number in a paragraph's id. */
  prefix?: string;
}

/** A whole document, section after section, its paragraphs numbered right through. */
export function DocumentSections({ sections, prefix = 'p' }: DocumentSectionsProps) {
  let next = 1;
  return (
    <>
      {sections.map(({ key, title, text }) => {
        const from = next;
        next += paragraphsOf(text).filter(({ number }) => number !== null).length;
        return (
          <section aria-labelledby={`${prefix}-${key}`} key={key}>
            <h3 id={`${prefix}-${key}`}>{title}</h3>
            {text === '' ? <p className="soft s">Nothing was written here.</p> : <DocumentText text={text} from={from} prefix={prefix} headings={4} />}
          </section>
        );
      })}
    </>
  );
}
