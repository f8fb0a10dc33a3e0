import type { ReactNode } from 'react';
import type { FormReturn } from '@/domain/form';
import { clockSpan } from '@/domain/forums/clock';
import { INVITED_AS_NAMES, type InvitationFact } from '@/domain/forums/invitations';
import { postName } from '@/domain/model';
import type { ForumPage } from '@/server/forums/load';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { DataTable } from '@/ui/data-table';
import { Hidden } from '@/ui/hidden';
import { Radios } from '@/ui/radios';
import { Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { StatusTag } from '@/ui/status-tag';
import { answer, attend } from '../actions';

/** What the person is asked to come to, in each post that is invited, with the answer. */
export function OwnInvitations({ page: { own, forum, today } }: { page: ForumPage }) {
  if (forum.cancelledAt || own.length === 0) return null;
  return own.map(({ postId, held, role, sessions, answer: given }) => (
    <Sheet key={postId} id={`h-own-${postId}`} heading={`Your invitation as ${postName(held)}`}>
      <p>
        {INVITED_AS_NAMES[role]}. {role === 'host' || role === 'challenger' ? 'Your part of the day:' : 'You are there from the beginning to the end:'}
      </p>
      <ul>
        {sessions.map((session) => (
          <li key={session.id}>
            {clockSpan(session.startsAt, session.endsAt)} {session.authority.name}
            {session.authority.id === held.authority?.id ? ': your own session' : session.challengers.some(({ id }) => id === held.authority?.id) ? ': you challenge' : ''}
          </li>
        ))}
      </ul>
      {given && <p>{given === 'accepted' ? <StatusTag state="accepted">You have accepted</StatusTag> : <StatusTag state="apologies">You have declined</StatusTag>}</p>}
      {forum.onDay >= today && (
        <Buttons>
          {given !== 'accepted' && <Answer forumId={forum.id} postId={postId} value="accepted" words={`Accept as ${postName(held)}`} />}
          {given !== 'declined' && <Answer forumId={forum.id} postId={postId} value="declined" words="Decline" />}
        </Buttons>
      )}
    </Sheet>
  ));
}

function Answer({ forumId, postId, value, words }: { forumId: string; postId: string; value: string; words: string }) {
  return (
    <form action={answer}>
      <Hidden name="as" value={postId} />
      <Hidden name="forumId" value={forumId} />
      <Hidden name="answer" value={value} />
      <Button kind={value === 'accepted' ? 'main' : 'second'}>{words}</Button>
    </form>
  );
}

/** Who is invited; from the day on, for those who run it, who is here. */
export function Invited({ page, returned, open }: { page: ForumPage; returned: FormReturn | undefined; open: boolean }) {
  const { invitations, may, forum, today } = page;
  const runs = Boolean(may.schedule ?? may.attend);
  const recording = may.attend && forum.onDay <= today && !forum.cancelledAt && (open || forum.onDay === today);
  return (
    <Section id="h-invited" heading="Invited" count={invitations.length}>
      {may.attend && forum.onDay < today && !open && !forum.cancelledAt && (
        <p className="s">
          <a href={`/forums/${forum.id}?at=here#h-invited`}>Record who was here</a>
        </p>
      )}
      {recording ? (
        <form action={attend} className="stack" id="here">
          <Hidden name="as" value={may.attend!.id} />
          <Hidden name="forumId" value={forum.id} />
          <Posts invitations={invitations} heading="Who is here">
            {(invitation) => <Here invitation={invitation} returned={returned} />}
          </Posts>
          <Button>Record who is here</Button>
        </form>
      ) : (
        <Posts invitations={invitations} {...(runs ? { heading: 'Answer' } : {})}>
          {(invitation) => <Answered invitation={invitation} />}
        </Posts>
      )}
    </Section>
  );
}

/** Without a heading for it, the last column is left out. */
function Posts({ invitations, heading, children }: { invitations: readonly InvitationFact[]; heading?: string; children: (invitation: InvitationFact) => ReactNode }) {
  return (
    <DataTable
      caption="Invited posts"
      columns={[{ name: 'Post' }, { name: 'Invited as' }, ...(heading ? [{ name: heading }] : [])]}
      rows={invitations.map((invitation) => ({
        id: invitation.postId,
        cells: [invitation.post, INVITED_AS_NAMES[invitation.role], ...(heading ? [children(invitation)] : [])],
      }))}
    />
  );
}

function Here({ invitation: { postId, post, attendance }, returned }: { invitation: InvitationFact; returned: FormReturn | undefined }) {
  return (
    <div className="relative [&_legend]:left-0">
      <Radios
        name={`here-${postId}`}
        legend={post}
        hideLegend
        inline
        options={[
          { value: 'present', label: 'Present' },
          { value: 'apologies', label: 'Apologies' },
          { value: 'absent', label: 'Absent' },
        ]}
        {...(attendance ? { value: attendance } : {})}
        {...(returned ? { returned } : {})}
      />
    </div>
  );
}

function Answered({ invitation: { sentAt, answer: given, attendance } }: { invitation: InvitationFact }) {
  if (attendance === 'present') return <StatusTag state="done">Present</StatusTag>;
  if (attendance === 'apologies') return <StatusTag state="apologies">Apologies</StatusTag>;
  if (attendance === 'absent') return <StatusTag state="not-needed">Absent</StatusTag>;
  if (!sentAt) return <StatusTag state="not-started">Not invited yet</StatusTag>;
  if (given === 'accepted') return <StatusTag state="accepted">Accepted</StatusTag>;
  if (given === 'declined') return <StatusTag state="apologies">Declined</StatusTag>;
  return <StatusTag state="waiting">Not answered</StatusTag>;
}
