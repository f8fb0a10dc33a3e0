import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, type Prisma } from './prisma-client/client';

/** A transaction's client: what find, save and record are given. */
export type Tx = Prisma.TransactionClient;

const held = globalThis as unknown as { criticalFriendDb?: PrismaClient };

function connect(): PrismaClient {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error('DATABASE_URL is not set');
  return new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 10 }) });
}

/** The one client of this process. */
export const db: PrismaClient = held.criticalFriendDb ?? connect();
held.criticalFriendDb = db;
