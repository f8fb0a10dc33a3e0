import { isRefusal, type Refusal } from '@/domain/decision';
import type { DocumentFacts, PaperStage, SectionText, VersionFact } from '@/domain/documents/facts';
import { documentInWords } from '@/domain/documents/in-words';
import { readableVersions } from '@/domain/documents/reading';
import { signerFor, signersLeft } from '@/domain/documents/signers';
import { lastAct, versionForSignature } from '@/domain/documents/state';
import type { DocumentTemplateDefinition, SectionDefinition } from '@/domain/documents/template';
import { actingAs, type Actor, type HeldPost } from '@/domain/model';
import { scopeOf } from '@/domain/notifications/notice';
import * as handing from '@/domain/papers/hand-over';
import { issuePaper } from '@/domain/papers/issue-paper';
import { isIssuedByItsWriter, readerSubject, sectionSubject, signerSubject, writerSubject } from '@/domain/papers/parts';
import { signPaper } from '@/domain/papers/sign-paper';
import { keepsOnly, openingsAt, paperState } from '@/domain/papers/stages';
import { capacityFor, permits } from '@/domain/permissions';
import { CHILD_DATA } from '@/domain/child-data/find';
import { warningOf } from '@/domain/privacy';
import { childDataInSections } from '@/domain/self-views/child-data';
import { areasChosen, asksForArea } from '@/domain/self-views/own-area';
import type { FillKind } from '@/domain/papers/fill';
import { guidanceFor } from '@/domain/papers/guidance';
import { audienceName, seesDraft, type AudienceNames } from '@/domain/visibility';
import { today } from '../days';
import { db } from '../db';
import { loadDocumentHead } from '../documents/load';
import { findOwnHolding, findTemplate, findVersionText } from '../documents/store';
import { NotFound } from '../not-found';
import { namesOfPosts } from '../post-names/load';
import { unscopedStepFacts, type LoadedSteps } from '../step-facts/load';
import { byPeer, findPapersBeside, missingIn } from './store';

/** A section as its writers meet it. */
export interface WrittenSection extends SectionDefinition {
  content: Record<string, unknown>;
  saves: number;
  /** Whether this person writes it; another party may. */
  may: boolean;
  /** Texts that were set beside because two changed the same words. */
  beside: readonly string[];
}

export interface Act {
  as: HeldPost;
  /** Why not now; null when they may. */
  refusal: Refusal | null;
}

/** A paper of a process: to write for those who do, to sign, to issue or to read for everyone else, each in their own text of it. */
export async function loadPaper(actor: Actor, documentId: string, at: Date) {
  const head = await loadDocumentHead(actor, documentId, at);
  const { doc } = head;
  if (doc.kind !== 'paper') throw new NotFound();
  const draft = seesDraft(actor, doc.shares, at);
  const versions = readableVersions(actor, doc, at);
  const state = paperState(doc);
  const only = keepsOnly(actor, doc, at);
  const version = draft && state === 'writing' ? null : (versions.at(-1) ?? null);
  if (!draft && !version) throw new NotFound();
  const [template, live, frozen, loaded, beside, readings] = await Promise.all([
    findTemplate(db, documentId),
    draft ? liveSections(documentId) : [],
    version ? findVersionText(db, version.id) : [],
    loadSteps(doc, at),
    findPapersBeside(db, actor, doc, at),
    db.packReading.findMany({ where: { documentId }, orderBy: { readAt: 'asc' }, select: { postId: true, readAt: true } }),
  ]);
  const writing = draft && state === 'writing' ? await writingOf(actor, doc, template, live, at) : null;
  const missing = writing ? await missingIn(db, documentId) : [];
  const steps = doc.paper ? loaded.steps.all.filter(({ step, scope }) => step.paper === doc.paper!.key && scope === scopeOf(doc)) : [];
  const posts = await namesOfPosts(db, readings.map(({ postId }) => postId));
  return {
    ...head,
    state,
    version,
    versions,
    /** What was frozen; while it is written, the draft for those who see it and do not write. */
    text: documentInWords(version ? frozen : live, template),
    /** Areas for development that it takes as its theme, and whether it asks for one. */
    areas: areasChosen(version ? frozen : live, template),
    asksForArea: asksForArea(template),
    writing,
    wentBack: draft && state === 'writing' ? wentBackOf(doc) : null,
    steps,
    guidance: guidanceFor(actor.posts, steps, doc.regionId),
    fills: (loaded.definition.papers.find(({ key }) => key === doc.paper?.key)?.fills ?? null) as FillKind | null,
    opens: opensOf(doc, head.names),
    handOver: only ? null : handOverOf(actor, doc, missing),
    reopen: only ? null : reopenOf(actor, doc),
    signing: only ? null : await signingOf(actor, doc, version, at),
    issue: await issueOf(actor, doc, missing),
    give: returnOf(actor, doc),
    mayRecordOnPaper: state === 'out-for-signature' && capacityFor(actor, 'document.record-paper-signature', writerSubject(doc)) !== null,
    /** The other papers of its kind that this person may open: what another moderator wrote. */
    others: await othersOf(beside.filter((other) => other.id !== doc.id), actor, at),
    readings: readings.map(({ postId, readAt }) => ({ post: posts.get(postId) ?? '', readAt })),
    mustBeRead: (readerSubject(doc).parties ?? []).length > 0,
  };
}

export type PaperPage = Awaited<ReturnType<typeof loadPaper>>;

/** Words and version of one reading: a save that comes between two would set a writer against themself. */
async function liveSections(documentId: string): Promise<(SectionText & { version: number; savedAt: Date })[]> {
  const sections = await db.section.findMany({ where: { documentId }, orderBy: { ordinal: 'asc' }, select: { key: true, title: true, content: true, version: true, savedAt: true } });
  return sections as unknown as (SectionText & { version: number; savedAt: Date })[];
}

