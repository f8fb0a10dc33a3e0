// To whom a process opens a document of a kind when one of its steps is done, by the fact that makes it done (processes/template.ts,
// `opensTo`). Papers of the process carry the same in their terms.
import type { DoneWhen, StepDefinition } from '../processes/template';
import { audienceFor, type Reader } from '../readers';
import type { DocumentFacts, DocumentKind } from './facts';

export type OpensAt = Readonly<Partial<Record<DoneWhen, readonly Reader[]>>>;

/** A fact at which no step opens it is absent. */
export function opensAt(steps: readonly StepDefinition[], kind: DocumentKind): OpensAt {
  const opening = steps.filter((step) => step.document === kind && step.opensTo !== undefined);
  return Object.fromEntries([...new Set(opening.map(({ doneWhen }) => doneWhen))].map((fact) => [fact, opening.filter(({ doneWhen }) => doneWhen === fact).flatMap(({ opensTo }) => opensTo ?? [])]));
}

type Opened = Pick<DocumentFacts, 'regionId' | 'authorityId' | 'cycleAuthorityId' | 'groupId' | 'shares'>;

/** Shares of the version that is handed on, for those of the readers who do not see it already. */
export function sharesWith(doc: Opened, readers: readonly Reader[], because: string): { audience: string; because: string; frozenOnly: true }[] {
  const audiences = [...new Set(readers.flatMap((reader) => audienceFor(reader, doc) ?? []))];
  const sees = (audience: string) => doc.shares.some((share) => share.audience === audience && !share.revokedAt);
  return audiences.filter((audience) => !sees(audience)).map((audience) => ({ audience, because, frozenOnly: true as const }));
}
