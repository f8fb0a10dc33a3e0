import type { FormReturn } from '@/domain/form';
import { env } from '@/server/env';
import { readFormReturn } from '@/server/form-return';
import { loadFeeds, type FeedLine } from '@/server/regional-calendar/feeds/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { DataTable } from '@/ui/data-table';
import { Moment } from '@/ui/day';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { TextInput } from '@/ui/text-input';
import { WhoCanSee } from '@/ui/who-can-see';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { make, revoke } from '../actions';
import { tokenToShow } from './shown-once';

export default async function Feeds({ searchParams }: { searchParams: Promise<{ return?: string }> }) {
  const actor = await requireActor('/calendar/feeds');
  const [{ feeds, mayMake }, returned] = await Promise.all([loadFeeds(actor), readFormReturn(actor.personId, (await searchParams).return)]);
  const live = feeds.filter(({ revokedAt }) => !revokedAt);
  const shown = await tokenToShow(live.map(({ id }) => id));
  const form = returned ? { returned } : {};
  return (
    <Shell viewer={viewerOf(actor)} current="/calendar" title="Your own calendar" back="/calendar/feeds" {...form}>
      <FormReport {...form} heading="That cannot be done" />
      <Crumbs items={[{ label: 'Calendar', href: '/calendar' }, { label: 'Your own calendar' }]} />
      <PageHead title="Put it in your own calendar" lead="Outlook, Google and others can follow an address of yours. It holds what is due from you, the forums that you are invited to, and where the region meets." />
      <Columns aside={<About />}>
        {shown && <JustMade address={addressOf(shown.token)} name={live.find(({ id }) => id === shown.id)!.name} />}
        {mayMake && <MakeOne as={actor.as?.id ?? ''} {...form} />}
        <Sheet id="h-yours" heading="Your addresses">
          {feeds.length === 0 ? <p className="soft">You have made none yet.</p> : <Addresses feeds={feeds} as={actor.as?.id ?? ''} />}
        </Sheet>
        <WhoCanSee>you alone see this list. An address opens for whoever has it, without signing in, and shows what your posts may see at that moment.</WhoCanSee>
      </Columns>
    </Shell>
  );
}

function addressOf(token: string): string {
  return `${env().NEXTAUTH_URL.replace(/\/$/, '')}/calendar/feeds/${token}.ics`;
}

function JustMade({ address, name }: { address: string; name: string }) {
  return (
    <Sheet id="h-made" heading={`Copy the address of “${name}” now`}>
      <p>It is not kept, so nobody can show it to you again. If you lose it, revoke it and make another.</p>
      <p className="slip wrap-anywhere">
        <code id="address">{address}</code>
      </p>
      <p className="s">
        <a href={address.replace(/^https?:/, 'webcal:')}>Open it in the calendar program of this device</a>
      </p>
    </Sheet>
  );
}

function MakeOne({ as, returned }: { as: string; returned?: FormReturn }) {
  return (
    <Sheet id="h-make" heading="Make an address">
      <form action={make} className="stack">
        <Hidden name="as" value={as} />
        <TextInput name="name" label="Name" hint="Where you will use it: Outlook at work, my phone" width="m" maxLength={80} {...(returned ? { returned } : {})} />
        <Button icon="calendar">Make an address</Button>
      </form>
    </Sheet>
  );
}

function Addresses({ feeds, as }: { feeds: readonly FeedLine[]; as: string }) {
  return (
    <DataTable
      caption="Addresses that you have made"
      columns={[{ name: 'Name' }, { name: 'Made' }, { name: 'Last read' }, { name: 'Revoke', hidden: true }]}
      rows={feeds.map(({ id, name, createdAt, lastReadAt, revokedAt }) => ({
        id,
        cells: [
          name,
          <Moment key="made" at={createdAt} />,
          lastReadAt ? <Moment key="read" at={lastReadAt} /> : 'Never',
          revokedAt ? (
            <span key="revoked" className="soft">
              Revoked on <Moment at={revokedAt} />
            </span>
          ) : (
            <form key="revoke" action={revoke}>
              <Hidden name="as" value={as} />
              <Hidden name="feedId" value={id} />
              <Button kind="second" size="small">
                Revoke<span className="vh"> the address “{name}”</span>
              </Button>
            </form>
          ),
        ],
      }))}
    />
  );
}

function About() {
  return (
    <>
      <Slip id="h-how" heading="How to use it">
        <ul className="bare s stack-s">
          <li>In Outlook: Add calendar, then Subscribe from web.</li>
          <li>In Google Calendar: Other calendars, then From URL.</li>
          <li>On a phone: open the address, or subscribe in the settings of its calendar.</li>
        </ul>
        <p className="s soft">They ask for news every few hours. What you have done goes from it, and what moves moves along.</p>
      </Slip>
      <Slip id="h-key" heading="Treat it like a key">
        <p className="s">Whoever has the address can read it. Give each device its own, so that you can revoke one alone. It names steps, days and authorities; nothing that anyone wrote.</p>
      </Slip>
    </>
  );
}
