import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/** @typedef {Awaited<ReturnType<PrismaPg['connect']>>} Adapter */

/**
 * Prisma's schema engine in its WebAssembly form: the same migrations and the same `_prisma_migrations` as
 * `prisma migrate`, without a program to download.
 * @template T
 * @param {{ url: string, datamodels?: [string, string][] }} on the database that it works on; path and text of each schema file
 * @param {(engine: engine.SchemaEngine) => Promise<T>} work
 */
export async function withSchemaEngine({ url, datamodels }, work) {
  load();
  const factory = new MigratingPg(url);
  const running = await engine.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
  try {
    return await work(running);
  } finally {
    running.free();
    await factory.disconnect();
  }
}

/** The adapter of the application, with the three things that migrating needs and it does not do. */
class MigratingPg extends PrismaPg {
  #url;
  /** @type {Adapter[]} */
  #connected = [];

  /** @param {string} url */
  constructor(url) {
    super({ connectionString: url, idleTimeoutMillis: 0 }); // the lock that keeps two migrations apart lives as long as its connection
    this.#url = url;
  }

  /** @override */
  async connect() {
    const adapter = prepared(await super.connect());
    this.#connected.push(adapter);
    return adapter;
  }

  async disconnect() {
    await Promise.all(this.#connected.splice(0).map((adapter) => adapter.dispose()));
  }

  /** @override */
  async connectToShadowDb() {
    const name = `shadow_${crypto.randomUUID()}`;
    await once(this.#url, `create database "${name}"`);
    const url = new URL(this.#url);
    url.pathname = `/${name}`;
    const shadow = prepared(await new PrismaPg({ connectionString: url.href }).connect());
    const dispose = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await dispose();
      await once(this.#url, `drop database "${name}" with (force)`);
    };
    return shadow;
  }
}

/** @param {Adapter} adapter */
function prepared(adapter) {
  // One query for the whole script: PostgreSQL knows where its statements end, and all of them succeed or none.
  adapter.executeScript = async (script) => {
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
  };
  // The catalogue's own type "char", which the adapter does not know and the engine expects as a character.
  const io = /** @type {{ performIO: (query: object) => Promise<{ fields?: { dataTypeID: number }[] }> }} */ (/** @type {unknown} */ (adapter));
  const perform = io.performIO.bind(adapter);
  /** @type {WeakMap<object, number[]>} */
  const characters = new WeakMap();
  io.performIO = async (query) => {
    const result = await perform(query);
    const fields = result.fields ?? [];
    characters.set(query, fields.flatMap(({ dataTypeID }, column) => (dataTypeID === pg.types.builtins.CHAR ? [column] : [])));
    for (const field of fields) if (field.dataTypeID === pg.types.builtins.CHAR) field.dataTypeID = pg.types.builtins.TEXT;
    return result;
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const column of characters.get(query) ?? []) result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

/** @param {string} url @param {string} sql */
async function once(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

let loaded = false;

/** Where the engine leaves its last words when it gives up. */
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: { set_message: (/** @type {string} */ message) => process.stderr.write(`${message}\n`) },
});

function load() {
  if (loaded) return;
  const file = join(dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm');
  const wasm = new WebAssembly.Module(readFileSync(file));
  const glue = /** @type {{ __wbg_set_wasm: (exports: WebAssembly.Exports) => void }} */ (/** @type {unknown} */ (engine));
  const instance = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': /** @type {WebAssembly.ModuleImports} */ (/** @type {unknown} */ (engine)) });
  glue.__wbg_set_wasm(instance.exports);
  /** @type {() => void} */ (instance.exports.__wbindgen_start)();
  loaded = true;
}
