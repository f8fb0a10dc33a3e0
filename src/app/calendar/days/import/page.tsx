import { redirect } from 'next/navigation';
import { REGIONAL_DAY_NAMES } from '@/domain/regional-days';
import { readFormReturn } from '@/server/form-return';
import { readDayFile } from '@/server/regional-calendar/days/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Crumbs } from '@/ui/crumbs';
import { DataTable } from '@/ui/data-table';
import { FullDay } from '@/ui/day';
import { Hidden } from '@/ui/hidden';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { orNotFound } from '../../../or-not-found';
import { Shell } from '../../../shell';
import { viewerOf } from '../../../viewer';
import { enterAll } from '../../actions';

/** What a file holds, before any of it is entered. The file stands in what came back from its form. */
export default async function ImportDays({ searchParams }: { searchParams: Promise<{ return?: string }> }) {
  const actor = await requireActor('/calendar/days');
  const text = (await readFormReturn(actor.personId, (await searchParams).return))?.values.text;
  if (typeof text !== 'string') redirect('/calendar/days');
  const { days, authorities, faults } = await orNotFound(() => readDayFile(actor, text));
  if (faults.length > 0) redirect('/calendar/days');
  const title = `${days.length} ${days.length === 1 ? 'entry' : 'entries'} for the calendar`;
  return (
    <Shell viewer={viewerOf(actor)} current="/calendar" title={title} back="/calendar/days">
      <Crumbs items={[{ label: 'Calendar', href: '/calendar' }, { label: 'Holidays and events', href: '/calendar/days' }, { label: 'From a file' }]} />
      <PageHead title={title} lead="This is what the file holds. Nothing is entered yet." />
      <div className="stack-l">
        <DataTable
          caption="What the file holds"
          columns={[{ name: 'Name' }, { name: 'What it is' }, { name: 'First day' }, { name: 'Last day' }, { name: 'For whom' }]}
          rows={days.map(({ kind, name, fromOn, toOn, authorityId }, index) => ({
            id: String(index),
            cells: [name, REGIONAL_DAY_NAMES[kind], <FullDay key="from" on={fromOn} />, <FullDay key="to" on={toOn} />, authorities.find(({ id }) => id === authorityId)?.name ?? 'The whole region'],
          }))}
        />
        <form action={enterAll}>
          <Hidden name="as" value={actor.as?.id ?? ''} />
          <Hidden name="text" value={text} />
          <Buttons>
            <Button>{days.length === 1 ? 'Enter it in the calendar' : `Enter all ${days.length} in the calendar`}</Button>
            <LinkButton href="/calendar/days" kind="second">
              Enter nothing
            </LinkButton>
          </Buttons>
        </form>
      </div>
    </Shell>
  );
}
