import type { FormReturn } from '@/domain/form';
import { clockOf } from '@/domain/forums/clock';
import type { ForumSession } from '@/domain/forums/forum';
import type { ForumPage } from '@/server/forums/load';
import { Button } from '@/ui/button';
import { Checkboxes } from '@/ui/checkboxes';
import { Hidden } from '@/ui/hidden';
import { Select } from '@/ui/select';
import { TextInput } from '@/ui/text-input';
import { arrange, cancel, change } from '../actions';
import { TermsFields } from '../terms-fields';

interface Props {
  page: ForumPage;
  returned: FormReturn | undefined;
  open: boolean;
}

export function ChangeDay({ page: { forum, ground, may }, returned, open }: Props) {
  const terms = { ...forum, starts: clockOf(forum.startsAt), ends: clockOf(forum.endsAt), facilitatorPostId: forum.facilitator?.postId ?? null };
  return (
    <details className="more" open={open}>
      <summary>Change the day, the place or the facilitator</summary>
      <form action={change} className="stack">
        <Hidden name="as" value={may.schedule!.id} />
        <Hidden name="forumId" value={forum.id} />
        <TermsFields terms={terms} facilitators={ground!.facilitators} returned={returned} />
        <p className="s soft">The sessions move with the start of the day. Everyone who was invited is told, and their calendars change.</p>
        <Button>Change the day</Button>
      </form>
    </details>
  );
}

export function ChangeOrder({ page: { forum, ground, may }, returned, open }: Props) {
  const members = ground!.members.toSorted((a, b) => Number(b.groupId === forum.group.id) - Number(a.groupId === forum.group.id));
  return (
    <details className="more" open={open}>
      <summary>Change the order and who challenges</summary>
      <form action={arrange} className="stack">
        <Hidden name="as" value={may.schedule!.id} />
        <Hidden name="forumId" value={forum.id} />
        {forum.sessions.map((session) => (
          <SessionFields key={session.id} session={session} members={members} groupId={forum.group.id} returned={returned} />
        ))}
        <p className="s soft">The order follows the times. Everyone who was invited is told.</p>
        <Button>Change the order of the day</Button>
      </form>
    </details>
  );
}

function SessionFields({ session, members, groupId, returned }: { session: ForumSession; members: readonly { id: string; name: string; groupId: string }[]; groupId: string; returned: FormReturn | undefined }) {
  const back = returned ? { returned } : {};
  const others = members.filter(({ id }) => id !== session.authority.id).map(({ id, name, groupId: of }) => ({ value: id, label: name, ofGroup: of === groupId }));
  const lead = session.challengers.find((challenger) => challenger.lead)?.id ?? '';
  const beside = session.challengers.filter((challenger) => !challenger.lead).map(({ id }) => id);
  return (
    <fieldset className="stack">
      <legend>{session.authority.name}</legend>
      <div className="flex flex-wrap gap-s5 [&_label]:block">
        <TextInput name={`starts-${session.id}`} label="Starts" value={clockOf(session.startsAt)} width="xs" {...back} />
        <TextInput name={`ends-${session.id}`} label="Ends" value={clockOf(session.endsAt)} width="xs" {...back} />
        <Select name={`lead-${session.id}`} label="Leads the challenge" blank="Choose an authority" options={others} value={lead} {...back} />
      </div>
      <Checkboxes name={`others-${session.id}`} legend="Also challenge" inline options={others.filter(({ ofGroup, value }) => ofGroup || beside.includes(value))} values={beside} {...back} />
    </fieldset>
  );
}

export function CancelForum({ page: { forum, may }, returned, open }: Props) {
  return (
    <details className="more" open={open}>
      <summary>Cancel this forum</summary>
      <form action={cancel} className="stack">
        <Hidden name="as" value={may.schedule!.id} />
        <Hidden name="forumId" value={forum.id} />
        <TextInput name="reason" label="Why it is cancelled" hint="Everyone who was invited reads it. What has been prepared is kept for the next day." {...(returned ? { returned } : {})} />
        <Button kind="second">Cancel the forum of the {forum.group.name} group</Button>
      </form>
    </details>
  );
}
