import type { HolderOfPost } from '@/domain/chase';
import type { DocumentProgress } from '@/domain/cycle-facts';
import { isRefusal } from '@/domain/decision';
import { addDays } from '@/domain/deadlines';
import { atClock } from '@/domain/forums/clock';
import type { Actor, Day } from '@/domain/model';
import { owes } from '@/domain/owing';
import { isParty } from '@/domain/parties';
import type { DoneWhen } from '@/domain/processes/template';
import { documentOf, papersOf } from '@/domain/step-progress';
import { isOwed, type OpenState, type StepAt } from '@/domain/workflow';
import { addAction } from '../action-plans/add-action';
import { submitPlan } from '../action-plans/submit-plan';
import { loadActor } from '../actor/load';
import { completeStep } from '../cycles/complete-step';
import { waiveStep } from '../cycles/waive-step';
import { today } from '../days';
import { db } from '../db';
import { unscopedHolders } from '../mail/store';
import { handOverPaper } from '../papers/hand-over-paper';
import { readPaper } from '../papers/record-reading';
import { signPaper } from '../papers/sign-paper';
import { assignPeer } from '../roles/assign-peer';
import { unscopedStepFacts, type LoadedSteps } from '../step-facts/load';
import { done } from './stage';
import { THEMES, type Theme } from './themes';
import { wordsUnder } from './words-of-papers';
import { writeSection } from './write-section';

interface Played {
  cycleId: string;
  from: Day;
  until: Date;
  /** Somebody still owes it. */
  isLeft: (at: StepAt) => boolean;
  isWaived?: (at: StepAt) => boolean;
}

/** Plays a cycle of any process: each step is done by whoever owes it, on the day on which it is due or a little before. */
export async function playSteps({ cycleId, from, until, isLeft, isWaived = () => false }: Played): Promise<void> {
  const last = today(until);
  const holders = new Map<Day, readonly HolderOfPost[]>();
  for (let day: Day | undefined = from; day !== undefined && day <= last; ) {
    const clock = clockOf(day, until);
    let loaded = await stepsOn(cycleId, day);
    holders.set(day, await unscopedHolders(db, loaded.facts.regionId, atClock(day, '12:00')));
    const play = { cycleId, clock, holders: holders.get(day)! };
    for (let due = dueOn(loaded, day, isLeft); due.length > 0; due = dueOn(loaded, day, isLeft)) {
      for (const at of due) {
        if (isWaived(at)) await waive(at, { ...play, loaded });
        else await PERFORMED[at.step.doneWhen]!(at, at.state as OpenState, { ...play, loaded });
      }
      loaded = await stepsOn(cycleId, day);
    }
    day = nextOf(loaded, day, isLeft);
  }
}

const stepsOn = (cycleId: string, day: Day) => unscopedStepFacts(db, { cycle: { id: cycleId }, of: 'all', audiences: [] }, atClock(day, '18:00'));

/** When it is done: events on their day, the rest up to a week before it is due, each place in its own way. */
function playedOn({ step, scope, dates }: StepAt): Day {
  if (step.event) return dates.dueOn;
  const early = addDays(dates.dueOn, -([...scope].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 7));
  return dates.opensOn && dates.opensOn > early ? dates.opensOn : early;
}

function dueOn({ steps }: LoadedSteps, day: Day, isLeft: Played['isLeft']): StepAt[] {
  return steps.all.filter((at) => isOwed(at.state) && playedOn(at) <= day && !isLeft(at) && PERFORMED[at.step.doneWhen]);
}

function nextOf({ steps }: LoadedSteps, day: Day, isLeft: Played['isLeft']): Day | undefined {
  return steps.all.filter((at) => (isOwed(at.state) || at.state.is === 'not-open') && !isLeft(at)).map(playedOn).filter((on) => on > day).sort()[0];
}

/** Each moment is a little later than the one before, and none is later than now. */
function clockOf(day: Day, until: Date): () => Date {
  let ticks = 0;
  const start = atClock(day, '08:30').getTime();
  return () => {
    ticks += 1;
    return new Date(Math.min(start + ticks * 40_000, until.getTime() - 1000));
  };
}

