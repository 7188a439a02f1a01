// Signing in with WORKSPACE_PASSWORD: sealed, expiring sessions, and patience for whoever guesses.
import { createHmac, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { HttpRequest } from '#engine/ports/http.ts';
import { cookieOf, setCookie } from './request.ts';

/** What came of a password: a cookie to set, or not, and how long the next try must wait. */
export type SignIn =
  | { readonly kind: 'welcome'; readonly cookie: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number };

export interface Sessions {
  signIn(password: string, remoteAddress: string): Promise<SignIn>;
  isSignedIn(request: HttpRequest): Promise<boolean>;
  /** The cookie that ends a session in this browser. */
  readonly farewell: string;
}

const COOKIE = 'regulars_session';
const SESSION_SECONDS = 12 * 60 * 60;
const FREE_ATTEMPTS = 5;
const LONGEST_WAIT_SECONDS = 15 * 60;
const REMEMBERED_ADDRESSES = 1000;

/**
 * Sessions under a password. The sealing key is made from it (scrypt, so that a stolen cookie does not give the password
 * away cheaply): every replica accepts every session, and another password ends them all.
 */
export function createSessions(options: {
  readonly password: string;
  readonly now: () => Date;
  readonly isSecure: boolean;
}): Sessions {
  const patience = createPatience(options.now);
  let key: Promise<Uint8Array> | null = null;
  const cookie = (value: string, seconds: number) =>
    setCookie(COOKIE, value, seconds) + (options.isSecure ? '; Secure' : '');

  async function seal(text: string): Promise<string> {
    key ??= deriveKey(options.password);
    return createHmac('sha256', await key)
      .update(text)
      .digest('base64url');
  }

  return {
    farewell: cookie('', 0),
    async signIn(password, remoteAddress) {
      const seconds = patience.waitOf(remoteAddress);
      if (seconds > 0) return { kind: 'wait', seconds };
      // Both sides are sealed first: equal lengths, and nothing to learn from how long comparing takes.
      if (
        !isEqual(await seal(`password ${password}`), await seal(`password ${options.password}`))
      ) {
        patience.failed(remoteAddress);
        return { kind: 'wrong' };
      }
      patience.forget(remoteAddress);
      const expires = String(options.now().getTime() + SESSION_SECONDS * 1000);
      const value = `${expires}.${await seal(`session ${expires}`)}`;
      return { kind: 'welcome', cookie: cookie(value, SESSION_SECONDS) };
    },
    async isSignedIn(request) {
      const match = /^(\d{1,15})\.([\w-]{43})$/.exec(cookieOf(request, COOKIE) ?? '');
      const [, expires = '', sealed = ''] = match ?? [];
      if (Number(expires) <= options.now().getTime()) return false;
      return isEqual(sealed, await seal(`session ${expires}`));
    },
  };
}

/** Counts failures by address: the first few are free, then each doubles the wait. */
function createPatience(now: () => Date) {
  const failures = new Map<string, { count: number; until: number }>();
  return {
    waitOf(address: string): number {
      const until = failures.get(address)?.until ?? 0;
      return Math.max(0, Math.ceil((until - now().getTime()) / 1000));
    },
    failed(address: string): void {
      const count = (failures.get(address)?.count ?? 0) + 1;
      const wait = count < FREE_ATTEMPTS ? 0 : 2 ** Math.min(count - FREE_ATTEMPTS + 1, 12);
      const until = now().getTime() + Math.min(wait, LONGEST_WAIT_SECONDS) * 1000;
      failures.delete(address);
      failures.set(address, { count, until });
      const [oldest] = failures.keys();
      if (failures.size > REMEMBERED_ADDRESSES && oldest !== undefined) failures.delete(oldest);
    },
    forget(address: string): void {
      failures.delete(address);
    },
  };
}

async function deriveKey(password: string): Promise<Uint8Array> {
  const derived = await promisify<string, string, number, unknown>(scrypt)(
    password,
    'regulars workspace session',
    32,
  );
  if (!(derived instanceof Uint8Array)) throw new TypeError('scrypt gave no bytes');
  return derived;
}

function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
