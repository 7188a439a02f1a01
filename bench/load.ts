// Load on one server: so many connections, each sending the next delivery when the last one is answered.
import { Pool } from 'undici';
import { deliveryOf } from './deliveries.ts';

export type Load = { readonly perSecond: number; readonly p99Ms: number };

/** Sends deliveries for a time and counts those answered 200. Throws when any answer is another. */
export async function putUnderLoad(target: {
  readonly origin: string;
  readonly path: string;
  readonly run: string;
  readonly connections: number;
  readonly forMs: number;
}): Promise<Load> {
  const pool = new Pool(target.origin, { connections: target.connections, pipelining: 1 });
  const started = performance.now();
  const latencies: number[] = [];
  let next = 0;
  async function send(): Promise<void> {
    while (performance.now() - started < target.forMs) {
      next += 1;
      const delivery = deliveryOf(target.run, next);
      const sentAt = performance.now();
      const answer = await pool.request({ method: 'POST', path: target.path, ...delivery });
      await answer.body.dump();
      if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`);
      latencies.push(performance.now() - sentAt);
    }
  }
  await Promise.all(Array.from({ length: target.connections }, send));
  const seconds = (performance.now() - started) / 1000;
  await pool.close();
  latencies.sort((a, b) => a - b);
  const p99Ms = latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN;
  return { perSecond: latencies.length / seconds, p99Ms };
}
