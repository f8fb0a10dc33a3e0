// The real 2017/18 cycle of the North West: 23 authorities, 12 with their forum in December and 11 in January.
import type { DocumentKind } from '@/domain/documents/facts';
import { isRefusal } from '@/domain/decision';
import type { Actor, Day } from '@/domain/model';
import { leadChallengers } from '@/domain/processes/lead-challengers';
import type { NewPlace } from '@/domain/processes/open-cycle';
import { openCycle } from '@/server/cycles/open-cycle';
import { db } from '@/server/db';

/** Group → its authorities in December, then those in January. */
export const TEST_GROUPS: Record<string, { december: readonly string[]; january: readonly string[] }> = {
  'Blackburn with Darwen': {
    december: ['Blackburn with Darwen', 'Blackpool', 'Bolton', 'Bury'],
    january: ['Cumbria', 'Lancashire', 'Oldham', 'Salford'],
  },
  Trafford: {
    december: ['Cheshire East', 'Cheshire West and Chester', 'Halton', 'Wigan'],
    january: ['Manchester', 'Stockport', 'Trafford', 'Warrington'],
  },
  Rochdale: {
    december: ['Knowsley', 'Liverpool', 'Rochdale', 'Sefton'],
    january: ['St Helens', 'Tameside', 'Wirral'],
  },
};

export interface TestCycle {
  cycleId: string;
  openedAt: Date;
  /** By short name of the authority. */
  places: Readonly<Record<string, { authorityId: string; slug: string; cycleAuthorityId: string; groupId: string; wave: string; leadChallengerAuthorityId: string | null }>>;
  /** Id of a document: of an authority by its short name, or of the region. */
  document: (kind: DocumentKind, authority?: string) => string;
}

interface Options {
  name?: string;
  anchorOn?: Day;
  at?: Date;
  /** Short names; every one of the 23 unless told. */
  only?: readonly string[];
}

/** Opened by the coordinator through the use case. Halton is lead peer challenger of Wigan. */
export async function openTestCycle(actor: Actor, options: Options = {}): Promise<TestCycle> {
  const { name = '2017/18', anchorOn = '2017-11-23', at = new Date('2017-07-26T09:00:00Z'), only } = options;
  const opened = await openCycle(actor, { name, anchorOn, places: await testPlaces(only) }, at);
  if (isRefusal(opened)) throw new Error(opened.because);
  return readTestCycle(opened.change.id, at);
}

/** The places of the 23 as the command of openCycle wants them. */
export async function testPlaces(only?: readonly string[]): Promise<NewPlace[]> {
  const authorities = new Map((await db.authority.findMany({ where: { region: { slug: 'north-west' } } })).map((row) => [row.shortName, row.id]));
  const groups = new Map((await db.group.findMany()).map((row) => [row.name, row.id]));
  const placed = Object.entries(TEST_GROUPS).flatMap(([group, waves]) =>
    (['december', 'january'] as const)
      .flatMap((wave) => waves[wave].map((authority) => ({ authority, wave })))
      .filter(({ authority }) => !only || only.includes(authority))
      .sort((a, b) => (a.authority < b.authority ? -1 : 1))
      .map(({ authority, wave }) => ({ authorityId: authorities.get(authority)!, groupId: groups.get(group)!, wave })),
  );
  const leads = leadChallengers(placed, 3);
  return placed.map((place) => ({ ...place, leadChallengerAuthorityId: leads.get(place.authorityId) ?? null }));
}

export async function readTestCycle(cycleId: string, openedAt: Date): Promise<TestCycle> {
  const rows = await db.cycleAuthority.findMany({ where: { cycleId }, include: { authority: true } });
  const documents = await db.document.findMany({ where: { cycleId }, include: { authority: true } });
  const ids = new Map(documents.map((document) => [`${document.kind}|${document.authority?.shortName ?? ''}`, document.id]));
  return {
    cycleId,
    openedAt,
    places: Object.fromEntries(
      rows.map(({ id, authority, authorityId, groupId, wave, leadChallengerAuthorityId }) => [
        authority.shortName,
        { authorityId, slug: authority.slug, cycleAuthorityId: id, groupId, wave, leadChallengerAuthorityId },
      ]),
    ),
    document: (kind, authority = '') => {
      const id = ids.get(`${kind}|${authority}`);
      if (!id) throw new Error(`There is no ${kind} of ${authority || 'the region'}`);
      return id;
    },
  };
}
