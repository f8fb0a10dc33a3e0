import { command } from './ground/command.mjs';
import { serve } from './ground/serve.mjs';

const help = `
npm run dev
  The same as npm start, for work on the code: pages are compiled as they are asked for and follow each change. The same
  variables, the same embedded database; a change of prisma/schema.prisma wants npm run migration and a new start.
`;

await command(help, () => serve('dev'));
