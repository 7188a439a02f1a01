// Signing in: the right password, in time, and not by trying them all.
import { describe, expect, it } from 'vitest';
import { createSessions, type Sessions } from '#bot/surfaces/workspace/sessions.ts';
import { aRequest, NOW } from '../../../support/workspace.ts';

const HOUR = 3_600_000;

describe('createSessions', () => {
  it('takes the password and no other', async () => {
    const { sessions } = start();

    expect((await sessions.signIn('secret', 'a')).kind).toBe('welcome');
    expect((await sessions.signIn('secret ', 'a')).kind).toBe('wrong');
    expect((await sessions.signIn('', 'a')).kind).toBe('wrong');
  });

  it('ends a session after twelve hours', async () => {
    const { sessions, clock } = start();
    const cookie = await cookieOf(sessions);

    clock.at = NOW.getTime() + 12 * HOUR - 1;
    expect(await sessions.isSignedIn(aRequest({ headers: { cookie } }))).toBe(true);
    clock.at = NOW.getTime() + 12 * HOUR;
    expect(await sessions.isSignedIn(aRequest({ headers: { cookie } }))).toBe(false);
  });

  it('believes no session that was lengthened, or sealed under another password', async () => {
    const { sessions } = start();
    const cookie = await cookieOf(sessions);
    const longer = cookie.replace(/=\d/, '=9');
    const foreign = await cookieOf(start('other').sessions, 'other');

    for (const one of [longer, foreign, 'regulars_session=', '']) {
      expect(await sessions.isSignedIn(aRequest({ headers: { cookie: one } }))).toBe(false);
    }
  });

  it('accepts the sessions of another replica', async () => {
    const cookie = await cookieOf(start().sessions);

    expect(await start().sessions.isSignedIn(aRequest({ headers: { cookie } }))).toBe(true);
  });

  it('makes who fails five times wait longer and longer, even with the right password', async () => {
    const { sessions, clock } = start();
    for (let attempt = 0; attempt < 5; attempt += 1) await sessions.signIn('wrong', 'a');

    expect(await sessions.signIn('secret', 'a')).toEqual({ kind: 'wait', seconds: 2 });
    clock.at += 2000;
    expect((await sessions.signIn('wrong', 'a')).kind).toBe('wrong');
    expect(await sessions.signIn('secret', 'a')).toEqual({ kind: 'wait', seconds: 4 });
    expect((await sessions.signIn('secret', 'b')).kind).toBe('welcome');
    clock.at += 4000;
    expect((await sessions.signIn('secret', 'a')).kind).toBe('welcome');
  });
});

function start(password = 'secret') {
  const clock = { at: NOW.getTime() };
  const now = () => new Date(clock.at);
  return { clock, sessions: createSessions({ password, now, isSecure: false }) };
}

async function cookieOf(sessions: Sessions, password = 'secret'): Promise<string> {
  const result = await sessions.signIn(password, 'x');
  return result.kind === 'welcome' ? (result.cookie.split(';')[0] ?? '') : '';
}
