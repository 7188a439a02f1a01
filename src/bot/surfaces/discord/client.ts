// The REST client with settings of our own, loaded only when Discord is configured, and its failures as VendorError.
import type { REST } from 'discord.js';
import { z } from 'zod';
import { type Refused, VendorError } from '#engine/errors.ts';

/** Where and as whom Discord is called. */
export type DiscordConfig = {
  readonly token: string;
  /** null: Discord is asked for it. */
  readonly applicationId: string | null;
  /** The team's server; null: the one that the channels in team.yml stand in. */
  readonly guildId: string | null;
  /** Present: interactions are taken over HTTP as well. 64 hexadecimal digits. */
  readonly publicKey: string | null;
  /** Without the version: `https://discord.com/api`. */
  readonly apiUrl: string;
};

export type DiscordClient = {
  readonly rest: REST;
  /** Throws what a call throws. */
  readonly applicationId: () => Promise<string>;
};

/** The library as it was loaded. */
export type DiscordLibrary = Awaited<ReturnType<typeof loadDiscord>>;

/** Loads Discord's library, which a start without Discord does not pay for. */
export function loadDiscord() {
  return import('discord.js');
}

/** How long one call may take, and how long a rate limit is waited out before the caller is told of it. */
const CALL_TIMEOUT_MS = 10_000;
const LONGEST_WAIT_MS = 3000;

/**
 * Settings of every client. Nothing but a short rate limit is waited for here: whoever asked knows whether to try
 * again, and holds a card's turn meanwhile.
 */
export function restOptions(apiUrl: string) {
  return {
    version: '10',
    api: apiUrl,
    timeout: CALL_TIMEOUT_MS,
    retries: 0,
    rejectOnRateLimit: (limit: RateLimit) => waitOf(limit) > LONGEST_WAIT_MS,
  };
}

type RateLimit = { readonly timeToReset: number; readonly retryAfter: number };

/** Which of the two says how long depends on which of Discord's limits it is. */
function waitOf({ timeToReset, retryAfter }: RateLimit): number {
  return Math.max(timeToReset, retryAfter);
}

/** A client that acts as the bot. */
export async function createDiscordClient(config: DiscordConfig): Promise<DiscordClient> {
  const { REST } = await loadDiscord();
  const rest = new REST(restOptions(config.apiUrl)).setToken(config.token);
  let asked: Promise<string> | null = null;
  return {
    rest,
    applicationId: () => {
      if (config.applicationId !== null) return Promise.resolve(config.applicationId);
      asked ??= readApplicationId(rest).catch((error: unknown) => {
        asked = null;
        throw error;
      });
      return asked;
    },
  };
}

async function readApplicationId(rest: REST): Promise<string> {
  return z.object({ id: z.string() }).parse(await rest.get('/applications/@me')).id;
}

/** Discord's numbers for what it refuses, as far as something is made of them here. */
export const REFUSED = {
  unknownChannel: 10_003,
  unknownMember: 10_007,
  unknownMessage: 10_008,
  unknownWebhook: 10_015,
  tooLarge: 40_005,
  notOwnMessage: 50_005,
  missingPermission: 50_013,
  invalidForm: 50_035,
  archivedThread: 50_083,
  threadExists: 160_004,
} as const;

const Failure = z.object({
  code: z.union([z.number(), z.string()]).optional(),
  status: z.int().optional(),
  timeToReset: z.number().optional(),
  retryAfter: z.number().optional(),
});

/** Discord's number for what it refused, or null when it did not refuse but fail. */
export function refusalOf(error: unknown): number | null {
  const parsed = Failure.safeParse(error);
  return parsed.success && typeof parsed.data.code === 'number' ? parsed.data.code : null;
}

/** What a log may say of a failure: Discord's number, else the status, else the kind of error. */
export function codeOf(error: unknown): string | number | null {
  const parsed = Failure.safeParse(error);
  const said = parsed.success ? (parsed.data.code ?? parsed.data.status) : undefined;
  return said ?? (error instanceof Error ? error.name : null);
}

/** Who is told 403 may not write there; a channel that is gone has a number of its own. */
function refusedBy(error: unknown, status: number): Refused | null {
  const reason = error instanceof Error ? error.message : String(status);
  if (status === 401) return { what: 'account', reason };
  const isClosed = status === 403 || refusalOf(error) === REFUSED.unknownChannel;
  return isClosed ? { what: 'channel', reason } : null;
}

/** A failed call, with whether it may succeed later and whether it may have been carried out. */
export function toVendorError(error: unknown, what: string): VendorError {
  if (error instanceof VendorError) return error;
  const parsed = Failure.safeParse(error);
  const { status = null, timeToReset = 0, retryAfter } = parsed.success ? parsed.data : {};
  const vendor = 'discord';
  if (retryAfter !== undefined)
    return new VendorError(`discord is rate limiting ${what}`, {
      vendor,
      status: 429,
      retryable: true,
      retryAfterMs: waitOf({ timeToReset, retryAfter }),
      cause: error,
    });
  if (status !== null && status < 500)
    return new VendorError(`discord refused ${what}: ${refusalOf(error) ?? status}`, {
      vendor,
      status,
      retryable: false,
      refused: refusedBy(error, status),
      cause: error,
    });
  // Once it was refused, discord.js uses a token no more; it says so in these words alone.
  if (error instanceof Error && error.message.startsWith('Expected token'))
    return new VendorError('discord refused the token', {
      vendor,
      status: 401,
      retryable: false,
      refused: { what: 'account', reason: 'the token' },
      cause: error,
    });
  return new VendorError(`discord did not answer ${what}`, {
    vendor,
    status,
    retryable: true,
    ambiguous: true,
    cause: error,
  });
}
