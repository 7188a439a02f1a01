// Slack's libraries log through ours: that something happened and its code, never the text, which may hold tokens or people.
import type { Logger, LogLevel } from '@slack/bolt';
import type { Log } from '#engine/ports/log.ts';

/**
 * A logger for Bolt and its clients. Their debug lines print payloads and tokens, so they are dropped; of warnings and
 * errors only Slack's own error word is kept.
 */
export function createSlackLogger(log: Log, level: LogLevel): Logger {
  const nothing = () => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: (...said) => log.warn({ code: codeIn(said) }, 'slack library warned'),
    error: (...said) => log.warn({ code: codeIn(said) }, 'slack library failed'),
    setLevel: nothing,
    getLevel: () => level,
    setName: nothing,
  };
}

function codeIn(said: readonly unknown[]): string | null {
  const text = said.map((one) => (one instanceof Error ? one.message : String(one))).join(' ');
  return /(?:occurred|refused|error): ([a-z_]{3,60})\b/i.exec(text)?.[1] ?? null;
}
