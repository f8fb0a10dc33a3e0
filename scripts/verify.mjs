import { command, outcome, Sorry } from './ground/command.mjs';
import { installDependencies } from './ground/dependencies.mjs';
import { readDotEnv } from './ground/environment.mjs';

const help = `
npm run verify [-- --head HASH]
  Checks the chain of everything that happened: events, acts, versions with their texts, signatures, voidings. Names each row
  that was changed, taken away, added past the product or put in another place, and ends with 1 when there is one. Reads only;
  the product may be running. Works on the database of DATABASE_URL or the embedded one.

  The last line is the head of the chain. Note it somewhere else (in the minutes of a Board, in a mail to yourself):
  --head HASH   also checks that the entry with that hash is still there: nobody has cut off the end or written it all anew
`;

await command(help, async (words) => {
  const at = words.indexOf('--head');
  const head = at === -1 ? undefined : words[at + 1];
  if (at !== -1 && !/^[0-9a-f]{64}$/.test(head ?? '')) throw new Sorry('--head wants the 64 signs of the hash that was noted.');
  await installDependencies();
  readDotEnv();
  const { generateClient } = await import('./ground/client.mjs');
  const { openDatabase, runningDatabase } = await import('./ground/database.mjs');
  await generateClient();
  const database = (await runningDatabase()) ?? (await openDatabase());
  try {
    const { code } = await outcome(process.execPath, ['--import', 'tsx', 'scripts/verify.ts', ...(head ? [head] : [])], { env: { ...process.env, DATABASE_URL: database.url } });
    return code;
  } finally {
    await database.stop();
  }
});
