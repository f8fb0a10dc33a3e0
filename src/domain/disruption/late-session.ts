import { dayInWords } from '../deadlines';
import { refuse, type Refusal } from '../decision';
import { withSession } from '../forums/change-places';
import { conflictAmong } from '../forums/conflicts';
import { isUnderWay, type Challenger, type Forum } from '../forums/forum';
import { leadsFor } from './parts';
import { nameOf, unique, type Ground, type Joined } from './plan';

/** The time of a session that was given up. */
export interface FreedTime {
  forumId: string;
  startsAt: Date;
  endsAt: Date;
}

/** The forum of its group and wave with a session for it; null where none is arranged. */
export function dayWith(ground: Ground, { id, authorityId, groupId, wave, leadId }: Joined, freed: FreedTime | null): { forum: Forum | null } | Refusal {
  const forum = ground.forums.find((one) => one.group.id === groupId && one.wave === wave);
  if (!forum || forum.onDay < ground.today) return { forum: null };
  if (isUnderWay(forum)) return refuse('under-way', `A session of the ${forum.group.name} group’s forum on ${dayInWords(forum.onDay)} has been held already: choose another ${ground.given.template.words.wave}.`);
  const challenger = (who: string): Challenger => ({ id: who, name: nameOf(ground, who), lead: true, directorIds: ground.directorIds.get(who) ?? [] });
  const there = unique(forum.sessions.map(({ authority }) => authority.id));
  const could = unique([leadId, ...leadsFor(ground, { authorityId, groupId }).toSorted((a, b) => Number(there.includes(b)) - Number(there.includes(a)))]);
  const others = [...ground.forums.filter((one) => one.id !== forum.id), ...ground.otherForums];
  for (const lead of could) {
    const session = { id: ground.newId(), cycleAuthorityId: id, authority: { id: authorityId, name: nameOf(ground, authorityId) }, directorIds: ground.directorIds.get(authorityId) ?? [], challengers: [challenger(lead)] };
    const longer = withSession(forum, session, freed?.forumId === forum.id ? freed : null);
    if (!longer) return refuse('day-too-short', `The ${forum.group.name} group’s forum on ${dayInWords(forum.onDay)} is too short for one more session: make the day longer on its page first.`);
    if (conflictAmong(longer, others) === null) return { forum: longer };
  }
  return refuse('no-lead', `Nobody can lead the challenge of ${nameOf(ground, authorityId)} at the ${forum.group.name} group’s forum on ${dayInWords(forum.onDay)}.`);
}
