import { beforeAll, expect, test } from 'vitest';
import { unscopedDocument } from '@/server/documents/find-document';
import { db } from '@/server/db';
import { aProcessOfPapers, type ProcessOfPapers } from './a-process-of-papers';

let region: ProcessOfPapers;
beforeAll(async () => {
  region = await aProcessOfPapers();
});

test('a cycle begins with the papers of its process, each seen by those who write it and nobody else', async () => {
  const { process } = region;
  const seenBy = async (id: string) => (await unscopedDocument(db, id)).shares.map(({ audience, frozenOnly }) => [audience, frozenOnly]);
  const wigan = process.places.Wigan!.authorityId;
  expect(await seenBy(process.paper('moderation', 'Wigan', 'Stockport'))).toEqual([[`peer:${process.peer('moderator', 'Wigan', 'Stockport')}`, false]]);
  expect(await seenBy(process.paper('scope', 'Wigan'))).toEqual([[`authority:${wigan}`, false]]);
  expect(await seenBy(process.paper('findings', 'Wigan and Halton'))).toEqual([[`set:${process.set('Wigan and Halton')}`, false]]);
  expect(await seenBy(process.paper('partnership', 'Wigan'))).toEqual([[`partners:${wigan}`, false]]);
  expect(await seenBy(process.paper('themes'))).toEqual([[`region-team:${process.regionId}`, false]]);
});
