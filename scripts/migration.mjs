import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { command, root, say, Sorry } from './ground/command.mjs';
import { installDependencies } from './ground/dependencies.mjs';

const help = `
npm run migration -- NAME
  Compares prisma/schema.prisma with the migrations there are and writes what is missing to
  prisma/migrations/<time>_NAME/migration.sql, for you to read and commit. The comparison runs in a database of its own
  that is thrown away; yours is not touched. Apply it with npm run migrate, npm start or npm run dev.

npm run migration -- --reset first
  Writes the first migration anew from the whole schema. Only while no database that matters was made with it.

What Prisma's schema cannot say (checks, partial unique indexes) is written by hand in a migration of its own: a folder
<time>_<name> with a migration.sql.
`;

await command(help, async (words) => {
  const reset = words.includes('--reset');
  const name = words.find((word) => !word.startsWith('-'));
  if (!name || !/^[a-z0-9_-]+$/.test(name)) throw new Sorry('Name the migration in lower case, as in: npm run migration -- appointments_have_cover');
  if (reset && name !== 'first') throw new Sorry('Only the first migration can be written anew: npm run migration -- --reset first');
  await installDependencies();
  const { startPostgres } = await import('./ground/postgres.mjs');
  const { createMigration, resetFirstMigration } = await import('./ground/migrations.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'critical-friend-migration-'));
  const postgres = await startPostgres(folder, { throwaway: true });
  try {
    const file = reset ? await resetFirstMigration(postgres.url) : await createMigration(postgres.url, name);
    say(file ? `Written: ${relative(root, file)}` : 'The migrations there are lead to this very schema: nothing to write.');
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
