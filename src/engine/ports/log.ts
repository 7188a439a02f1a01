// The Log port: one JSON line an event; data first, then a static message. Ids only, never personal data.

export type LogData = Readonly<Record<string, unknown>>;

export interface Log {
  debug(data: LogData, message: string): void;
  info(data: LogData, message: string): void;
  warn(data: LogData, message: string): void;
  error(data: LogData, message: string): void;
}
