import { expect, test } from 'vitest';
import { ActionCard } from '@/ui/action-card';
import { Advice } from '@/ui/advice';
import { Autosaved } from '@/ui/autosaved';
import { CommentThread } from '@/ui/comment-thread';
import { Empty } from '@/ui/empty';
import { FullDayAt } from '@/ui/day';
import { EvidenceGrid } from '@/ui/evidence-grid';
import { Figures } from '@/ui/figures';
import { Points } from '@/ui/points';
import { RatingPair } from '@/ui/rating-pair';
import { Refused } from '@/ui/refused';
import { SectionList } from '@/ui/section-list';
import { SignatureBlocks } from '@/ui/signature-blocks';
import { markup, words } from './markup';

test('a signature shows the name, the post and the moment; an open place says whose it is; a locked one says why', () => {
  const blocks = (
    <SignatureBlocks
      items={[
        { post: 'DCS, Wigan', state: 'signed', name: 'M. Ashdown', at: new Date('2017-10-24T16:05:00Z') },
        { post: 'Lead Member, Wigan', state: 'open', words: 'Your signature goes here' },
        { post: 'Chief Executive, Wigan', state: 'locked', because: 'Opens when Wigan agrees the notes.' },
        { post: 'Group lead, Trafford group', state: 'voided', name: 'J. Carr', at: new Date('2017-10-24T16:05:00Z'), because: 'Section 4 was edited after it.' },
      ]}
    />
  );
  expect(words(blocks)).toBe(
    'Signed by M. AshdownDCS, WiganTuesday 24 October 2017, 17:05Your signature goes hereLead Member, WiganNot open yetChief Executive, WiganOpens when Wigan agrees the notes.' +
      'No longer counts: J. CarrGroup lead, Trafford groupSection 4 was edited after it.',
  );
  expect([...markup(blocks).matchAll(/<li class="([^"]+)"/g)].map(([, name]) => name)).toEqual(['sig', 'sig open', 'sig open', 'sig voided']);
});

test('a thread marks each voice with its post and time, plum while open and grey when settled', () => {
  const thread = (state: 'open' | 'settled') => (
    <CommentThread state={state} heading="Accepted" comments={[{ id: '1', voice: 'own', post: 'Data lead, Wigan', at: new Date('2018-01-05T14:30:00Z'), text: 'It is **half**-termly.' }]} />
  );
  expect(words(thread('settled'))).toBe('Accepted Data lead, Wigan 5 January, 14:30It is half-termly.');
  expect(markup(thread('settled'))).toMatch(/^<div class="mg settled">/);
  expect(markup(thread('open'))).toMatch(/^<div class="mg">/);
});

test('two ratings stand side by side, and a sentence says where they differ', () => {
  expect(words(<RatingPair own={{ who: 'Halton', state: 'on-track' }} friend={{ who: 'Your rating', state: 'at-risk' }} differ="You differ." />)).toBe('HaltonOn trackYour ratingAt riskYou differ.');
});

test('an action that is late says so before its facts', () => {
  expect(words(<ActionCard id="a2" number={2} title="Review every second plan" late="25 days late" facts={[{ term: 'Owner', words: 'Head of Safeguarding' }]} />)).toBe(
    '2 Review every second plan25 days lateOwner Head of Safeguarding',
  );
});

test('figures leave out the comparators that nobody has, and label each for the phone', () => {
  const table = <Figures caption="Figures for Wigan" own="Wigan" region="North West" rows={[{ id: '1', name: 'Re-referrals', unit: '%', polarity: 'lower is better', own: '18.4', region: '21.9', england: null }]} />;
  expect(words(table)).toBe('Figures for WiganIndicatorWiganNorth WestEnglandRe-referrals% · lower is better18.421.9none');
  expect(markup(table)).toContain('<td class="num" data-label="North West">21.9</td>');
});

test('what was saved says when; what was not says since when', () => {
  expect(words(<Autosaved at={new Date('2017-10-12T13:32:00Z')} />)).toBe('Saved at 14:32');
  expect(words(<Autosaved at={new Date('2017-10-12T13:32:00Z')} failing />)).toBe('Not saved since 14:32. Your words are kept on this device.');
  expect(words(<Autosaved />)).toBe('Nothing saved yet');
});

test('evidence that is missing is flagged, not only coloured', () => {
  expect(markup(<EvidenceGrid items={[{ kind: 'voice', words: 'None yet', none: true }]} />)).toContain('<div class="none"><h3><svg class="ic" aria-hidden="true"><use href="#i-due">');
});

test('points carry their theme and evidence, and an empty list says so', () => {
  expect(words(<Points items={[{ id: '1', text: 'Decided within a day.', tag: 'Front door', meta: ['Third year'] }]} />)).toBe('Decided within a day.Front doorThird year');
  expect(words(<Points items={[]} empty={<Empty fact="No strengths yet">Add the first.</Empty>} />)).toBe('No strengths yetAdd the first.');
  expect(markup(<Points items={[]} />)).toBe('');
});

test('advice puts privacy first and says that nobody else sees it', () => {
  expect(words(<Advice privacy="This may name a child.">Strong numbers.</Advice>)).toBe('A second look This may name a child.Strong numbers.Advice only. Nobody else sees it.');
});

test('the list of sections says the state of each and which is open', () => {
  const list = <SectionList label="Sections" current="b" items={[{ id: 'a', label: '0 Cover', href: '/a', state: 'ready' }, { id: 'b', label: '1 Context', href: '/b', state: 'in-progress' }]} />;
  expect(words(list)).toBe('All sections0 Cover, ready1 Context, in progress');
  expect(markup(list)).toContain('<li aria-current="page"><a href="/b">');
});

test('a page that a rule keeps shut says the rule and the next step', () => {
  expect(words(<Refused heading="These notes cannot be signed yet" because="They are out for comment." next={<a href="/x">Read the draft</a>} />)).toBe(
    'These notes cannot be signed yetThey are out for comment.Read the draft',
  );
});

test('the day of an instant is the day in London: half past midnight in summer is no longer the day before', () => {
  expect(words(<FullDayAt at={new Date('2018-06-30T23:30:00Z')} />)).toBe('Sunday 1 July 2018');
  expect(words(<FullDayAt at={new Date('2018-12-31T23:30:00Z')} />)).toBe('Monday 31 December 2018');
});
