// Forums and people by hand, for the rules alone.
import type { Challenger, Forum, ForumSession } from '@/domain/forums/forum';
import { atClock } from '@/domain/forums/clock';
import type { Actor, HeldPost, Office } from '@/domain/model';
import { audiencesOf } from '@/domain/visibility';

export const REGION = { id: 'north-west', name: 'North West' };
export const GROUP = { id: 'trafford-group', name: 'Trafford' };
export const DAY = '2017-12-13';

/** "2017-12-13 09:30" in London. */
export const when = (words: string) => atClock(words.slice(0, 10), words.slice(11));

export function post(office: Office, place: { authority?: string; group?: string } = {}): HeldPost {
  const { authority, group } = place;
  return {
    id: `${office}-${authority ?? group ?? 'region'}`.toLowerCase(),
    office,
    remit: '',
    acting: false,
    region: REGION,
    group: group ? { id: `${group.toLowerCase()}-group`, name: group } : null,
    authority: authority ? { id: authority.toLowerCase(), name: authority, slug: authority.toLowerCase() } : null,
  };
}

export function actorAs(as: HeldPost): Actor {
  return { personId: `holder-of-${as.id}`, name: `Holder of ${as.id}`, posts: [as], as, challenges: [], audiences: audiencesOf([as], []) };
}

export const coordinator = actorAs(post('sli-coordinator'));
export const facilitator = actorAs(post('facilitator'));
export const wiganDcs = actorAs(post('dcs', { authority: 'Wigan' }));
export const haltonDcs = actorAs(post('dcs', { authority: 'Halton' }));
export const groupLead = actorAs(post('group-lead', { group: 'Trafford' }));

export const challenger = (name: string, lead = true): Challenger => ({ id: name.toLowerCase(), name, lead, directorIds: [`director-${name.toLowerCase()}`] });

export function session(authority: string, span: string, by: readonly Challenger[], more: Partial<ForumSession> = {}): ForumSession {
  const [starts, ends] = span.split(' to ') as [string, string];
  return {
    id: `session-${authority.toLowerCase()}`,
    cycleAuthorityId: `place-${authority.toLowerCase()}`,
    notesId: '',
    authority: { id: authority.toLowerCase(), name: authority },
    directorIds: [`director-${authority.toLowerCase()}`],
    startsAt: when(`${DAY} ${starts}`),
    endsAt: when(`${DAY} ${ends}`),
    endedAt: null,
    challengers: by,
    ...more,
  };
}

export function forum(more: Partial<Forum> = {}): Forum {
  return {
    id: 'forum-trafford',
    regionId: REGION.id,
    cycleId: 'cycle',
    group: GROUP,
    wave: 'december',
    onDay: DAY,
    startsAt: when(`${DAY} 09:30`),
    endsAt: when(`${DAY} 16:45`),
    venue: 'Trafford Town Hall',
    room: 'Room 1',
    facilitator: { postId: 'facilitator-region', post: 'Facilitator, North West', personIds: ['ben'] },
    sequence: 0,
    cancelledAt: null,
    cancelledWhy: null,
    heldAt: null,
    sessions: [session('Wigan', '09:30 to 11:00', [challenger('Halton')]), session('Halton', '11:15 to 12:45', [challenger('Manchester')])],
    ...more,
  };
}