interface Play {
  cycleId: string;
  loaded: LoadedSteps;
  clock: () => Date;
  holders: readonly HolderOfPost[];
}

async function actorOf({ personId, post }: HolderOfPost, at: Date): Promise<Actor> {
  return (await loadActor(personId, at, post.id, at, { by: 'demonstration', at, freshUntil: new Date(at.getTime() + 600_000) }))!;
}

const said = ({ step, scope }: StepAt) => `${step.key} of ${scope}`;

/** Those who owe it, cover before the holder, once for each authority. */
function owing(at: StepAt, { loaded, holders }: Play): HolderOfPost[] {
  const found = holders.filter(({ post }) => owes(post, at, loaded.facts.regionId)).sort((a, b) => Number(b.post.acting) - Number(a.post.acting));
  if (found.length === 0) throw new Error(`Nobody owes ${said(at)}`);
  const places = new Map<string, HolderOfPost>();
  for (const holder of found) {
    const key = `${holder.post.authority?.id ?? holder.post.partnerOf?.id ?? ''}|${at.step.doneWhen === 'signed' ? holder.post.office : ''}`;
    if (!places.has(key)) places.set(key, holder);
  }
  return [...places.values()];
}

type Perform = (at: StepAt, state: OpenState, play: Play) => Promise<void>;

const PERFORMED: Partial<Record<DoneWhen, Perform>> = {
  recorded: async (at, _state, play) => {
    const [holder] = owing(at, play);
    const now = play.clock();
    await done(said(at), completeStep(await actorOf(holder!, now), { cycleId: play.cycleId, stepKey: at.step.key, scope: at.scope, note: 'As planned.' }, now));
  },
  assigned: async (at, _state, play) => assign(at, play),
  'handed-over': async (at, _state, play) => {
    for (const holder of owing(at, play)) await handOver(at, holder, play);
  },
  signed: async (at, state, play) => {
    if (state.part !== 'own') return handOver(at, owing(at, play)[0]!, play);
    const [doc] = papersOf(at.step, { cycle: play.loaded.facts, scope: at.scope });
    const version = await db.documentVersion.findFirstOrThrow({ where: { documentId: doc!.id }, orderBy: { number: 'desc' } });
    for (const holder of owing(at, play)) {
      const now = play.clock();
      await done(said(at), signPaper(await actorOf(holder, now), { paperId: doc!.id, versionId: version.id, contentHash: version.contentHash }, now));
    }
  },
  read: async (at, _state, play) => {
    for (const holder of owing(at, play)) {
      for (const { id } of papersOf(at.step, { cycle: play.loaded.facts, scope: at.scope })) {
        const now = play.clock();
        const read = await readPaper(await actorOf(holder, now), { documentId: id }, now);
        if (isRefusal(read) && read.refused !== 'already-read') throw new Error(`${said(at)}: ${read.because}`);
      }
    }
  },
  'plan-written': async (at, _state, play) => {
    const [holder] = owing(at, play);
    const { id: planId } = documentOf(at.step, { cycle: play.loaded.facts, place: at.place })!;
    const { area, action, impact, measure, owner } = themeOf(at, play);
    const now = play.clock();
    await done(said(at), addAction(await actorOf(holder!, now), { planId, finding: area, action, impact, measure, owner, ownerPostId: null, dueOn: addDays(at.dates.dueOn, 120) }, now));
    const then = play.clock();
    await done(said(at), submitPlan(await actorOf(holder!, then), { planId }, then));
  },
};

async function waive(at: StepAt, play: Play): Promise<void> {
  const now = play.clock();
  await done(said(at), waiveStep(await actorOf(coordinatorIn(play), now), { cycleId: play.cycleId, stepKey: at.step.key, scope: at.scope, reason: 'Host and lead agreed that none is needed.' }, now));
}

const coordinatorIn = ({ holders }: Play): HolderOfPost => holders.find(({ post }) => post.office === 'sli-coordinator')!;

