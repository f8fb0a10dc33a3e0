import { writeFileSync } from 'node:fs';
import { documentTemplate } from '@/domain/documents/template';
import type { Office } from '@/domain/model';
import { db } from '@/server/db';
import { SESSION_COOKIE } from '@/server/session';
import { issueToken } from '@/server/session-token';

// Run by scripts/bench.mjs with the server's environment: who asks for what, as JSON into the file named first.
const file = process.argv[2];
if (!file) throw new Error('Name the file to write to.');

// Three are under way: the annual one has the forums; a round of challenges stands beside it on the widest board.
const cycle = await db.cycle.findFirstOrThrow({ where: { closedAt: null, forums: { some: {} } }, orderBy: { startsOn: 'desc' } });
const challenges = await db.cycle.findFirstOrThrow({ where: { closedAt: null, template: { key: 'core-challenge' } } });
const notes = await db.document.findFirstOrThrow({ where: { cycleId: cycle.id, kind: 'forum-notes' }, orderBy: { createdAt: 'asc' } });
const authorityId = notes.authorityId;
const own = (kind: string) => db.document.findFirstOrThrow({ where: { cycleId: cycle.id, kind, authorityId } });
const authority = await db.authority.findUniqueOrThrow({ where: { id: authorityId ?? '' } });
const dcs = await cookieOf('dcs', { authorityId });
const coordinator = await cookieOf('sli-coordinator', { regionId: cycle.regionId });

const pages = [
  { name: 'my-work', path: '/my-work', cookie: dcs },
  { name: 'cycle-board', path: `/cycles/${cycle.id}`, cookie: coordinator },
  { name: 'challenge-board', path: `/cycles/${challenges.id}`, cookie: coordinator },
  { name: 'cycles', path: '/cycles', cookie: coordinator },
  { name: 'calendar', path: '/calendar', cookie: dcs },
  { name: 'authority', path: `/authorities/${authority.slug}`, cookie: coordinator },
  { name: 'self-view', path: `/self-views/${(await own('self-view')).id}`, cookie: dcs },
  { name: 'forum-notes', path: `/forum-notes/${notes.id}`, cookie: dcs },
];
writeFileSync(file, JSON.stringify({ pages, writing: await longSelfView(20_000) }));
await db.$disconnect();

/** A self-view that is still being written, filled with so many words, evenly over its questions. */
async function longSelfView(words: number) {
  const document = await db.document.findFirstOrThrow({
    where: { cycleId: cycle.id, kind: 'self-view', acts: { none: { kind: { in: ['submitted', 'put-for-signature'] } } } },
    include: { template: true, sections: true },
    orderBy: { createdAt: 'asc' },
  });
  const asked = documentTemplate.parse(document.template!.definition).sections.flatMap(({ key, fields }) => fields.filter(({ kind }) => kind === 'text').map((field) => ({ section: key, field: field.key })));
  const each = Math.ceil(words / asked.length);
  for (const section of document.sections) {
    const long = Object.fromEntries(asked.filter((one) => one.section === section.key).map(({ field }) => [field, textOf(each)]));
    await db.section.update({ where: { id: section.id }, data: { content: { ...(section.content as object), ...long } } });
  }
  const { personId } = await holderOf('dcs', { authorityId: document.authorityId });
  return { documentId: document.id, ...asked[0]!, personId, cookie: await cookieOf('dcs', { authorityId: document.authorityId }), text: textOf(each) };
}

/** Paragraphs of fifty words, no two alike. */
function textOf(words: number): string {
  return Array.from({ length: Math.ceil(words / 50) }, (_, paragraph) => Array.from({ length: 50 }, (__, word) => `practice${paragraph * 50 + word}`).join(' ')).join('\n\n');
}

async function cookieOf(office: Office, where: { authorityId?: string | null; regionId?: string }): Promise<string> {
  const { personId } = await holderOf(office, where);
  return `${SESSION_COOKIE}=${await issueToken({ personId, begunAt: new Date(), proved: { by: 'link', at: new Date() } })}`;
}

function holderOf(office: Office, where: { authorityId?: string | null; regionId?: string }) {
  return db.appointment.findFirstOrThrow({ where: { endsOn: null, acting: false, post: { office, ...where } } });
}
