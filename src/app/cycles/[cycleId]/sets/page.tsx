import { readFormReturn } from '@/server/form-return';
import { loadSets, type SetsPage } from '@/server/sets/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { DataTable } from '@/ui/data-table';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { WhoCanSee } from '@/ui/who-can-see';
import type { FormReturn } from '@/domain/form';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { move, swap } from './actions';

interface Props {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function Sets({ params, searchParams }: Props) {
  const { cycleId } = await params;
  const path = `/cycles/${cycleId}/sets`;
  const actor = await requireActor(path);
  const returned = await readFormReturn(actor.personId, (await searchParams).return);
  const page = await orNotFound(() => loadSets(actor, cycleId, new Date()));
  const { cycle, sets, word } = page;
  const title = `Who is with whom in ${cycle.name}`;
  return (
    <Shell viewer={viewerOf(actor)} current="/cycle" title={title} returned={returned} back={path}>
      <FormReport returned={returned} heading="The sets were not changed" />
      <Crumbs items={[{ label: 'Cycles', href: '/cycles' }, { label: cycle.name, href: `/cycles/${cycle.id}` }, { label: 'Sets' }]} />
      <PageHead title={title} lead={`${sets.length === 1 ? 'One' : sets.length} ${sets.length === 1 ? word : `sets: each a ${word}`}.`} />
      <Columns aside={<WhenTheyChange page={page} />}>
        <Sheet as="div">
          <DataTable
            caption="The sets and who is in each"
            columns={[{ name: 'Set' }, { name: 'Authorities', full: true }, ...(page.led ? [{ name: 'Led by' }] : [])]}
            rows={sets.map(({ id, name, members, lead }) => ({ id, cells: [name, members.map((member) => (member.withdrew ? `${member.name} (has left)` : member.name)).join(', '), ...(page.led ? [lead ? `DCS, ${lead}` : 'Nobody'] : [])] }))}
          />
        </Sheet>
        {page.notToChange && <Refusal heading="They cannot be changed">{page.notToChange.because}</Refusal>}
        {page.notToChange === null && <Change page={page} returned={returned} asPostId={actor.as!.id} />}
        <WhoCanSee>everyone who holds a post in the region. Agencies beside an authority, Ofsted, the LGA and the DfE do not see it.</WhoCanSee>
      </Columns>
    </Shell>
  );
}

function Change({ page: { cycle, sets }, returned, asPostId }: { page: SetsPage; returned: FormReturn | undefined; asPostId: string }) {
  const open = sets.filter(({ begun }) => begun === null);
  const authorities = open.flatMap(({ name, members }) => members.filter(({ withdrew }) => !withdrew).map((member) => ({ value: member.id, label: `${member.name} (${name})` })));
  if (authorities.length === 0) return <Refusal heading="They cannot be changed any more">Something has been handed over, recorded or arranged in each of them.</Refusal>;
  const at = (
    <>
      <Hidden name="as" value={asPostId} />
      <Hidden name="cycleId" value={cycle.id} />
    </>
  );
  return (
    <>
      <Sheet id="h-swap" heading="Let two change places">
        <form action={swap} className="stack">
          {at}
          <Select name="authorityId" label="First" blank="Choose an authority" options={authorities} returned={returned} />
          <Select name="withId" label="Second" blank="Choose an authority" options={authorities} returned={returned} />
          <Button>Let them change places</Button>
        </form>
      </Sheet>
      <Sheet id="h-move" heading="Let one go to another set">
        <form action={move} className="stack">
          {at}
          <Select name="moving" label="Who goes" blank="Choose an authority" options={authorities} returned={returned} />
          <Select name="toSetId" label="Where to" blank="Choose a set" options={open.map(({ id, name, members }) => ({ value: id, label: `${name} (${members.map((member) => member.name).join(', ')})` }))} returned={returned} />
          <Button kind="second">Let it go there</Button>
        </form>
      </Sheet>
    </>
  );
}

function WhenTheyChange({ page: { sets } }: { page: SetsPage }) {
  const begun = sets.flatMap((set) => set.begun ?? []);
  return (
    <Slip id="h-when" heading="Until when they can change">
      <p className="s">Until something is handed over in a set, a step of it is recorded, or a day is arranged for it. Roles and empty papers that hang on a set follow the change.</p>
      {begun.map((sentence) => (
        <p className="s" key={sentence}>
          {sentence}
        </p>
      ))}
    </Slip>
  );
}
