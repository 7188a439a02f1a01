// Our door alone: verified, parsed, deduplicated and committed with its job before the 200; no worker takes the jobs.
import { randomBytes } from 'node:crypto';
import { createIngest } from '#engine/flows/ingest-event.ts';
import { createIdSource } from '#engine/ids.ts';
import { createGenericWebhook } from '#integrations/generic/webhook.ts';
import { createMetrics } from '#integrations/http/metrics.ts';
import { createHttpServer } from '#integrations/http/server.ts';
import { createWebhookRoutes } from '#integrations/http/webhooks.ts';
import { openJobQueue } from '#integrations/pg-boss/job-queue.ts';
import { createLog } from '#integrations/pino/log.ts';
import { openServer } from '#integrations/postgres/database.ts';
import { migrate } from '#integrations/postgres/migrate.ts';
import { createStorage } from '#integrations/postgres/storage.ts';
import { SECRET } from './deliveries.ts';

const [url = ''] = process.argv.slice(2);
const log = createLog({ level: 'warn', secrets: [SECRET] });
const newId = createIdSource(randomBytes);
const now = () => new Date();
const database = openServer(url);
await migrate(database);
const queue = await openJobQueue(database, {
  surfaces: ['workspace'],
  log,
  onDead: async () => {},
});
const storage = createStorage(database, { newId, tombstoneKey: randomBytes(32), queue });
const deps = { storage, now, newId, log, crashpoint: () => {} };
const sources = [
  createGenericWebhook({ secrets: [SECRET], key: 'events', path: '/webhooks/events' }),
];
const routes = createWebhookRoutes({
  sources,
  ingest: createIngest(deps, { commitsAtOnce: 2 }),
  isStopping: () => false,
  now,
  log,
  metrics: createMetrics(),
});
const server = createHttpServer({ routes, log });
const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`listening ${port}\n`);
process.once('SIGTERM', () => process.exit(0));
