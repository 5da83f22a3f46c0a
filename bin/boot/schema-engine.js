// Prisma's schema engine as WebAssembly, in this process: Prisma's command line would download a binary.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

/**
 * Opens the engine on a database. Close it, or its connections keep the process alive.
 * @param {string} url connection string of the database's owner
 * @param {string} folder the folder that holds schema.prisma
 */
export async function openEngine(url, folder) {
  const { SchemaEngine } = await loadEngine();
  const schema = readFileSync(join(folder, 'schema.prisma'), 'utf8');
  const factory = new WholeScripts({ connectionString: url });
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, adapter);
  return {
    applyMigrations: (input) => readable(() => engine.applyMigrations(input)),
    diff: (input) => readable(() => engine.diff(input)),
    close: async () => {
      engine.free();
      await Promise.all(factory.opened.map((one) => one.dispose()));
    },
  };
}

const charOid = 18;
const textOid = 25;

// Two faults of the adapter. It splits a script at every semicolon, also inside a comment, a string or a
// function, and runs the pieces one by one: sent whole, a migration is one transaction. And it cannot read the
// type "char", which the engine asks the catalogues for.
class WholeScripts extends PrismaPg {
  opened = [];

  async connect() {
    const adapter = await super.connect();
    this.opened.push(adapter);
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        adapter.onError(error);
      }
    };
    const { performIO, queryRaw } = adapter;
    adapter.queryRaw = async (query) => {
      const single = [];
      const reader = Object.create(adapter, {
        performIO: {
          value: async (asked) => {
            const answer = await performIO.call(adapter, asked);
            for (const [at, field] of answer.fields.entries()) {
              if (field.dataTypeID !== charOid) continue;
              single.push(at);
              field.dataTypeID = textOid;
            }
            return answer;
          },
        },
      });
      const answer = await queryRaw.call(reader, query);
      for (const at of single) answer.columnTypes[at] = ColumnTypeEnum.Character;
      return answer;
    };
    return adapter;
  }
}

let loading;

function loadEngine() {
  return (loading ??= load());
}

async function load() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message() {} };
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = readFileSync(file.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, {
    './schema_engine_bg.js': Object.fromEntries(Object.entries(bindings).map(unhurried)),
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}

// The engine never takes back its ten-second limit for getting a lock, which would keep the process waiting.
function unhurried([name, binding]) {
  if (!name.startsWith('__wbg_setTimeout_')) return [name, binding];
  return [name, (...timer) => binding(...timer).unref()];
}

async function readable(work) {
  try {
    return await work();
  } catch (error) {
    throw new Error(`Prisma's schema engine: ${error?.message ?? JSON.stringify(error)}`, { cause: error });
  }
}
