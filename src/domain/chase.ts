// The coordinator reminds those who owe something, with a message that can be read and changed first; nobody is reminded of what
// they have just done, and one person gets at most one reminder for one thing in a day (product asks 2 and 3).
import { owedElsewhere } from './board';
import type { CycleFacts } from './cycle-facts';
import { decide, refuse, type Decision } from './decision';
import { dayInWords } from './deadlines';
import { postName, type Actor, type Day, type HeldPost } from './model';
import { isOfAuthority, owes, owingInShort } from './owing';
import { isOffice } from './parties';
import { placeId, placeName } from './place-names';
import { whereDone } from './step-address';
import { actInSentence } from './step-words';
import { isOwed, type CycleSteps, type OpenState, type StepAt } from './workflow';

export interface OwedItem {
  /** "read-pack:blackpool", in addresses and forms; a step of the region is "issue-packs:region", of a wave "open-wave:wave-december". */
  key: string;
  at: StepAt;
  state: OpenState;
  /** "DCS, Blackpool" */
  by: string;
  act: string;
  daysLate: number;
  dueOn: Day;
  /** Others than the coordinator owe it, so a reminder makes sense. */
  canChase: boolean;
  /** The region alone owes it. */
  isRegions: boolean;
}

interface Steps {
  facts: CycleFacts;
  steps: CycleSteps;
}

/** Everything that is owed now, the longest overdue first. */
export function owedList({ steps, facts }: Steps): OwedItem[] {
  return steps.all
    .flatMap((at): OwedItem[] => {
      const { state } = at;
      if (!isOwed(state)) return [];
      return [{
        key: owedKey(at),
        at,
        state,
        by: `${owingInShort(state.owedBy, facts)}${whoseIn(at, state, facts)}`,
        act: actInSentence(at.step, state, facts.process?.words),
        daysLate: state.is === 'overdue' ? state.days : 0,
        dueOn: state.dueOn,
        isRegions: owedElsewhere(state) === 0,
        canChase: state.owedBy.some((owing) => owing !== 'sli-coordinator'),
      }];
    })
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.by.localeCompare(b.by));
}

/** ", Wigan"; of posts elsewhere " (Bury, Oldham), for Wigan". */
function whoseIn(at: StepAt, { owedBy, left = [] }: OpenState, facts: CycleFacts): string {
  const elsewhere = owedBy.some((owing) => !isOffice(owing)) ? left.flatMap((id) => nameOfAuthority(id, facts) ?? []) : [];
  const who = elsewhere.length > 0 ? ` (${elsewhere.join(', ')})` : '';
  const where = placeName(at, facts);
  if (!where) return who;
  return at.place && !owedBy.some(isOfAuthority) ? `${who}, for ${where}` : `${who}, ${where}`;
}

function nameOfAuthority(id: string, { places }: CycleFacts): string | null {
  return places.find(({ authorityId }) => authorityId === id)?.name ?? places.flatMap(({ peers = [] }) => peers).find(({ authorityId }) => authorityId === id)?.name ?? null;
}

export function owedKey(at: StepAt): string {
  return `${at.step.key}:${at.place?.slug ?? placeId(at)}`;
}

/** Someone who holds a post today. */
export interface HolderOfPost {
  personId: string;
  name: string;
  email: string;
  post: HeldPost;
}

export interface Reminder {
  /** Which thing, and whom: "read-pack:blackpool|<person>". */
  key: string;
  owed: OwedItem;
  personId: string;
  name: string;
  email: string;
  post: string;
  subject: string;
  text: string;
}

/** A message for each holder of each post that owes one of the chosen things, as it stands before the coordinator reads it. */
export function remindersFor({ owed, holders, facts, from, address }: {
  owed: readonly OwedItem[];
  holders: readonly HolderOfPost[];
  facts: CycleFacts;
  from: string;
  /** Makes an address of a path. */
  address: (path: string) => string;
}): Reminder[] {
  return owed.flatMap((item) =>
    holders
      .filter(({ post }) => post.office !== 'sli-coordinator' && owes(post, item.at, facts.regionId))
      .map((holder): Reminder => ({
        key: `${item.key}|${holder.personId}`,
        owed: item,
        personId: holder.personId,
        name: holder.name,
        email: holder.email,
        post: postName(holder.post),
        ...messageFor(item, holder, holders, { facts, from, address }),
      })),
  );
}

