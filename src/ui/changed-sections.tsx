import type { ParagraphChange, SectionChange } from '@/domain/documents/compare';
import { Changed, Difference } from './difference';
import { Markdown } from './markdown';

interface ChangedSectionsProps {
  sections: readonly SectionChange[];
  /** Said when the two texts are the same. */
  none: string;
  /** All of it folded away until it is opened, and each section in it: for a long comparison. */
  folded?: boolean;
}

/** What differs between two versions: the changed paragraphs of each section, word by word; what stayed is counted, not shown. */
export function ChangedSections({ sections, none, folded }: ChangedSectionsProps) {
  const changed = sections.filter(({ state }) => state !== 'same');
  if (changed.length === 0) return <p className="soft">{none}</p>;
  if (folded) {
    return (
      <details className="more">
        <summary>
          {changed.length} of {sections.length} {sections.length === 1 ? 'section' : 'sections'} differ: show where
        </summary>
        {changed.map((section) => (
          <details className="fold" key={section.key}>
            <summary>
              <h3>{section.title}</h3> <span className="soft s">{summaryOf(section)}</span>
            </summary>
            <Paragraphs section={section} />
          </details>
        ))}
      </details>
    );
  }
  return (
    <>
      {changed.map((section) => (
        <section className="stack-s" aria-label={section.title} key={section.key}>
          <h3>
            {section.title} <span className="soft s">{summaryOf(section)}</span>
          </h3>
          <Paragraphs section={section} />
        </section>
      ))}
    </>
  );
}

function Paragraphs({ section }: { section: SectionChange }) {
  return (
    <div className="doc stack-s">
      {section.paragraphs.filter(isChanged).map((change, index) => (
        <Paragraph change={change} key={index} />
      ))}
    </div>
  );
}

function Paragraph({ change: { before, after } }: { change: ParagraphChange }) {
  if (before !== null && after !== null)
    return (
      <p className="pre">
        <Difference before={before} after={after} />
      </p>
    );
  return (
    <Changed kind={after === null ? 'removed' : 'added'} whole>
      <Markdown text={after ?? before ?? ''} headings={4} />
    </Changed>
  );
}

function summaryOf({ state, paragraphs }: SectionChange): string {
  if (state === 'added') return 'new';
  if (state === 'removed') return 'no longer there';
  const count = paragraphs.filter(isChanged).length;
  return count === 0 ? 'its title changed' : `${count} ${count === 1 ? 'paragraph' : 'paragraphs'} changed`;
}

const isChanged = ({ before, after }: ParagraphChange) => before !== after;
