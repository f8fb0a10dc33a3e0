import { hangsOn } from '@/domain/processes/compose/hangs-on';
import { faultsAt } from '@/domain/processes/template-faults';
import { readFormReturn } from '@/server/form-return';
import { loadProcess } from '@/server/processes/load';
import { requireActor } from '@/server/session';
import { Crumbs } from '@/ui/crumbs';
import { FormReport } from '@/ui/form-report';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../../or-not-found';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';
import { Faults } from '../../faults';
import { partIsGone } from '../../part-is-gone';
import { RemovePart } from '../../remove-part';
import { StepFacts } from './step-facts';
import { StepForm } from './step-form';

interface Props {
  params: Promise<{ processId: string; stepKey: string }>;
  searchParams: Promise<{ return?: string }>;
}

/** One step: its form while the version is a draft, what it says once it is published. */
export default async function Step({ params, searchParams }: Props) {
  const { processId, stepKey } = await params;
  const process = `/processes/${processId}`;
  const path = `${process}/steps/${stepKey}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadProcess(actor, processId)), readFormReturn(actor.personId, (await searchParams).return)]);
  const { definition, version, publishedAt } = page.process;
  const step = definition.steps.find(({ key }) => key === stepKey);
  if (!step) partIsGone(process, (await searchParams).return);
  const isDraft = publishedAt === null && page.as !== null;
  const draft = isDraft ? { process: page.process, as: page.as! } : null;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={step.name} returned={returned} back={path}>
      <FormReport returned={returned} heading="The step was not changed" />
      <Crumbs items={[{ label: 'Processes', href: '/processes' }, { label: `${definition.title}, version ${version}`, href: isDraft ? `${process}/edit` : process }, { label: step.name }]} />
      <PageHead title={step.name} lead={hangsOn(step, definition)} />
      <div className="stack-l">
        <Faults says={faultsAt(page.faults, 'step', step.key)} />
        {draft ? (
          <>
            <StepForm page={draft} step={step} returned={returned} />
            <RemovePart page={draft} part={{ is: 'step', key: step.key }} name={step.name} what="step" />
          </>
        ) : (
          <>
            <Sheet heading="What it says" id="h-says">
              <StepFacts step={step} template={definition} />
            </Sheet>
            <WhoCanSee>everyone who holds a post in the {page.region}.</WhoCanSee>
          </>
        )}
      </div>
    </Shell>
  );
}
