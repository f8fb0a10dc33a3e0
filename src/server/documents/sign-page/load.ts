import { isRefusal, type Refusal } from '@/domain/decision';
import { compareVersions, type SectionChange, type TextSection } from '@/domain/documents/compare';
import type { DocumentFacts, SectionText, VersionFact } from '@/domain/documents/facts';
import { documentInWords } from '@/domain/documents/in-words';
import { isOwnSide, readableVersions } from '@/domain/documents/reading';
import { isSigned, lastAct, versionForSignature } from '@/domain/documents/state';
import { subjectOf } from '@/domain/documents/subject';
import type { DocumentTemplateDefinition } from '@/domain/documents/template';
import { placeOf as journeyPlace, type Place } from '@/domain/journey-grid';
import { actingAs, OFFICE_NAMES, type Actor, type Day, type HeldPost, type Office } from '@/domain/model';
import { capacityFor } from '@/domain/permissions';
import { putForSignature, recall, sign } from '@/domain/sign-off';
import { valueOf } from '@/domain/self-views/content';
import { db } from '../../db';
import { NotFound } from '../../not-found';
import { unscopedStepFacts } from '../../step-facts/load';
import { visibleDocuments } from '../../visible';
import { loadDocumentHead, type DocumentHead } from '../load';
import { findLiveText, findOwnHolding, findTemplate, findVersionText, missingIn } from '../store';

export interface JourneyShown {
  enablers: readonly { key: string; name: string }[];
  stages: readonly string[];
  own: Record<string, Place | null>;
  agreedLastYear: Record<string, Place | null>;
}

export interface SignPage extends DocumentHead {
  /** The version out for signature or signed; null when none is. */
  version: VersionFact | null;
  /** The text of that version; while none is out, the live text for those who may read it. */
  text: readonly TextSection[];
  /** Why the text went back to its writers, for its own side; null when it did not. */
  wentBack: { by: string; did: string; reason: string; at: Date } | null;
  journey: JourneyShown | null;
  /** What is new, and since when; null when there is nothing earlier to set it beside. */
  changes: { since: { is: 'signature'; at: Date; number: number; own: boolean } | { is: 'cycle'; name: string }; sections: readonly SectionChange[] } | null;
  /** The post in which this person signs; null when they do not. */
  capacity: HeldPost | null;
  /** Why they may not sign now; null when they may. */
  refusal: Refusal | null;
  /** True when they may, but must first confirm who they are. */
  confirmFirst: boolean;
  /** The post in which this person may take it back from signature. */
  recallAs: HeldPost | null;
  isSigned: boolean;
  /** The post in which this person may put it out for signature, with why not yet. */
  put: { capacity: HeldPost; refusal: Refusal | null } | null;
  dueOn: Day | null;
}

export async function loadSignPage(actor: Actor, documentId: string, at: Date): Promise<SignPage> {
  const head = await loadDocumentHead(actor, documentId, at);
  const { doc } = head;
  if (doc.signatories.length === 0) throw new NotFound();
  const out = versionForSignature(doc);
  const version = out && readableVersions(actor, doc, at).some(({ id }) => id === out.id) ? out : null;
  const own = isOwnSide(actor, doc, at);
  const capacity = capacityFor(actor, 'document.sign', subjectOf(doc));
  const [template, content, dueOn] = await Promise.all([findTemplate(db, doc.id), version ? findVersionText(db, version.id) : own ? findLiveText(db, doc.id) : [], dueOnOf(doc, at)]);
  const text = documentInWords(content, template);
  return {
    ...head,
    version,
    text,
    wentBack: own && !out ? await wentBackOf(doc) : null,
    journey: version ? await journeyOf(actor, doc, template, content, at) : null,
    changes: version ? await changesOf(actor, doc, version, capacity, text, at) : null,
    capacity,
    ...(await signingOf(actor, doc, version, capacity, at)),
    recallAs: recallOf(actor, doc),
    isSigned: isSigned(doc),
    put: await putOf(actor, doc),
    dueOn,
  };
}

async function signingOf(actor: Actor, doc: DocumentFacts, version: VersionFact | null, capacity: HeldPost | null, at: Date): Promise<Pick<SignPage, 'refusal' | 'confirmFirst'>> {
  if (!capacity) return { refusal: null, confirmFirst: false };
  const signatory = actingAs(actor, capacity.id)!;
  const read = { versionId: version?.id ?? '', contentHash: version?.contentHash ?? '' };
  const decision = sign({ doc, actor: signatory, read, holding: await findOwnHolding(db, signatory, at), now: at });
  if (!isRefusal(decision)) return { refusal: null, confirmFirst: false };
  return decision.refused === 'confirm-first' ? { refusal: null, confirmFirst: true } : { refusal: decision, confirmFirst: false };
}

function recallOf(actor: Actor, doc: DocumentFacts): HeldPost | null {
  const capacity = capacityFor(actor, 'document.recall', subjectOf(doc));
  return capacity && !isRefusal(recall({ doc, actor: actingAs(actor, capacity.id)!, reason: 'Any' })) ? capacity : null;
}

async function putOf(actor: Actor, doc: DocumentFacts): Promise<SignPage['put']> {
  const permission = doc.kind === 'self-view' ? 'self-view.put-for-signature' : doc.kind === 'mou' ? 'mou.put-for-signature' : null;
  const capacity = permission && capacityFor(actor, permission, subjectOf(doc));
  if (!capacity || versionForSignature(doc)) return null;
  const decision = putForSignature({ doc, actor: actingAs(actor, capacity.id)!, missing: await missingIn(db, doc) });
  return { capacity, refusal: isRefusal(decision) ? decision : null };
}

