// A row about a customer, in `import customers` and in `import orders`.
import { createHash } from 'node:crypto';
import { isMailAddress } from '#engine/email/guard.ts';
import type { CustomerFacts, NewEvent, ShopKey } from '#engine/events/shop-event.ts';
import { LONGEST_LABEL } from '#engine/row-fault.ts';
import type { CellReader } from './cells.ts';

/**
 * Who a row is about: their id in the shop, their e-mail or both; null and a fault when it says neither. What is no
 * address ("n/a") is none where there is an id: many strangers share it.
 */
export function readBuyer(row: CellReader): CustomerFacts | null {
  const ref = row.label('customer_id');
  const email =
    isSaid(ref) && !isMailAddress(row.text('email') ?? '') ? undefined : row.email('email');
  if (!isSaid(row.text('customer_id')) && !isSaid(row.text('email'))) {
    row.faults.push({ reason: 'no-buyer' });
    return null;
  }
  return onlySaid({ ref, email, ...readName(row), country: row.country('country') });
}

/** A whole row of `import customers` as one historic fact; null when it has faults. */
export function readCustomer(row: CellReader, shop: ShopKey, now: Date): NewEvent | null {
  const buyer = readBuyer(row);
  const createdAt = row.instant('created_at');
  const facts = onlySaid({
    ...buyer,
    phone: row.label('phone'),
    birthday: row.birthday('birthday'),
    region: row.label('region'),
    city: row.text('city'),
    locale: row.label('locale'),
    timezone: row.zone('timezone'),
    emailConsent: row.consent('email_consent'),
    smsConsent: row.consent('sms_consent'),
    addTags: readTags(row),
    createdAt,
  });
  if (buyer === null || row.faults.length > 0) return null;
  return {
    shop,
    dedupeKeys: [dedupeKey(facts)],
    fact: { type: 'customer.created', customer: facts },
    occurredAt: createdAt ?? now,
    historic: true,
  };
}

/** `first_name` and `last_name`, or `name` parted at its first space: joined again they are the same. */
function readName(row: CellReader) {
  const [, first, last] = /^(\S+)\s+(.+)$/s.exec(row.text('name') ?? '') ?? [];
  return {
    firstName: row.text('first_name') ?? first ?? row.text('name'),
    lastName: row.text('last_name') ?? last,
  };
}

function readTags(row: CellReader): readonly string[] | undefined {
  const cell = row.text('tags');
  if (cell === undefined) return undefined;
  const tags = new Set(cell.split(/[,;|]/).map((tag) => tag.trim()));
  if ([...tags].some((tag) => tag.length > LONGEST_LABEL))
    row.faults.push({ reason: 'long-tag', most: LONGEST_LABEL });
  return [...tags].filter((tag) => tag !== '');
}

/** The same row again is a repeat; a row that says something new is not. */
function dedupeKey(facts: CustomerFacts): string {
  const hash = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
  return `import:customer:${hash}`;
}

type Said<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what the row does not say, for an absent key is "not said". */
function onlySaid<T extends object>(facts: T): Said<T> {
  const said: Said<T> = {};
  for (const name in facts) {
    const value = facts[name];
    if (isSaid(value)) said[name] = value;
  }
  return said;
}

function isSaid<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined;
}
