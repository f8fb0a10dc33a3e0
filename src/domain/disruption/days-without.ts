// The forum days go on without an authority that leaves: its session is taken off, and whoever it challenged is challenged by another.
import { dayInWords } from '../deadlines';
import { refuse, type Refusal } from '../decision';
import { forumOf, inSession, sessionOf, sessionsChanged, without } from '../forums/change-places';
import { clockSpan } from '../forums/clock';
import type { Challenger } from '../forums/forum';
import { among } from '../processes/in-conflict';
import type { Leave } from './leaving';
import { leadsFor, mayNotMeet } from './parts';
import { nameOf, unique, type Change, type Ground } from './plan';
import { sessionLines } from './session-lines';

export function daysWithout(ground: Ground, { place, because, heirId, keepsDay = false }: Leave, leads: Change['leads']): { forums: Change['forums']; lines: string[]; concerned: string[] } | Refusal {
  const forum = forumOf(ground.forums, place.authorityId);
  const own = sessionOf(forum, place.authorityId);
  const found = without({ forums: ground.forums, authorityId: place.authorityId, others: ground.otherForums, because, apart: among(ground.conflicts), at: ground.at, newId: ground.newId, keepsDay, heir: heirId ? { id: heirId, name: nameOf(ground, heirId), directorIds: ground.directorIds.get(heirId) ?? [] } : null, leadsFor: (hostId) => leadersOf(ground, hostId, place.authorityId, leads, heirId) });
  if (found.leaderless) return refuse('no-lead', `Nobody else can lead the challenge of ${found.leaderless.authority.name}: give its session another lead on the page of its forum first.`);
  const lines = sessionLines(ground, found.forums.filter(({ cancelledAt }) => !cancelledAt));
  if (!forum || !own || own.endedAt) return { forums: found.forums, lines, concerned: sessionsChanged(ground.forums, found.forums).flatMap(inSession) };
  const alone = forum.sessions.length === 1 && !keepsDay;
  return {
    forums: found.forums,
    lines: [
      `Its session on ${dayInWords(forum.onDay)}, ${clockSpan(own.startsAt, own.endsAt)}, is taken off the ${forum.group.name} group’s forum${alone ? ', and with it the day' : '; the others keep their times'}. Invitations of its people are taken back.`,
      ...lines,
    ],
    concerned: [...inSession(own), ...sessionsChanged(ground.forums, found.forums).flatMap(inSession)],
  };
}

/** At a forum leads whoever becomes lead peer challenger, else whoever is there and could. */
function leadersOf(ground: Ground, hostId: string, without: string, leads: Change['leads'], heirId?: string): Challenger[] {
  const host = ground.facts.places.find(({ authorityId }) => authorityId === hostId);
  if (!host) return [];
  const sameDay = forumOf(ground.forums, hostId)?.sessions.map(({ authority }) => authority.id) ?? [];
  const able = leadsFor(ground, host, without).toSorted((a, b) => Number(sameDay.includes(b)) - Number(sameDay.includes(a)));
  return unique([leads.find((lead) => lead.hostId === hostId)?.leadId, heirId && !mayNotMeet(ground, heirId, hostId) ? heirId : null, ...able]).map((id) => ({ id, name: nameOf(ground, id), lead: true, directorIds: ground.directorIds.get(id) ?? [] }));
}
