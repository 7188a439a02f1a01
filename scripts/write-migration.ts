// Writes the next migration from what the schema has and the migrations have not: npm run migration -- NAME
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { migrationSql } from './schema-engine.ts';

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('usage: npm run migration -- name_of_the_change\n');
  process.exit(2);
}
const sql = await migrationSql();
if (sql === '') {
  process.stdout.write('schema and migrations agree\n');
  process.exit(0);
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = fileURLToPath(new URL(`../prisma/migrations/${stamp}_${name}/`, import.meta.url));
await mkdir(folder, { recursive: true });
await writeFile(`${folder}migration.sql`, sql);
process.stdout.write(`${folder}migration.sql\n`);
process.exit(0);
