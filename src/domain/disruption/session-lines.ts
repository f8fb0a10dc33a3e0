import { dayInWords } from '../deadlines';
import { sessionsChanged } from '../forums/change-places';
import { clockSpan } from '../forums/clock';
import type { Forum } from '../forums/forum';
import { listed } from '../processes/in-words';
import { nameOf, type Ground } from './plan';

/** Each session that is at another time, on another day or challenged by others. */
export function sessionLines(ground: Ground, forums: readonly Forum[]): string[] {
  const was = new Map(ground.forums.flatMap((forum) => forum.sessions.map((session) => [session.id, { forum, session }])));
  return sessionsChanged(ground.forums, forums).flatMap((session) => {
    const forum = forums.find(({ sessions }) => sessions.includes(session))!;
    const when = `${dayInWords(forum.onDay)}, ${clockSpan(session.startsAt, session.endsAt)}`;
    const before = was.get(session.id);
    const old = before && `${dayInWords(before.forum.onDay)}, ${clockSpan(before.session.startsAt, before.session.endsAt)}`;
    const lead = session.challengers.find((one) => one.lead);
    const challengers = [...session.challengers].sort((a, b) => Number(b.lead) - Number(a.lead)).map(({ name }) => name);
    const challenged = challengers.length > 0 ? `challenged by ${listed(challengers)}` : 'challenged by nobody yet';
    const place = ground.facts.places.find(({ authorityId }) => authorityId === session.authority.id);
    const stays = place?.leadChallengerAuthorityId && lead && place.leadChallengerAuthorityId !== lead.id && before?.session.challengers.some(({ id, lead: led }) => led && id === place.leadChallengerAuthorityId);
    return [
      `${session.authority.name}: ${when}${old && old !== when ? ` (was ${old})` : ''}, ${challenged}.`,
      ...(stays ? [`${nameOf(ground, place.leadChallengerAuthorityId!)} stays lead peer challenger of ${session.authority.name}; at the forum ${lead.name} leads.`] : []),
    ];
  });
}
