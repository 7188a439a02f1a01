// A signed request to a receiver of the merchant's own: under one id in every attempt, never repeated where that could do it twice.
import type { Effect } from '../actions/effect.ts';
import { VendorError } from '../errors.ts';
import { type Attempt, type PerformDeps, type Performed, stepEntry } from './attempt.ts';

/** Sends it; the answer's status is the step's outcome. */
export async function sendRequest(
  deps: PerformDeps,
  effect: Extract<Effect, { kind: 'send-request' }>,
  attempt: Attempt,
): Promise<Performed> {
  const { url, method, body, repeatable } = effect;
  if (attempt.recovering && !repeatable) return UNCERTAIN;
  if (attempt.blocked !== null) return { kind: 'skipped', reason: attempt.blocked };
  const { host } = new URL(url);
  if (!deps.playbook.team.limits.request_hosts.includes(host))
    return { kind: 'failed', reason: 'host-not-allowed' };
  if (!deps.requests.canSign) return { kind: 'failed', reason: 'no-request-secret' };
  const id = `req_${attempt.plan.id}_${attempt.position}`;
  try {
    const request = { url, method, body, contentType: contentTypeOf(body), id };
    const { status } = await deps.requests.send(request);
    return status < 300 ? answered(deps, attempt, host, status) : refused(status);
  } catch (error) {
    if (error instanceof VendorError && error.ambiguous && !repeatable) return UNCERTAIN;
    throw error;
  }
}

const UNCERTAIN = { kind: 'uncertain', reason: 'request-uncertain' } as const;

function answered(deps: PerformDeps, attempt: Attempt, host: string, status: number): Performed {
  return {
    kind: 'done',
    ref: `HTTP ${status}`,
    record: (records) =>
      records.timeline.add([stepEntry(deps, attempt, 'request-sent', { host, status })]),
  };
}

/** Too early and timed out are said by a receiver that has done nothing (RFC 9110, 15.5.9; RFC 8470, 5.2). */
function refused(status: number): Performed {
  if (status === 408 || status === 425)
    return { kind: 'later', reason: 'receiver-unavailable', afterMs: null, reached: false };
  return { kind: 'failed', reason: `http-${status}` };
}

function contentTypeOf(body: string): string {
  try {
    JSON.parse(body);
    return 'application/json';
  } catch {
    return 'text/plain; charset=utf-8';
  }
}
