import { existsSync } from 'node:fs';
import { db } from '@/server/db';

const help = `
tsx scripts/seed.ts [--reference]
  Fills the database of DATABASE_URL: what the product knows from the start (regions, authorities, templates), and, with
  DEMO=1 and nobody in it yet, the demonstration region. --reference stops after the first. npm start calls it.
`;

if (process.argv.includes('--help')) {
  process.stdout.write(help.trimStart());
} else {
  const nobodyYet = (await db.person.count()) === 0;
  await load('../prisma/reference/load-reference.ts', 'loadReference');
  if (nobodyYet && process.env.DEMO === '1' && !process.argv.includes('--reference')) {
    process.stdout.write('Loading the demonstration region.\n');
    await remark("'The demonstration region is being loaded.'");
    await load('../src/server/demonstration/load-demonstration.ts', 'loadDemonstration');
    await remark('null');
  }
  await db.$disconnect();
}

async function load(path: string, name: string): Promise<void> {
  const file = new URL(path, import.meta.url);
  if (!existsSync(file)) return;
  const loader: Record<string, (at: Date) => Promise<void>> = await import(file.href);
  await loader[name]?.(new Date());
}

/** A comment on the database, by which the next start knows that a kill interrupted the loading. Only its owner may write one. */
async function remark(text: string): Promise<void> {
  await db.$executeRawUnsafe(`do $$ begin execute format('comment on database %I is %L', current_database(), ${text}::text); exception when insufficient_privilege then null; end $$`);
}