function loadSteps(doc: DocumentFacts, at: Date): Promise<LoadedSteps> {
  const of = { authorityIds: doc.authorityId ? [doc.authorityId] : [], groupIds: !doc.authorityId && doc.groupId ? [doc.groupId] : [] };
  return unscopedStepFacts(db, { cycle: { id: doc.cycleId }, of, audiences: [] }, at);
}

async function writingOf(actor: Actor, doc: DocumentFacts, template: DocumentTemplateDefinition | null, live: Awaited<ReturnType<typeof liveSections>>, at: Date) {
  const definitions = new Map((template?.sections ?? []).map((section) => [section.key, section]));
  const set = await db.sectionRevision.findMany({ where: { conflict: true, section: { documentId: doc.id } }, select: { id: true, section: { select: { key: true } } } });
  const posts = live.map(({ key }) => capacityFor(actor, 'paper.write', sectionSubject(doc, key)));
  const as = posts.find((post) => post !== null) ?? null;
  const sections = live.flatMap(({ key, title, content, version }, index): WrittenSection[] => {
    const definition = definitions.get(key);
    return definition ? [{ ...definition, title, content, saves: version, may: as !== null && posts[index]?.id === as.id, beside: set.filter(({ section }) => section.key === key).map(({ id }) => id) }] : [];
  });
  return {
    as,
    sections,
    savedAt: live.some(({ version }) => version > 1) ? Math.max(...live.map(({ savedAt }) => savedAt.getTime())) : null,
    /** What could tell a reader who a child is, and where. */
    warnings: template ? childDataInSections(live, template, today(at)).map(({ kind, words, where }) => ({ where, words: warningOf({ what: CHILD_DATA[kind], words }) })) : [],
  };
}

/** To whom it opens at each stage that its process asks for, in plain words. */
function opensOf(doc: DocumentFacts, names: AudienceNames): { stage: PaperStage; to: string[] }[] {
  const asked = (['handed-over', 'signed', 'issued'] as const).filter((stage) => (stage === 'handed-over' ? !isIssuedByItsWriter(doc) : doc.paper?.asks.includes(stage)));
  return asked.map((stage) => ({ stage, to: [...new Set(openingsAt(doc, stage).map(({ audience }) => audienceName(audience, names)))] }));
}

function wentBackOf(doc: DocumentFacts) {
  const last = lastAct(doc, 'returned', 'declined', 'reopened', 'submitted', 'put-for-signature');
  return last && last.reason !== '' ? { is: last.kind, reason: last.reason, at: last.at } : null;
}

const refusalOf = (decision: object): Refusal | null => (isRefusal(decision) ? decision : null);

function handOverOf(actor: Actor, doc: DocumentFacts, missing: readonly string[]): Act | null {
  const as = capacityFor(actor, 'paper.hand-over', writerSubject(doc));
  if (!as || paperState(doc) !== 'writing' || isIssuedByItsWriter(doc)) return null;
  return { as, refusal: refusalOf(handing.handOverPaper({ doc, actor: actingAs(actor, as.id)!, missing })) };
}

function reopenOf(actor: Actor, doc: DocumentFacts): HeldPost | null {
  const as = capacityFor(actor, 'paper.hand-over', writerSubject(doc));
  return as && !isRefusal(handing.reopenPaper({ doc, actor: actingAs(actor, as.id)!, reason: 'Any' })) ? as : null;
}

function returnOf(actor: Actor, doc: DocumentFacts): HeldPost | null {
  const as = capacityFor(actor, 'paper.return', writerSubject(doc));
  return as && !isRefusal(handing.returnPaper({ doc, actor: actingAs(actor, as.id)!, reason: 'Any' })) ? as : null;
}

async function issueOf(actor: Actor, doc: DocumentFacts, missing: readonly string[]): Promise<Act | null> {
  const as = capacityFor(actor, 'paper.issue', writerSubject(doc));
  if (!as || !doc.paper?.asks.includes('issued') || paperState(doc) === 'issued') return null;
  return { as, refusal: refusalOf(issuePaper({ doc, actor: actingAs(actor, as.id)!, missing })) };
}

/** The post in which this person signs, and as what: the one that has still to sign before any other. */
async function signingOf(actor: Actor, doc: DocumentFacts, version: VersionFact | null, at: Date) {
  const inOrder = actor.as ? [actor.as, ...actor.posts.filter(({ id }) => id !== actor.as!.id)] : actor.posts;
  const mine = inOrder.filter((post) => permits('paper.sign', post, signerSubject(doc)));
  const as = mine.find((post) => signerFor(doc, post, signersLeft(doc))) ?? mine[0] ?? null;
  const out = versionForSignature(doc);
  if (!as || !out || version?.id !== out.id) return null;
  const signer = signerFor(doc, as, signersLeft(doc));
  const signatory = actingAs(actor, as.id)!;
  const decision = signPaper({ doc, actor: signatory, read: { versionId: out.id, contentHash: out.contentHash }, holding: await findOwnHolding(db, signatory, at), now: at });
  const refusal = refusalOf(decision);
  return { as, signer, confirmFirst: refusal?.refused === 'confirm-first', refusal: refusal?.refused === 'confirm-first' ? null : refusal };
}

async function othersOf(others: readonly DocumentFacts[], actor: Actor, at: Date) {
  const open = others.filter((other) => seesDraft(actor, other.shares, at) || readableVersions(actor, other, at).length > 0);
  return (await byPeer(db, open)).map(({ paper, by }) => ({ id: paper.id, by }));
}
