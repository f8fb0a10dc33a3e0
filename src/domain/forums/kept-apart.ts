// Two whom the register keeps apart, at a forum: what is proposed does not bring them together; where a change does, the coordinator is
// told, neither why nor since when.
import { among, type TwoAuthorities } from '../processes/in-conflict';
import type { Forum } from './forum';

export function broughtTogether({ sessions }: Pick<Forum, 'sessions'>, conflicts: readonly TwoAuthorities[]): string[] {
  const apart = among(conflicts);
  return sessions.flatMap(({ authority, challengers, endedAt }) =>
    endedAt ? [] : challengers.filter(({ id }) => apart(id, authority.id)).map(({ name }) => `${name} challenges ${authority.name}, and the two do not challenge one another: change the order of the day.`),
  );
}