async function wentBackOf(doc: DocumentFacts): Promise<SignPage['wentBack']> {
  const act = lastAct(doc, 'declined', 'recalled', 'returned', 'put-for-signature', 'made-final');
  if (!act || (act.kind !== 'declined' && act.kind !== 'recalled' && act.kind !== 'returned')) return null;
  const post = await db.post.findUnique({ where: { id: act.postId }, select: { office: true } });
  return { by: post ? OFFICE_NAMES[post.office as Office] : '', did: act.kind === 'recalled' ? 'took it back from signature' : 'returned it', reason: act.reason, at: act.at };
}

/** When the step is due at which this document is signed. */
async function dueOnOf(doc: DocumentFacts, at: Date): Promise<Day | null> {
  if (doc.signatories.length === 0) return null;
  const of = doc.authorityId ? { authorityIds: [doc.authorityId] } : { authorityIds: [] };
  const { steps } = await unscopedStepFacts(db, { cycle: { id: doc.cycleId }, of, audiences: [] }, at);
  return steps.all.find(({ step }) => step.document === doc.kind && step.signatories.length > 0)?.dates.dueOn ?? null;
}

/** Since this post last signed an earlier text; else since what was signed a cycle ago. */
async function changesOf(actor: Actor, doc: DocumentFacts, version: VersionFact, capacity: HeldPost | null, text: readonly TextSection[], at: Date): Promise<SignPage['changes']> {
  const office = capacity?.office;
  const earlier = doc.signatures.filter((signature) => signature.office === office && signature.versionId !== version.id);
  const last = earlier.sort((a, b) => a.signedAt.getTime() - b.signedAt.getTime()).at(-1);
  if (last) {
    const { number } = doc.versions.find(({ id }) => id === last.versionId)!;
    const before = documentInWords(await findVersionText(db, last.versionId), await findTemplate(db, doc.id));
    return { since: { is: 'signature', at: last.signedAt, number, own: last.personId === actor.personId }, sections: compareVersions(before, text) };
  }
  const lastYear = await lastYearsText(actor, doc, office, at);
  return lastYear && { since: { is: 'cycle', name: lastYear.cycle }, sections: compareVersions(lastYear.text, text) };
}

async function lastYearsText(actor: Actor, doc: DocumentFacts, office: Office | undefined, at: Date) {
  if (!doc.authorityId || doc.kind === 'forum-notes') return null;
  const cycle = await db.cycle.findUniqueOrThrow({ where: { id: doc.cycleId }, select: { anchorOn: true } });
  const earlier = await db.document.findFirst({
    where: {
      AND: [visibleDocuments(actor, at)],
      kind: doc.kind,
      authorityId: doc.authorityId,
      cycle: { regionId: doc.regionId, anchorOn: { lt: cycle.anchorOn } },
      versions: { some: { signatures: { some: { voidedAt: null, ...(office ? { office } : {}) } } } },
    },
    orderBy: { cycle: { anchorOn: 'desc' } },
    select: {
      id: true,
      cycle: { select: { name: true } },
      versions: { where: { signatures: { some: { voidedAt: null } } }, orderBy: { number: 'desc' }, take: 1, select: { content: true } },
    },
  });
  const version = earlier?.versions[0];
  if (!earlier || !version) return null;
  return { cycle: earlier.cycle.name, text: documentInWords(version.content as unknown as SectionText[], await findTemplate(db, earlier.id)) };
}

async function journeyOf(actor: Actor, doc: DocumentFacts, template: DocumentTemplateDefinition | null, content: readonly SectionText[], at: Date): Promise<JourneyShown | null> {
  const section = template?.sections.find(({ fields }) => fields.some(({ kind }) => kind === 'journey'));
  const field = section?.fields.find(({ kind }) => kind === 'journey');
  const own = content.find(({ key }) => key === section?.key);
  if (!template?.journey || !field || !own) return null;
  const { placements } = valueOf({ ...field, kind: 'journey' }, own.content);
  const agreed = await agreedLastYear(actor, doc, at);
  return {
    enablers: template.journey.enablers,
    stages: template.journey.stages,
    own: Object.fromEntries(template.journey.enablers.map(({ key }) => [key, journeyPlace(placements[key])])),
    agreedLastYear: agreed,
  };
}

async function agreedLastYear(actor: Actor, doc: DocumentFacts, at: Date): Promise<Record<string, Place | null>> {
  const cycle = await db.cycle.findUniqueOrThrow({ where: { id: doc.cycleId }, select: { anchorOn: true } });
  const earlier = await db.document.findFirst({
    where: { AND: [visibleDocuments(actor, at)], kind: 'questions', authorityId: doc.authorityId, cycle: { regionId: doc.regionId, anchorOn: { lt: cycle.anchorOn } } },
    orderBy: { cycle: { anchorOn: 'desc' } },
    select: { questionSet: { select: { placements: { where: { assessor: 'agreed' }, select: { enabler: true, stage: true, half: true } } } } },
  });
  return Object.fromEntries((earlier?.questionSet?.placements ?? []).map(({ enabler, stage, half }) => [enabler, { stage, half: half as Place['half'] }]));
}
