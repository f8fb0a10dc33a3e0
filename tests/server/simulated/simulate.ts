// Plays a cycle of any process to its last step: on each day whatever is due is done by whoever owes it, through the use cases, as the
// rules say who that is. What nobody can do, or never opens, stops it with a sentence.
import type { DocumentProgress } from '@/domain/cycle-facts';
import { isRefusal, type Accepted, type Refusal } from '@/domain/decision';
import type { HolderOfPost } from '@/domain/chase';
import { addDays } from '@/domain/deadlines';
import { editSection, type SectionChange } from '@/domain/documents/edit';
import type { FieldDefinition } from '@/domain/documents/template';
import { WRITTEN_BY } from '@/domain/documents/writing';
import type { Actor, Day } from '@/domain/model';
import { owes } from '@/domain/owing';
import { holdersOf, isParty } from '@/domain/parties';
import type { DoneWhen } from '@/domain/processes/template';
import { documentOf, papersOf } from '@/domain/step-progress';
import { isOwed, isSettledState, type OpenState, type StepAt } from '@/domain/workflow';
import { addAction } from '@/server/action-plans/add-action';
import { reviewAction } from '@/server/action-plans/review-action';
import { submitPlan } from '@/server/action-plans/submit-plan';
import { loadActor } from '@/server/actor/load';
import { completeStep } from '@/server/cycles/complete-step';
import { db } from '@/server/db';
import { findSection } from '@/server/documents/find-section';
import { putDocumentForSignature } from '@/server/documents/put-document-for-signature';
import { saveSection } from '@/server/documents/save-section';
import { signDocument } from '@/server/documents/sign-document';
import { findTemplate } from '@/server/documents/store';
import { acceptSubmission } from '@/server/documents/submissions/accept-submission';
import { submitSelfView } from '@/server/documents/submissions/submit-self-view';
import { unscopedHolders } from '@/server/mail/store';
import { handOverPaper } from '@/server/papers/hand-over-paper';
import { issuePaper } from '@/server/papers/issue-paper';
import { readPaper } from '@/server/papers/record-reading';
import { signPaper } from '@/server/papers/sign-paper';
import { assignPeer } from '@/server/roles/assign-peer';
import { unscopedStepFacts, type LoadedSteps } from '@/server/step-facts/load';
import { transact } from '@/server/transact';

export interface Played {
  /** `step|scope` → the day on which it was done. */
  doneOn: ReadonlyMap<string, Day>;
  /** `step|scope` → the day on which it was due. */
  dueOn: ReadonlyMap<string, Day>;
  loaded: LoadedSteps;
}

const MOST_ROUNDS = 40;

/** Every step on its day; gives when each was done. */
export async function simulate(cycleId: string, from: Day): Promise<Played> {
  const stage = new Stage(cycleId, from);
  for (let day = from; ; ) {
    const unsettled = await playDay(stage, day);
    if (unsettled.length === 0) return played(stage);
    const next = unsettled.map(({ dates }) => dates.dueOn).filter((dueOn) => dueOn > day).sort()[0];
    if (!next) throw new Error(`Nothing is left to come, and these never opened: ${[...new Set(unsettled.map(said))].join('; ')}`);
    day = next;
  }
}

const said = ({ step, scope, state }: StepAt) => `${step.key} of ${scope} (${state.is}${state.is === 'not-open' ? ` after ${state.waitsFor.join(', ')}` : ''})`;

/** Does what is due until nothing more is, and gives what is left for later. */
async function playDay(stage: Stage, day: Day): Promise<StepAt[]> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { steps } = await stage.load(day);
    const due = steps.all.filter((at) => isOwed(at.state) && at.dates.dueOn <= day);
    if (due.length === 0) return steps.all.filter(({ state }) => !isSettledState(state));
    for (const at of due) await PERFORMED[at.step.doneWhen]!(at, at.state as OpenState, stage);
  }
  const { steps } = await stage.load(day);
  throw new Error(`Done again and again on ${day} and still owed: ${steps.all.filter((at) => isOwed(at.state) && at.dates.dueOn <= day).map(said).join('; ')}`);
}

function played({ loaded }: Stage): Played {
  const each = loaded!.steps.all.map((at) => [`${at.step.key}|${at.scope}`, at] as const);
  return {
    loaded: loaded!,
    doneOn: new Map(each.flatMap(([key, { state }]) => (state.is === 'done' ? [[key, state.on]] : []))),
    dueOn: new Map(each.map(([key, { dates }]) => [key, dates.dueOn])),
  };
}

