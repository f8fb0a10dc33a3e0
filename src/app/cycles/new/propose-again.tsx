import type { FormReturn } from '@/domain/form';
import type { OpeningPage } from '@/server/cycles/opening/load';
import { Button } from '@/ui/button';
import { Select } from '@/ui/select';
import { Slip } from '@/ui/slip';

/** Part of the form: who is ticked, and what is proposed for them, is filled in anew; the page comes back with it. */
export function ProposeAgain({ page: { facts: { template }, from }, returned }: { page: OpeningPage; returned: FormReturn }) {
  const { grouping, leads, roles } = template;
  const word = grouping.is === 'made' ? grouping.word : null;
  const rotates = roles.some(({ found }) => found === 'rotation');
  const proposes = word !== null || rotates || leads === 'in-turn';
  const choice = (name: string, label: string, fresh: string) => (
    <Select name={name} label={label} options={[{ value: 'new', label: fresh }, { value: 'same', label: `As in ${from!.name}` }]} returned={returned} />
  );
  return (
    <Slip id="h-again" heading="Fill it in again">
      <p className="s">The page comes back with the name and day 0 that you typed. {proposes && 'What you chose by hand is replaced.'}</p>
      <div className="filters pt-s3">
        {from && word && choice('sets', `Who is in which ${word}`, 'Others than last time')}
        {from && rotates && choice('peers', 'The rotation', 'Others than last time')}
        {from && leads !== 'none' && choice('leads', 'Lead peer challengers', leads === 'in-turn' ? 'The next in turn' : 'Found later')}
        {proposes && (
          <Button kind="second" formAction="/cycles/new" name="fill" value="ticked">
            Propose again for those who are ticked
          </Button>
        )}
        <Button kind="second" formAction="/cycles/new" name="fill" value="everyone">
          Tick everyone
        </Button>
        <Button kind="second" formAction="/cycles/new" name="fill" value="nobody">
          Tick nobody
        </Button>
      </div>
    </Slip>
  );
}
