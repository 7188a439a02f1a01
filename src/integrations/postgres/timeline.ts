// Customers' timelines, and the installation's settings.
import type { TimelineKind } from '#engine/customers/timeline.ts';
import { asId, type NewId } from '#engine/ids.ts';
import type { SettingRecords, TimelineRecords } from '#engine/ports/storage.ts';
import { fromJson, toJson } from './json.ts';
import type { Client } from './session.ts';

/** What happened with each customer. */
export function timelineRecords(client: Client, newId: NewId): TimelineRecords {
  return {
    add: async (entries) => {
      const data = entries.map((entry) => ({
        ...entry,
        id: newId('entry'),
        data: toJson(entry.data),
      }));
      if (data.length > 0) await client.timelineEntry.createMany({ data, skipDuplicates: true });
    },
    list: async (customerId, { limit, after }) => {
      const rows = await client.timelineEntry.findMany({
        where: { customerId },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: limit,
        ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
      });
      return rows.map(({ key: _key, ...row }) => ({
        ...row,
        customerId: asId('customer', row.customerId),
        kind: fromJson<TimelineKind>(row.kind),
        data: fromJson(row.data),
      }));
    },
    eraseOf: async (customerId) => {
      await client.timelineEntry.deleteMany({ where: { customerId } });
    },
  };
}

/** Small values by key. */
export function settingRecords(client: Client): SettingRecords {
  return {
    get: async (key) => {
      const row = await client.setting.findUnique({ where: { key } });
      return row === null ? null : fromJson(row.value);
    },
    set: async (key, value) => {
      const stored = toJson(value);
      await client.setting.upsert({
        where: { key },
        create: { key, value: stored },
        update: { value: stored },
      });
    },
    all: async (prefix) => {
      const rows = await client.setting.findMany({ where: { key: { startsWith: prefix } } });
      return new Map(rows.map((row) => [row.key, fromJson(row.value)]));
    },
  };
}
