import { isRefusal, type Refusal } from '@/domain/decision';
import { isAccepted, isReturned, isSubmitted, lastAct } from '@/domain/documents/state';
import { subjectOf } from '@/domain/documents/subject';
import { actingAs, type Actor, type HeldPost } from '@/domain/model';
import { capacityFor, permits } from '@/domain/permissions';
import { nameOf, type SelfViewWay } from '@/domain/documents/facts';
import { selfViewWay } from '@/domain/processes/self-view-way';
import { accept, missingForSubmission, submit } from '@/domain/submission';
import { db } from '../../db';
import { isUuid, NotFound } from '../../not-found';
import { processDefinition } from '../../process-definition/load';

import { headOf, placeOf, type DocumentHead } from '../load';
import { findSubmission } from './store';

interface Capacity {
  as: HeldPost;
  refusal: Refusal | null;
}

export interface SubmissionPage {
  selfView: DocumentHead;
  /** Null where no memorandum goes with it. */
  mou: DocumentHead | null;
  way: SelfViewWay;
  missing: readonly string[];
  submittedAt: Date | null;
  /** What came back, why and when, if the last submission did. */
  returned: { which: string; reason: string; at: Date }[];
  isAccepted: boolean;
  submit: Capacity | null;
  /** Null where nobody answers, or somebody else does. */
  accept: Capacity | null;
  /** The post in which this person may return it. */
  giveBack: HeldPost | null;
}

/** The self-view, and the memorandum that is submitted with it: what is signed, what is missing, and what this person may do. */
export async function loadSubmission(actor: Actor, documentId: string, at: Date): Promise<SubmissionPage> {
  const { selfView, mou } = await findSubmission(db, actor, documentId, at);
  const place = await placeOf(selfView);
  const dry = (permission: 'self-view.submit' | 'self-view.accept', rule: typeof submit | typeof accept): Capacity | null => {
    const as = capacityFor(actor, permission, subjectOf(selfView));
    if (!as) return null;
    const decision = rule({ selfView, mou, actor: actingAs(actor, as.id)! });
    return { as, refusal: isRefusal(decision) ? decision : null };
  };
  return {
    selfView: headOf(selfView, place, at),
    mou: mou && headOf(mou, place, at),
    way: selfView.way!,
    missing: missingForSubmission({ selfView, mou }),
    submittedAt: isSubmitted(selfView) || isAccepted(selfView) ? (lastAct(selfView, 'submitted')?.at ?? null) : null,
    returned: [selfView, ...(mou ? [mou] : [])].filter(isReturned).map((doc) => {
      const { reason, at: returnedAt } = lastAct(doc, 'returned')!;
      return { which: doc.kind === 'mou' ? 'memorandum' : nameOf(doc), reason, at: returnedAt };
    }),
    isAccepted: isAccepted(selfView),
    submit: dry('self-view.submit', submit),
    accept: selfView.way!.ends === 'accepted' ? dry('self-view.accept', accept) : null,
    giveBack: capacityFor(actor, 'self-view.return', subjectOf(selfView)),
  };
}

export type SubmissionState = 'waiting' | 'submitted' | 'accepted' | 'returned' | 'not-submitted';

export interface SubmissionLine {
  authority: { name: string; slug: string };
  selfViewId: string;
  state: SubmissionState;
  submittedAt: Date | null;
  answeredAt: Date | null;
  /** `none`: not submitted yet; null where the process has no memorandum. */
  memorandum: 'submitted' | 'accepted' | 'returned' | 'none' | null;
}

/** Every authority of the cycle with the state of its submission, for the regional team: those that wait come first, oldest first. */
export async function loadSubmissions(actor: Actor, cycleId: string) {
  const cycle = isUuid(cycleId) ? await db.cycle.findUnique({ where: { id: cycleId }, select: { id: true, name: true, regionId: true, templateId: true } }) : null;
  if (!cycle || !actor.posts.some((post) => permits('self-view.accept', post, { regionId: cycle.regionId }))) throw new NotFound();
  const places = await db.cycleAuthority.findMany({
    where: { cycleId, withdrawnAt: null },
    orderBy: { authority: { shortName: 'asc' } },
    select: { authorityId: true, authority: { select: { shortName: true, slug: true } } },
  });
  const definition = await processDefinition(db, cycle.templateId);
  const isAnswered = selfViewWay(definition).ends === 'accepted';
  const documents = await db.document.findMany({
    where: { cycleId, kind: { in: ['self-view', 'mou'] } },
    select: { id: true, kind: true, authorityId: true, acts: { where: { kind: { in: ['submitted', 'accepted', 'returned'] } }, orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { kind: true, at: true } } },
  });
  const lines = places.flatMap(({ authorityId, authority }): SubmissionLine[] => {
    const of = (kind: string) => documents.find((doc) => doc.kind === kind && doc.authorityId === authorityId);
    const [selfView, mou] = [of('self-view'), of('mou')];
    if (!selfView) return [];
    const last = selfView.acts.at(-1);
    return [
      {
        authority: { name: authority.shortName, slug: authority.slug },
        selfViewId: selfView.id,
        state: last ? (last.kind === 'submitted' && isAnswered ? 'waiting' : (last.kind as SubmissionState)) : 'not-submitted',
        submittedAt: selfView.acts.findLast(({ kind }) => kind === 'submitted')?.at ?? null,
        answeredAt: last && last.kind !== 'submitted' ? last.at : null,
        memorandum: mou ? ((mou.acts.at(-1)?.kind as SubmissionLine['memorandum'] | undefined) ?? 'none') : null,
      },
    ];
  });
  return { cycle, isAnswered, called: definition.words.selfView, lines: lines.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.submittedAt?.getTime() ?? 0) - (b.submittedAt?.getTime() ?? 0)) };
}

const ORDER: readonly SubmissionState[] = ['waiting', 'returned', 'not-submitted', 'submitted', 'accepted'];
