import { command, say } from './ground/command.mjs';
import { installDependencies } from './ground/dependencies.mjs';
import { readDotEnv } from './ground/environment.mjs';

const help = `
npm run migrate
  Applies the migrations of prisma/migrations that the database lacks: the database of DATABASE_URL, or the embedded one.
  npm start does the same before it serves.
`;

await command(help, async () => {
  await installDependencies();
  readDotEnv();
  const { openDatabase } = await import('./ground/database.mjs');
  const { migrate } = await import('./ground/migrations.mjs');
  const database = await openDatabase();
  try {
    const applied = await migrate(database.url);
    say(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}.`);
  } finally {
    await database.stop();
  }
});
