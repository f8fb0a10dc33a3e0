import type { FormReturn } from '@/domain/form';
import type { Named } from '@/domain/model';
import { REGIONAL_DAY_KINDS, REGIONAL_DAY_NAMES, type RegionalDay } from '@/domain/regional-days';
import { DateFields } from '@/ui/date-fields';
import { Hidden } from '@/ui/hidden';
import { Select } from '@/ui/select';
import { TextInput } from '@/ui/text-input';

interface Props {
  enterFor: readonly (Named | null)[];
  day: RegionalDay | null;
  returned?: FormReturn;
}

/** What, which days, for whom: the same when an entry is made and when it is changed. */
export function DayFields({ enterFor, day, returned }: Props) {
  const back = returned ? { returned } : {};
  const options = enterFor.map((one) => ({ value: one?.id ?? 'region', label: one?.name ?? 'The whole region' }));
  return (
    <>
      <Select name="kind" label="What it is" options={REGIONAL_DAY_KINDS.map((kind) => ({ value: kind, label: REGIONAL_DAY_NAMES[kind] }))} value={day?.kind ?? 'school-holiday'} {...back} />
      <TextInput name="name" label="Name" hint="Such as Autumn half-term; of a pre-election period, the elections" width="m" maxLength={120} value={day?.name} {...back} />
      <div className="flex flex-wrap gap-s5">
        <DateFields name="fromOn" legend="First day" value={day?.fromOn} {...back} />
        <DateFields name="toOn" legend="Last day" value={day?.toOn} {...back} />
      </div>
      {options.length === 1 ? <Hidden name="whom" value={options[0]!.value} /> : <Select name="whom" label="For whom" options={options} value={day?.authority?.id ?? 'region'} {...back} />}
    </>
  );
}
