// Run by scripts/appoint.mjs with the region, the name and the address.
import { isRefusal } from '@/domain/decision';
import { db } from '@/server/db';
import { NotFound } from '@/server/not-found';
import { appointFirstCoordinator } from '@/server/people/appoint-first-coordinator';
import { loadReference } from '../prisma/reference/load-reference';

const [region = '', name = '', email = ''] = process.argv.slice(2);
await loadReference();
const regions = await db.region.findMany({ orderBy: { name: 'asc' }, select: { name: true } });
const outcome = await appointFirstCoordinator({ region, name, email }, new Date()).catch((error: unknown) => {
  if (error instanceof NotFound) return { refused: 'no-region', because: `There is no region “${region}”. There are ${regions.map((known) => known.name).join(', ')}.` };
  throw error;
});
await db.$disconnect();
if (isRefusal(outcome)) {
  process.stderr.write(`${outcome.because}\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(`${outcome.change.name} is SLI coordinator of ${region} from today, and signs in with ${outcome.change.email}.\n`);
}
