import { Shell } from '../shell';
import { viewerIfAny } from '../viewer-if-any';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';
import { StatusTag, type State } from '@/ui/status-tag';
import { SummaryList } from '@/ui/summary-list';
import { Who } from '@/ui/who';

const STATES: readonly [State, string][] = [
  ['not-started', 'Open to you; nobody has begun.'],
  ['locked', 'An earlier step comes first; the page says which.'],
  ['in-progress', 'Someone whose turn it is has begun.'],
  ['due', 'Within seven days.'],
  ['late', 'The day has passed. The step can still be done.'],
  ['waiting', 'Someone else has it; the words say who.'],
  ['part-signed', 'Some of the signatures are there.'],
  ['comments', 'Comments stand open and want an answer.'],
  ['returned', 'Sent back, with the reason.'],
  ['done', 'Nothing is left to do.'],
  ['not-needed', 'This cycle goes without it, and a reason is kept.'],
];

export default async function Help() {
  return (
    <Shell viewer={await viewerIfAny()} current="" back="/help" title="Help and guidance">
      <PageHead title="Help and guidance" lead="How the product is laid out, and what its words and marks mean." />
      <div className="stack-l">
        <Sheet id="h-start" heading="Where to begin">
          <ul>
            <li>
              <b>My work</b> lists what is due from you, in every post you hold: late first, then this week, then later. Each line leads straight to the thing.
            </li>
            <li>
              <b>Acting as</b>, at the top of each page, says in which post you act. It stands in every signature, so look at it before you sign.
            </li>
            <li>
              <b>Nothing typed is lost.</b> A section is saved as you write. If the network fails, your words stay on your device until they can be sent. If a colleague wrote at the same time, you see both texts.
            </li>
            <li>
              <b>No children.</b> Write numbers and practice, never anything by which a child could be known.
            </li>
          </ul>
        </Sheet>
        <Sheet id="h-writing" heading="Writing, if you are used to Word">
          <ul>
            <li>
              <b>Paste.</b> Headings, bold, lists, links and tables come along; fonts, colours and pictures stay behind. A picture is evidence: add it there. Ctrl, Shift and V pastes the bare words.
            </li>
            <li>
              <b>Marks.</b> An empty line begins a paragraph. <code>##</code> begins a heading, <code>-</code> or <code>1.</code> an item, <code>**two stars**</code> make bold. The buttons over the text set them for you; Alt and F10 lead to the buttons, Escape back. “How it reads” shows what readers will see.
            </li>
            <li>
              <b>Figures.</b> Never retype one. <code>{'{{figure:…}}'}</code>, chosen with the button or copied from beside the figure, is read with its period and England’s. It follows the data until the text is put out for signature, and then stays as it was.
            </li>
            <li>
              <b>Words</b> are counted without their marks; a link counts by its words, a figure as one. Over the limit, the text is saved all the same, and it says by how many words.
            </li>
          </ul>
        </Sheet>
        <Sheet id="h-together" heading="Writing a self-view together">
          <ul>
            <li>
              <b>Give a section</b> to a colleague, with a day. It stands under their work; they are reminded a week and a day before, and weekly once it is late, until they mark it ready.
            </li>
            <li>
              <b>Comment</b> on a paragraph of the whole text. The comment stays with its words: it follows a rewritten paragraph, and says what it was about when those words are gone. The region never sees it.
            </li>
            <li>
              <b>What is missing</b> lists, section by section, what nobody has written, what has no evidence, what is late or to be settled.
            </li>
            <li>
              <b>What changed</b> sets any two versions beside each other, or this year beside last year: added words are underlined, those taken out struck through.
            </li>
            <li>
              <b>Year after year.</b> Say under a strength or an area from which of last year’s it goes on, or that it is new. Its history then stands on one page, whatever section or form of words it had.
            </li>
          </ul>
        </Sheet>
        <Sheet id="h-parts" heading="A part at another authority">
          <ul>
            <li>
              <b>Found for a part.</b> The coordinator finds lead peer challengers, moderators, visitors and teams from among the other authorities. Conflicts are looked for before anyone is asked. What you are then asked to do stands under My work when its turn comes.
            </li>
            <li>
              <b>Beside an authority.</b> The chair and manager of a safeguarding partnership, and the leads for police and health, have steps and sections of their own. They never see what the authority keeps to itself.
            </li>
            <li>
              <b>Task and finish groups</b> have members from several authorities and one Director as their link. Their pages are for the members and the regional team.
            </li>
          </ul>
        </Sheet>
        <Sheet id="h-calendar" heading="Dates and calendars">
          <ul>
            <li>
              <b>Calendar</b> shows what falls when, over every open cycle: what is due, where people meet, forums, holidays. “What concerns me” leaves out the rest.
            </li>
            <li>
              <b>A small flag beside a date</b> says what speaks against it: a weekend, school holidays, the season of statutory returns, an election, something else on that day. It is advice, and bars nothing.
            </li>
            <li>
              <b>In your own calendar.</b> Make an address under Calendar, one for each device. Outlook and others follow it: what is done goes from it, what moves moves along. Revoke it where you no longer use it.
            </li>
          </ul>
        </Sheet>
        <Sheet id="h-between" heading="When something comes between">
          <p>An inspection, a change of days, a withdrawal, a late joining, a reorganisation: the coordinator records it once, sees everything that it changes before it is done, and gives the reason. Everyone concerned is told once. It then stands on the pages of the authorities that it concerns; nothing that was done is lost.</p>
        </Sheet>
        <Sheet id="h-voices" heading="Whose words these are">
          <Who voice="own">A ring and a blue line: the authority’s own view</Who>
          <Who voice="friend">A square and a double plum line: a challenge, a comment or advice from a friend</Who>
          <Who voice="agreed">A ring inside a square: what both have agreed</Who>
        </Sheet>
        <Sheet id="h-states" heading="How things stand">
          <SummaryList items={STATES.map(([state, words]) => ({ term: <StatusTag state={state} />, words }))} />
        </Sheet>
        <Sheet id="h-sign" heading="What a signature does">
          <p>A signature names you, your post, the moment, and one exact version. Whoever edits that text afterwards makes the signature void; you are told, and shown what changed, before you sign again.</p>
        </Sheet>
      </div>
    </Shell>
  );
}
