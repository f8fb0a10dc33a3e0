import { command } from './ground/command.mjs';
import { serve } from './ground/serve.mjs';

const help = `
npm start
  Serves Critical Friend on http://localhost:3000. Needs Node 20.19 or later and npm; the first start does the rest:
  installs, starts the embedded PostgreSQL (its data stay in ./data), migrates, loads the demonstration region into an
  empty database, builds the pages, serves. Ctrl-C stops all of it. A second start is quick and keeps the data.

  PORT=3001 npm start            another port
  DATABASE_URL=postgresql://…    that PostgreSQL (14 or later) instead of the embedded one; no demonstration unless DEMO=1
  .env.example                   every variable, explained; put yours into .env
`;

await command(help, () => serve('start'));
