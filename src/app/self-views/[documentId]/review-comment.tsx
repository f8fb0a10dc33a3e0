import type { FormReturn } from '@/domain/form';
import type { SectionComment } from '@/server/self-views/load';
import { Button } from '@/ui/button';
import { CommentThread } from '@/ui/comment-thread';
import { Hidden } from '@/ui/hidden';
import { TextArea } from '@/ui/text-area';
import { settle } from './actions';

/** One comment of the internal review, and how it was or can be settled. */
export function ReviewComment({ comment, documentId, as, from, sectionKey, returned }: { comment: SectionComment; documentId: string; as: string | null; from: 'section' | 'read'; sectionKey: string; returned?: FormReturn }) {
  const { id, post, at, body, settledAs, answer } = comment;
  const mine = returned?.values.commentId === id ? returned : undefined;
  return (
    <CommentThread state={settledAs ? 'settled' : 'open'} heading={settledAs ? (settledAs === 'accepted' ? 'Accepted' : 'Answered') : 'One comment, open'} comments={[{ id, voice: 'friend', post, at, text: body }]}>
      {answer && <p className="s">{answer}</p>}
      {!settledAs && as && (
        <details className="more">
          <summary>Settle it</summary>
          <form action={settle} className="stack-s">
            <Hidden name="documentId" value={documentId} />
            <Hidden name="sectionKey" value={sectionKey} />
            <Hidden name="commentId" value={id} />
            <Hidden name="from" value={from} />
            <Hidden name="as" value={as} />
            <TextArea name="answer" id={`answer-${id}`} label="Answer" hint="Needed when the words stay as they are." rows={2} returned={mine} />
            <div className="btns">
              <Button size="small" kind="second" name="how" value="accepted">
                Accept: the words are changed
              </Button>
              <Button size="small" kind="second" name="how" value="answered">
                Answer: they stay
              </Button>
            </div>
          </form>
        </details>
      )}
    </CommentThread>
  );
}