/** The first who may have the part, beginning with those who come after the host in the alphabet and are no hosts themselves. */
async function assign(at: StepAt, play: Play): Promise<void> {
  const { facts } = play.loaded;
  const host = at.place!;
  const role = facts.roles?.find(({ key }) => key === at.step.role);
  const taken = [host.authorityId, host.leadChallengerAuthorityId, ...(host.peers ?? []).map(({ authorityId }) => authorityId)];
  const directors = play.holders.filter(({ post }) => post.office === 'dcs' && post.authority && !taken.includes(post.authority.id)).sort((a, b) => a.post.authority!.name.localeCompare(b.post.authority!.name));
  const after = directors.findIndex(({ post }) => post.authority!.name > host.name);
  const isHost = ({ post }: HolderOfPost) => facts.places.some(({ authorityId }) => authorityId === post.authority!.id);
  const inTurn = [...directors.slice(after), ...directors.slice(0, Math.max(after, 0))].sort((a, b) => Number(isHost(a)) - Number(isHost(b)));
  for (const { post } of inTurn) {
    const peerId = post.authority!.id;
    const postId = role?.named ? (play.holders.find((one) => one.post.authority?.id === peerId && role.offices.includes(one.post.office) && one.post.office !== 'dcs')?.post.id ?? null) : null;
    const now = play.clock();
    const found = await assignPeer(await actorOf(coordinatorIn(play), now), { cycleId: play.cycleId, role: at.step.role!, hostId: host.authorityId, peerId, postId, reason: 'Agreed by telephone with both Directors.' }, now);
    if (!isRefusal(found)) return;
  }
  throw new Error(`Nobody can be found for ${said(at)}`);
}

async function handOver(at: StepAt, holder: HolderOfPost, play: Play): Promise<void> {
  const { facts, definition } = play.loaded;
  const doc = paperFor(at, holder, papersOf(at.step, { cycle: facts, scope: at.scope }));
  const { sectionsBy } = definition.papers.find(({ key }) => key === at.step.paper)!;
  const sections = await db.section.findMany({ where: { documentId: doc.id }, orderBy: { ordinal: 'asc' }, select: { key: true } });
  for (const { key } of sections) {
    const party = Object.hasOwn(sectionsBy, key) ? sectionsBy[key] : undefined;
    const relations = { regionId: facts.regionId, authorityId: at.place?.authorityId ?? null, groupId: at.groupId, leadChallengerAuthorityId: at.place?.leadChallengerAuthorityId ?? null, peers: at.place?.peers ?? [], set: at.set ?? null };
    const writer = party ? play.holders.find(({ post }) => isParty(party, post, relations)) : holder;
    const now = play.clock();
    const wrote = await writeSection(await actorOf(writer ?? holder, now), { documentId: doc.id, sectionKey: key, content: (_before, fields) => wordsUnder(fields, key, themeOf(at, play)) }, now);
    if (isRefusal(wrote) && wrote.refused !== 'unchanged') throw new Error(`${said(at)}: ${wrote.because}`);
  }
  const now = play.clock();
  await done(said(at), handOverPaper(await actorOf(holder, now), { paperId: doc.id }, now));
}

/** Of a paper that each peer writes, the holder's own. */
function paperFor(at: StepAt, { post }: HolderOfPost, docs: readonly DocumentProgress[]): DocumentProgress {
  const own = docs.find(({ peerId }) => peerId && (at.place?.peers ?? []).some((peer) => peer.id === peerId && peer.authorityId === (post.authority?.id ?? post.partnerOf?.id)));
  const doc = own ?? docs[0];
  if (!doc) throw new Error(`There is no paper for ${said(at)}`);
  return doc;
}

function themeOf({ place, groupId }: StepAt, { loaded: { facts } }: Play): Theme {
  const index = place ? facts.places.indexOf(place) : facts.groups.findIndex(({ id }) => id === groupId) + 1;
  return THEMES[Math.max(index, 0) % THEMES.length]!;
}
