import type { ReactNode } from 'react';
import type { FormReturn } from '@/domain/form';
import { isRefusal } from '@/domain/decision';
import { notToDisrupt, type DisruptionKind, type Ground } from '@/domain/disruption/plan';
import { loadDisruption, type DisruptionPage } from '@/server/disruption/load';
import { markOf } from '@/server/disruption/mark';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { CameBetweenList } from '@/ui/came-between';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { HappenedForm } from './happened-form';
import { InspectFields } from './inspect-form';
import { JoinFields } from './join-form';
import { groundOf, isSent, kindAsked, planWanted, queryOf, readAsked, textOf, type Asked, type Read, type Wanted } from './read-asked';
import { ReorganiseFields } from './reorganise-form';
import { SwapFields } from './swap-form';
import { WhatChanges } from './what-changes';
import { WithdrawFields } from './withdraw-form';

interface Props {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<Asked>;
}

/** What can have happened, each with the sentence that it is chosen by. */
const KINDS: Record<DisruptionKind, { title: string; says: string }> = {
  inspected: { title: 'An authority is inspected', says: 'What it has not done yet is put off until it goes on. Nothing is lost, and the region can leave it out where it cannot wait.' },
  swapped: { title: 'Two authorities change places', says: 'They exchange their forum days, their times or their visits, and with them what hangs on these.' },
  withdrew: { title: 'An authority withdraws', says: 'Nothing more is asked of it. What it did stays, and its parts for others pass on.' },
  joined: { title: 'An authority joins late', says: 'It gets a place, its documents and days that it can still meet.' },
  reorganised: { title: 'An authority is reorganised', says: 'Two or more come in its stead, with its history and its unfinished actions.' },
};

export default async function Disruption({ params, searchParams }: Props) {
  const { cycleId } = await params;
  const asked = await searchParams;
  const path = `/cycles/${cycleId}/disruption`;
  const actor = await requireActor(path);
  const kind = kindAsked(asked);
  const [page, back] = await Promise.all([orNotFound(() => loadDisruption(actor, cycleId, textOf(asked, 'authority') || null, new Date())), readFormReturn(actor.personId, asked.return)]);
  const { facts } = page.ground;
  const read: Read = kind && isSent(asked) ? readAsked(kind, asked, page.ground) : { wanted: null, errors: {} };
  const returned = cameBack(asked, read, back);
  const title = kind ? KINDS[kind].title : `What came between in ${facts.name}`;
  const closed = notToDisrupt(page.ground);
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={path}>
      <FormReport returned={returned} heading={kind ? 'Nothing has been changed yet' : 'Nothing was recorded'} />
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: facts.name, href: `/cycles/${cycleId}` }, ...(kind ? [{ label: 'What came between', href: path }, { label: title }] : [{ label: 'What came between' }])]} />
      <PageHead title={title} lead={kind ? KINDS[kind].says : 'Say what has happened. You see everything that it would change before anything is changed, and everyone concerned is told once.'} />
      {closed ? (
        <Refusal heading="This cycle stays as it is">{closed.because}</Refusal>
      ) : kind ? (
        <Columns aside={<About />}>
          <Happened page={page} kind={kind} read={read} asked={asked} asPostId={actor.as!.id} returned={returned} />
        </Columns>
      ) : (
        <Choices path={path} />
      )}
      {!kind && <Between page={page} />}
      <WhoCanSee>the SLI coordinator. That it happened, and why, can be read on the pages of the authorities concerned by everyone who holds a post in the region.</WhoCanSee>
    </Shell>
  );
}

function Choices({ path }: { path: string }) {
  return (
    <Section id="h-choices" heading="What has happened">
      <ul className="tasks">
        {Object.entries(KINDS).map(([kind, { title, says }]) => (
          <li className="task" key={kind}>
            <div>
              <h3>
                <a href={`${path}?what=${kind}`}>{title}</a>
              </h3>
              <p>{says}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Happened({ page: { ground }, kind, read, asked, asPostId, returned }: { page: DisruptionPage; kind: DisruptionKind; read: Read; asked: Asked; asPostId: string; returned: FormReturn | undefined }) {
  const planned = read.wanted && planWanted(ground, read.wanted);
  return (
    <>
      <HappenedForm kind={kind} isPlanned={planned !== null && !isRefusal(planned)}>
        {fieldsOf(kind, { ground: groundOf(ground, read.wanted), wanted: read.wanted, asked, ...(returned ? { returned } : {}) })}
      </HappenedForm>
      {planned && isRefusal(planned) && <Refusal heading="That cannot be done like this">{planned.because}</Refusal>}
      {planned && !isRefusal(planned) && <WhatChanges ground={groundOf(ground, read.wanted)} plan={planned} shown={markOf(planned)} asked={queryOf(asked)} asPostId={asPostId} returned={returned} />}
    </>
  );
}

function fieldsOf(kind: DisruptionKind, { asked, ...form }: { ground: Ground; wanted: Wanted | null; asked: Asked; returned?: FormReturn }): ReactNode {
  switch (kind) {
    case 'inspected':
      return <InspectFields {...form} />;
    case 'swapped':
      return <SwapFields {...form} />;
    case 'withdrew':
      return <WithdrawFields {...form} />;
    case 'joined':
      return <JoinFields {...form} />;
    case 'reorganised':
      return <ReorganiseFields {...form} asked={asked} />;
  }
}

function About() {
  return (
    <Slip id="h-about" heading="Nothing is changed yet">
      <p className="s">See what it changes as often as you like. It is done when you give the reason and confirm; if anything has changed meanwhile, you are shown it again.</p>
    </Slip>
  );
}

function Between({ page: { between } }: { page: DisruptionPage }) {
  return (
    <Sheet id="h-between" heading="What came between">
      {between.length === 0 ? <Empty fact="Nothing came between so far">Dates that were moved by hand stand with the dates of the cycle.</Empty> : <CameBetweenList items={between} />}
    </Sheet>
  );
}

/** What stands in the address, with its mistakes; and the reason, when the confirmation came back. */
function cameBack(asked: Asked, { errors }: Read, back: FormReturn | undefined): FormReturn | undefined {
  if (!isSent(asked)) return back;
  const values = Object.fromEntries(Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return { ...back, values: { ...values, ...back?.values }, errors: { ...errors, ...back?.errors } };
}
