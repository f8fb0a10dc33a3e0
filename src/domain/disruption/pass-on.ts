// The parts that an authority had elsewhere pass to whoever is chosen, or is next in turn; or nobody takes them over for now.
import { isRefusal, refuse, type Refusal } from '../decision';
import type { Leave } from './leaving';
import { mayNotMeet, takeoversOf, type Part, type Takeover } from './parts';
import { nameOf, unique, type Change, type Ground } from './plan';

export interface Passing extends Pick<Change, 'leads'> {
  ended: string[];
  found: Change['newParts'][number][];
  setLeads: ReadonlyMap<string, string | null>;
  lines: string[];
  concerned: string[];
}

export function passOn(ground: Ground, leave: Leave): Passing | Refusal {
  const passing = { leads: [] as Change['leads'][number][], ended: [] as string[], found: [] as Change['newParts'][number][], setLeads: new Map<string, string | null>(), lines: [] as string[], concerned: [] as string[] };
  for (const takeover of takeoversOf(ground, leave.place.authorityId)) {
    const { part, words } = takeover;
    const taken = heirTo(ground, takeover, leave);
    if (isRefusal(taken)) return taken;
    const { heir } = taken;
    if (part.is === 'lead') {
      passing.leads.push({ hostId: part.host.authorityId, leadId: heir });
      passing.ended.push(...unique([part.rowId]));
    }
    if (part.is === 'set-lead') passing.setLeads.set(part.groupId, heir);
    if (part.is === 'peer') {
      passing.ended.push(part.peer.id);
      if (heir) passing.found.push({ id: ground.newId(), hostId: part.host.authorityId, role: part.peer.role, authorityId: heir });
    }
    passing.lines.push(heir ? `${nameOf(ground, heir)} becomes ${words} in place of ${leave.place.name}.` : `Nobody takes over as ${words} for now.`);
    passing.concerned.push(...unique([heir, part.is === 'set-lead' ? null : part.host.authorityId]));
  }
  return passing;
}

/** As chosen; else as proposed. */
function heirTo(ground: Ground, { part, words, candidates, proposed }: Takeover, { place, handing, heirId }: Leave): { heir: string | null } | Refusal {
  const chosen = handing[part.key] ?? heirId ?? proposed ?? '';
  if (chosen === '') return { heir: null };
  const hostId = part.is === 'set-lead' ? null : part.host.authorityId;
  const inConflict = hostId ? mayNotMeet(ground, chosen, hostId) : null;
  if (chosen === heirId && !inConflict) return { heir: canBeNamed(ground, part) ? chosen : null };
  if (candidates.includes(chosen)) return { heir: chosen };
  return refuse(inConflict ? 'in-conflict' : 'no-candidate', inConflict ?? `${nameOf(ground, chosen)} cannot become ${words} in place of ${place.name}: choose one of those offered.`);
}

/** A role that is given to one post is given by naming the post, and one that the set has follows the set. */
function canBeNamed({ given: { template } }: Ground, part: Part): boolean {
  const role = part.is === 'peer' ? template.roles.find(({ key }) => key === part.peer.role) : null;
  return !role || (!role.named && role.found !== 'set');
}
