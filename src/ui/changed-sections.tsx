import type { ParagraphChange, SectionChange } from '@/domain/documents/compare';
import { Changed, Difference } from './difference';
import { Markdown } from './markdown';

interface ChangedSectionsProps {
  sections: readonly SectionChange[];
  /** Said when the two texts are the same. */
  none: string;
  /** All of it folded away until it is opened, and each section in it: for a long comparison. */
  folded?: boolean;
  /** What stayed is shown as well: the whole later text, with what was taken out. */
  all?: boolean;
}

/** What differs between two versions: the changed paragraphs of each section, word by word; what stayed is counted, and shown when all is asked for. */
export function ChangedSections({ sections, none, folded, all }: ChangedSectionsProps) {
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
      {(all ? sections : changed).map((section) => (
        <section className="stack-s" aria-label={section.title} id={`changes-${section.state === 'removed' ? 'gone-' : ''}${section.key}`} key={`${section.state === 'removed'} ${section.key}`}>
          <h3>
            {section.title} <span className="soft s">{summaryOf(section)}</span>
          </h3>
          <Paragraphs section={section} all={all} />
        </section>
      ))}
    </>
  );
}

function Paragraphs({ section, all }: { section: SectionChange; all?: boolean }) {
  const shown = section.paragraphs.filter((change) => all || isChanged(change));
  return (
    <div className="doc stack-s">
      {shown.map((change, index) => (
        <Paragraph change={change} key={index} />
      ))}
    </div>
  );
}

function Paragraph({ change: { before, after } }: { change: ParagraphChange }) {
  if (before === after) return <Markdown text={after ?? ''} headings={4} />;
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

/** "3 paragraphs changed, earlier “Context”" */
export function summaryOf({ state, was, paragraphs }: SectionChange): string {
  if (state === 'added') return 'new';
  if (state === 'removed') return 'no longer there';
  if (state === 'same') return 'the same';
  const count = paragraphs.filter(isChanged).length;
  const renamed = was ? `, earlier “${was}”` : '';
  return count === 0 ? `its title changed${renamed}` : `${count} ${count === 1 ? 'paragraph' : 'paragraphs'} changed${renamed}`;
}

const isChanged = ({ before, after }: ParagraphChange) => before !== after;
