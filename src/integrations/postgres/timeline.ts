// Customers' timelines, and the installation's settings.
import type { TimelineEntry, TimelineKind } from '#engine/customers/timeline.ts';
import { asId, type NewId } from '#engine/ids.ts';
import type { TimelineRecords } from '#engine/ports/customer-records.ts';
import type { SettingRecords } from '#engine/ports/storage.ts';
import { type TimelineEntry as EntryRow, Prisma, type Setting } from './generated/client.ts';
import { fromJson, toJson, toStored } from './json.ts';
import { lockKeys, type Session } from './session.ts';
import { describeTable } from './table.ts';

const TIMELINE = describeTable('timeline', Prisma.TimelineEntryScalarFieldEnum, ['id']);

/** What happened with each customer. */
export function timelineRecords({ prisma, query }: Session, newId: NewId): TimelineRecords {
  return {
    add: async (entries) => {
      const rows = entries.map((entry) => ({
        ...entry,
        id: newId('entry'),
        data: toStored(entry.data),
      }));
      await TIMELINE.insert(query, rows);
    },
    list: async (customerId, { limit, after }) => {
      const rows = await prisma.timelineEntry.findMany({
        where: { customerId },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: limit,
        ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
      });
      return rows.map(toEntry);
    },
    latest: async (customerId, kind, limit) => {
      const rows = await prisma.timelineEntry.findMany({
        where: { customerId, kind },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: limit,
      });
      return rows.map(toEntry);
    },
    eraseOf: async (customerId) => {
      await prisma.timelineEntry.deleteMany({ where: { customerId } });
    },
  };
}

function toEntry({ key: _key, ...row }: EntryRow): TimelineEntry {
  return {
    ...row,
    customerId: asId('customer', row.customerId),
    kind: fromJson<TimelineKind>(row.kind),
    data: fromJson(row.data),
  };
}

/** Small values by key. */
export function settingRecords({ prisma, query }: Session): SettingRecords {
  return {
    lock: (key) => lockKeys(query, [`setting:${key}`]),
    get: async (key) => {
      const row = await prisma.setting.findUnique({ where: { key } });
      return row === null ? null : fromJson(row.value);
    },
    set: async (key, value) => {
      const stored = toJson(value);
      await prisma.setting.upsert({
        where: { key },
        create: { key, value: stored },
        update: { value: stored },
      });
    },
    all: async (prefix) => {
      const rows = await query<Setting>(ALL_SETTINGS, [prefix]);
      return new Map(rows.map((row) => [row.key, fromJson(row.value)]));
    },
  };
}

const ALL_SETTINGS = 'SELECT key, value FROM settings WHERE starts_with(key, $1)';
