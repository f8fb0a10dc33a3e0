import { randomUUID } from 'node:crypto';
import { redirect } from 'next/navigation';
import { clockOf, clockSpan } from '@/domain/forums/clock';
import { notingProblem } from '@/domain/forums/session-notes';
import { sessionState, type SessionState } from '@/domain/forums/session-state';
import { FOCUS_NAMES, SOURCE_NAMES } from '@/domain/questions';
import { readFormReturn } from '@/server/form-return';
import { findOwnSide } from '@/server/forums/preparation/load';
import { loadForumDay, type ForumDayPage } from '@/server/forums/sessions/load';
import { NotFound } from '@/server/not-found';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Columns } from '@/ui/columns';
import { Crumbs } from '@/ui/crumbs';
import { fullDay } from '@/ui/day';
import { Empty } from '@/ui/empty';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { SessionList } from '@/ui/session-list';
import { Sheet } from '@/ui/sheet';
import { Slip } from '@/ui/slip';
import { StatusTag } from '@/ui/status-tag';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../../or-not-found';
import { Shell } from '../../../../shell';
import { viewerOf } from '../../../../viewer';
import { end } from './actions';
import { Differences } from './differences';
import { LiveNotes } from './live-notes';
import { TimeLeft } from './time-left';

interface Props {
  params: Promise<{ forumId: string; sessionId: string }>;
  searchParams: Promise<{ return?: string; q?: string }>;
}

export default async function SessionOnTheDay({ params, searchParams }: Props) {
  const { forumId, sessionId } = await params;
  const path = `/forums/${forumId}/sessions/${sessionId}`;
  const actor = await requireActor(path);
  const { return: back, q } = await searchParams;
  const returned = await readFormReturn(actor.personId, back);
  const now = new Date();
  const page = await orNotFound(() =>
    loadForumDay(actor, forumId, sessionId, now).catch(async (error: unknown) => {
      // Those who do not note but take part have a page of their own.
      if (error instanceof NotFound && (await findOwnSide(actor, sessionId))) redirect(`${path}/prepare`);
      throw error;
    }),
  );
  const { forum, session, pack, noted } = page;
  const closed = notingProblem(noted, now);
  const title = `${session.authority.name}’s forum session`;
  return (
    <Shell viewer={viewerOf(actor)} current="/forums" title={title} back={path} {...(returned ? { returned } : {})}>
      {returned && <FormReport returned={returned} heading="This cannot be done" prefix={`${returned.values['questionId'] || 'other'}-`} />}
      <Crumbs items={[{ label: 'Forums', href: '/forums' }, { label: fullDay(forum.onDay), href: `/forums/${forumId}` }, { label: session.authority.name }]} />
      <PageHead
        title={title}
        lead={`${fullDay(forum.onDay)}, ${clockSpan(session.startsAt, session.endsAt)}. ${forum.group.name} group. ${[forum.room, forum.venue].filter(Boolean).join(', ')}. ${challengedBy(page)}`}
        aside={<Clock page={page} now={now} closed={closed !== null} />}
      />
      <Columns aside={<Margin page={page} now={now} />}>
        <Sheet as="div">
          <Headline page={page} />
          <Differences authority={session.authority.name} pack={pack} />
          <h2 className="vh">Questions</h2>
          {closed && (
            <p className="soft">
              {closed.because} {noted.sentAt && <a href={`/forum-notes/${noted.notesId}`}>See the draft</a>}
            </p>
          )}
          {!pack.questions && <Empty fact="The questions are not issued yet">They come with the packs. Notes can be taken all the same.</Empty>}
          <LiveNotes
            forumId={forumId}
            sessionId={sessionId}
            personId={actor.personId}
            as={closed ? null : (page.may.note?.id ?? null)}
            questions={questionsOf(page)}
            lines={page.lines}
            readAt={page.readAt.toISOString()}
            ended={session.endedAt !== null}
            open={typeof q === 'string' ? q : null}
            returned={returned && (Object.keys(returned.errors).length > 0 || returned.refusal) ? returned : undefined}
          />
        </Sheet>
      </Columns>
    </Shell>
  );
}

function challengedBy({ session }: ForumDayPage): string {
  const names = session.challengers.map(({ name, lead }) => (lead ? `${name} (leads)` : name));
  return names.length === 0 ? '' : `Challenged by ${names.join(' and ')}.`;
}

