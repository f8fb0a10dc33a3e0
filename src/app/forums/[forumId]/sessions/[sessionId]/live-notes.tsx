'use client';

import type { FormReturn } from '@/domain/form';
import { keptWords, questionStates, type NoteLine, type QuestionState, type ShownLine } from '@/domain/forums/note-lines';
import { ForumQuestion } from '@/ui/forum-question';
import { Icon } from '@/ui/icon';
import { StatusTag } from '@/ui/status-tag';
import { SummaryList } from '@/ui/summary-list';
import { keyOf } from './kept-on-device';
import { Lines } from './lines';
import { NoteForm } from './note-form';
import { useNotes, type Notes } from './use-notes';

export interface AskedQuestion {
  /** "other" for what belongs to no question. */
  id: string;
  text: string;
  from: string;
  /** For the form without script. */
  blankId: string;
}

export interface LiveNotesProps {
  forumId: string;
  sessionId: string;
  personId: string;
  /** Post in which notes are taken; null for those who may only read. */
  as: string | null;
  questions: readonly AskedQuestion[];
  lines: readonly NoteLine[];
  readAt: string;
  ended: boolean;
  /** The question whose box is open. */
  open: string | null;
  returned: FormReturn | undefined;
}

const STATES: Record<QuestionState, { state: 'done' | 'in-progress' | 'not-started'; word: string }> = {
  asked: { state: 'done', word: 'Asked' },
  'being-asked': { state: 'in-progress', word: 'Being asked' },
  'not-asked': { state: 'not-started', word: 'Not asked yet' },
};

/** The questions with what is noted under each, by everyone who notes; what this device could not send stays on it. */
export function LiveNotes({ forumId, sessionId, personId, as, questions, lines, readAt, ended, open, returned }: LiveNotesProps) {
  const path = `/forums/${forumId}/sessions/${sessionId}`;
  const storageKey = keyOf(sessionId, personId);
  const notes = useNotes({ address: `${path}/notes`, as: as ?? '', storageKey, lines, readAt });
  const asked = questions.filter(({ id }) => id !== 'other');
  const states = questionStates(asked.map(({ id }) => id), notes.lines, ended);
  const current = open ?? asked.find(({ id }) => states[id] === 'being-asked')?.id ?? asked[0]?.id ?? 'other';
  return (
    <>
      <Sending notes={notes} signIn={`/sign-in?next=${encodeURIComponent(path)}`} />
      {questions.map(({ id, text, from, blankId }, index) => {
        const under = notes.lines.filter(({ questionId }) => (questionId ?? 'other') === id || (id === 'other' && !asked.some((question) => question.id === questionId)));
        const state = states[id];
        const body = (
          <>
            <Lines lines={under} as={as} place={{ forumId, sessionId }} notes={notes} />
            {as && <NoteForm key={id} question={{ id, number: id === 'other' ? null : index + 1, blankId }} as={as} place={{ forumId, sessionId }} storageKey={storageKey} open={current === id} first={under.length === 0} notes={notes} returned={returned && (returned.values['questionId'] || 'other') === id ? returned : undefined} />}
          </>
        );
        return id === 'other' ? (
          <section className="q" aria-labelledby="q-other" key={id}>
            <span className="qn" aria-hidden="true" />
            <div>
              <h3 className="qt" id="q-other">
                {text}
              </h3>
              {body}
            </div>
          </section>
        ) : (
          <ForumQuestion
            key={id}
            id={`q-${id}`}
            number={index + 1}
            text={text}
            from={
              <>
                {state && <StatusTag state={STATES[state].state}>{STATES[state].word}</StatusTag>}
                <span>{from}</span>
              </>
            }
          >
            {body}
          </ForumQuestion>
        );
      })}
      <Kept lines={notes.lines} />
    </>
  );
}

/** What the drafting of the notes will find beside what was said. */
function Kept({ lines }: { lines: readonly ShownLine[] }) {
  const count = (is: (line: ShownLine) => boolean) => lines.filter(is).length || 'None yet';
  return (
    <section className="slip" aria-labelledby="h-kept">
      <h2 id="h-kept">Kept from this session</h2>
      <SummaryList
        tight
        items={[
          { term: 'Notes', words: count(({ what }) => what === 'note') },
          { term: 'Actions', words: count(({ what }) => what === 'action') },
          { term: 'Good practice', words: count(({ kind }) => kind === 'good-practice') },
          { term: 'Requests for support', words: count(({ what }) => what === 'support') },
        ]}
      />
    </section>
  );
}

/** Whether the region has everything, and what to do when it has not. */
function Sending({ notes: { kept, sent }, signIn }: { notes: Notes; signIn: string }) {
  const words = keptWords(kept);
  const refused = kept.some(({ because }) => because);
  return (
    <div role="status" aria-live="polite">
      {words && !refused && (
        <p className="saved failing">
          <Icon name="late" />
          <span>
            {words}.{' '}
            {sent === 'signed-out' ? (
              <>
                You are signed out: <a href={signIn}>sign in again</a>, and they are sent.
              </>
            ) : sent === 'gone' ? (
              'You can no longer open this session: copy them before you leave.'
            ) : (
              'They go to the region as soon as the network is back; you can close this page.'
            )}
          </span>
        </p>
      )}
      {refused && (
        <p className="saved failing">
          <Icon name="late" />
          <span>Something could not be saved. It stands below with the reason, and stays on this device until you take it off.</span>
        </p>
      )}
      {!words && sent === 'signed-out' && (
        <p className="saved failing">
          <Icon name="late" />
          <span>
            You are signed out: <a href={signIn}>sign in again</a> to go on.
          </span>
        </p>
      )}
    </div>
  );
}
