import { PrismaPg } from '@prisma/adapter-pg';
import type { Transaction } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { PrismaClient, type Prisma } from './prisma-client/client';
import { statementName } from './statement-names';

/** A transaction's client: what find, save and record are given. */
export type Tx = Prisma.TransactionClient;

const held = globalThis as unknown as { criticalFriendDb?: PrismaClient; criticalFriendAdapter?: PgInTurn };

/** Prisma asks for the parts of a nested read side by side; the one connection of a transaction is asked for the next when it has answered. */
class PgInTurn extends PrismaPg {
  /** The connections, while Prisma has any. */
  pool: pg.Pool | null = null;

  override async connect() {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    const dispose = adapter.dispose.bind(adapter);
    this.pool = adapter.underlyingDriver();
    return Object.assign(adapter, {
      startTransaction: async (...given: Parameters<typeof start>) => inTurn(await start(...given)),
      dispose: () => ((this.pool = null), dispose()),
    });
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

const adapter = (held.criticalFriendAdapter ??= connect());

/** The one client of this process. */
export const db: PrismaClient = (held.criticalFriendDb ??= new PrismaClient({ adapter }));

function connect(): PgInTurn {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error('DATABASE_URL is not set');
  // The type wants a name for every statement; pg takes none for one that is not to be kept.
  return new PgInTurn({ connectionString, max: 10 }, { statementNameGenerator: ({ sql }) => statementName(sql) as string });
}

/** A timestamp is kept without a zone, and means UTC. */
const types = {
  getTypeParser: (type: number, format: 'text') => (type === pg.types.builtins.TIMESTAMP ? (text: string) => new Date(`${text.replace(' ', 'T')}Z`) : pg.types.getTypeParser(type, format)),
} as pg.CustomTypesConfig;

/** The rows of a page's query, for its `load.ts` to parse. Outside a transaction it goes straight to the connections, past Prisma's own work. */
export async function rowsOf(client: Tx, sql: Prisma.Sql): Promise<unknown[]> {
  if (client !== db || !adapter.pool) return client.$queryRaw<unknown[]>(sql);
  return (await adapter.pool.query({ name: statementName(sql.text), text: sql.text, values: sql.values, types })).rows;
}
