// The yardstick for start and memory: PGlite alone, opened in a folder and asked once for every row it has.
import { PGlite } from '@electric-sql/pglite';

const [directory = ''] = process.argv.slice(2);
const pglite = await PGlite.create({ dataDir: directory });
const tables = await pglite.query<{ name: string }>(
  `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
);
for (const { name } of tables.rows) await pglite.query(`SELECT count(*) FROM ${name}`);
process.stdout.write('ready\n');
const tick = setInterval(() => {}, 60_000);
process.once('SIGTERM', async () => {
  clearInterval(tick);
  await pglite.close();
});
