// Counts what really goes to PostgreSQL, so that a page's number of queries can be pinned.
import pg from 'pg';

let seen: string[] | null = null;
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
  const [first] = given;
  const text = typeof first === 'string' ? first : (first as { text?: string }).text;
  if (text && !/^(BEGIN|COMMIT|ROLLBACK|SET|DEALLOCATE)\b/i.test(text)) seen?.push(text);
  return Reflect.apply(query, this, given) as never;
} as typeof pg.Client.prototype.query;

/** The number of statements that the work sent; transactions themselves do not count. */
export async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  seen = [];
  try {
    await work();
    return seen.length;
  } finally {
    seen = null;
  }
}
