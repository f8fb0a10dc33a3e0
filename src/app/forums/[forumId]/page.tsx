import { clockSpan } from '@/domain/forums/clock';
import type { FormReturn } from '@/domain/form';
import type { Actor } from '@/domain/model';
import { dayWarnings } from '@/domain/processes/day-warnings';
import { readFormReturn } from '@/server/form-return';
import { loadForum, type ForumPage } from '@/server/forums/load';
import { loadWarnings } from '@/server/regional-calendar/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { fullDay } from '@/ui/day';
import { DayWarnings } from '@/ui/day-warnings';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { LinkButton } from '@/ui/link-button';
import { PageHead } from '@/ui/page-head';
import { Refusal } from '@/ui/refusal';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { StatusTag } from '@/ui/status-tag';
import { SummaryList } from '@/ui/summary-list';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../or-not-found';
import { Shell } from '../../shell';
import { viewerOf } from '../../viewer';
import { invite } from '../actions';
import { CancelForum, ChangeDay, ChangeOrder } from './change-forms';
import { Invited, OwnInvitations } from './invitations';

interface Props {
  params: Promise<{ forumId: string }>;
  searchParams: Promise<{ return?: string; at?: string }>;
}

export default async function ForumDay({ params, searchParams }: Props) {
  const { forumId } = await params;
  const path = `/forums/${forumId}`;
  const actor = await requireActor(path);
  const { return: back, at } = await searchParams;
  const returned = await readFormReturn(actor.personId, back);
  const page = await orNotFound(() => loadForum(actor, forumId, new Date()));
  const { forum, may } = page;
  const open = !forum.cancelledAt && !forum.sessions.some(({ endedAt }) => endedAt);
  const says = may.schedule && open ? [...page.together, ...(await againstDay(actor, page))] : [];
  const into = (form: string): { returned: FormReturn | undefined; open: boolean } => ({ returned: at === form ? returned : undefined, open: at === form });
  return (
    <Shell viewer={viewerOf(actor)} current="/forums" title={`Forum of the ${forum.group.name} group`} back={path} {...(returned ? { returned } : {})}>
      {returned && <FormReport returned={returned} heading={at === 'cancel' ? 'The forum is not cancelled' : 'This cannot be done'} />}
      <Crumbs items={[{ label: 'Forums', href: '/forums' }, { label: fullDay(forum.onDay) }]} />
      <PageHead
        title={`Forum of the ${forum.group.name} group`}
        lead={`${fullDay(forum.onDay)}, ${clockSpan(forum.startsAt, forum.endsAt)}. ${[forum.room, forum.venue].filter(Boolean).join(', ')}.`}
        aside={<HeadActs page={page} />}
      />
      {forum.cancelledAt && <Refusal heading="This forum was cancelled">{forum.cancelledWhy}</Refusal>}
      <Columns aside={<Margin page={page} />}>
        <OwnInvitations page={page} />
        <Sheet id="h-order" heading="Order of the day">
          <Order page={page} />
        </Sheet>
        {says.length > 0 && (
          <div className="note">
            <p>
              <b>Worth knowing of {fullDay(forum.onDay)}.</b> The forum can be held all the same.
            </p>
            <DayWarnings says={says} />
          </div>
        )}
        {may.schedule && open && (
          <div>
            <ChangeDay page={page} {...into('day')} />
            <ChangeOrder page={page} {...into('order')} />
            <CancelForum page={page} {...into('cancel')} />
          </div>
        )}
        <Invited page={page} {...into('here')} />
        <WhoCanSee>everyone with a post in the region sees the day. Who has accepted is for those who run it; questions, preparation and notes are on pages of their own.</WhoCanSee>
      </Columns>
    </Shell>
  );
}

