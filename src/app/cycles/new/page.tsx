import { nextAnchor } from '@/domain/processes/next-cycle';
import { loadOpening, loadProcessesToOpen } from '@/server/cycles/opening/load';
import { today } from '@/server/days';
import { requireActor } from '@/server/session';
import { Crumbs } from '@/ui/crumbs';
import { Empty } from '@/ui/empty';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Select } from '@/ui/select';
import { Toolbar } from '@/ui/toolbar';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { ChooseProcess } from './choose-process';
import { CycleForm } from './cycle-form';
import { one, type Asked } from './form-fields';
import { filledFor, proposedForm, readAnchor, readNewCycle } from './read-new-cycle';
import { SinceLastSheet } from './since-last-sheet';

export default async function NewCycle({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requireActor('/cycles/new');
  const asked = await searchParams;
  const processes = await orNotFound(() => loadProcessesToOpen(actor));
  if (one(asked, 'template') === '' && one(asked, 'from') === '' && processes.length !== 1) {
    return (
      <Shell viewer={viewerOf(actor)} current="/cycle" title="A new cycle" back="/cycles">
        <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: 'A new cycle' }]} />
        <PageHead title="A new cycle: by which process?" lead="Every date is shown before anything is opened." />
        {processes.length === 0 ? <Empty fact="No process has been published yet">A cycle follows a process. <a href="/processes">Compose one, or publish one that is there</a></Empty> : <ChooseProcess processes={processes} />}
      </Shell>
    );
  }
  const now = new Date();
  const day = today(now);
  const page = await orNotFound(() => loadOpening(actor, { fromId: one(asked, 'from') || undefined, templateId: one(asked, 'template') || undefined }, now));
  const { from } = page;
  const isTyped = 'name' in asked && !filledFor(asked);
  const { values, notProposed } = isTyped ? { values: typedValues(asked), notProposed: undefined } : proposedForm(page, asked, day);
  const on = readAnchor(values) ?? (from ? nextAnchor(from.anchorOn, page.facts.template.ordinaryAnchor) : day);
  const { cycle } = readNewCycle(values, page, day);
  const title = from ? `The cycle after ${from.name}` : `A new cycle: ${page.process}`;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} back="/cycles">
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: 'A new cycle', href: '/cycles/new' }, { label: from ? `After ${from.name}` : page.process }]} />
      <PageHead
        title={title}
        lead={from ? `What stood in ${from.name} comes along; the name and day 0 are a year on. Change what is different this year.` : 'Choose day 0 and who takes part. You see every date before anything is opened.'}
      />
      <div className="stack-l">
        {page.previous.length > 0 && (
          <Toolbar act="Fill in from it">
            <Hidden name="template" value={page.templateId} />
            <Select name="from" label="Start from" blank="No earlier cycle" options={page.previous.map(({ id, name }) => ({ value: id, label: name }))} value={from?.id} />
          </Toolbar>
        )}
        {from && cycle && <SinceLastSheet page={page} from={from} cycle={cycle} />}
        <CycleForm page={page} returned={{ values, errors: {} }} on={on} today={day} {...(notProposed ? { notProposed } : {})} />
      </div>
    </Shell>
  );
}

function typedValues(asked: Asked): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, value ?? '']));
}
