import { writeFileSync } from 'node:fs';
import type { Office } from '@/domain/model';
import { db } from '@/server/db';
import { SESSION_COOKIE } from '@/server/session';
import { issueToken } from '@/server/session-token';

// Run by scripts/bench.mjs with the server's environment: who asks for what, as JSON into the file named first.
const file = process.argv[2];
if (!file) throw new Error('Name the file to write to.');

const cycle = await db.cycle.findFirstOrThrow({ where: { closedAt: null }, orderBy: { startsOn: 'desc' } });
const notes = await db.document.findFirstOrThrow({ where: { cycleId: cycle.id, kind: 'forum-notes' }, orderBy: { createdAt: 'asc' } });
const authorityId = notes.authorityId;
const own = (kind: string) => db.document.findFirstOrThrow({ where: { cycleId: cycle.id, kind, authorityId } });
const authority = await db.authority.findUniqueOrThrow({ where: { id: authorityId ?? '' } });
const dcs = await cookieOf('dcs', { authorityId });
const coordinator = await cookieOf('sli-coordinator', { regionId: cycle.regionId });

const pages = [
  { name: 'my-work', path: '/my-work', cookie: dcs },
  { name: 'cycle-board', path: `/cycles/${cycle.id}`, cookie: coordinator },
  { name: 'authority', path: `/authorities/${authority.slug}`, cookie: coordinator },
  { name: 'self-view', path: `/self-views/${(await own('self-view')).id}`, cookie: dcs },
  { name: 'forum-notes', path: `/forum-notes/${notes.id}`, cookie: dcs },
];
writeFileSync(file, JSON.stringify(pages));
await db.$disconnect();

async function cookieOf(office: Office, where: { authorityId?: string | null; regionId?: string }): Promise<string> {
  const { personId } = await db.appointment.findFirstOrThrow({ where: { endsOn: null, acting: false, post: { office, ...where } } });
  return `${SESSION_COOKIE}=${await issueToken({ personId, begunAt: new Date(), proved: { by: 'link', at: new Date() } })}`;
}
