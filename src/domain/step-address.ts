// The page on which a step is done or read: two presses from My work to the thing that is due (product, "Bars that always hold").
import type { CycleFacts } from './cycle-facts';
import type { DocumentKind } from './documents/facts';
import { isPeerParty, roleOf } from './parties';
import { documentOf, papersOf } from './step-progress';
import { isOwed, type StepAt } from './workflow';

const DOCUMENT_PAGES: Record<DocumentKind, string> = {
  'self-view': 'self-views',
  mou: 'memoranda',
  questions: 'documents',
  preparation: 'documents',
  'forum-notes': 'forum-notes',
  'annual-conversation': 'annual-conversations',
  'action-plan': 'action-plans',
  'regional-profile': 'documents',
  programme: 'documents',
  paper: 'papers',
};

export function documentPage(kind: DocumentKind, id: string): string {
  return `/${DOCUMENT_PAGES[kind]}/${id}`;
}

/** Where the post that owes it does it. */
export function whereDone(at: StepAt, facts: CycleFacts): string {
  const { step, place, state } = at;
  const cycle = `/cycles/${facts.id}`;
  const doc = documentOf(step, { cycle: facts, place });
  const session = place?.session ? `/forums/${place.session.forumId}/sessions/${place.session.id}` : null;
  const page = doc && step.document ? documentPage(step.document, doc.id) : null;
  const record = `${cycle}/steps/${step.key}${scopeQuery(at)}`;
  const role = roleToFind(at);
  if (role) return roleAddress(facts.id, role, place);
  if (step.paper) return step.doneWhen === 'issued' ? record : (paperOfStep(at, facts) ?? `${cycle}/steps/${step.key}/paper${scopeQuery(at)}`);
  switch (step.doneWhen) {
    case 'cycle-opened':
      return `${cycle}/dates`;
    case 'signed':
      return page && doc && isOwed(state) && (state.part === 'own' || isPutOnSignPage(at)) ? `/documents/${doc.id}/sign` : (page ?? record);
    case 'agreed':
      return doc && step.document === 'questions' ? `/questions/${doc.id}` : (page ?? record);
    case 'submitted':
    case 'accepted':
      if (!doc || !isOwed(state) || step.document !== 'self-view' || state.part === 'mend') return page ?? record;
      return state.part === 'accept' ? `${cycle}/submissions/${doc.id}` : `/documents/${doc.id}/submit`;
    case 'issued':
      return step.per === 'region' ? `${cycle}/packs` : (page ?? record);
    case 'pack-read':
      return doc ? `/packs/${doc.id}` : record;
    case 'prepared':
      return session ? `${session}/prepare` : '/forums';
    case 'forum-held':
      return session ?? `/forums/new?cycle=${facts.id}${place ? `&authority=${place.slug}` : ''}`;
    case 'sent-for-comment':
    case 'made-final':
      return page && isOwed(state) && (state.part === 'draft-notes' || state.part === 'mend') ? `${page}/draft` : (page ?? record);
    case 'released':
      return page ?? `/annual-conversations/new?cycle=${facts.id}&authority=${place?.slug ?? ''}`;
    case 'signed-off':
      return doc ? `${cycle}/papers/${doc.id}` : record;
    case 'read':
      return page && step.document === 'self-view' ? `${page}/read` : (page ?? record);
    case 'recorded':
      return record;
    default:
      return page ?? record;
  }
}

/** The self-view and the memorandum are put out for signature where they are signed. */
function isPutOnSignPage({ step, state }: StepAt): boolean {
  return isOwed(state) && state.part === 'put-for-signature' && (step.document === 'self-view' || step.document === 'mou');
}

/** Where someone reads what there is of it; null when they may not open it. */
export function whereRead(at: StepAt, facts: CycleFacts): string | null {
  const { step, place } = at;
  if (step.doneWhen === 'forum-held') return place?.session ? `/forums/${place.session.forumId}` : null;
  if (step.paper) return paperOfStep(at, facts);
  const doc = documentOf(step, { cycle: facts, place: place });
  if (!doc?.visible || !step.document) return null;
  if (step.doneWhen === 'read' && step.document === 'self-view') return `${documentPage('self-view', doc.id)}/read`;
  return step.doneWhen === 'signed-off' ? `/cycles/${facts.id}/papers/${doc.id}` : documentPage(step.document, doc.id);
}

/** The one paper of a step that the viewer may open; of several, where they are led to the one that is theirs. Null where they may open none. */
function paperOfStep(at: StepAt, facts: CycleFacts): string | null {
  const open = papersOf(at.step, { cycle: facts, scope: at.scope }).filter(({ visible }) => visible);
  if (open.length > 1) return `/cycles/${facts.id}/steps/${at.step.key}/paper${scopeQuery(at)}`;
  return open[0] ? documentPage('paper', open[0].id) : null;
}

/** Where the coordinator records it as done or not needed. */
export function whereRecorded(at: StepAt, facts: Pick<CycleFacts, 'id'>): string {
  return `/cycles/${facts.id}/steps/${at.step.key}${scopeQuery(at)}`;
}

function scopeQuery({ place, groupId, wave }: StepAt): string {
  if (place) return `?authority=${place.slug}`;
  if (groupId) return `?group=${groupId}`;
  return wave ? `?wave=${wave}` : '';
}

/** Where someone is found for a role of the process. */
export function roleAddress(cycleId: string, role: string, place: { slug: string } | null): string {
  return place ? `/cycles/${cycleId}/roles/${role}/${place.slug}` : `/cycles/${cycleId}/roles#h-role-${role}`;
}

/** One step for many authorities: where they are all found, else the board of those who owe it. */
export function whereManyAreDone(at: StepAt, facts: Pick<CycleFacts, 'id'>): string {
  const role = roleToFind(at);
  return role ? roleAddress(facts.id, role, null) : `/cycles/${facts.id}?step=${at.step.key}&show=owed`;
}

/** The role that nobody has been found for yet: of the step itself, or of those who are to write its paper. */
function roleToFind({ step, state }: StepAt): string | null {
  if (step.doneWhen === 'assigned') return step.role ?? null;
  const party = isOwed(state) && state.part === 'assign' ? step.who.find(isPeerParty) : undefined;
  return party ? roleOf(party) : null;
}
