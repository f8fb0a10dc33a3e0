import type { FormReturn } from '@/domain/form';
import type { PlacedComment } from '@/domain/self-views/comments-by-paragraph';
import type { SectionComment } from '@/server/self-views/load';
import { Button } from '@/ui/button';
import { CommentThread } from '@/ui/comment-thread';
import { Hidden } from '@/ui/hidden';
import { TextArea } from '@/ui/text-area';
import { settle } from './actions';

/** One comment of the internal review, and how it was or can be settled. */
export function ReviewComment({ comment, words, documentId, as, from, sectionKey, returned }: { comment: SectionComment; words: PlacedComment<unknown>['words']; documentId: string; as: string | null; from: 'section' | 'read'; sectionKey: string; returned?: FormReturn }) {
  const { id, post, at, body, settledAs, answer, paragraph, quoted } = comment;
  const mine = returned?.values.commentId === id ? returned : undefined;
  return (
    <CommentThread state={settledAs ? 'settled' : 'open'} heading={settledAs ? (settledAs === 'accepted' ? 'Accepted' : 'Answered') : 'One comment, open'} comments={[{ id, voice: 'friend', post, at, text: body }]}>
      {paragraph > 0 && quoted !== '' && (words !== 'same' || from === 'section') && <About words={words} quoted={quoted} />}
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

const MOST = 220;
const ABOUT = { same: 'On:', changed: 'The words have changed since. It was about:', gone: 'Those words are gone. It was about:' } as const;

/** The words that a comment was made on, as they stood then. */
function About({ words, quoted }: { words: PlacedComment<unknown>['words']; quoted: string }) {
  return (
    <p className="xs soft">
      {ABOUT[words]} “{quoted.length > MOST ? `${quoted.slice(0, MOST)}…` : quoted}”
    </p>
  );
}
