// What needs me now, derived from the rules and never stored: the steps that one of my posts owes, and the smaller things given to
// my posts. When a post changes hands its list goes with it (product asks 2 and 8).
import type { CycleFacts, PlaceFacts } from './cycle-facts';
import { dayInWords, daysFrom } from './deadlines';
import type { Actor, Day, HeldPost } from './model';
import { postName } from './model';
import { isPeerParty, partyName } from './parties';
import { drafts, helps, owes, owingInFull } from './owing';
import { permits } from './permissions';
import { groupWord, placeName, plural } from './place-names';
import { whereDone, whereManyAreDone, whereRead } from './step-address';
import type { Part } from './step-progress';
import { actWords, goWords } from './step-words';
import { isOwed, type CycleSteps, type OpenState, type StepAt } from './workflow';

export type Tag =
  | { is: 'late' | 'due'; days: number }
  | { is: 'not-started' | 'in-progress' | 'returned' | 'declined' | 'waiting' }
  | { is: 'comments'; count: number }
  | { is: 'part-signed'; count: number; of: number };

export interface Task {
  key: string;
  /** An imperative that names the thing. */
  act: string;
  href: string;
  why: string;
  /** In which post: "DCS, Wigan". */
  as: string;
  /** Of which cycle, where it is a step of one. */
  cycle?: string;
  dueOn: Day | null;
  tag: Tag;
  go: string;
}

export type Band = 'late' | 'week' | 'later' | 'waiting';

export interface MyWork {
  late: readonly Task[];
  week: readonly Task[];
  later: readonly Task[];
  waiting: readonly Task[];
}

/** Sorts by band, and within one by the day. What is with someone else is nobody's late work here. */
export function bandsOf(mine: readonly Task[], waiting: readonly Task[], today: Day): MyWork {
  const sorted = [...mine].sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.act.localeCompare(b.act));
  const of = (band: Band) => sorted.filter((task) => bandOf(task.dueOn, today) === band);
  return { late: of('late'), week: of('week'), later: of('later'), waiting };
}

export function bandOf(dueOn: Day | null, today: Day): Band {
  if (dueOn === null) return 'later';
  const days = daysFrom(today, dueOn);
  if (days < 0) return 'late';
  return days <= 7 ? 'week' : 'later';
}

/** "4 days late" and "in 3 days" come before "in progress"; what came back or awaits an answer says so. */
export function tagOf(dueOn: Day | null, today: Day, otherwise: Tag): Tag {
  const days = dueOn === null ? null : daysFrom(today, dueOn);
  if (days !== null && days < 0) return { is: 'late', days: -days };
  if (otherwise.is === 'returned' || otherwise.is === 'declined' || otherwise.is === 'comments') return otherwise;
  if (days !== null && days <= 7) return { is: 'due', days };
  return otherwise;
}

interface Holdings {
  actor: Pick<Actor, 'posts'>;
  facts: CycleFacts;
  steps: CycleSteps;
  today: Day;
}

/** The steps that the actor's posts owe, each in its post, and those of their authorities that are with someone else. */
export function stepTasks({ actor, facts, steps, today }: Holdings): { mine: Task[]; waiting: Task[] } {
  const mine: StepTask[] = [];
  const waiting: StepTask[] = [];
  for (const at of steps.all) {
    const { state } = at;
    if (!isOwed(state)) continue;
    const owing = actor.posts.filter((post) => owes(post, at, facts.regionId));
    const chosen = at.step.doneWhen === 'signed' ? owing : owing.slice(0, 1);
    for (const post of chosen) mine.push(taskOf({ at, state, post, why: whyOf(at, state, facts), facts, today }));
    if (owing.length > 0) continue;
    const helper = actor.posts.find((post) => helps(post, at) || drafts(post, at, facts.regionId));
    if (helper) mine.push(taskOf({ at, state, post: helper, why: `${capital(owingInFull(state.owedBy, at.place?.name ?? null, facts))} owes it; you may do it with them.`, facts, today }));
    else {
      const concerned = actor.posts.find((post) => concerns(post, at));
      if (concerned) waiting.push(waitingTask({ at, state, post: concerned, facts }));
    }
  }
  return { mine: gathered(mine, facts, actor.posts), waiting: gathered(waiting, facts, actor.posts) };
}

interface StepTask extends Task {
  at: StepAt;
  postId: string;
}

interface Given {
  at: StepAt;
  state: OpenState;
  post: HeldPost;
  facts: CycleFacts;
}