function questionsOf({ pack }: ForumDayPage) {
  const asked = (pack.questions?.items ?? []).map(({ id, text, source, focus }) => ({ id, text, from: `${SOURCE_NAMES[source]}. ${FOCUS_NAMES[focus]}`, blankId: randomUUID() as string }));
  return [...asked, { id: 'other', text: 'Anything else', from: '', blankId: randomUUID() as string }];
}

function Clock({ page: { forum, session, pack, lines, may, noted }, now, closed }: { page: ForumDayPage; now: Date; closed: boolean }) {
  const questions = pack.questions?.items ?? [];
  const open = questions.filter(({ id }) => !lines.some((line) => line.questionId === id && !line.struck)).length;
  return (
    <div className="btns clockline">
      <TimeLeft session={session} now={now}>
        {session.endedAt ? 'The session has ended' : questions.length === 0 ? 'no questions' : `${open} of ${questions.length} questions to ask`}
      </TimeLeft>
      {may.end && !session.endedAt && !closed && (
        <details>
          <summary className="btn two">End the session</summary>
          <form action={end} className="mt-s2">
            <Hidden name="as" value={may.end.id} />
            <Hidden name="forumId" value={forum.id} />
            <Hidden name="sessionId" value={session.id} />
            <Button>End {session.authority.name}’s session now</Button>
          </form>
        </details>
      )}
      {session.endedAt && may.draft && !noted.sentAt && <a href={`/forum-notes/${noted.notesId}`}>Draft the notes</a>}
    </div>
  );
}

function Headline({ page: { pack } }: { page: ForumDayPage }) {
  if (!pack.questions?.headline) return null;
  return (
    <div className="theirs">
      <p className="s">
        <b>Headline from the data group</b>
      </p>
      <p className="doc">{pack.questions.headline}</p>
      {pack.selfView && (
        <p className="s">
          <a href={`/self-views/${pack.selfView.documentId}/read`}>Read the {pack.selfView.name}, version {pack.selfView.version}</a>
        </p>
      )}
    </div>
  );
}

const STATES: Record<SessionState, { state: 'done' | 'in-progress' | 'late' | 'not-started'; words: (endsAt: string) => string }> = {
  ended: { state: 'done', words: () => 'Held' },
  now: { state: 'in-progress', words: (endsAt) => `Now, ends ${endsAt}` },
  'over-time': { state: 'late', words: (endsAt) => `Not ended; until ${endsAt}` },
  next: { state: 'not-started', words: () => 'Next' },
  later: { state: 'not-started', words: () => 'Later' },
};

function Margin({ page: { forum, session, room, may, region, open }, now }: { page: ForumDayPage; now: Date }) {
  return (
    <>
      <section aria-labelledby="h-today">
        <h2 id="h-today">Order of the day</h2>
        <SessionList
          items={forum.sessions.map((one) => {
            const { state, words } = STATES[sessionState(one, forum.sessions, now)];
            return {
              id: one.id,
              at: clockOf(one.startsAt),
              what: one.id === session.id ? <b>{one.authority.name}</b> : open.has(one.id) ? <a href={`/forums/${forum.id}/sessions/${one.id}`}>{one.authority.name}</a> : one.authority.name,
              status: (
                <StatusTag state={state} wrap>
                  {words(clockOf(one.endsAt))}
                </StatusTag>
              ),
              on: one.id === session.id,
            };
          })}
        />
      </section>
      <Slip id="h-room" heading="In the room">
        {room.present.length + room.apologies.length === 0 ? (
          <p className="s soft">Nobody is recorded yet.</p>
        ) : (
          <ul className="bare s">
            {room.present.map((post) => (
              <li key={post}>
                <StatusTag state="done" wrap>
                  {post}
                </StatusTag>
              </li>
            ))}
            {room.apologies.length > 0 && (
              <li>
                <StatusTag state="apologies" wrap>
                  Apologies: {room.apologies.join(', ')}
                </StatusTag>
              </li>
            )}
          </ul>
        )}
        {may.attend && (
          <p className="s mt-s2">
            <a href={`/forums/${forum.id}?at=here#here`}>Record who is here</a>
          </p>
        )}
      </Slip>
      <WhoCanSee>
        the {region} team, the lead of the {forum.group.name} group and those who challenge, until the draft is sent to {session.authority.name}. {session.authority.name} sees the draft, never these notes.
      </WhoCanSee>
    </>
  );
}
