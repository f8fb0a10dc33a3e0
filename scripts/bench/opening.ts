import { writeFileSync } from 'node:fs';
import { isRefusal } from '@/domain/decision';
import { isThere } from '@/domain/processes/opening-faults';
import { proposeCycle } from '@/domain/processes/propose-cycle';
import { loadActor } from '@/server/actor/load';
import { openCycle } from '@/server/cycles/open-cycle';
import { loadOpening, loadProcessesToOpen } from '@/server/cycles/opening/load';
import { dateOf, today } from '@/server/days';
import { db } from '@/server/db';

// Run by scripts/bench.mjs with the server's environment: what it costs to open a cycle of each process for the largest region, as JSON into
// the file named first. Each is opened twice, and the second counts.
const file = process.argv[2];
if (!file) throw new Error('Name the file to write to.');

const now = new Date();
const { id: regionId } = (await db.region.findMany({ include: { _count: { select: { authorities: { where: { endedOn: null } } } } } })).sort((a, b) => b._count.authorities - a._count.authorities)[0]!;
const post = await db.post.create({ data: { office: 'sli-coordinator', regionId } });
const person = await db.person.create({ data: { name: 'Whoever opens cycles', email: 'opens@cycles.example' } });
await db.appointment.create({ data: { personId: person.id, postId: post.id, startsOn: dateOf('2015-01-01') } });
const coordinator = (await loadActor(person.id, now, null, now, { by: 'link', at: now, freshUntil: new Date(now.getTime() + 3_600_000) }))!;

const rows = [];
for (const { templateId, name } of await loadProcessesToOpen(coordinator)) {
  const page = await loadOpening(coordinator, { templateId }, now);
  // Where cycles stand on a region's standing groups, one has to be there first.
  if (page.facts.template.grouping.is === 'standing') continue;
  await open(`${name}, once`);
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const authorities = await open(name);
  const { user, system } = process.cpuUsage(before);
  rows.push({ name, authorities, ms: Math.round(performance.now() - begun), cpu_ms: Math.round((user + system) / 1000) });

  async function open(as: string): Promise<number> {
    const anchorOn = page.facts.template.ordinaryAnchor.replace(/^\d{4}/, String(now.getFullYear() + 1));
    const there = page.facts.authorities.filter((authority) => isThere(authority, anchorOn)).map(({ id }) => id);
    const { grouping } = page.facts.template;
    // Where they go in pairs and their number is odd, one waits for the next cycle.
    const takingPart = grouping.is === 'made' && grouping.sizes.every((size) => size === 2) ? there.slice(there.length % 2) : there;
    const proposed = proposeCycle(page.facts, { earlier: null, choices: { leads: 'next', sets: 'new', peers: 'new' }, turn: page.turn, today: today(now), anchorOn, takingPart });
    const opened = await openCycle(coordinator, { templateId, ...proposed, anchorOn, name: as, previousId: null }, now);
    if (isRefusal(opened)) throw new Error(`${name}: ${opened.because}`);
    return proposed.places.length;
  }
}
writeFileSync(file, JSON.stringify(rows));
await db.$disconnect();
