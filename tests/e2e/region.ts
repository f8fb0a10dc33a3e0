import pg from 'pg';

/** Asks the demonstration region's database where something is, for addresses that nobody would look up by hand. */
export async function ask(sql: string, values: unknown[] = []): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Address of the first that is found. */
export async function one(sql: string, values: unknown[] = []): Promise<Record<string, string>> {
  const [row] = await ask(sql, values);
  if (!row) throw new Error(`The demonstration region has nothing like: ${sql} ${values.join(', ')}`);
  return row;
}

/** The region’s cycles: two past ones, the annual one under way, and those beside it. */
export async function cycleIds(): Promise<string[]> {
  const rows = await ask('select c.id from "Cycle" c join "Region" r on r.id = c."regionId" where r.slug = \'north-west\' order by c."anchorOn"');
  return rows.map(({ id }) => id!);
}

/** A document of an authority; `back` 1 is that of the cycle before the one under way. */
export async function documentId(kind: string, slug: string, back = 0): Promise<string> {
  const cycles = await cycleIds();
  const { id } = await one(
    'select d.id from "Document" d join "Authority" a on a.id = d."authorityId" where d.kind = $1 and a.slug = $2 and d."cycleId" = $3',
    [kind, slug, cycles.slice(0, 3).at(-1 - back)],
  );
  return id!;
}

/** The forum session of an authority in the cycle under way. */
export async function sessionOf(slug: string): Promise<{ forumId: string; sessionId: string; notesId: string }> {
  const cycles = await cycleIds();
  const row = await one(
    `select s.id, s."forumId", s."notesId" from "ForumSession" s join "CycleAuthority" ca on ca.id = s."cycleAuthorityId" join "Authority" a on a.id = ca."authorityId"
     where a.slug = $1 and ca."cycleId" = $2 `,
    [slug, cycles[2]],
  );
  return { forumId: row.forumId!, sessionId: row.id!, notesId: row.notesId! };
}
