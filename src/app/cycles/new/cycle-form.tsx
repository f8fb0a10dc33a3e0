import type { FormReturn } from '@/domain/form';
import type { Day } from '@/domain/model';
import type { OpeningPage } from '@/server/cycles/load';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { DateFields } from '@/ui/date-fields';
import { Hidden } from '@/ui/hidden';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { TextInput } from '@/ui/text-input';
import { candidates } from './read-new-cycle';

interface CycleFormProps {
  page: OpeningPage;
  returned: FormReturn;
  /** The day on which an authority must be there to be asked. */
  on: Day;
}

/** Everything about a new cycle in one plain form; its answer is the preview, and nothing is opened yet. */
export function CycleForm({ page, returned, on }: CycleFormProps) {
  const { waves } = page.facts.template;
  const groups = candidates(page, on);
  const everyone = groups.flatMap(({ authorities }) => authorities).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const waveOptions = waves.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <form action="/cycles/new/preview" method="get" className="stack-l">
      {page.from && <Hidden name="from" value={page.from.id} />}
      <Sheet id="h-when" heading="Name and day 0">
        <TextInput name="name" label="Name" hint="The years that it runs through, such as 2017/18" width="s" maxLength={40} returned={returned} required />
        <DateFields name="anchorOn" legend="Day 0" hint={`${page.facts.template.anchorName}. Every other date is counted from it.`} returned={returned} />
        {page.templates.length > 1 ? (
          <Select name="template" label="Process" options={page.templates.map(({ id, name }) => ({ value: id, label: name }))} value={page.templateId} returned={returned} />
        ) : (
          <p className="soft s">Process: {page.templates[0]?.name}</p>
        )}
      </Sheet>
      {groups.map(({ group, authorities }) => (
        <Sheet key={group.id} id={`group-${group.id}`} heading={`${group.name} group`}>
          {authorities.length === 0 ? (
            <p className="soft">This group has no authorities on that day.</p>
          ) : (
            <table className="dt stackable">
              <thead>
                <tr>
                  <th scope="col">Takes part</th>
                  <th scope="col">Forum</th>
                  <th scope="col">Lead peer challenger</th>
                </tr>
              </thead>
              <tbody>
                {authorities.map(({ slug, name }) => (
                  <tr key={slug}>
                    <th scope="row">
                      <Checkbox name={`in-${slug}`} label={name} checked={returned.values[`in-${slug}`] === 'yes'} returned={{ ...returned, values: {} }} />
                    </th>
                    <td data-label="Forum" className="full">
                      <Select name={`wave-${slug}`} label={`Forum of ${name}`} hideLabel options={waveOptions} returned={returned} />
                    </td>
                    <td data-label="Lead peer challenger" className="full">
                      <Select
                        name={`lead-${slug}`}
                        label={`Lead peer challenger of ${name}`}
                        hideLabel
                        blank="Choose an authority"
                        options={everyone.filter((other) => other.slug !== slug).map((other) => ({ value: other.slug, label: other.name }))}
                        returned={returned}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Sheet>
      ))}
      <Button size="big">See the whole timetable</Button>
    </form>
  );
}
