import { firstSections } from '@/domain/documents/template';
import { isPeerParty, roleOf } from '@/domain/parties';
import { paperSlot } from '@/domain/processes/paper-terms';
import type { PaperDefinition, ProcessTemplateDefinition } from '@/domain/processes/template';
import { audienceOfParty } from '@/domain/readers';
import type { NewDocument } from './create-document';

interface Whole {
  regionId: string;
  cycleId: string;
  definition: Pick<ProcessTemplateDefinition, 'papers'>;
}

interface HostPlace {
  cycleAuthorityId: string;
  authorityId: string;
  groupId: string;
}

/** The papers of an authority's place that nobody has to be found for. */
export function papersOfPlace(whole: Whole, place: HostPlace): NewDocument[] {
  return whole.definition.papers.filter(({ per, by }) => per === 'authority' && !isPeerParty(by)).map((paper) => paperOf(whole, paper, { ...place, peerId: null }));
}

/** The papers that somebody who was found for a role writes. */
export function papersOfPeer(whole: Whole, place: HostPlace, peer: { id: string; role: string }): NewDocument[] {
  return whole.definition.papers.filter(({ by }) => isPeerParty(by) && roleOf(by) === peer.role).map((paper) => paperOf(whole, paper, { ...place, peerId: peer.id }));
}

export function papersOfGroup(whole: Whole, groupId: string, per: 'group' | 'task-group'): NewDocument[] {
  return whole.definition.papers.filter((paper) => paper.per === per).map((paper) => paperOf(whole, paper, { cycleAuthorityId: null, authorityId: null, groupId, peerId: null }));
}

export function papersOfRegion(whole: Whole): NewDocument[] {
  return whole.definition.papers.filter(({ per }) => per === 'region').map((paper) => paperOf(whole, paper, { cycleAuthorityId: null, authorityId: null, groupId: null, peerId: null }));
}

interface Standing {
  cycleAuthorityId: string | null;
  authorityId: string | null;
  groupId: string | null;
  peerId: string | null;
}

function paperOf({ regionId, cycleId }: Whole, paper: PaperDefinition, standing: Standing): NewDocument {
  const { authorityId, groupId, peerId } = standing;
  const writers = [paper.by, ...Object.values(paper.sectionsBy)].flatMap((party) => audienceOfParty(party, { regionId, ...standing }) ?? []);
  return {
    kind: 'paper',
    regionId,
    cycleId,
    authorityId,
    slot: paperSlot(paper.key, peerId ?? (authorityId ? null : groupId)),
    name: paper.name,
    groupId: authorityId ? null : groupId,
    peerId,
    sections: firstSections(paper),
    shares: [...new Set(writers)].map((audience) => ({ audience, because: `They write the ${paper.name}.` })),
  };
}
