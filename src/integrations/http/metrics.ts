// Counters for operators, in Prometheus' text form; labels name shops, jobs and outcomes, never persons.
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What became of a delivery, as a label. */
export type WebhookOutcome =
  | 'stored'
  | 'duplicate'
  | 'ignored'
  | 'quarantined'
  | 'rejected'
  | 'unavailable';

export interface Metrics {
  /** Counts a delivery; `shop` is a shop's key, or the path's last part while nobody has signed for it. */
  countWebhook(shop: string, outcome: WebhookOutcome): void;
  /** Notes the time from the first byte read to the answer of a stored delivery. */
  observeAcknowledgement(shop: string, seconds: number): void;
  /** Counts a job's end. */
  countJob(name: string, outcome: 'done' | 'failed'): void;
  /** All of it as Prometheus' text. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Makes the counters of one process, in a registry of their own. */
export function createMetrics(): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const webhooks = new Counter({
    name: 'regulars_webhooks_total',
    help: 'Deliveries received, by shop and outcome.',
    labelNames: ['shop', 'outcome'],
    registers,
  });
  const jobs = new Counter({
    name: 'regulars_jobs_total',
    help: 'Jobs ended, by name and outcome.',
    labelNames: ['name', 'outcome'],
    registers,
  });
  const acknowledgements = new Histogram({
    name: 'regulars_webhook_acknowledgement_seconds',
    help: 'Time from a delivery to its durable storage and answer.',
    labelNames: ['shop'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 2],
    registers,
  });
  return {
    countWebhook: (shop, outcome) => webhooks.inc({ shop, outcome }),
    observeAcknowledgement: (shop, seconds) => acknowledgements.observe({ shop }, seconds),
    countJob: (name, outcome) => jobs.inc({ name, outcome }),
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}
