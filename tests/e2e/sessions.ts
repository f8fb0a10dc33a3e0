import { OFFICE_NAMES } from '../../src/domain/model';
import { issueToken } from '../../src/server/session-token';
import { ask } from './region';

/** A session of whoever holds the post in the demonstration region, who has just shown who they are. */
export async function sessionIn(post: string): Promise<string> {
  const holders = await ask(
    `select p.id, t.office, t.remit, a."shortName" as authority from "Appointment" x join "Person" p on p.id = x."personId" join "Post" t on t.id = x."postId"
     join "Region" r on r.id = t."regionId" left join "Authority" a on a.id = t."authorityId"
     where r.slug = 'north-west' and x."startsOn" <= current_date and (x."endsOn" is null or x."endsOn" >= current_date) order by x.acting desc, t.remit, x."startsOn"`,
  );
  const holder = holders.find(({ office, remit, authority }) => [`${OFFICE_NAMES[office as keyof typeof OFFICE_NAMES]}${remit ? ` (${remit})` : ''}`, authority].filter(Boolean).join(', ') === post);
  if (!holder) throw new Error(`Nobody in the demonstration holds the post ${post}`);
  return sessionOfPerson(holder.id!);
}

/** Encrypted as the server does it: with the secret of tests/support/production-server.ts. */
export function sessionOfPerson(personId: string): Promise<string> {
  process.env.NEXTAUTH_SECRET ??= 'only-for-the-browser-tests-of-one-run';
  process.env.DATABASE_URL ??= process.env.E2E_DATABASE_URL!;
  const now = new Date();
  return issueToken({ personId, begunAt: now, proved: { by: 'demonstration', at: now } });
}