class Stage {
  loaded: LoadedSteps | null = null;
  private holders: HolderOfPost[] = [];
  private clock = 0;
  constructor(
    readonly cycleId: string,
    private day: Day,
  ) {}

  async load(day: Day): Promise<LoadedSteps> {
    if (day !== this.day) this.clock = 0;
    this.day = day;
    const at = new Date(`${day}T16:00:00Z`);
    this.loaded = await unscopedStepFacts(db, { cycle: { id: this.cycleId }, of: 'all', audiences: [] }, at);
    if (this.holders.length === 0) this.holders = await unscopedHolders(db, this.loaded.facts.regionId, at);
    return this.loaded;
  }

  /** Each moment is later than the one before. */
  now(): Date {
    this.clock += 1;
    return new Date(Date.parse(`${this.day}T08:00:00Z`) + this.clock * 1000);
  }

  /** Those who owe the step, the first in each place. */
  owing(at: StepAt): HolderOfPost[] {
    const { regionId } = this.loaded!.facts;
    const found = this.holders.filter(({ post }) => owes(post, at, regionId));
    if (found.length === 0) throw new Error(`Nobody owes ${said(at)}`);
    return found;
  }

  /** Every authority of the region: whoever challenges need not take part in the cycle. */
  async authorityIds(): Promise<string[]> {
    const found = await db.authority.findMany({ where: { regionId: this.loaded!.facts.regionId, endedOn: null }, orderBy: { shortName: 'asc' }, select: { id: true } });
    return found.map(({ id }) => id);
  }

  holder(is: (holder: HolderOfPost) => boolean): HolderOfPost {
    const found = this.holders.find(is);
    if (!found) throw new Error('Nobody holds the post');
    return found;
  }

  async actor({ personId, post }: HolderOfPost, at: Date): Promise<Actor> {
    return (await loadActor(personId, at, post.id, at, { by: 'link', at, freshUntil: new Date(at.getTime() + 600_000) }))!;
  }

  async coordinator(at: Date): Promise<Actor> {
    return this.actor(this.holder(({ post }) => post.office === 'sli-coordinator'), at);
  }
}

async function done<Change>(what: string, use: Promise<Accepted<Change> | Refusal>): Promise<Change> {
  const outcome = await use;
  if (isRefusal(outcome)) throw new Error(`${what}: ${outcome.refused}. ${outcome.because}`);
  return outcome.change;
}

/** One for each place: the posts of one authority that may all do it do it once. */
function eachPlaceOnce(holders: readonly HolderOfPost[]): HolderOfPost[] {
  const places = new Map(holders.map((holder) => [holder.post.authority?.id ?? holder.post.partnerOf?.id ?? holder.post.office, holder]).reverse() as [string, HolderOfPost][]);
  return [...places.values()];
}

type Perform = (at: StepAt, state: OpenState, stage: Stage) => Promise<void>;

