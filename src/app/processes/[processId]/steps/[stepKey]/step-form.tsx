import type { ReactNode } from 'react';
import type { FormReturn } from '@/domain/form';
import { READERS, type Reader } from '@/domain/readers';
import { PER, readerName } from '@/domain/processes/compose/words';
import { waysIn, wayOf } from '@/domain/processes/compose/ways';
import { listed } from '@/domain/processes/in-words';
import type { ProcessTemplateDefinition, StepDefinition } from '@/domain/processes/template';
import type { DraftPage } from '@/server/processes/load';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { Checkboxes } from '@/ui/checkboxes';
import { GroupedSelect } from '@/ui/grouped-select';
import { Hidden } from '@/ui/hidden';
import { errorAt } from '@/ui/returned';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-area';
import { TextInput } from '@/ui/text-input';
import { changeStep } from '../../../actions';
import { Over } from '../../over';
import { PartySelects } from '../../party-selects';
import { DueFields } from './due-fields';

interface StepFormProps {
  page: Pick<DraftPage, 'process' | 'as'>;
  step: StepDefinition;
  returned?: FormReturn;
}

/** One step in one form: what, who and when stand open; what is right for most steps is folded away. */
export function StepForm({ page, step, returned }: StepFormProps) {
  const template = page.process.definition;
  const form = returned ? { returned } : {};
  const scopes = Object.keys(PER) as StepDefinition['per'][];
  return (
    <form action={changeStep} className="stack-l">
      <Over page={page} part={{ is: 'step', key: step.key }} />
      <Hidden name="key" value={step.key} />
      <Sheet heading="What is done" id="h-what">
        <TextInput name="name" label="Name" hint="As it reads when it is done: “Notes agreed”." value={step.name} maxLength={160} {...form} />
        <TextInput name="act" label="As a task" hint="What those who owe it read in My work: “Agree the notes”." value={step.act} maxLength={160} {...form} />
        <TextArea name="guidance" label="Guidance" hint="What to do and what is worth knowing, for those who do it. It may stay empty." value={step.guidance} rows={3} {...form} />
        <div className="rowof">
          <Select name="phase" label="Phase" options={template.phases.map(({ key, name }) => ({ value: key, label: name }))} value={step.phase} {...form} />
          <Select name="per" label="Done once for" options={scopes.map((per) => ({ value: per, label: PER[per].name }))} value={step.per} {...form} />
        </div>
        <p className="hint">{PER[step.per].means}</p>
      </Sheet>
      <Sheet heading="Who does it" id="h-who">
        <PartySelects name="who" legend="It falls to" hint="Any one of them can do it, unless it is signed or read: then each does." parties={step.who} template={template} {...form} />
        <GroupedSelect name="way" label="It is done when" hint="What has happened in the product makes a step done; only “by hand” is somebody’s word." options={waysIn(template, step).map(({ value, says, of }) => ({ value, label: says, of }))} value={wayOf(step)} {...form} />
        <Folded summary="Who signs" says={step.signatories.length === 0 ? 'nobody' : `${step.signatories.length}${step.signInOrder ? ', in order' : ''}`} open={step.doneWhen === 'signed' || hasError(returned, 'sign-')}>
          <PartySelects name="sign" legend="Signatories" hint="Where the step is done when something is signed. All of them must sign the same text." parties={step.signatories} template={template} inOrder {...form} />
          <Checkbox name="signInOrder" label="They sign in this order" hint="Otherwise in any order." checked={step.signInOrder} {...form} />
        </Folded>
      </Sheet>
      <Sheet heading="When" id="h-when">
        <DueFields name="due" legend="It is due" hint="“0 days after” is that very day. Working days leave out weekends and bank holidays." rule={step.due} template={template} step={step} {...form} />
        <Folded summary="When it opens" says={step.opens ? 'on a day of its own' : 'as soon as what it waits for is done'} open={hasError(returned, 'opens-')}>
          <DueFields name="opens" legend="It opens" hint="Nobody can begin before that day, even when what it waits for is done." rule={step.opens} blank="As soon as what it waits for is done" template={template} step={step} {...form} />
        </Folded>
        <WaitsFor template={template} step={step} returned={returned} />
        <Checkbox name="event" label="People meet on this day" hint="It stands in the regional calendar as an event, with a warning where the day is no working day." checked={step.event} {...form} />
      </Sheet>
      <Sheet heading="The rest" id="h-rest">
        <p className="hint">As it is for most steps.</p>
        <div>
          <OpensTo template={template} step={step} returned={returned} />
          <Folded summary="Reminders" says={step.remind.length > 0 ? `${listed(step.remind.map(String))} days before` : 'none'} open={hasError(returned, 'remind')}>
            <TextInput name="remind" label="Days before it is due" hint="14, 7, 1. Empty: nobody is reminded." width="m" value={step.remind.join(', ')} maxLength={40} {...form} />
          </Folded>
          <Folded summary="On the board" says={step.onBoard ? step.heading.join(' ') : 'no column'} open={hasError(returned, 'heading')}>
            <Checkbox name="onBoard" label="It is a column of the board" checked={step.onBoard} {...form} />
            <TextArea name="heading" label="Heading of the column" hint="One to three short lines." value={step.heading.join('\n')} rows={3} {...form} />
            <TextInput name="number" label="Number in the region’s own paper" hint="For people who know it; it may stay empty." width="s" value={step.number} maxLength={20} {...form} />
            <Checkbox name="proposed" label="The date is a proposal" hint="The region’s own paper names no day." checked={step.proposed} {...form} />
          </Folded>
        </div>
      </Sheet>
      <div className="btns">
        <Button>Save the step</Button>
        <Button kind="second" name="then" value="list">Save and go to the list</Button>
      </div>
    </form>
  );
}

