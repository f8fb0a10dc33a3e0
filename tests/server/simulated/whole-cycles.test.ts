// Each shipped process from its opening to its last step, through the use cases on PostgreSQL: every paper written and handed over, every
// signature given, by whoever the rules say owes it. A few authorities of a region show it; SIMULATE=all plays it with every one of them.
import { describe, expect, it } from 'vitest';
import { db } from '@/server/db';
import { openShipped } from './open-shipped';
import { simulate } from './simulate';

const CYCLES: readonly { key: string; region: string; only: number }[] = [
  { key: 'annual-self-assessment', region: 'yorkshire-and-the-humber', only: 3 },
  { key: 'core-challenge', region: 'yorkshire-and-the-humber', only: 3 },
  { key: 'partnership-challenge', region: 'yorkshire-and-the-humber', only: 3 },
  { key: 'concurrent-theme', region: 'yorkshire-and-the-humber', only: 3 },
  { key: 'moderated-self-assessment', region: 'east-of-england', only: 3 },
  { key: 'thematic-review', region: 'east-of-england', only: 3 },
  { key: 'paired-health-check', region: 'east-of-england', only: 2 },
  { key: 'triads-and-quartets', region: 'south-east', only: 7 },
];

describe('a shipped process is played to its last step', () => {
  it.each(CYCLES)('$key', { timeout: 600_000 }, async ({ only, ...cycle }) => {
    const { cycleId, openedOn } = await openShipped({ ...cycle, ...(process.env.SIMULATE === 'all' ? {} : { only }) });
    const { doneOn, dueOn } = await simulate(cycleId, openedOn);
    expect([...dueOn.keys()].filter((step) => !doneOn.has(step))).toEqual([]);
    expect([...dueOn].filter(([step, due]) => doneOn.get(step)! > due).map(([step, due]) => `${step} was due on ${due} and done on ${doneOn.get(step)}`)).toEqual([]);
    const papers = await db.document.findMany({ where: { cycleId, kind: 'paper' }, select: { name: true, slot: true, versions: { select: { id: true } } } });
    expect(papers.filter(({ versions }) => versions.length === 0).map(({ name, slot }) => `${name} (${slot})`)).toEqual([]);
  });
});
