// Settings in memory, stored as JSON as the database does, and slow enough for changes to overlap.
import type { SettingRecords } from '#engine/ports/storage.ts';

/** A SettingRecords over a map that may be shared, to look like a restart. */
export function settingsInMemory(rows = new Map<string, string>()): SettingRecords {
  return {
    lock: async () => {},
    get: async (key) => {
      await new Promise(setImmediate);
      const text = rows.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    set: async (key, value) => {
      await new Promise(setImmediate);
      rows.set(key, JSON.stringify(value));
    },
    all: async (prefix) =>
      new Map(
        [...rows].filter(([key]) => key.startsWith(prefix)).map(([k, v]) => [k, JSON.parse(v)]),
      ),
  };
}
