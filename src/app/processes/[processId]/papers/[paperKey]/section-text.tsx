import { kindOf, QUESTION_KINDS } from '@/domain/processes/compose/read-forms';
import type { PaperDefinition } from '@/domain/processes/template';
import { SummaryList } from '@/ui/summary-list';

/** What a section asks, as it is read. */
export function SectionText({ section }: { section: PaperDefinition['sections'][number] }) {
  return (
    <>
      {section.guidance && <p className="pre">{section.guidance}</p>}
      <SummaryList
        items={section.fields.map((field) => ({
          term: field.label,
          words: (
            <>
              {QUESTION_KINDS.find(({ value }) => value === kindOf(field))?.label ?? field.kind}
              {field.options && `: ${field.options.map(({ label }) => label).join(', ')}`}
              {field.limit && `, at most ${field.limit} words`}
              {field.hint && <span className="hint">{field.hint}</span>}
            </>
          ),
        }))}
      />
    </>
  );
}
