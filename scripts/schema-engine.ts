// Prisma's schema engine as a package: compares the migrations with the schema, on an in-memory database, no download.
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

const ROOT = fileURLToPath(new URL('../prisma/', import.meta.url));

/** The SQL that takes a database after all migrations to the schema; empty text when they agree. */
export async function migrationSql(): Promise<string> {
  const schema = await readFile(`${ROOT}schema.prisma`, 'utf8');
  const engine = await openEngine(schema);
  const result = await engine.diff({
    from: { tag: 'migrations', ...(await migrationList()) },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const sql = result.stdout ?? '';
  return /empty migration/i.test(sql) ? '' : sql;
}

async function openEngine(schema: string) {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasmUrl = new URL(
    'schema_engine_bg.wasm',
    import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'),
  );
  const module = await WebAssembly.compile(new Uint8Array(await readFile(wasmUrl)));
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': { ...glue } });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
  const adapter = bindMigrationAwareSqlAdapterFactory(openFactory());
  return glue.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, adapter);
}

/** The adapter's own shadow database knows no extension. */
function openFactory(): SqlMigrationAwareDriverAdapterFactory {
  const open = () => new PrismaPGlite(new PGlite({ extensions: { pg_trgm } }));
  const factory = open();
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => factory.connect(),
    connectToShadowDb: () => open().connect(),
  };
}

async function migrationList() {
  const folders = (await readdir(`${ROOT}migrations`, { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  );
  const names = folders.map((entry) => entry.name).sort();
  return {
    baseDir: `${ROOT}migrations`,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(`${ROOT}migrations/${path}/migration.sql`, 'utf8'),
          },
        },
      })),
    ),
  };
}
