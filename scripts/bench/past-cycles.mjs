import pg from 'pg';

/**
 * Makes the past cycles of each region as many times as many: the oldest, of which nothing is open any more, is repeated with
 * all that belongs to it in the years before. A copy has for each id the one that follows from it and the number of the copy,
 * so that what points inside a copy stays inside it.
 * @param {string} url
 * @param {{ from: number, to: number }} times from how many times as many to how many
 */
export async function repeatPastCycles(url, { from, to }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    const links = await foreignKeys(client);
    const oldest = `select id from "Cycle" c where name not like '%(%' and "startsOn" = (select min("startsOn") from "Cycle" where "regionId" = c."regionId" and name not like '%(%')`;
    await mark(client, links, 'later_rows', `select id from "Cycle" where id not in (${oldest})`);
    await mark(client, links, 'past_rows', oldest);
    await client.query('delete from past_rows where id in (select id from later_rows)');
    const tables = await columns(client);
    const { rows } = await client.query(`select max(past)::int as past from (select count(*) filter (where "closedAt" is not null) as past from "Cycle" where name not like '%(%' group by "regionId") as regions`);
    const past = rows[0].past;
    for (let copy = past * (from - 1) + 1; copy <= past * (to - 1); copy++) {
      for (const [table, names] of tables) await repeat(client, table, names, links, copy);
    }
    await client.query('set session_replication_role = default');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** @typedef {{ child: string, column: string, parent: string }} Link */

/** @param {pg.Client} client @returns {Promise<Link[]>} */
async function foreignKeys(client) {
  const { rows } = await client.query(
    `select c.conrelid::regclass::text as child, quote_ident(a.attname) as column, c.confrelid::regclass::text as parent
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and array_length(c.conkey, 1) = 1`,
  );
  return [...rows, { child: '"Event"', column: '"cycleId"', parent: '"Cycle"' }];
}

/**
 * Collects in a temporary table the ids of some rows and of all that belong to them, however deep.
 * @param {pg.Client} client @param {Link[]} links @param {string} name @param {string} roots
 */
async function mark(client, links, name, roots) {
  await client.query(`create temp table ${name} as ${roots}`);
  await client.query(`create unique index on ${name} (id)`);
  const own = await tablesWithId(client);
  for (let found = 1; found > 0; ) {
    found = 0;
    for (const { child, column } of links.filter((link) => own.has(link.child))) {
      const { rowCount } = await client.query(`insert into ${name} select id from ${child} where ${column} in (select id from ${name}) on conflict do nothing`);
      found += rowCount ?? 0;
    }
  }
}

/** @param {pg.Client} client @returns {Promise<Set<string>>} */
async function tablesWithId(client) {
  const { rows } = await client.query(`select quote_ident(table_name) as name from information_schema.columns where table_schema = 'public' and column_name = 'id' and data_type = 'uuid'`);
  return new Set(rows.map(({ name }) => name));
}

/** @param {pg.Client} client @returns {Promise<Map<string, { name: string, type: string, serial: boolean }[]>>} */
async function columns(client) {
  const { rows } = await client.query(
    `select quote_ident(table_name) as table, column_name as name, data_type as type, column_default like 'nextval%' as serial
     from information_schema.columns where table_schema = 'public' and table_name not like '\\_%' and is_generated = 'NEVER' order by ordinal_position`,
  );
  return rows.reduce((tables, { table, ...column }) => tables.set(table, [...(tables.get(table) ?? []), column]), new Map());
}

/** @param {pg.Client} client @param {string} table @param {{ name: string, type: string, serial: boolean }[]} all @param {Link[]} links @param {number} copy */
async function repeat(client, table, all, links, copy) {
  const own = all.some(({ name, type }) => name === 'id' && type === 'uuid');
  const belonging = links.filter(({ child }) => child === table).map(({ column }) => `${column} in (select id from past_rows)`);
  const here = own ? 'id in (select id from past_rows)' : belonging.join(' or ');
  if (!here) return;
  const kept = all.filter(({ serial }) => !serial);
  const names = kept.map(({ name }) => `"${name}"`);
  const values = kept.map(({ name, type }) => {
    const value = `"${name}"`;
    if (type === 'uuid') return `case when ${value} in (select id from past_rows) then md5(${value}::text || '${copy}')::uuid else ${value} end`;
    if (table === '"Cycle"' && name === 'name') return `${value} || ' (${copy})'`;
    if (table === '"Cycle"' && type === 'date') return `(${value} - interval '${copy} years')::date`;
    if (table === '"ForumBooking"' && name === 'key') return `${value} || ':${copy}'`;
    return value;
  });
  await client.query(`insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${table} where ${here}`);
}
