// The Log port over pino: one JSON line an event, listed fields only, scrubbed, control characters escaped.
import pino from 'pino';
import type { Log, LogData } from '#engine/ports/log.ts';
import { allowedFields } from './fields.ts';
import { createScrubber } from './scrub.ts';

/** pino's levels; `silent` says nothing. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Whatever takes whole lines: a stream, or a list in a test. */
export type LogDestination = { write(line: string): unknown };

/** C1 controls, DEL, line separators and marks that turn the direction of text; JSON leaves these as they are. */
const UNSAFE = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * A log that writes lines of at least `level` to `destination` (default: standard error, so that the terminal's
 * `--json` keeps standard output to itself). `secrets` are taken out of every text, wherever they stand.
 */
export function createLog(options: {
  readonly level: LogLevel;
  readonly secrets: readonly string[];
  readonly destination?: LogDestination;
}): Log {
  const scrub = createScrubber(options.secrets);
  const logger = pino(settings(options.level), escaping(options.destination ?? process.stderr));
  const line = (write: (data: object, message: string) => void) => {
    return (data: LogData, message: string): void => {
      write(allowedFields(data, scrub), scrub(message));
    };
  };
  return {
    debug: line((data, message) => logger.debug(data, message)),
    info: line((data, message) => logger.info(data, message)),
    warn: line((data, message) => logger.warn(data, message)),
    error: line((data, message) => logger.error(data, message)),
  };
}

function settings(level: LogLevel): pino.LoggerOptions {
  return {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  };
}

function escaping(destination: LogDestination): pino.DestinationStream {
  return {
    write: (line) => {
      destination.write(line.replace(UNSAFE, escapeCharacter));
    },
  };
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
