import { nameOf, type DocumentFacts } from '@/domain/documents/facts';
import type { PartNames } from '@/domain/documents/signers';
import { isLive, type AudienceNames, type Shared } from '@/domain/visibility';
import type { Actor } from '@/domain/model';
import { setName } from '@/domain/processes/set-name';
import { db } from '../db';
import { processDefinition } from '../process-definition/load';
import { findDocument } from './find-document';

export interface DocumentPlace {
  cycle: { id: string; name: string };
  region: { id: string; name: string };
  authority: { id: string; name: string; slug: string } | null;
  group: { id: string; name: string } | null;
  /** Of a task and finish group, who leads it: "DCS, Bury, and Assistant Director, Halton". */
  leads?: string;
  /** Of a paper that a peer writes: the peer's authority. */
  peer?: { name: string } | null;
  /** Of a paper: what those who have a part in it are called. */
  parties?: PartNames;
}

export interface DocumentHead {
  doc: DocumentFacts;
  place: DocumentPlace;
  /** "Wigan’s self-view", "The region’s programme". */
  title: string;
  /** The shares in force, for "who can see this". */
  shares: readonly Shared[];
  names: AudienceNames;
}

/** A document that the actor may see, with the names of where it stands. */
export async function loadDocumentHead(actor: Actor, documentId: string, at: Date): Promise<DocumentHead> {
  const doc = await findDocument(db, actor, documentId, at);
  return headOf(doc, await placeOf(doc), at);
}

export function headOf(doc: DocumentFacts, place: DocumentPlace, at: Date): DocumentHead {
  return { doc, place, title: titleOf(doc, place), shares: doc.shares.filter((share) => isLive(share, at)), names: namesOf(doc, place) };
}

type Placed = Pick<DocumentFacts, 'cycleId' | 'authorityId' | 'groupId'> & Partial<Pick<DocumentFacts, 'kind' | 'peerId' | 'peers' | 'roles' | 'set' | 'leadChallengerAuthorityId'>>;

export async function placeOf(doc: Placed): Promise<DocumentPlace> {
  const [cycle, authority, group, parts] = await Promise.all([
    db.cycle.findUniqueOrThrow({ where: { id: doc.cycleId }, select: { id: true, name: true, region: { select: { id: true, name: true } } } }),
    doc.authorityId ? db.authority.findUnique({ where: { id: doc.authorityId }, select: { id: true, shortName: true, slug: true } }) : null,
    doc.groupId ? db.group.findUnique({ where: { id: doc.groupId }, select: { id: true, name: true } }) : null,
    doc.kind === 'paper' ? partsOf(doc) : {},
  ]);
  return {
    cycle: { id: cycle.id, name: cycle.name },
    region: cycle.region,
    authority: authority && { id: authority.id, name: authority.shortName, slug: authority.slug },
    group,
    ...parts,
  };
}

/** What a paper of a process has beside: whose it is, who has a part in it, and what its set is called. */
async function partsOf({ groupId, peerId, peers = [], roles, set, leadChallengerAuthorityId }: Placed): Promise<Partial<DocumentPlace>> {
  const ids = [...peers.map(({ authorityId }) => authorityId), ...(set?.memberIds ?? []), ...(set?.leadAuthorityId ? [set.leadAuthorityId] : []), ...(leadChallengerAuthorityId ? [leadChallengerAuthorityId] : [])];
  const [authorities, peer, group] = await Promise.all([
    db.authority.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, shortName: true } }),
    peerId ? db.cyclePeer.findUnique({ where: { id: peerId }, select: { authority: { select: { shortName: true } } } }) : null,
    groupId ? db.group.findUnique({ where: { id: groupId }, select: { id: true, name: true, kind: true, leadAuthority: { select: { shortName: true } }, adLeadAuthority: { select: { shortName: true } }, region: { select: { name: true } }, cycle: { select: { templateId: true } }, _count: { select: { members: true } } } }) : null,
  ]);
  const definition = group?.kind === 'set' && group.cycle ? await processDefinition(db, group.cycle.templateId) : null;
  return {
    parties: { authorities: new Map(authorities.map(({ id, shortName }) => [id, shortName])), roles },
    ...(group?.kind === 'task' && group.leadAuthority && { leads: `DCS, ${group.leadAuthority.shortName}${group.adLeadAuthority ? `, and Assistant Director, ${group.adLeadAuthority.shortName}` : ''}` }),
    peer: peer && { name: peer.authority.shortName },
    ...(group && { group: { id: group.id, name: definition ? setName(group.name, definition.grouping, group._count.members, group.region.name) : group.kind === 'task' ? `${group.name} group` : group.name } }),
  };
}

/** "Wigan’s moderation comments by Stockport", "The Halton and Wigan pair’s joint findings", "The North West’s programme". */
function titleOf(doc: Pick<DocumentFacts, 'kind' | 'name' | 'authorityId' | 'groupId'>, { authority, group, region, peer }: DocumentPlace): string {
  const name = authority?.name ?? `The ${doc.kind === 'paper' && !doc.authorityId && group ? group.name : region.name}`;
  return `${name}’${name.endsWith('s') ? '' : 's'} ${nameOf(doc)}${peer ? ` by ${peer.name}` : ''}`;
}

function namesOf({ roles }: Pick<DocumentFacts, 'roles'>, { region, authority, group, peer }: DocumentPlace): AudienceNames {
  return { roles, region: region.name, ...(authority ? { authority: authority.name } : {}), ...(group ? { group: group.name } : {}), ...(peer ? { peer: peer.name } : {}) };
}