const hasError = (returned: FormReturn | undefined, prefix: string) => Object.keys(returned?.errors ?? {}).some((field) => field.startsWith(prefix));

function Folded({ summary, says, open, children }: { summary: string; says: string; open: boolean; children: ReactNode }) {
  return (
    <details className="more" open={open}>
      <summary>
        {summary}: <span className="more-says">{says}</span>
      </summary>
      <div className="stack">{children}</div>
    </details>
  );
}

interface PartProps {
  template: ProcessTemplateDefinition;
  step: StepDefinition;
  returned: FormReturn | undefined;
}

function WaitsFor({ template, step, returned }: PartProps) {
  const named = step.waitsFor.map((key) => template.steps.find((other) => other.key === key)?.name ?? key);
  const others = template.steps.filter(({ key }) => key !== step.key);
  return (
    <Folded summary="What it waits for" says={named.length > 0 ? listed(named) : 'nothing'} open={errorAt(returned, 'waitsFor') !== undefined}>
      <div className="columns-of">
        <Checkboxes name="waitsFor" legend="It does not open before these are done" options={others.map(({ key, name }) => ({ value: key, label: name }))} values={step.waitsFor} {...(returned ? { returned } : {})} />
      </div>
    </Folded>
  );
}

function OpensTo({ template, step, returned }: PartProps) {
  const readers: Reader[] = [...READERS, ...template.roles.map(({ key }): Reader => `peers:${key}`)];
  const opensTo = step.opensTo ?? [];
  return (
    <Folded summary="Who may read it then" says={opensTo.length > 0 ? listed(opensTo.map((reader) => readerName(reader, template))) : 'nobody more than before'} open={false}>
      <div className="columns-of">
        <Checkboxes
          name="opensTo"
          legend="When the step is done, its paper opens to"
          hint="In the version that was handed over, signed or issued. Those who write and sign it see it anyway."
          options={readers.map((reader) => ({ value: reader, label: readerName(reader, template).replace(/^./, (letter) => letter.toUpperCase()) }))}
          values={opensTo}
          {...(returned ? { returned } : {})}
        />
      </div>
    </Folded>
  );
}
