import pg from 'pg';

type Row = Record<string, string>;

let pool: pg.Pool | undefined;

/** The database of the server under test. */
export async function ask(sql: string, values: unknown[] = []): Promise<Row[]> {
  pool ??= new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL!, max: 4 });
  return (await pool.query<Row>(sql, values)).rows;
}

/** Changes what the database keeps as it is (frozen texts, acts): a word is planted where nobody could write it. */
export async function askAgainstPromises(sql: string, values: unknown[] = []): Promise<void> {
  await ask('select 1');
  const client = await pool!.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await client.query(sql, values);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

export async function one(sql: string, values: unknown[] = []): Promise<Row> {
  const [row] = await ask(sql, values);
  if (!row) throw new Error(`There is nothing like: ${sql} (${values.join(', ')})`);
  return row;
}

export async function hangUp(): Promise<void> {
  await pool?.end();
  pool = undefined;
}
