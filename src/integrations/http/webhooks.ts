// The doors of the shops: signature first, then storage, and only then 200.
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery, Ingested } from '#engine/flows/ingest-event.ts';
import type { HttpRequest, HttpResponse, Route } from '#engine/ports/http.ts';
import type { Log } from '#engine/ports/log.ts';
import type { ParsedDelivery, Verified, WebhookSource } from '#engine/ports/webhook-source.ts';
import { answerError, answerJson, answerUnavailable } from './answers.ts';
import { describeError } from './failures.ts';
import type { Metrics } from './metrics.ts';

export type WebhookDoors = {
  /** The configured sources; those of one path are tried in order. */
  readonly sources: readonly WebhookSource[];
  /** Stores a delivery; what it returns is committed, what it throws is not stored. */
  readonly ingest: (delivery: Delivery) => Promise<Ingested>;
  readonly isStopping: () => boolean;
  readonly now: () => Date;
  readonly log: Log;
  readonly metrics: Metrics;
  /** How long storing may take before the sender is told to come back; 2 s when absent. */
  readonly storeWithinMs?: number;
};

/** Every platform's door stands, configured or not, so that an unconfigured one says 404 to all and nothing more. */
const PATHS = [
  '/webhooks/shopify',
  '/webhooks/bigcommerce',
  '/webhooks/woocommerce',
  '/webhooks/events',
] as const;

const STORE_WITHIN_MS = 2_000;
/** For a door without a source, whose answer does not depend on the body. */
const CLOSED_DOOR_BYTES = 1024 * 1024;

/** One POST route for each platform. */
export function createWebhookRoutes(doors: WebhookDoors): readonly Route[] {
  return PATHS.map((path) => {
    const sources = doors.sources.filter((source) => source.path === path);
    return {
      method: 'POST',
      path,
      maxBodyBytes:
        Math.max(...sources.map(({ maxBodyBytes }) => maxBodyBytes), 0) || CLOSED_DOOR_BYTES,
      handle: (request) => receive(doors, path, sources, request),
    };
  });
}

async function receive(
  doors: WebhookDoors,
  path: string,
  sources: readonly WebhookSource[],
  request: HttpRequest,
): Promise<HttpResponse> {
  if (sources.length === 0) return answerError(404, 'not-found');
  const platform = path.slice(path.lastIndexOf('/') + 1);
  if (doors.isStopping()) {
    doors.metrics.countWebhook(platform, 'unavailable');
    return answerUnavailable();
  }
  const startedAt = performance.now();
  const genuine = findSigner(sources, request, doors.now());
  if (genuine.kind === 'rejected') {
    const { reasons } = genuine;
    doors.log.warn({ shop: platform, reasons, bytes: request.body.byteLength }, 'webhook.rejected');
    doors.metrics.countWebhook(platform, 'rejected');
    return answerError(401, 'unauthorized');
  }
  const response = await store(doors, genuine.source, genuine.delivery, request);
  doors.metrics.observeAcknowledgement(genuine.source.key, (performance.now() - startedAt) / 1000);
  return response;
}

type Genuine = {
  readonly kind: 'genuine';
  readonly source: WebhookSource;
  readonly delivery: Verified;
};

function findSigner(
  sources: readonly WebhookSource[],
  request: HttpRequest,
  now: Date,
): Genuine | { readonly kind: 'rejected'; readonly reasons: readonly string[] } {
  const reasons: string[] = [];
  for (const source of sources) {
    const delivery = source.verify(request.headers, request.body, now);
    if (delivery.kind === 'verified') return { kind: 'genuine', source, delivery };
    reasons.push(delivery.reason);
  }
  return { kind: 'rejected', reasons };
}

async function store(
  doors: WebhookDoors,
  source: WebhookSource,
  verified: Verified,
  request: HttpRequest,
): Promise<HttpResponse> {
  const { deliveryId, topic } = verified;
  const parsed = read(doors, source, verified, request);
  const ids = { shop: source.key, topic, delivery: hashOf(deliveryId) };
  const delivery = { shop: source.key, topic, deliveryId, body: request.body, parsed };
  const outcome = await ingestInTime(doors, delivery).catch((error: unknown) => {
    doors.log.error({ ...ids, ...describeError(error) }, 'webhook.not_stored');
    return { kind: 'unavailable' } as const;
  });
  doors.metrics.countWebhook(source.key, outcome.kind);
  // What is quarantined or not stored has been logged where that was decided.
  if (outcome.kind !== 'quarantined' && outcome.kind !== 'unavailable') {
    doors.log.info({ ...ids, bytes: request.body.byteLength }, MESSAGES[outcome.kind]);
  }
  return answerOutcome(source, parsed.kind === 'unreadable' ? parsed.issues : [], outcome.kind);
}

/** A body our own reader stumbles over is kept for a person to look at: to refuse it would only bring it back. */
function read(
  doors: WebhookDoors,
  source: WebhookSource,
  verified: Verified,
  request: HttpRequest,
): ParsedDelivery {
  try {
    return source.parse(verified, request.headers, request.body);
  } catch (error) {
    doors.log.error({ shop: source.key, ...describeError(error) }, 'webhook.reader_failed');
    return { kind: 'unreadable', issues: [{ path: '', message: 'could not be read' }] };
  }
}

/** Gives up waiting, not the work: what is stored late meets its repeat as a duplicate. */
async function ingestInTime(doors: WebhookDoors, delivery: Delivery): Promise<Ingested> {
  const withinMs = doors.storeWithinMs ?? STORE_WITHIN_MS;
  const settled = new AbortController();
  const late = sleep(withinMs, { kind: 'late' } as const, { signal: settled.signal });
  // Aborted when storing was quicker, which is the rule.
  late.catch(() => {});
  try {
    const outcome = await Promise.race([doors.ingest(delivery), late]);
    if (outcome.kind === 'late')
      throw Object.assign(new Error('storing took too long'), { code: 'LATE' });
    return outcome;
  } finally {
    settled.abort();
  }
}

const MESSAGES = {
  stored: 'event.accepted',
  duplicate: 'event.duplicate',
  ignored: 'event.ignored',
} as const;

function answerOutcome(
  source: WebhookSource,
  issues: readonly { readonly path: string; readonly message: string }[],
  outcome: Ingested['kind'] | 'unavailable',
): HttpResponse {
  switch (outcome) {
    case 'stored':
      return answerJson(200, { ok: true });
    case 'duplicate':
      return answerJson(200, { ok: true, duplicate: true });
    case 'ignored':
      return answerJson(200, { ignored: true });
    case 'quarantined':
      return source.unreadableStatus === 200
        ? answerJson(200, { quarantined: true })
        : answerJson(422, { error: { code: 'unreadable' }, issues });
    case 'unavailable':
      return answerUnavailable();
  }
}

/** A delivery in the log, without its id: shops choose ids, and we do not know what they put into them. */
function hashOf(deliveryId: string): string {
  return createHash('sha256').update(deliveryId).digest('hex').slice(0, 16);
}
