import type { FormReturn } from '@/domain/form';
import type { Grouping } from '@/domain/processes/template';
import { Radios } from '@/ui/radios';
import { TextInput } from '@/ui/text-input';

/** How authorities are put together; what a set is called and how large it is shows where sets are chosen. */
export function GroupingFields({ grouping, returned }: { grouping?: Grouping; returned?: FormReturn }) {
  const made = grouping?.is === 'made' ? grouping : null;
  const form = returned ? { returned } : {};
  return (
    <div className="stack">
      <Radios
        name="grouping"
        legend="How authorities are put together"
        value={grouping?.is}
        options={[
          { value: 'one', label: 'All in one', hint: 'Everyone takes part beside everyone: a self-assessment, a challenge on one theme, a visit to each.' },
          { value: 'made', label: 'In sets made for each cycle', hint: 'Pairs, triads or quartets, chosen anew when a cycle is opened.' },
          { value: 'standing', label: 'In the region’s standing groups', hint: 'The same groups year by year, each with its lead.' },
        ]}
        {...form}
      />
      <div className="for-made rowof">
        <TextInput name="grouping-word" label="A set is called" width="s" value={made?.word ?? 'triad'} maxLength={40} {...form} />
        <TextInput name="grouping-sizes" label="How many authorities in one" hint="3, or 3, 4" width="s" value={made?.sizes.join(', ') ?? '3'} maxLength={20} {...form} />
      </div>
    </div>
  );
}
