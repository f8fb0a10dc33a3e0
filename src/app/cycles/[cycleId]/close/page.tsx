import { loadClosing, type ClosingPage } from '@/server/cycles/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Crumbs } from '@/ui/crumbs';
import { FullDay } from '@/ui/day';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { Sheet } from '@/ui/sheet';
import { SummaryList } from '@/ui/summary-list';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { close } from '../../actions';

interface Props {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function Close({ params, searchParams }: Props) {
  const { cycleId } = await params;
  const path = `/cycles/${cycleId}/close`;
  const actor = await requireActor(path);
  const returned = await readFormReturn(actor.personId, (await searchParams).return);
  const page = await orNotFound(() => loadClosing(actor, cycleId, new Date()));
  const { cycle, notToClose, left, endsOn } = page;
  const title = `Close the ${cycle.name} cycle`;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={path}>
      <FormReport returned={returned} heading="The cycle was not closed" />
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: cycle.name, href: `/cycles/${cycle.id}` }, { label: 'Close' }]} />
      <PageHead title={title} lead={<>Its last day is <FullDay on={endsOn} />. After closing, its dates stand and nothing in it is recorded any more; action plans go on.</>} />
      <div className="stack-l">
        {notToClose ? (
          <Refusal heading="It cannot be closed yet" next={<a href={`/cycles/${cycle.id}/owed`}>See who owes what</a>}>
            {notToClose.because}
          </Refusal>
        ) : (
          <form action={close}>
            <Hidden name="as" value={actor.as!.id} />
            <Hidden name="cycleId" value={cycle.id} />
            <Button size="big">{`Close ${cycle.name} as SLI coordinator`}</Button>
          </form>
        )}
        {left.length > 0 && (
          <Sheet id="h-left" heading="What is still open">
            <SummaryList items={leftBySteps(left)} />
          </Sheet>
        )}
      </div>
    </Shell>
  );
}

function leftBySteps(left: ClosingPage['left']) {
  const steps = new Map<string, { name: string; places: string[] }>();
  for (const { step, place } of left) {
    const held = steps.get(step.key) ?? { name: step.name, places: [] };
    if (place) held.places.push(place.name);
    steps.set(step.key, held);
  }
  return [...steps.values()].map(({ name, places }) => ({ term: name, words: places.length === 0 ? 'The region or its groups' : places.length > 8 ? `${places.length} authorities` : places.join(', ') }));
}
