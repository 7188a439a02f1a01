// What timeline sentences read from an entry's data, with care and the same in every language.
import { z } from 'zod';
import { RESOLUTIONS, type Resolution } from '#engine/cases/resolution.ts';
import type { TimelineEntry } from '#engine/customers/timeline.ts';
import type { Money } from '#engine/money.ts';

const WithMoney = z.object({
  money: z.object({ minor: z.number(), currency: z.string().length(3) }),
});

export type EntryData = TimelineEntry['data'];

/** A value of an entry's data as text, or undefined when it is not there. */
export function said(data: EntryData, key: string): string | undefined {
  const value = data[key];
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

/** A value with words around it, or nothing when it is not there. */
export function around(data: EntryData, key: string, words: (value: string) => string): string {
  const value = said(data, key);
  return value === undefined ? '' : words(value);
}

/** The money of an entry; what was kept as JSON is read with care. */
export function moneyIn(data: EntryData): Money | undefined {
  const parsed = WithMoney.safeParse(data);
  return parsed.success ? parsed.data.money : undefined;
}

/** What a code ends in. */
export function lastFour(data: EntryData): string {
  return (said(data, 'last4') ?? '????').slice(-4);
}

/** The title of the automation that an entry is about, else its name. */
export function automationIn(data: EntryData): string {
  return said(data, 'title') ?? said(data, 'automation') ?? '';
}

/** How the case of an entry ended. */
export function resolutionIn(data: EntryData): Resolution | undefined {
  return RESOLUTIONS.find((one) => one === data['resolution']);
}