/** What speaks against the day for those who have a session or challenge. */
async function againstDay(actor: Actor, { forum }: ForumPage): Promise<string[]> {
  const { regionId, cycleId, onDay, sessions } = forum;
  const ground = await loadWarnings(actor, { regionId, fromOn: onDay, toOn: onDay }, new Date());
  const authorityIds = [...new Set(sessions.flatMap(({ authority, challengers }) => [authority.id, ...challengers.map(({ id }) => id)]))];
  return dayWarnings(ground, { on: onDay, authorityIds, meets: true, cycleId }).map(({ says }) => says);
}

function HeadActs({ page: { forum, may, invitations } }: { page: ForumPage }) {
  const unsent = invitations.filter(({ sentAt }) => !sentAt).length;
  return (
    <Buttons>
      {may.schedule && !forum.cancelledAt && unsent > 0 && (
        <form action={invite}>
          <Hidden name="as" value={may.schedule.id} />
          <Hidden name="forumId" value={forum.id} />
          <Button icon="mail">
            Send {unsent} {unsent === 1 ? 'invitation' : 'invitations'}
          </Button>
        </form>
      )}
      <LinkButton href={`/forums/${forum.id}/calendar.ics`} kind="second" icon="calendar">
        Put it in your calendar
      </LinkButton>
    </Buttons>
  );
}

function Order({ page: { forum, notable, sides } }: { page: ForumPage }) {
  return (
    <table className="dt stackable">
      <caption className="vh">Sessions in order</caption>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Authority</th>
          <th scope="col">Challenged by</th>
          <th scope="col">State</th>
          <th scope="col">For you</th>
        </tr>
      </thead>
      <tbody>
        {forum.sessions.map((session) => {
          const address = `/forums/${forum.id}/sessions/${session.id}`;
          const side = sides[session.id];
          return (
            <tr key={session.id}>
              <td data-label="Time" className="nb">
                {clockSpan(session.startsAt, session.endsAt)}
              </td>
              <th scope="row">{session.authority.name}</th>
              <td data-label="Challenged by">
                {session.challengers.map(({ id, name, lead }, index) => (
                  <span key={id}>
                    {index > 0 && ', '}
                    {name}
                    {lead && ' (leads)'}
                  </span>
                ))}
              </td>
              <td data-label="State">{session.endedAt ? <StatusTag state="done">Held</StatusTag> : <StatusTag state="not-started">Not held yet</StatusTag>}</td>
              <td data-label="For you">
                {notable.has(session.id) && (
                  <a className="block py-s1" href={address}>
                    Questions and notes<span className="vh"> of {session.authority.name}’s session</span>
                  </a>
                )}
                {side && (
                  <a className="block py-s1" href={`${address}/prepare`}>
                    {side === 'host' ? 'Prepare your answers' : `Prepare your challenge`}
                    <span className="vh"> for {session.authority.name}’s session</span>
                  </a>
                )}
                {!notable.has(session.id) && !side && <span className="soft">Nothing</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Margin({ page: { forum, cycle, waveName, invitations, may } }: { page: ForumPage }) {
  const live = invitations.filter(({ sentAt }) => sentAt);
  const count = (answer: string | null) => live.filter((invitation) => invitation.answer === answer).length;
  return (
    <>
      <Slip id="h-terms" heading="The day">
        <SummaryList
          tight
          items={[
            { term: 'Cycle', words: cycle },
            { term: 'Wave', words: waveName },
            { term: 'Facilitator', words: forum.facilitator?.post ?? 'Nobody yet' },
            { term: 'Sessions', words: forum.sessions.length },
          ]}
        />
      </Slip>
      {(may.schedule ?? may.attend) && (
        <Slip id="h-answers" heading="Invitations">
          <SummaryList
            tight
            items={[
              { term: 'Accepted', words: count('accepted') },
              { term: 'Declined', words: count('declined') },
              { term: 'Not answered', words: count(null) },
              { term: 'Not sent', words: invitations.length - live.length },
            ]}
          />
        </Slip>
      )}
    </>
  );
}
