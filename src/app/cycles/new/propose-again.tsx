import type { FormReturn } from '@/domain/form';
import type { OpeningPage } from '@/server/cycles/opening/load';
import { Button } from '@/ui/button';
import { Select } from '@/ui/select';
import { Slip } from '@/ui/slip';

/** Part of the form: sets, pairs and lead peer challengers are proposed anew for those who are ticked, and the page comes back with them. */
export function ProposeAgain({ page: { facts: { template }, from }, returned }: { page: OpeningPage; returned: FormReturn }) {
  const { grouping, leads, roles } = template;
  const word = grouping.is === 'made' ? grouping.word : null;
  const rotates = roles.some(({ found }) => found === 'rotation');
  if (!word && !rotates && leads !== 'in-turn') return null;
  const choice = (name: string, label: string, fresh: string) => (
    <Select name={name} label={label} options={[{ value: 'new', label: fresh }, { value: 'same', label: `As in ${from!.name}` }]} returned={returned} />
  );
  return (
    <Slip id="h-again" heading="Somebody takes part, or does not, after all?">
      <p className="s">Tick them above, and have the rest proposed again. What you changed by hand is replaced.</p>
      <div className="filters pt-s3">
        {from && word && choice('sets', `Who is in which ${word}`, 'Others than last time')}
        {from && rotates && choice('peers', 'The rotation', 'Others than last time')}
        {from && leads !== 'none' && choice('leads', 'Lead peer challengers', leads === 'in-turn' ? 'The next in turn' : 'Found later')}
        <Button kind="second" formAction="/cycles/new" name="propose" value="yes">
          Propose again
        </Button>
      </div>
    </Slip>
  );
}
