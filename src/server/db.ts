import { PrismaPg } from '@prisma/adapter-pg';
import type { Transaction } from '@prisma/driver-adapter-utils';
import { PrismaClient, type Prisma } from './prisma-client/client';

/** A transaction's client: what find, save and record are given. */
export type Tx = Prisma.TransactionClient;

const held = globalThis as unknown as { criticalFriendDb?: PrismaClient };

function connect(): PrismaClient {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error('DATABASE_URL is not set');
  return new PrismaClient({ adapter: new PgInTurn({ connectionString, max: 10 }) });
}

/** Prisma asks for the parts of a nested read side by side; the one connection of a transaction is asked for the next when it has answered. */
class PgInTurn extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    return Object.assign(adapter, { startTransaction: async (...given: Parameters<typeof start>) => inTurn(await start(...given)) });
  }
}

function inTurn(transaction: Transaction): Transaction {
  let before: Promise<unknown> = Promise.resolve();
  const afterThat = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const answer = before.then(ask, ask);
    before = answer;
    return answer;
  };
  const { queryRaw, executeRaw } = transaction;
  transaction.queryRaw = (query) => afterThat(() => queryRaw.call(transaction, query));
  transaction.executeRaw = (query) => afterThat(() => executeRaw.call(transaction, query));
  return transaction;
}

/** The one client of this process. */
export const db: PrismaClient = held.criticalFriendDb ?? connect();
held.criticalFriendDb = db;
