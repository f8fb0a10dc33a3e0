import { nextAnchor } from '@/domain/processes/next-cycle';
import { loadOpening } from '@/server/cycles/load';
import { today } from '@/server/days';
import { requireActor } from '@/server/session';
import { Crumbs } from '@/ui/crumbs';
import { PageHead } from '@/ui/page-head';
import { Select } from '@/ui/select';
import { Toolbar } from '@/ui/toolbar';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { CycleForm } from './cycle-form';
import { proposedCycle, type Asked } from './read-new-cycle';

export default async function NewCycle({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requireActor('/cycles/new');
  const asked = await searchParams;
  const fromId = typeof asked.from === 'string' ? asked.from : undefined;
  const page = await orNotFound(() => loadOpening(actor, { fromId }));
  const day = today(new Date());
  const leads = asked.leads === 'same' ? 'same' : 'rotated';
  const proposal = proposedCycle(page, leads, day);
  const typed = 'name' in asked ? Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, Array.isArray(value) ? value[0]! : (value ?? '')])) : proposal;
  const title = page.from ? `The cycle after ${page.from.name}` : 'A new cycle';
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} back="/cycles">
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: title }]} />
      <PageHead
        title={title}
        lead={page.from ? `Groups, waves and lead peer challengers come from ${page.from.name}; the name and day 0 are a year on. Change what is different this year.` : 'Choose day 0 and who takes part. You see every date before anything is opened.'}
      />
      <div className="stack-l">
        {page.previous.length > 0 && (
          <Toolbar act="Fill in from it">
            <Select name="from" label="Start from" blank="No earlier cycle" options={page.previous.map(({ id, name }) => ({ value: id, label: name }))} value={page.from?.id} />
            <Select name="leads" label="Lead peer challengers" options={[{ value: 'rotated', label: 'The next in turn' }, { value: 'same', label: 'The same as before' }]} value={leads} />
          </Toolbar>
        )}
        <CycleForm page={page} returned={{ values: typed, errors: {} }} on={page.from ? nextAnchor(page.from.anchorOn) : day} />
      </div>
    </Shell>
  );
}
