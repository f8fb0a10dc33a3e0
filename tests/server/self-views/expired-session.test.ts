import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { saveSection } from '@/app/self-views/[documentId]/actions';
import { readFormReturn } from '@/server/form-return';
import { issueToken, SESSION_SECONDS } from '@/server/session-token';
import { writerToken } from '@/server/writer-token';
import { aSelfView, sectionRow } from './a-self-view';

// A form that is sent by its button when nobody is signed in any more, or somebody else is, with or without script.

const { jar } = vi.hoisted(() => ({ jar: new Map<string, { value: string }>() }));
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (name: string) => jar.get(name), set: (name: string, value: string) => jar.set(name, { value }), delete: (name: string) => jar.delete(name) }),
}));

const KEY = 'help-and-protection';
let wigan: Awaited<ReturnType<typeof aSelfView>>;
let [ad, officer]: string[] = [];

beforeAll(async () => {
  Object.assign(process.env, { NEXTAUTH_SECRET: 'a secret for these tests alone', NEXTAUTH_URL: 'https://friend.example' });
  wigan = await aSelfView();
  [ad, officer] = [(await wigan.as('wiganAd')).personId, (await wigan.as('wiganPolicyOfficer')).personId];
});

beforeEach(() => jar.clear());

async function signedIn(personId: string, ago = 0) {
  jar.set('critical-friend.session', { value: await issueToken({ personId, begunAt: new Date(Date.now() - ago * 1000) } as Parameters<typeof issueToken>[0]) });
}

function sent(writer: string | null): FormData {
  const form = new FormData();
  const values = { documentId: wigan.documentId, sectionKey: KEY, [`base:${KEY}`]: '1', judgement: 'Typed for an hour.', ...(writer !== null && { writer }) };
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

/** Where the form leads: the page after signing in. */
async function leadsTo(form: FormData): Promise<URL> {
  const thrown = (await saveSection(form).catch((error: unknown) => error)) as { digest?: string };
  const address = String(thrown.digest).split(';').slice(2, -2).join(';');
  expect(address).toMatch(/^\/sign-in\?next=/);
  return new URL(new URL(address, 'http://x').searchParams.get('next')!, 'http://x');
}

async function keptFor(personId: string, page: URL) {
  return readFormReturn(personId, page.searchParams.get('return') ?? undefined);
}

const section = () => `/self-views/${wigan.documentId}/sections/${KEY}`;

test('words of a session that has ended come back to their writer, over the version that they were typed over', async () => {
  await signedIn(ad!, SESSION_SECONDS + 60);
  const page = await leadsTo(sent(writerToken(ad!)));
  expect(page.pathname).toBe(section());
  expect((await keptFor(ad!, page))?.values).toMatchObject({ judgement: 'Typed for an hour.', [`base:${KEY}`]: '1' });
  expect(await keptFor(officer!, page)).toBeUndefined();
});

test('words sent after signing out in another window come back too', async () => {
  const page = await leadsTo(sent(writerToken(ad!)));
  expect((await keptFor(ad!, page))?.values).toMatchObject({ judgement: 'Typed for an hour.' });
});

test('words are not saved in the name of whoever has signed in since, nor shown to them', async () => {
  await signedIn(officer!);
  const page = await leadsTo(sent(writerToken(ad!)));
  expect(await keptFor(officer!, page)).toBeUndefined();
  expect((await keptFor(ad!, page))?.values).toMatchObject({ judgement: 'Typed for an hour.' });
  expect((await sectionRow(wigan.documentId, KEY)).version).toBe(1);
});

test('nobody leaves words for somebody else', async () => {
  for (const forged of [null, `${ad}.${'x'.repeat(43)}`, `${ad}.`, writerToken(officer!).replace(officer!, ad!)]) {
    const page = await leadsTo(sent(forged));
    expect([page.pathname, page.searchParams.get('return')]).toEqual([section(), null]);
  }
});

test('the mark of the writer is never kept or sent on', async () => {
  const page = await leadsTo(sent(writerToken(ad!)));
  expect((await keptFor(ad!, page))?.values.writer).toBeUndefined();
});
