import { MARKER_NAMES, MARKERS } from '@/domain/figures';
import { loadFigureEntry } from '@/server/figures/load';
import { readFormReturn } from '@/server/form-return';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { DataTable } from '@/ui/data-table';
import { Moment } from '@/ui/day';
import { FileInput } from '@/ui/file-input';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { Select } from '@/ui/select';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { TextInput } from '@/ui/text-input';
import { orNotFound } from '../../../../or-not-found';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';
import { enter, upload } from '../actions';

interface Props {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<{ return?: string }>;
}

export default async function FigureEntry({ params, searchParams }: Props) {
  const { cycleId } = await params;
  const path = `/cycles/${cycleId}/figures`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadFigureEntry(actor, cycleId)), readFormReturn(actor.personId, (await searchParams).return)]);
  const back = returned ? { returned } : {};
  return (
    <Shell viewer={viewerOf(actor)} current="/questions" title="Figures" back={path} {...back}>
      {returned && <FormReport returned={returned} heading="The figures were not taken" />}
      <Crumbs items={[{ label: 'Cycle', href: '/cycle' }, { label: `Figures, ${page.name}` }]} />
      <PageHead title="Enter or upload figures" lead="They stand beside the self-view and in the pack. A file is taken whole or not at all." />
      <Columns aside={<Markers />}>
        {page.issued ? (
          <Refusal>The packs have been issued with the figures of that day. They stay as they were read.</Refusal>
        ) : (
          <>
            <Sheet id="upload" heading="Upload a file">
              <form action={upload} className="stack">
                <Hidden name="as" value={page.may.id} />
                <Hidden name="cycleId" value={cycleId} />
                <FileInput name="file" label="CSV file" hint="One row for each authority and indicator, at most 2 MB" accept=".csv,text/csv" {...back} />
                <Button>Upload the figures</Button>
                <p className="s">
                  <a href={`/cycles/${cycleId}/figures/form.csv`}>Download an empty table to fill in</a>
                </p>
              </form>
            </Sheet>
            <Sheet id="enter" heading="Enter one figure">
              <form action={enter} className="stack">
                <Hidden name="as" value={page.may.id} />
                <Hidden name="cycleId" value={cycleId} />
                <Select name="authorityId" label="Authority" {...(page.authorities.length === 1 ? {} : { blank: 'Choose an authority' })} options={page.authorities.map(({ id, shortName }) => ({ value: id, label: shortName }))} {...back} />
                <Select name="indicatorId" label="Indicator" blank="Choose an indicator" options={page.indicators.map(({ id, name, unit }) => ({ value: id, label: `${name} (${unit})` }))} {...back} />
                <TextInput name="period" label="Period" hint="For example 2017 or 2016-17" width="s" {...back} />
                <TextInput name="value" label="Figure" hint="A number, or a marker" width="s" {...back} />
                <TextInput name="regional" label="Region" width="s" {...back} />
                <TextInput name="england" label="England" width="s" {...back} />
                <TextInput name="source" label="Source" {...back} />
                <Button>Enter the figure</Button>
              </form>
            </Sheet>
          </>
        )}
        <Sheet id="so-far" heading="What is in so far">
          <DataTable
            columns={[{ name: 'Authority' }, { name: 'Figures', num: true }, { name: 'Last entered' }]}
            rows={page.authorities.map((authority) => ({
              id: authority.id,
              cells: [authority.shortName, authority.figures, authority.enteredAt ? <Moment at={authority.enteredAt} /> : 'Never'],
            }))}
          />
        </Sheet>
      </Columns>
    </Shell>
  );
}

function Markers() {
  return (
    <Slip id="markers" heading="When there is no number">
      <ul className="bare s">
        {MARKERS.map((marker) => (
          <li key={marker}>
            <b>{marker}</b>: {MARKER_NAMES[marker]}
          </li>
        ))}
      </ul>
    </Slip>
  );
}