function messageFor(
  { at, state, dueOn, daysLate }: OwedItem,
  holder: HolderOfPost,
  holders: readonly HolderOfPost[],
  { facts, from, address }: { facts: CycleFacts; from: string; address: (path: string) => string },
): { subject: string; text: string } {
  const act = actInSentence(at.step, state, facts.process?.words);
  const where = placeName(at, facts);
  const others = holders.filter(({ post, personId }) => personId !== holder.personId && owes(post, at, facts.regionId)).map(({ post }) => postName(post));
  const lines = [
    `${postName(holder.post)},`,
    `in the ${facts.name} cycle this waits for you: ${act}${where ? ` (${where})` : ''}. ` +
      (daysLate > 0 ? `It was due on ${dayInWords(dueOn)}.` : `It is due on ${dayInWords(dueOn)}.`),
    ...(state.signed && state.signed.count > 0 ? [`${state.signed.count} of ${state.signed.of} posts have signed.`] : []),
    `Do it here: ${address(whereDone(at, facts))}`,
    others.length > 0 ? `The same message goes to ${others.join(' and ')}.` : 'Nobody else was told.',
    from,
  ];
  return { subject: subjectOf(where, act, dueOn, daysLate), text: lines.join('\n\n') };
}

/** "Wigan: sign the memorandum of understanding, by Friday 27 October 2017" */
export function subjectOf(where: string | null, act: string, dueOn: Day, daysLate: number): string {
  const what = where ? `${where}: ${act}` : act.charAt(0).toUpperCase() + act.slice(1);
  return `${what}, ${daysLate > 0 ? 'was due' : 'by'} ${dayInWords(dueOn)}`;
}

/** What the coordinator sends, as read and perhaps changed. */
export interface WrittenReminder {
  key: string;
  subject: string;
  text: string;
}

export interface ReminderChange {
  messages: readonly { reminder: Reminder; subject: string; text: string }[];
  /** Posts left out because the thing was done meanwhile, or that had a reminder of it today. */
  leftOut: readonly string[];
}

/** `still` are the reminders that could be sent now, derived at the moment of sending. `sentToday` are keys of those that went today. */
export function sendReminders({ actor, regionId, cycle, written, still, sentToday }: {
  actor: Actor;
  regionId: string;
  cycle: Pick<CycleFacts, 'id' | 'name'>;
  written: readonly WrittenReminder[];
  still: readonly Reminder[];
  sentToday: ReadonlySet<string>;
}): Decision<ReminderChange> {
  return decide(actor, 'cycle.chase', { regionId }, () => {
    if (written.length === 0) return refuse('nobody-chosen', 'Choose at least one reminder to send.');
    const byKey = new Map(still.map((reminder) => [reminder.key, reminder]));
    const owing = written.flatMap(({ key, subject, text }) => {
      const reminder = byKey.get(key);
      return reminder ? [{ reminder, subject: subject.trim(), text: text.trim() }] : [];
    });
    if (owing.length === 0) return refuse('nothing-owed', 'All of this has been done meanwhile, so nobody was reminded.');
    const messages = owing.filter(({ reminder }) => !sentToday.has(reminder.key));
    const [first, ...others] = messages;
    if (!first) return refuse('sent-today', 'These reminders have been sent today already. Nobody gets the same one twice in a day.');
    if (messages.some(({ subject, text }) => subject === '' || text === '')) return refuse('empty-message', 'A message has no subject or no text. Write it, or leave that reminder out.');
    const event = ({ reminder }: (typeof messages)[number]) => ({
      type: 'authority.chased' as const,
      regionId,
      cycleId: cycle.id,
      authorityId: reminder.owed.at.place?.authorityId ?? null,
      data: { step: reminder.owed.at.step.name, post: reminder.post },
    });
    return {
      change: { messages, leftOut: written.filter(({ key }) => !messages.some(({ reminder }) => reminder.key === key)).map(({ key }) => key) },
      events: [event(first), ...others.map(event)],
    };
  });
}

/** What makes a reminder pointless: the thing has been done. */
export function reminderReason(cycleId: string, at: StepAt): string {
  return `step:${cycleId}:${at.step.key}:${placeId(at)}`;
}

/** One message for each person, thing and day. */
export function reminderKey(cycleId: string, reminder: Pick<Reminder, 'key'>, today: Day): string {
  return `chase:${cycleId}:${reminder.key}:${today}`;
}