function taskOf({ at, state, post, why, facts, today }: Given & { why: string; today: Day }): StepTask {
  const { step } = at;
  return {
    key: `${facts.id}|${step.key}|${at.scope}|${post.id}`,
    act: actWords(step, state.part, isTheirPlace(post, at) ? null : placeName(at, facts), facts.process?.words),
    href: whereDone(at, facts),
    why,
    as: postName(post),
    cycle: facts.name,
    dueOn: state.dueOn,
    tag: tagOf(state.dueOn, today, ownTag(state)),
    go: goWords(step, state.part),
    at,
    postId: post.id,
  };
}

/** One knows one's own authority and one's own group without being told. */
function isTheirPlace(post: HeldPost, { place, groupId, set, step }: StepAt): boolean {
  if (place) return post.authority?.id === place.authorityId;
  if (step.per === 'task-group') return false;
  return groupId !== null && (post.group?.id === groupId || (post.authority !== null && Boolean(set?.memberIds.includes(post.authority.id))));
}

function ownTag(state: OpenState): Tag {
  if (state.note?.is === 'comments') return { is: 'comments', count: state.note.count };
  if (state.note) return { is: state.note.is };
  if (state.signed && state.signed.count > 0) return { is: 'part-signed', ...state.signed };
  return { is: state.begun ? 'in-progress' : 'not-started' };
}

function whyOf({ step, place }: StepAt, state: OpenState, facts: CycleFacts): string {
  if (state.note?.is === 'returned') return `The region returned it: ${state.note.reason}`;
  if (state.note?.is === 'declined') return `A signatory declined to sign: ${state.note.reason}`;
  if (state.note?.is === 'comments') return `${state.note.count === 1 ? 'One comment waits' : `${state.note.count} comments wait`} for an answer.`;
  if (state.part === 'accept') return `${place?.name ?? 'The authority'} has submitted it.`;
  if (state.signed) {
    if (state.signed.of === 1) return 'The text is out for your signature.';
    if (state.signed.count === 0) return `Nobody has signed yet; ${state.signed.of} posts must.`;
    return state.owedBy.length === 1 ? `${state.signed.count} of ${state.signed.of} have signed; yours completes it.` : `${state.signed.count} of ${state.signed.of} have signed.`;
  }
  if (step.paper && state.part === 'put-for-signature') return `It is signed by ${listed(step.signatories.map((party) => `the ${partyName(party, facts)}`))}.`;
  const peer = state.owedBy.find(isPeerParty);
  if (peer && state.part !== 'assign') return `You were found as ${partyName(peer, facts)} for ${place?.name ?? 'them'}.`;
  if (state.owedBy.includes('lead-challenger')) return `You are ${place?.name ?? 'their'}’s lead peer challenger.`;
  return REASONS[state.part]?.(place) ?? (step.doneWhen === 'issued' ? (step.paper ? 'It goes out when you issue it.' : 'Everything in them has been agreed.') : OWN_REASONS[step.doneWhen]?.(place)) ?? `${step.name}, in the ${facts.name} cycle.`;
}

const listed = (names: readonly string[]) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);

type Reason = (place: PlaceFacts | null) => string | null;

const sessionOn: Reason = (place) => (place?.session ? `The session is on ${dayInWords(place.session.onDay)}.` : null);

const REASONS: Partial<Record<Part, Reason>> = {
  'put-for-signature': () => 'It was changed after it was put out, so earlier signatures no longer count.',
  arrange: () => 'It has no session yet.',
  'draft-notes': (place) => (place?.session?.endedOn ? `The session was held on ${dayInWords(place.session.endedOn)}; its notes have not been sent.` : null),
  'make-final': () => 'Nothing in the draft is open any more.',
  'put-to-board': () => 'The Board reads it once it has been put to it.',
};

const OWN_REASONS: Partial<Record<StepAt['step']['doneWhen'], Reason>> = {
  'put-for-signature': () => 'Once written, it is put out for signature.',
  submitted: () => 'Everyone has signed; the region waits for it.',
  accepted: () => 'Everyone has signed; the region waits for it.',
  agreed: () => 'It must be agreed before the packs are issued.',
  'pack-read': () => 'They were issued to you; opening them counts as reading.',
  prepared: sessionOn,
  'forum-held': sessionOn,
  'made-final': () => 'The draft is out for comment: comment by paragraph, or agree it as it stands.',
  released: () => 'It goes to Ofsted only when it is released, and can be withdrawn.',
  'plan-written': () => 'The notes are agreed; actions follow from them.',
  'signed-off': () => 'It has been put to the Board.',
  'handed-over': () => 'Once written, it is handed over.',
  read: () => 'Opening it counts as reading.',
  recorded: () => 'Nothing else shows that it was done, so it is recorded here.',
};

/** One's own authority; for the coordinator the whole region. */
function concerns(post: HeldPost, at: StepAt): boolean {
  if (post.authority) return post.authority.id === at.place?.authorityId;
  return post.office === 'sli-coordinator';
}

