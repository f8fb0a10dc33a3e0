import pg from 'pg';

type Row = Record<string, string>;

let pool: pg.Pool | undefined;

/** The database of the server under test. */
export async function ask(sql: string, values: unknown[] = []): Promise<Row[]> {
  pool ??= new pg.Pool({ connectionString: process.env.E2E_DATABASE_URL!, max: 4 });
  return (await pool.query<Row>(sql, values)).rows;
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
