import { command } from './ground/command.mjs';
import { installDependencies } from './ground/dependencies.mjs';

const help = `
npm run generate
  Writes the Prisma client (src/server/prisma-client) from prisma/schema.prisma, if it is not that schema's already.
`;

await command(help, async () => {
  await installDependencies();
  const { generateClient } = await import('./ground/client.mjs');
  await generateClient();
});
