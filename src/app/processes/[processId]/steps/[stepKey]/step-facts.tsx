import { partyTitle } from '@/domain/parties';
import { listed } from '@/domain/processes/in-words';
import { PER, readerName } from '@/domain/processes/compose/words';
import { wayWords } from '@/domain/processes/compose/ways';
import { ruleWords } from '@/domain/processes/rule-words';
import type { ProcessTemplateDefinition, StepDefinition } from '@/domain/processes/template';
import { SummaryList, type SummaryItem } from '@/ui/summary-list';

/** Everything that a step says, for those who read a process. */
export function StepFacts({ step, template }: { step: StepDefinition; template: ProcessTemplateDefinition }) {
  const titles = (parties: StepDefinition['who']) => listed(parties.map((party) => partyTitle(party, template)));
  const named = step.waitsFor.map((key) => `“${template.steps.find((other) => other.key === key)?.name ?? key}”`);
  const items: (SummaryItem | false)[] = [
    { term: 'As a task', words: step.act },
    { term: 'Phase', words: template.phases.find(({ key }) => key === step.phase)?.name ?? step.phase },
    { term: 'Done once for', words: capital(PER[step.per].said) },
    { term: 'Falls to', words: titles(step.who) },
    { term: 'Done when', words: capital(wayWords(step, template)) },
    step.signatories.length > 0 && { term: 'Signed by', words: `${titles(step.signatories)}${step.signInOrder ? ', in this order' : ', in any order'}` },
    { term: 'Due', words: capital(ruleWords(step.due, template)) },
    { term: 'Opens', words: step.opens ? capital(ruleWords(step.opens, template)) : 'As soon as what it waits for is done' },
    { term: 'Waits for', words: named.length > 0 ? listed(named) : 'Nothing' },
    step.opensTo !== undefined && step.opensTo.length > 0 && { term: 'May then be read by', words: capital(listed(step.opensTo.map((reader) => readerName(reader, template)))) },
    { term: 'Reminders', words: step.remind.length > 0 ? `${listed(step.remind.map(String))} days before` : 'None' },
    step.event && { term: 'In the calendar', words: 'People meet on this day' },
    step.number !== '' && { term: 'Number in its source', words: step.number },
    step.guidance !== '' && { term: 'Guidance', words: <span className="pre">{step.guidance}</span> },
  ];
  return <SummaryList items={items.filter((item) => item !== false)} />;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
