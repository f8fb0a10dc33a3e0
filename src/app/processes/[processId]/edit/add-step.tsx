import type { FormReturn } from '@/domain/form';
import { PER } from '@/domain/processes/compose/words';
import type { DraftPage } from '@/server/processes/load';
import { Button } from '@/ui/button';
import { Select } from '@/ui/select';
import { TextInput } from '@/ui/text-input';
import { addStep } from '../../actions';
import { Over } from '../over';

/** A name is enough: the rest is on the page of the step, with what it most often is. */
export function AddStep({ page, returned }: { page: DraftPage; returned?: FormReturn }) {
  const { phases, grouping } = page.process.definition;
  const form = returned ? { returned } : {};
  const scopes = (Object.keys(PER) as (keyof typeof PER)[]).filter((per) => per !== 'group' || grouping.is !== 'one');
  return (
    <form action={addStep} className="stack-s">
      <Over page={page} />
      <TextInput name="new-name" label="What is then done" hint="As it reads in a list when it is done: “Notes agreed”, “Triad has met”." maxLength={160} {...form} />
      <div className="rowof">
        <Select name="new-phase" label="In the phase" options={phases.map(({ key, name }) => ({ value: key, label: name }))} value={phases.at(-1)!.key} {...form} />
        <Select name="new-per" label="Done once for" options={scopes.map((per) => ({ value: per, label: PER[per].name }))} value="authority" {...form} />
        <Button kind="second">Add the step</Button>
      </div>
    </form>
  );
}