const PERFORMED: Partial<Record<DoneWhen, Perform>> = {
  recorded: async (at, _, stage) => {
    const now = stage.now();
    const [holder] = stage.owing(at);
    await done(said(at), completeStep(await stage.actor(holder!, now), { cycleId: stage.cycleId, stepKey: at.step.key, scope: at.scope, note: 'Held as planned.' }, now));
  },
  assigned: async (at, _, stage) => {
    const { place } = at;
    const taken = (place!.peers ?? []).map(({ authorityId }) => authorityId);
    const ids = await stage.authorityIds();
    const start = ids.indexOf(place!.authorityId);
    const others = ids.map((_id, index) => ids[(start + 1 + index) % ids.length]!).filter((id) => id !== place!.authorityId && !taken.includes(id) && place!.leadChallengerAuthorityId !== id);
    const now = stage.now();
    const actor = await stage.coordinator(now);
    const refused: string[] = [];
    for (const peerId of others) {
      const outcome = await assignPeer(actor, { cycleId: stage.cycleId, role: at.step.role!, hostId: place!.authorityId, peerId, postId: postFor(at, stage, peerId), reason: 'Nobody else is free that week.' }, now);
      if (!isRefusal(outcome)) return;
      refused.push(outcome.because);
    }
    throw new Error(`Nobody can be found for ${said(at)}: ${refused.join(' ')}`);
  },
  'handed-over': async (at, state, stage) => {
    if (state.part === 'assign') throw new Error(`Nobody was found for ${said(at)}`);
    for (const holder of eachPlaceOnce(stage.owing(at))) await handOver(at, holder, stage);
  },
  issued: async (at, _, stage) => {
    if (!at.step.paper) return notPlayed(at);
    const now = stage.now();
    const actor = await stage.actor(stage.owing(at)[0]!, now);
    for (const doc of papersOf(at.step, { cycle: stage.loaded!.facts, scope: at.scope })) {
      if (doc.acts.some(({ kind }) => kind === 'issued')) continue;
      if (doc.acts.length === 0) await writeAll(actor, doc.id, now);
      await done(said(at), issuePaper(actor, { paperId: doc.id }, now));
    }
  },
  read: async (at, _, stage) => {
    const docs = at.step.paper ? papersOf(at.step, { cycle: stage.loaded!.facts, scope: at.scope }) : [documentOf(at.step, { cycle: stage.loaded!.facts, place: at.place })!];
    for (const holder of eachPlaceOnce(stage.owing(at))) {
      for (const doc of docs) {
        const now = stage.now();
        const outcome = await readPaper(await stage.actor(holder, now), { documentId: doc.id }, now);
        if (isRefusal(outcome) && outcome.refused !== 'already-read') throw new Error(`${said(at)}: ${outcome.because}`);
      }
    }
  },
  signed: async (at, state, stage) => {
    if (at.step.paper && state.part !== 'own') {
      await handOver(at, stage.owing(at)[0]!, stage);
      return;
    }
    const [doc] = at.step.paper ? papersOf(at.step, { cycle: stage.loaded!.facts, scope: at.scope }) : [documentOf(at.step, { cycle: stage.loaded!.facts, place: at.place })!];
    const version = await db.documentVersion.findFirstOrThrow({ where: { documentId: doc!.id }, orderBy: { number: 'desc' } });
    for (const holder of eachPlaceAndOfficeOnce(stage.owing(at))) {
      const now = stage.now();
      const actor = await stage.actor(holder, now);
      const read = { versionId: version.id, contentHash: version.contentHash };
      if (at.step.paper) await done(said(at), signPaper(actor, { paperId: doc!.id, ...read }, now));
      else await done(said(at), signDocument(actor, { documentId: doc!.id, ...read }, now));
    }
  },
  'put-for-signature': async (at, _, stage) => {
    const now = stage.now();
    const actor = await stage.actor(stage.owing(at)[0]!, now);
    const doc = documentOf(at.step, { cycle: stage.loaded!.facts, place: at.place })!;
    await writeAll(actor, doc.id, now);
    await done(said(at), putDocumentForSignature(actor, { documentId: doc.id }, now));
  },
  accepted: async (at, state, stage) => {
    const now = stage.now();
    const actor = await stage.actor(stage.owing(at)[0]!, now);
    const { id: documentId } = documentOf(at.step, { cycle: stage.loaded!.facts, place: at.place })!;
    if (state.part === 'accept') await done(said(at), acceptSubmission(actor, { documentId }, now));
    else await done(said(at), submitSelfView(actor, { documentId }, now));
  },
  'plan-written': async (at, _, stage) => {
    const now = stage.now();
    const actor = await stage.actor(stage.owing(at)[0]!, now);
    const { id: planId } = documentOf(at.step, { cycle: stage.loaded!.facts, place: at.place })!;
    const text = { finding: 'Assessments are late', action: 'Second manager at the front door', impact: 'Children are seen sooner', measure: '90 % within 45 days', owner: 'Head of front door', ownerPostId: null };
    await done(said(at), addAction(actor, { planId, ...text, dueOn: addDays(at.dates.dueOn, 120) }, now));
    await done(said(at), submitPlan(actor, { planId }, now));
  },
  'plan-reviewed': async (at, _, stage) => {
    const now = stage.now();
    const actor = await stage.actor(stage.owing(at)[0]!, now);
    const { id: planId } = documentOf(at.step, { cycle: stage.loaded!.facts, place: at.place })!;
    const action = await db.action.findFirstOrThrow({ where: { documentId: planId } });
    await done(said(at), reviewAction(actor, { planId, actionId: action.id, rating: 'on-track', comment: 'The second manager has begun.', agreesClose: false }, now));
  },
};

function notPlayed(at: StepAt): never {
  throw new Error(`No part of this play does ${said(at)}`);
}

function eachPlaceAndOfficeOnce(holders: readonly HolderOfPost[]): HolderOfPost[] {
  return [...new Map(holders.map((holder) => [`${holder.post.office}|${holder.post.authority?.id ?? holder.post.partnerOf?.id ?? ''}`, holder])).values()];
}

/** The one post that a named role is given to: the first of its offices there. */
function postFor({ step }: StepAt, stage: Stage, authorityId: string): string | null {
  const role = stage.loaded!.facts.roles!.find(({ key }) => key === step.role);
  if (!role?.named) return null;
  return stage.holder(({ post }) => (post.authority?.id ?? post.partnerOf?.id) === authorityId && role.offices.includes(post.office)).post.id;
}

