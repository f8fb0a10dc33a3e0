import { db, type Tx } from '@/server/db';

/** What somebody could do who has the database to themselves: its triggers and its foreign keys are off. */
export function unguarded<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      return work(tx);
    },
    { timeout: 60_000 },
  );
}
