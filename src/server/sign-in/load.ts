import type { Office } from '@/domain/model';
import { OFFICES, postName } from '@/domain/model';
import { db } from '../db';
import { dateOf } from '../days';
import { isDemonstration } from '../is-demonstration';
import { tokenHash } from './secrets';
import { findAddress, findDemonstrationPerson, findPersonByEmail, findRequestByToken } from './store';

/** Who the link would sign in; null when it can no longer be used. Looking uses nothing up, so a mail scanner may look as well. */
export async function loadLink(token: string, at: Date): Promise<{ name: string } | null> {
  const request = await findRequestByToken(tokenHash(token), at);
  return request ? findPersonByEmail(request.email) : null;
}

export interface DemonstrationPerson {
  id: string;
  name: string;
  hint: string;
  posts: { office: Office; place: string; name: string }[];
}

/** The people whom the demonstration's sign-in page offers; none anywhere else. */
export async function loadDemonstrationPeople(today: string): Promise<DemonstrationPerson[]> {
  if (!isDemonstration()) return [];
  const on = dateOf(today);
  const people = await db.person.findMany({
    where: { demoHint: { not: null } },
    orderBy: { name: 'asc' },
    include: {
      appointments: {
        where: { startsOn: { lte: on }, OR: [{ endsOn: null }, { endsOn: { gte: on } }] },
        orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
        include: { post: { include: { region: true, group: true, authority: true } } },
      },
    },
  });
  return people.map((person) => ({
    id: person.id,
    name: person.name,
    hint: person.demoHint ?? '',
    posts: person.appointments.map(({ acting, post }) => {
      const authority = post.authority ? { id: post.authority.id, name: post.authority.shortName, slug: post.authority.slug } : null;
      const office = OFFICES.find((one) => one === post.office)!;
      return { office, place: authority?.name ?? post.group?.name ?? post.region.name, name: postName({ ...post, office, acting, authority }) };
    }),
  }));
}

/** How this person can confirm who they are: by a code to their address, and in the demonstration by a press on their own name. */
export async function loadConfirming(personId: string): Promise<{ address: string; byName: boolean }> {
  return { address: await findAddress(personId), byName: isDemonstration() && (await findDemonstrationPerson(personId)) !== null };
}
