// The Web API client with settings of our own, loaded only when Slack is configured, and its failures as VendorError.
import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { type Refused, VendorError } from '#engine/errors.ts';
import type { Log } from '#engine/ports/log.ts';
import { createSlackLogger } from './logger.ts';

export type SlackClient = webApi.WebClient;

/** The library as it was loaded, handed on to what needs more of it than its types. */
export type Bolt = Awaited<ReturnType<typeof loadBolt>>;

/** Loads Slack's libraries, which cost a start without Slack a fifth of a second. */
export function loadBolt() {
  return import('@slack/bolt');
}

/** Where and as whom Slack is called. `apiUrl` ends in `/api/`. */
export type SlackConfig = {
  readonly botToken: string;
  /** Present: Socket Mode. */
  readonly appToken: string | null;
  /** Present without an app token: HTTP mode. Two, comma-separated, while rotating. */
  readonly signingSecret: string | null;
  readonly apiUrl: string;
};

/** How long one call may take. */
export const CALL_TIMEOUT_MS = 10_000;

/**
 * Options for one client; every client gets an object of its own, for Slack's socket client writes into the one it is
 * given. Nothing is retried here: a lost reply would post twice, and whoever asked knows whether to try again.
 */
export function clientOptions(bolt: Bolt, apiUrl: string, log: Log): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    timeout: CALL_TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: createSlackLogger(log, bolt.LogLevel.WARN),
  };
}

/** A client that acts as the bot. */
export async function createSlackClient(config: SlackConfig, log: Log): Promise<SlackClient> {
  const bolt = await loadBolt();
  return new bolt.webApi.WebClient(config.botToken, clientOptions(bolt, config.apiUrl, log));
}

const Failure = z.object({
  code: z.string(),
  data: z.object({ error: z.string() }).optional(),
  statusCode: z.int().optional(),
  retryAfter: z.number().optional(),
});

/** Errors of Slack's own that pass by themselves. */
const PASSING = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

/** What Slack says as long as nothing can be posted in a channel, whatever it is; some words go on after these. */
const CLOSED_CHANNEL = [
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'is_inactive',
  'no_permission',
  'restricted_action',
];

/** What it says as long as it takes nothing from the bot at all. */
const CLOSED_ACCOUNT = new Set([
  'access_denied',
  'accesslimited',
  'account_inactive',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'invalid_auth',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
]);

function refusedBy(reason: string): Refused | null {
  if (CLOSED_ACCOUNT.has(reason)) return { what: 'account', reason };
  if (CLOSED_CHANNEL.some((word) => reason.startsWith(word))) return { what: 'channel', reason };
  return null;
}

/** Slack's word for what it refused ("channel_not_found"), or null when it did not refuse but fail. */
export function refusalOf(error: unknown): string | null {
  const parsed = Failure.safeParse(error);
  return parsed.success ? (parsed.data.data?.error ?? null) : null;
}

/** A failed call, with whether it may succeed later and whether it may have been carried out. */
export function toVendorError(error: unknown, method: string): VendorError {
  const parsed = Failure.safeParse(error);
  const failure = parsed.success ? parsed.data : null;
  const refusal = failure?.data?.error;
  const vendor = 'slack';
  if (refusal !== undefined)
    return new VendorError(`slack refused ${method}: ${refusal}`, {
      vendor,
      retryable: PASSING.has(refusal),
      refused: refusedBy(refusal),
      cause: error,
    });
  if (failure?.retryAfter !== undefined)
    return new VendorError(`slack is rate limiting ${method}`, {
      vendor,
      status: 429,
      retryable: true,
      retryAfterMs: failure.retryAfter * 1000,
      cause: error,
    });
  return new VendorError(`slack did not answer ${method}`, {
    vendor,
    status: failure?.statusCode ?? null,
    retryable: true,
    ambiguous: true,
    cause: error,
  });
}
