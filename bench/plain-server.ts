// The yardstick for ingest: Fastify and one plain INSERT through pg, nothing checked, nothing else written.
import { fastify } from 'fastify';
import { Pool } from 'pg';

const [url = ''] = process.argv.slice(2);
const pool = new Pool({ connectionString: url, max: 10 });
await pool.query(
  'CREATE TABLE plain (id bigserial PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), body jsonb NOT NULL)',
);
const app = fastify();
app.post('/webhooks/events', async (request) => {
  await pool.query('INSERT INTO plain (body) VALUES ($1)', [request.body]);
  return { stored: true };
});
const address = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`listening ${new URL(address).port}\n`);
process.once('SIGTERM', () => process.exit(0));
