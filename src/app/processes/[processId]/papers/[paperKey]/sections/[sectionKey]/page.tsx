import type { FormReturn } from '@/domain/form';
import { writersOfSection } from '@/domain/papers/parts';
import { kindOf, QUESTION_KINDS } from '@/domain/processes/compose/read-forms';
import type { PaperDefinition } from '@/domain/processes/template';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { GroupedSelect } from '@/ui/grouped-select';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import { partyTitle } from '@/domain/parties';
import { changeSection } from '../../../../../actions';
import { DraftFrame, openDraft } from '../../../../open-draft';
import { Over } from '../../../../over';
import { partyOptions } from '../../../../party-selects';
import { partIsGone } from '../../../../part-is-gone';
import { RemovePart } from '../../../../remove-part';

interface Props {
  params: Promise<{ processId: string; paperKey: string; sectionKey: string }>;
  searchParams: Promise<{ return?: string }>;
}

/** One section of a paper: its title, who writes it, and its questions with one more to fill. */
export default async function Section({ params, searchParams }: Props) {
  const { processId, paperKey, sectionKey } = await params;
  const paperPath = `/processes/${processId}/papers/${paperKey}`;
  const path = `${paperPath}/sections/${sectionKey}`;
  const draft = await openDraft(path, processId, searchParams);
  const { page, returned } = draft;
  const { definition } = page.process;
  const paper = definition.papers.find(({ key }) => key === paperKey);
  const section = paper?.sections.find(({ key }) => key === sectionKey);
  if (!paper || !section) partIsGone(`/processes/${processId}`, (await searchParams).return);
  const part = { is: 'section', paper: paper.key, key: section.key } as const;
  const form = returned ? { returned } : {};
  const [writer] = writersOfSection(paper, section.key);
  const by = writer === paper.by ? undefined : writer;
  return (
    <DraftFrame draft={draft} path={path} title={section.title} crumb={section.title} between={[{ label: paper.name.charAt(0).toUpperCase() + paper.name.slice(1), href: paperPath }]} heading="The section was not changed">
      <PageHead title={section.title} lead={`A section of the ${paper.name}.`} />
      <form action={changeSection} className="stack-l">
        <Over page={page} part={part} />
        <Hidden name="paper" value={paper.key} />
        <Hidden name="key" value={section.key} />
        <Sheet heading="The section" id="h-section">
          <TextInput name="title" label="Title" value={section.title} maxLength={160} {...form} />
          <TextArea name="guidance" label="Guidance" hint="It stands above the questions, and may stay empty." value={section.guidance} rows={3} {...form} />
          <GroupedSelect name="by" label="Who writes it" hint="Another post or partner may have a section of its own: police, health." blank={`Whoever writes the whole: ${partyTitle(paper.by, definition)}`} options={partyOptions(definition)} value={by ?? ''} {...form} />
        </Sheet>
        <Sheet heading="What it asks" id="h-asks">
          {section.fields.map((field, index) => (
            <Question key={field.key} name={`question-${index + 1}`} field={field} number={index + 1} {...form} />
          ))}
          <details className="more" open={section.fields.length === 0 || Object.keys(returned?.errors ?? {}).some((field) => field.startsWith('question-new'))}>
            <summary>Another question</summary>
            <Question name="question-new" number={section.fields.length + 1} {...form} />
          </details>
        </Sheet>
        <div className="btns">
          <Button>Save the section</Button>
          <Button kind="second" name="then" value="paper">Save and go to the paper</Button>
        </div>
      </form>
      <div className="mt-s5">
        <RemovePart page={page} part={part} name={section.title} what="section" />
      </div>
    </DraftFrame>
  );
}

type Field = PaperDefinition['sections'][number]['fields'][number];

function Question({ name, field, number, returned }: { name: string; field?: Field; number: number; returned?: FormReturn }) {
  const form = returned ? { returned } : {};
  const kind = field ? kindOf(field) : 'text';
  const kinds = QUESTION_KINDS.some(({ value }) => value === kind) ? QUESTION_KINDS : [...QUESTION_KINDS, { value: kind, label: `As it is: ${kind}` }];
  return (
    <fieldset className="q-of stack-s">
      <legend>Question {number}</legend>
      <TextInput name={`${name}-label`} label={<>Question<span className="vh"> {number}</span></>} value={field?.label} maxLength={160} {...form} />
      <TextInput name={`${name}-hint`} label={<>Hint<span className="vh"> to question {number}</span></>} value={field?.hint} maxLength={400} {...form} />
      <div className="rowof">
        <Select name={`${name}-kind`} label={<>Answered with<span className="vh"> (question {number})</span></>} options={kinds} value={kind} {...form} />
        <TextInput name={`${name}-limit`} label={<>At most so many words<span className="vh"> (question {number})</span></>} width="s" inputMode="numeric" value={field?.limit ? String(field.limit) : ''} maxLength={4} {...form} />
      </div>
      <div className="for-choice">
        <TextArea name={`${name}-options`} label={<>Answers to choose from<span className="vh"> (question {number})</span></>} hint="One to a line: “Well evidenced”, “Partly evidenced”, “Not evidenced”." value={field?.options?.map(({ label }) => label).join('\n')} rows={3} {...form} />
      </div>
      {field && <Checkbox name={`${name}-gone`} label={<>Take this question out<span className="vh"> ({number})</span></>} {...form} />}
    </fieldset>
  );
}
