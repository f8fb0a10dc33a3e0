import type { FormReturn } from '@/domain/form';
import { postName } from '@/domain/model';
import type { NotesPage } from '@/server/forum-notes/load';
import { Button } from '@/ui/button';
import { Buttons } from '@/ui/buttons';
import { CommentThread } from '@/ui/comment-thread';
import { Hidden } from '@/ui/hidden';
import { MarginLink } from '@/ui/margin-link';
import { Radios } from '@/ui/radios';
import { TextArea } from '@/ui/text-area';
import { comment, settle, withdraw } from '../actions';

interface Props {
  paragraph: number;
  page: NotesPage;
  personId: string;
  opened: boolean;
  returned: FormReturn | undefined;
}

/** What stands beside a paragraph: its comments and answers, and the form of whoever may add to them. */
export function Margin({ paragraph, page, personId, opened, returned }: Props) {
  const { comments, may, outForComment, notes } = page;
  const here = comments.filter((made) => made.paragraph === paragraph);
  const canComment = may.comment && outForComment;
  return (
    <div className="stack-s">
      {here.map((made) => (
        <CommentThread
          key={made.id}
          state={made.settledAt ? 'settled' : 'open'}
          heading={made.settledAt ? (SETTLED[made.settledAs ?? ''] ?? 'Answered') : 'Open'}
          comments={[
            { id: made.id, voice: 'own', post: made.post, at: made.at, text: made.body },
            ...(made.answer && made.settledAt ? [{ id: `${made.id}-answer`, voice: 'friend' as const, post: 'Regional team', at: made.settledAt, text: made.answer }] : []),
          ]}
        >
          {!made.settledAt && may.settle && <Settle page={page} commentId={made.id} paragraph={paragraph} returned={returned} />}
          {!made.settledAt && canComment && made.personId === personId && (
            <form action={withdraw}>
              <Hidden name="as" value={may.comment!.id} />
              <Hidden name="documentId" value={notes.id} />
              <Hidden name="commentId" value={made.id} />
              <Hidden name="paragraph" value={String(paragraph)} />
              <Button kind="link">Withdraw</Button>
            </form>
          )}
        </CommentThread>
      ))}
      {canComment &&
        (opened ? (
          <form action={comment} className="stack-s">
            <Hidden name="as" value={may.comment!.id} />
            <Hidden name="documentId" value={notes.id} />
            <Hidden name="versionId" value={outForComment.id} />
            <Hidden name="paragraph" value={String(paragraph)} />
            <TextArea name="body" id={`body-${paragraph}`} label={`Your comment on paragraph ${paragraph}`} rows={3} tools="answer" {...(returned ? { returned } : {})} />
            <Buttons>
              <Button size="small">Add the comment as {postName(may.comment!)}</Button>
            </Buttons>
          </form>
        ) : (
          <MarginLink href={`?comment=${paragraph}#p-${paragraph}`} hidden={` on paragraph ${paragraph}`}>
            Comment
          </MarginLink>
        ))}
    </div>
  );
}

const SETTLED: Record<string, string> = { accepted: 'Accepted', answered: 'Answered', withdrawn: 'Withdrawn' };

function Settle({ page, commentId, paragraph, returned }: { page: NotesPage; commentId: string; paragraph: number; returned: FormReturn | undefined }) {
  const back = returned?.values.commentId === commentId ? { returned } : {};
  return (
    <details className="more" open={'returned' in back}>
      <summary>Accept or answer</summary>
      <form action={settle} className="stack-s">
        <Hidden name="as" value={page.may.settle!.id} />
        <Hidden name="documentId" value={page.notes.id} />
        <Hidden name="commentId" value={commentId} />
        <Hidden name="paragraph" value={String(paragraph)} />
        <Radios
          name="settleAs"
          id={`settle-${commentId}`}
          legend="This comment is"
          inline
          options={[
            { value: 'accepted', label: 'Accepted' },
            { value: 'answered', label: 'Answered' },
          ]}
          value="accepted"
          {...back}
        />
        <TextArea name="answer" id={`answer-${commentId}`} label="Answer" hint="Needed when the text stays as it is" rows={2} {...back} />
        <Button size="small">Settle the comment</Button>
      </form>
    </details>
  );
}
