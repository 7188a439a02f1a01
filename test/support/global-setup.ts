// Runs once before all suites: migrates one database of each kind, for every test to start from a copy.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { openJobQueue } from '#integrations/pg-boss/job-queue.ts';
import { type Database, openEmbedded, openServer } from '#integrations/postgres/database.ts';
import { migrate } from '#integrations/postgres/migrate.ts';

const ROOT = new URL('../../', import.meta.url);
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  project.provide('embedded', await embeddedDatabase());
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined || url === '') {
    project.provide('template', null);
    return undefined;
  }
  const name = `regulars_template_${randomBytes(4).toString('hex')}`;
  await serverTemplate(url, name);
  project.provide('template', { url, name });
  return () => dropAll(url, name);
}

/** Kept between runs, under the hash of everything it is made of. */
async function embeddedDatabase(): Promise<string> {
  const folder = fileURLToPath(new URL('node_modules/.cache/regulars/', ROOT));
  const made = `${folder}${await fingerprint()}`;
  if (existsSync(made)) return made;
  await mkdir(folder, { recursive: true });
  const draft = `${made}.${process.pid}`;
  const database = await openEmbedded({ directory: draft });
  await prepare(database);
  await database.close();
  // Of two runs that made it at once, either one's will do.
  await rename(draft, made).catch(() => rm(draft, { recursive: true }));
  return made;
}

async function serverTemplate(url: string, name: string): Promise<void> {
  await run(url, `CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const database = openServer(own.href);
  await prepare(database);
  await database.close();
}

async function prepare(database: Database): Promise<void> {
  await migrate(database);
  const queue = await openJobQueue(database, {
    surfaces: ['workspace'],
    log: SILENT,
    onDead: async () => {},
  });
  await queue.stop();
}

/** The template and every copy that a test file made of it. */
async function dropAll(url: string, name: string): Promise<void> {
  const database = openServer(url);
  const found = await database.query<{ datname: string }>(
    'SELECT datname FROM pg_database WHERE datname LIKE $1',
    [`${name}%`],
  );
  for (const { datname } of found)
    await database.query(`DROP DATABASE ${datname} WITH (FORCE)`, []);
  await database.close();
}

async function run(url: string, sql: string): Promise<void> {
  const database = openServer(url);
  await database.query(sql, []);
  await database.close();
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const migrations = new URL('prisma/migrations/', ROOT);
  const names = (await readdir(migrations, { recursive: true }))
    .filter((name) => name.endsWith('.sql'))
    .sort();
  for (const name of names) hash.update(await readFile(new URL(name, migrations)));
  for (const name of ['package-lock.json', 'src/integrations/pg-boss/job-queue.ts'])
    hash.update(await readFile(new URL(name, ROOT)));
  return hash.digest('hex').slice(0, 16);
}
