// Every change that a person can make, tried by everyone else of the cast first, with the real ids, as a form sent straight to the
// server would: not found or refused, and nothing written. Then by the one whose it is, which shows that the ids were right.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '@/domain/decision';
import { actingAs, type Actor, type Office } from '@/domain/model';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { actorFor, castPeople, ROLES, type Role } from '../../support/cast';
import { LIFE, LIFE_ACTORS, type Capacity } from './a-life';
import { LIFE_OF_PAPERS, PAPER_ACTORS } from './a-life-of-papers';

const ACTS = [...LIFE, ...LIFE_OF_PAPERS];

let people: Record<Role, string>;

process.env.NEXTAUTH_SECRET ??= 'only-for-the-tests-of-one-run';

beforeAll(async () => {
  people = await castPeople();
  for (const role of ROLES) LIFE_ACTORS[role] = PAPER_ACTORS[role] = (at) => actorFor(people[role], at);
});

/** Everyone in every post that they hold then; who holds none stands in it once. */
async function everyone(at: Date): Promise<{ capacity: Capacity; actor: Actor }[]> {
  const all = await Promise.all(ROLES.map(async (role) => ({ role, actor: await actorFor(people[role], at) })));
  return all.flatMap(({ role, actor }): { capacity: Capacity; actor: Actor }[] => {
    if (actor.posts.length < 2) return [{ capacity: role, actor }];
    return actor.posts.map((post, index) => ({ capacity: index === 0 ? role : (`${role} as ${post.office as Office}` as const), actor: actingAs(actor, post.id)! }));
  });
}

const answerOf = (does: Promise<object>) => does.then((outcome) => (isRefusal(outcome) ? outcome.refused : 'accepted'), (error: unknown) => (error instanceof NotFound ? 'not-found' : Promise.reject(error)));

/** A mark of every table: where its rows lie and which transaction wrote them, so that it changes when anything is written. */
async function everythingWritten(): Promise<Record<string, string | null>> {
  const tables = await db.$queryRaw<{ name: string }[]>`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`;
  const marks = tables.map(({ name }) => `SELECT '${name}' AS name, md5(string_agg(ctid::text || xmin::text, '' ORDER BY ctid)) AS mark FROM "${name}"`);
  const rows = await db.$queryRawUnsafe<{ name: string; mark: string | null }[]>(marks.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, mark }) => [name, mark]));
}

const TURNED_AWAY = ['not-found', 'not-permitted', 'not-yours', 'not-of-the-region'];

describe('everyone else is turned away, and nothing is written', () => {
  for (const [index, { of, at, by, also = [], does, before }] of ACTS.entries()) {
    it(`${index + 1}. ${of}: it is for ${[...new Set([by, ...also])].join(', ')}`, async () => {
      await before?.();
      const written = await everythingWritten();
      const all = await everyone(at);
      const others = all.filter(({ capacity }) => capacity !== by && !also.includes(capacity));
      const answers = await Promise.all(others.map(async ({ capacity, actor }) => [capacity, await answerOf(does(actor, at))]));
      expect(answers.filter(([, answer]) => !TURNED_AWAY.includes(answer!))).toEqual([]);
      expect(await everythingWritten()).toEqual(written);
      const own = all.find(({ capacity }) => capacity === by)!;
      expect(await answerOf(does(own.actor, at))).toBe('accepted');
      expect(await everythingWritten()).not.toEqual(written);
    });
  }
});

/** Capabilities whose every use case stands in the list above. */
const WHOLE = ['action-plans', 'annual-conversations', 'board', 'conflicts', 'cycles', 'disruption', 'evidence', 'figures', 'forum-notes', 'forums', 'papers', 'people', 'processes', 'questions', 'regional-calendar', 'regional-papers', 'releases', 'roles', 'self-views', 'sets', 'task-groups'];
/** What nobody presses: the product does it by itself, or whoever runs the server. */
const UNASKED = ['action-plans/escalate-overdue-actions', 'people/appoint-first-coordinator'];
/** What everyone else is refused in tests of its own. */
const TRIED_THERE = [
  'cycles/agree-days',
  'cycles/move-to-version',
  'evidence/remove-authorship',
  'regional-calendar/feeds/make-feed',
  'self-views/change-advice',
  'self-views/offline-form/accept-sections',
  'self-views/offline-form/bring-back-form',
  'sets/change-sets',
  'task-groups/change-group',
  'task-groups/end-group',
  'task-groups/set-up-group',
];

it('no use case of these capabilities is left out', () => {
  const tried = new Set([...ACTS.map(({ of }) => of), ...UNASKED, ...TRIED_THERE]);
  expect(WHOLE.flatMap(useCasesIn).filter((file) => !tried.has(file))).toEqual([]);
});

function useCasesIn(folder: string): string[] {
  const root = join(process.cwd(), 'src/server');
  const found = existsSync(join(root, folder)) ? readdirSync(join(root, folder), { withFileTypes: true }) : [];
  return found.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return useCasesIn(path);
    return /\btransact(<.*?>)?\(/.test(readFileSync(join(root, path), 'utf8')) ? [path.replace(/\.ts$/, '')] : [];
  });
}
