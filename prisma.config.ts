import { defineConfig } from 'prisma/config';

// Only `npm run generate` reads this: migrations are written and applied by scripts/migration.mjs and scripts/migrate.mjs.
export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