async function handOver(at: StepAt, holder: HolderOfPost, stage: Stage): Promise<void> {
  const { facts, definition } = stage.loaded!;
  const doc = paperFor(at, holder, papersOf(at.step, { cycle: facts, scope: at.scope }));
  const paper = definition.papers.find(({ key }) => key === at.step.paper)!;
  const actor = await stage.actor(holder, stage.now());
  await writeAll(actor, doc.id, stage.now(), Object.keys(paper.sectionsBy));
  for (const [sectionKey, party] of Object.entries(paper.sectionsBy)) {
    const now = stage.now();
    const writer = stage.holder(({ post }) => isParty(party, post, { regionId: facts.regionId, authorityId: at.place?.authorityId ?? null, groupId: at.groupId, leadChallengerAuthorityId: at.place?.leadChallengerAuthorityId, peers: at.place?.peers, set: at.set }));
    await writeOne(await stage.actor(writer, now), doc.id, sectionKey, now);
  }
  const now = stage.now();
  await done(said(at), handOverPaper(await stage.actor(holder, now), { paperId: doc.id }, now));
}

/** Of a paper that each peer writes, the holder's own. */
function paperFor(at: StepAt, { post }: HolderOfPost, docs: readonly DocumentProgress[]): DocumentProgress {
  const own = docs.find(({ peerId }) => peerId && (at.place?.peers ?? []).some((peer) => peer.id === peerId && peer.authorityId === (post.authority?.id ?? post.partnerOf?.id)));
  const doc = own ?? docs[0];
  if (!doc) throw new Error(`There is no paper for ${said(at)} (${holdersOf(at.step.who[0]!, { regionId: '', peers: at.place?.peers, set: at.set }).length} have the part)`);
  return doc;
}

/** Every section but those that others write. */
async function writeAll(actor: Actor, documentId: string, at: Date, except: readonly string[] = []): Promise<void> {
  const sections = await db.section.findMany({ where: { documentId }, orderBy: { ordinal: 'asc' }, select: { key: true } });
  for (const { key } of sections) if (!except.includes(key)) await writeOne(actor, documentId, key, at);
}

async function writeOne(actor: Actor, documentId: string, sectionKey: string, at: Date): Promise<void> {
  const outcome = await transact<SectionChange>(actor, at, async (tx) => {
    const found = await findSection(tx, actor, { documentId, sectionKey }, at);
    const grid = found.fields.some(({ kind }) => kind === 'journey') ? (await findTemplate(tx, documentId))?.journey : undefined;
    const mine = { ...found.section.content, ...Object.fromEntries((found.fields.length > 0 ? found.fields : ONE_TEXT).flatMap((field) => written(field, grid?.enablers.map(({ key }) => key) ?? []))) };
    const decision = editSection({ ...found, actor, permission: WRITTEN_BY[found.doc.kind]!, mine });
    if (!isRefusal(decision)) await saveSection(tx, actor, found, decision, at);
    return decision;
  });
  if (isRefusal(outcome) && outcome.refused !== 'unchanged') throw new Error(`Writing ${sectionKey}: ${outcome.because}`);
}

const ONE_TEXT: readonly FieldDefinition[] = [{ key: 'text', kind: 'text', label: 'Text', hint: '' }];

/** Something under each kind of field that must not stay empty. */
function written(field: FieldDefinition, enablers: readonly string[]): [string, unknown][] {
  const place = { stage: 2, half: 'early', rationale: 'Audits bear it out.', evidence: 'Audit of March' };
  switch (field.kind) {
    case 'text':
      return [[field.key, `What we know under ${field.label.toLowerCase()}, and how.`]];
    case 'choice':
      return [[field.key, field.options?.[0]?.value ?? '']];
    case 'points':
      return [[field.key, [{ id: `${field.key}-1`, thread: `${field.key}-1`, text: 'Early help is known and used', tag: '' }]]];
    case 'asks':
      return [[field.key, [{ id: `${field.key}-1`, topic: 'Front door', urgency: 'term', kind: 'visit', words: 'Somebody who has done it' }]]];
    case 'offers':
      return [[field.key, [{ id: `${field.key}-1`, topic: 'Supervision', contact: 'Policy officer', evidence: 'Audit of May' }]]];
    case 'journey':
      return [[field.key, { placements: Object.fromEntries([...enablers, 'overall'].map((key) => [key, place])) }]];
    default:
      return [];
  }
}
