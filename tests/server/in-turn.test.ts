import pg from 'pg';
import { expect, it } from 'vitest';
import { db } from '@/server/db';

it('a transaction asks its one connection for one thing at a time, also where a read is nested', async () => {
  const asking = new Map<pg.Client, number>();
  let most = 0;
  const query = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    asking.set(this, (asking.get(this) ?? 0) + 1);
    most = Math.max(most, asking.get(this)!);
    const answer = Reflect.apply(query, this, given) as Promise<unknown>;
    return answer.finally(() => asking.set(this, asking.get(this)! - 1));
  } as unknown as typeof query;
  try {
    const regions = await db.$transaction((tx) => tx.region.findMany({ include: { groups: true, authorities: true } }));
    expect(regions.find(({ slug }) => slug === 'north-west')?.groups).toHaveLength(3);
    const [counted, missing] = await db.$transaction(async (tx) => [await tx.region.count(), await tx.region.findFirst({ where: { slug: 'nowhere' } })]);
    expect([counted, missing]).toEqual([regions.length, null]);
    expect(most).toBe(1);
  } finally {
    pg.Client.prototype.query = query;
  }
});
