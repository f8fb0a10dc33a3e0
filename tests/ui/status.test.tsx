import { expect, test } from 'vitest';
import { clockTime, dayAndMonth, fullDay, moment, shortDay } from '@/ui/day';
import { Icons } from '@/ui/icons';
import { StatusTag, type State } from '@/ui/status-tag';
import { TaskRow } from '@/ui/task-row';
import { Timeline } from '@/ui/timeline';
import { Trend } from '@/ui/trend';
import { WhoCanSee } from '@/ui/who-can-see';
import { markup, words } from './markup';

/** The table "Status language" of the design. */
const LANGUAGE: Record<State, [word: string, icon: string, role: string]> = {
  'not-started': ['Not started', 'todo', 'quiet'],
  'not-open': ['Not open', 'dot', 'quiet'],
  locked: ['Not open yet', 'lock', 'quiet'],
  'in-progress': ['In progress', 'now', 'now'],
  due: ['Due soon', 'due', 'due'],
  late: ['Late', 'late', 'late'],
  waiting: ['Waiting', 'wait', 'wait'],
  'part-signed': ['Part signed', 'wait', 'ink'],
  comments: ['Comments to answer', 'talk', 'friend'],
  returned: ['Returned', 'returned', 'due'],
  done: ['Done', 'done', 'quiet'],
  accepted: ['Accepted', 'done', 'good'],
  signed: ['Signed', 'signed', 'ink'],
  released: ['Released', 'eye', 'ink'],
  'not-needed': ['Not needed', 'no', 'quiet'],
  apologies: ['Apologies', 'no', 'quiet'],
  'on-track': ['On track', 'now', 'now'],
  'at-risk': ['At risk', 'tilde', 'due'],
  'action-done': ['Done', 'done', 'ink'],
  'impact-shown': ['Impact shown', 'impact', 'good'],
  'not-rated': ['Not rated yet', 'no', 'quiet'],
};

test('every state is a word, a shape and a colour', () => {
  for (const [state, [word, icon, role]] of Object.entries(LANGUAGE))
    expect(markup(<StatusTag state={state as State} />)).toBe(`<span class="st ${role}"><svg class="ic" aria-hidden="true"><use href="#i-${icon}"></use></svg><span>${word}</span></span>`);
});

test('every icon that a state uses is in the sprite', () => {
  const sprite = markup(<Icons />);
  for (const [, icon] of Object.values(LANGUAGE)) expect(sprite).toContain(`id="i-${icon}"`);
  for (const mark of ['own', 'friend', 'agreed']) expect(sprite).toContain(`id="i-mk-${mark}"`);
});

test('a task says what, why, how late and by when, and its button says which task it opens', () => {
  const row = <TaskRow act="Agree the notes" href="/forum-notes/1" why="Yours closes it." state="late" status="4 days late" when="Was due Friday 12 January" go="Read and agree" form="filled" />;
  expect(words(row)).toBe('Agree the notesYours closes it.4 days lateWas due Friday 12 JanuaryRead and agree: Agree the notes');
  expect(markup(row)).toContain('<a class="btn sm" href="/forum-notes/1">');
});

test('a timeline says what is done, where things stand, and what is to come', () => {
  const line = (
    <Timeline
      items={[
        { id: 'a', what: 'Accepted', state: 'done', when: 'Friday 27 October' },
        { id: 'b', what: 'Notes to agree', state: 'here' },
        { id: 'c', what: 'Annual conversation', state: 'next' },
      ]}
    />
  );
  expect(words(line)).toBe('Done: AcceptedFriday 27 OctoberNow: Notes to agreeTo come: Annual conversation');
  expect(markup(line)).toContain('<li class="here" aria-current="step">');
});

test('a trend draws its points between its lowest and highest and says what it shows', () => {
  expect(markup(<Trend points={[24, 22, 20]} england={22} label="Fell from 24 to 20" />)).toBe(
    '<svg class="spark" viewBox="0 0 88 28" role="img" aria-label="Fell from 24 to 20"><line class="ref" x1="2" x2="86" y1="14" y2="14"></line><polyline class="me" points="2,4 44,14 86,24"></polyline><circle cx="86" cy="24" r="3.5"></circle></svg>',
  );
  expect(markup(<Trend points={[]} label="x" />)).toBe('');
});

test('who can see a thing is said in a sentence', () => {
  expect(words(<WhoCanSee>Wigan and the regional team.</WhoCanSee>)).toBe('Who can see this: Wigan and the regional team.');
});

test('days and times are written in words, in London', () => {
  expect(fullDay('2017-10-27')).toBe('Friday 27 October 2017');
  expect(dayAndMonth('2018-01-12')).toBe('Friday 12 January');
  expect([shortDay('2017-09-05'), shortDay('2017-10-27'), shortDay('2018-06-01')]).toEqual(['5 Sep', '27 Oct', '1 Jun']);
  expect(fullDay('2017-09-05')).toBe('Tuesday 5 September 2017');
  expect(clockTime(new Date('2017-10-24T23:05:00Z'))).toBe('00:05');
  expect(moment(new Date('2017-10-24T23:05:00Z'))).toBe('Wednesday 25 October 2017, 00:05');
  expect(moment(new Date('2018-01-12T17:05:00Z'))).toBe('Friday 12 January 2018, 17:05');
});
