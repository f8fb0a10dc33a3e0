import { command, outcome, Sorry } from './ground/command.mjs';
import { installDependencies } from './ground/dependencies.mjs';
import { readDotEnv } from './ground/environment.mjs';

const help = `
npm run appoint -- "Name of the region" "Name of the person" address@council.example
  Appoints a region's first SLI coordinator in the database of DATABASE_URL (or the embedded one, while the product is
  stopped). They sign in by e-mail and appoint everyone else in the browser. Refused once the region has a coordinator.
`;

await command(help, async (words) => {
  const [region, name, email] = words;
  if (!region || !name || !email) throw new Sorry('Give the region, the name and the e-mail address; npm run appoint -- --help shows how.');
  await installDependencies();
  readDotEnv();
  const { openDatabase } = await import('./ground/database.mjs');
  const { migrate } = await import('./ground/migrations.mjs');
  const { generateClient } = await import('./ground/client.mjs');
  await generateClient();
  const database = await openDatabase();
  try {
    await migrate(database.url);
    const { code } = await outcome(process.execPath, ['--import', 'tsx', 'scripts/appoint.ts', region, name, email], { env: { ...process.env, DATABASE_URL: database.url } });
    return code;
  } finally {
    await database.stop();
  }
});
