// What stands on an authority's page. Anyone of the region may open it; where its steps stand is for its own people, for those who
// read the board, for its group's lead and for its lead peer challenger; documents are for those with whom they were shared.
import type { CycleFacts, DocumentProgress, PlaceFacts } from './cycle-facts';
import { nameOfKind, type DocumentKind } from './documents/facts';
import { isAccepted, isReturned, isSigned, isSubmitted, lastAct, signaturesThatCount, versionForSignature } from './documents/state';
import type { Actor, Day, Office } from './model';
import { isOffice } from './parties';
import { permits } from './permissions';
import type { ProcessTemplateDefinition } from './processes/template';
import { paperState } from './papers/stages';
import { documentPage } from './step-address';

export function seesSteps(actor: Pick<Actor, 'posts'>, place: Pick<PlaceFacts, 'authorityId' | 'groupId' | 'leadChallengerAuthorityId'>, regionId: string): boolean {
  return actor.posts.some(
    (post) =>
      post.authority?.id === place.authorityId ||
      permits('cycle.see-board', post, { regionId }) ||
      (post.office === 'group-lead' && post.group?.id === place.groupId) ||
      (post.office === 'dcs' && post.authority !== null && post.authority.id === place.leadChallengerAuthorityId),
  );
}

export interface SeenDocument {
  kind: DocumentKind;
  name: string;
  href: string;
  state: 'not-started' | 'in-progress' | 'waiting' | 'part-signed' | 'signed' | 'accepted' | 'returned' | 'released' | 'done';
  words: string;
  on: Day | null;
}

const ORDER: readonly DocumentKind[] = ['self-view', 'mou', 'questions', 'forum-notes', 'annual-conversation', 'action-plan'];

/** The documents that the viewer may open, in the order of the year, each with its state; then the papers of the process about it or its set. */
export function documentsSeen(place: PlaceFacts, definition: ProcessTemplateDefinition, papers: CycleFacts['processPapers'] = new Map()): SeenDocument[] {
  return [...ownDocuments(place, definition), ...papersSeen(place, definition, papers)];
}

function papersSeen(place: PlaceFacts, definition: ProcessTemplateDefinition, papers: NonNullable<CycleFacts['processPapers']>): SeenDocument[] {
  const scopes = [`authority:${place.authorityId}`, `group:${place.groupId}`];
  return definition.papers.flatMap(({ key, name }) =>
    scopes.flatMap((scope) => papers.get(`${key}|${scope}`) ?? []).flatMap((doc): SeenDocument[] => {
      if (!doc.visible) return [];
      const peer = place.peers?.find(({ id }) => id === doc.peerId);
      return [{ kind: 'paper', name: `${name.charAt(0).toUpperCase()}${name.slice(1)}${peer ? ` by ${peer.name}` : ''}`, href: documentPage('paper', doc.id), ...stateOfPaper(doc) }];
    }),
  );
}

const PAPER_STATES: Record<ReturnType<typeof paperState>, Pick<SeenDocument, 'state' | 'words'>> = {
  writing: { state: 'in-progress', words: 'In progress' },
  'handed-over': { state: 'done', words: 'Handed over' },
  'out-for-signature': { state: 'part-signed', words: 'Out for signature' },
  signed: { state: 'signed', words: 'Signed' },
  issued: { state: 'done', words: 'Issued' },
};

function stateOfPaper(doc: DocumentProgress): Pick<SeenDocument, 'state' | 'words' | 'on'> {
  const state = paperState(doc);
  if (state === 'writing') return doc.begun ? { ...PAPER_STATES.writing, on: null } : { state: 'not-started', words: 'Not started', on: null };
  return { ...PAPER_STATES[state], on: doc.acts.at(-1)?.on ?? null };
}

function ownDocuments(place: PlaceFacts, definition: ProcessTemplateDefinition): SeenDocument[] {
  return ORDER.flatMap((kind) => {
    const doc = place.documents[kind];
    if (!doc?.visible) return [];
    const signatories = definition.steps.find((step) => step.document === kind && step.signatories.length > 0)?.signatories.filter(isOffice) ?? [];
    const name = nameOfKind(kind, definition.words);
    return [{ kind, name: name.charAt(0).toUpperCase() + name.slice(1), href: documentPage(kind, doc.id), ...stateOf(doc, signatories) }];
  });
}

function stateOf(doc: DocumentProgress, signatories: readonly Office[]): Pick<SeenDocument, 'state' | 'words' | 'on'> {
  const signed = { ...doc, signatories };
  const on = doc.acts.at(-1)?.on ?? null;
  if (isAccepted(doc)) return { state: 'accepted', words: 'Accepted', on };
  if (isReturned(doc) && !versionForSignature(doc)) return { state: 'returned', words: 'Returned', on };
  if (isSubmitted(doc)) return { state: 'waiting', words: signatories.length > 0 ? 'Submitted' : 'Written', on };
  const last = lastAct(doc, 'released', 'issued', 'compiled', 'agreed', 'sent-for-comment', 'made-final');
  if (last?.kind === 'released') return { state: 'released', words: 'Released', on: last.on };
  if (last?.kind === 'issued') return { state: 'done', words: 'Issued', on: last.on };
  if (isSigned(signed)) return { state: 'signed', words: 'Signed', on };
  if (versionForSignature(doc)) return { state: 'part-signed', words: `${signaturesThatCount(doc).length} of ${signatories.length} signed`, on };
  if (last?.kind === 'agreed') return { state: 'done', words: 'Agreed', on: last.on };
  if (last?.kind === 'sent-for-comment') return { state: 'waiting', words: 'Out for comment', on: last.on };
  if (last?.kind === 'compiled') return { state: 'in-progress', words: 'Put together', on: last.on };
  return doc.begun ? { state: 'in-progress', words: 'In progress', on: null } : { state: 'not-started', words: 'Not started', on: null };
}