function waitingTask({ at, state, post, facts }: Given): StepTask {
  const { step, place } = at;
  const where = isTheirPlace(post, at) ? null : placeName(at, facts);
  return {
    key: `waiting|${facts.id}|${step.key}|${at.scope}`,
    act: where ? `${step.name}: ${where}` : step.name,
    href: whereRead(at, facts) ?? (place ? `/authorities/${place.slug}?cycle=${facts.id}` : `/cycles/${facts.id}/owed`),
    why: `With ${owingInFull(state.owedBy, place?.name ?? null, facts)}.`,
    as: postName(post),
    cycle: facts.name,
    dueOn: state.dueOn,
    tag: state.signed && state.signed.count > 0 ? { is: 'part-signed', ...state.signed } : { is: 'waiting' },
    go: 'See it',
    at,
    postId: post.id,
  };
}

/** So many of a kind stand on lines of their own; what is with others is gathered sooner. */
const MOST_OF_ONE_KIND = 3;

/** One step for many authorities, in one post and due on one day, is one line: it leads to the day or to the list of them. Who cannot read that list has each on its own. */
function gathered(tasks: readonly StepTask[], facts: CycleFacts, posts: readonly HeldPost[]): Task[] {
  const readsBoard = posts.some((post) => permits('cycle.see-board', post, { regionId: facts.regionId }));
  const kinds = new Map<string, StepTask[]>();
  for (const task of tasks) {
    const isWaiting = task.key.startsWith('waiting|');
    const kind = [task.at.step.key, task.postId, task.go, isWaiting ? '' : task.dueOn].join('|');
    kinds.set(kind, [...(kinds.get(kind) ?? []), task]);
  }
  return [...kinds.values()].flatMap((alike) => {
    const most = alike[0]!.key.startsWith('waiting|') ? 1 : MOST_OF_ONE_KIND;
    return alike.length > most && (readsBoard || dayOf(alike)) ? [together(alike, facts)] : alike.map(plain);
  });
}

/** The forum day at which all of them happen. */
function dayOf(alike: readonly StepTask[]): string | null {
  const forumIds = new Set(alike.map(({ at }) => (at.step.doneWhen === 'forum-held' ? at.place?.session?.forumId : undefined)));
  const [forumId] = forumIds;
  return forumIds.size === 1 && forumId ? forumId : null;
}

/** "12 authorities", "5 triads" */
function counted({ length, 0: first }: readonly StepTask[], { process }: CycleFacts): string {
  const { per } = first!.at.step;
  if (per === 'group') return `${length} ${plural(groupWord(process))}`;
  if (per === 'wave') return `${length} ${plural(process?.words.wave ?? 'wave')}`;
  return `${length} ${per === 'task-group' ? 'task and finish groups' : 'authorities'}`;
}

function together(alike: readonly StepTask[], facts: CycleFacts): Task {
  const [first] = alike;
  const { at } = first!;
  const names = alike.flatMap((task) => placeName(task.at, facts) ?? []);
  const forumId = dayOf(alike);
  const isWaiting = first!.key.startsWith('waiting|');
  const act = isWaiting ? at.step.name : actWords(at.step, isOwed(at.state) ? at.state.part : 'own', counted(alike, facts), facts.process?.words);
  return {
    ...plain(first!),
    key: `${first!.key}|together`,
    act: isWaiting ? `${act}: ${counted(alike, facts)}` : act,
    why: isWaiting ? `With ${names.join(', ')}.` : `${names.join(', ')}.`,
    href: forumId ? `/forums/${forumId}` : whereManyAreDone(at, facts),
    go: isWaiting ? 'See who' : first!.go,
  };
}

function plain({ at: _at, postId: _postId, ...task }: StepTask): Task {
  return task;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const NUMBERS = ['Nothing', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];

/** "Six things are due from you" */
export function headingOf({ late, week, later }: Pick<MyWork, 'late' | 'week' | 'later'>): string {
  const count = late.length + week.length + later.length;
  const number = NUMBERS[count] ?? String(count);
  return count === 1 ? 'One thing is due from you' : `${number} ${count === 0 ? 'is' : 'things are'} due from you`;
}

/** "One is late, two are due this week." */
export function summaryOf({ late, week }: Pick<MyWork, 'late' | 'week'>): string {
  const parts = [
    late.length > 0 ? `${countWord(late.length)} ${late.length === 1 ? 'is' : 'are'} late` : '',
    week.length > 0 ? `${countWord(week.length)} ${week.length === 1 ? 'is' : 'are'} due this week` : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : `${capital(parts.join(', '))}.`;
}

function countWord(count: number): string {
  return (NUMBERS[count] ?? String(count)).toLowerCase();
}
