import type { FormReturn } from '@/domain/form';
import { COUNTED_FROM } from '@/domain/processes/compose/words';
import { MONTHS, WEEKDAYS } from '@/domain/processes/rule-words';
import type { DueRule, ProcessTemplateDefinition, StepDefinition } from '@/domain/processes/template';
import { Fieldset } from '@/ui/fieldset';
import { GroupedSelect, type GroupedOption } from '@/ui/grouped-select';
import { errorAt } from '@/ui/returned';
import { Select } from '@/ui/select';
import { TextInput } from '@/ui/text-input';

interface DueFieldsProps {
  /** "due" or "opens". */
  name: string;
  legend: string;
  hint: string;
  rule: DueRule | undefined;
  /** Words of no rule at all, where there may be none. */
  blank?: string;
  template: ProcessTemplateDefinition;
  step: StepDefinition;
  returned?: FormReturn;
}

/** A due rule as a row that reads as a sentence: "14 | days | after | Notes agreed". The weekday shows where one is chosen. */
export function DueFields({ name, legend, hint, rule, blank, template, step, returned }: DueFieldsProps) {
  const form = returned ? { returned } : {};
  const from: GroupedOption[] = [
    ...(Object.keys(COUNTED_FROM) as (keyof typeof COUNTED_FROM)[]).map((value) => ({ value, label: COUNTED_FROM[value], of: '' })),
    ...template.steps.filter(({ key }) => key !== step.key).map(({ key, name: label }) => ({ value: `step:${key}`, label, of: 'The date of another step' })),
  ];
  const weekday = rule?.from === 'weekday' ? rule : null;
  return (
    <Fieldset name={`${name}-set`} legend={legend} hint={hint} error={errorAt(returned, `${name}-from`) ?? errorAt(returned, `${name}-count`)}>
      <div className="rowof">
        <TextInput name={`${name}-count`} label="How many" hideLabel width="xs" inputMode="numeric" maxLength={4} value={String(Math.abs(rule?.offset ?? 0))} error="" {...form} />
        <Select name={`${name}-unit`} label="Which days" hideLabel options={[{ value: 'calendar', label: 'days' }, { value: 'working', label: 'working days' }]} value={rule?.unit ?? 'calendar'} {...form} />
        <Select name={`${name}-side`} label="Before or after" hideLabel options={[{ value: 'after', label: 'after' }, { value: 'before', label: 'before' }]} value={(rule?.offset ?? 0) < 0 ? 'before' : 'after'} {...form} />
        <GroupedSelect name={`${name}-from`} label="Counted from" hideLabel blank={blank} options={from} value={rule ? (rule.from === 'step' ? `step:${rule.step}` : rule.from) : ''} error="" {...form} />
        <div className="for-weekday rowof">
          <Select name={`${name}-nth`} label="Which one" hideLabel options={NTH} value={String(weekday?.nth ?? 1)} {...form} />
          <Select name={`${name}-weekday`} label="Weekday" hideLabel options={WEEKDAYS.map((label, index) => ({ value: String(index + 1), label }))} value={String(weekday?.weekday ?? 4)} {...form} />
          <Select name={`${name}-month`} label="Month" hideLabel options={MONTHS.map((label, index) => ({ value: String(index + 1), label: `of ${label}` }))} value={String(weekday?.month ?? 1)} {...form} />
        </div>
      </div>
    </Fieldset>
  );
}

const NTH = [
  { value: '1', label: 'the first' },
  { value: '2', label: 'the second' },
  { value: '3', label: 'the third' },
  { value: '4', label: 'the fourth' },
  { value: '-1', label: 'the last' },
];
