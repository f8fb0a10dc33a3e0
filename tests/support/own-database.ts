import { beforeAll } from 'vitest';
import { freshDatabase } from './database';

// Every file of server tests begins with a database of its own: migrated, holding the reference data and nothing else.
beforeAll(freshDatabase);
