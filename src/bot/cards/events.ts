// The log, the quarantine and the audit log as cards.
import type { AuditEntry } from '#engine/audit/chain.ts';
import type { Fact, ShopEvent } from '#engine/events/shop-event.ts';
import type { Quarantined } from '#engine/ports/event-records.ts';
import { type Block, buttons, type Card, facts, note, text, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import { listCard } from './list.ts';
import { orderBlocks } from './notice.ts';
import { oneLine } from './shorten.ts';

/** The newest events, one a row. */
export function eventListCard(
  words: Words,
  events: readonly ShopEvent[],
  more: string | null,
): Card {
  return listCard({
    title: words.events.listTitle,
    empty: words.events.listEmpty,
    columns: words.events.columns,
    rows: events.map((event) => [
      event.id,
      words.events.type(event.fact.type),
      words.shop(event.shop),
      time(event.occurredAt),
      oneLine(objectRef(event.fact) ?? '', 60),
    ]),
    more,
  });
}

/** One event, with its order where it has one. */
export function eventCard(words: Words, event: ShopEvent): Card {
  const { events } = words;
  return {
    title: events.title(event.fact.type),
    tone: 'neutral',
    blocks: [
      facts(
        [events.id, event.id],
        [events.shop, words.shop(event.shop)],
        [events.object, oneLine(objectRef(event.fact) ?? words.none, 80)],
        [events.occurred, time(event.occurredAt)],
        [events.received, time(event.receivedAt)],
      ),
      ...('order' in event.fact ? orderBlocks(words, event.fact.order) : []),
      ...(event.historic ? [note(events.historic)] : []),
    ],
  };
}

/** The deliveries that could not be read, one a section with its buttons. */
export function quarantineCard(words: Words, entries: readonly Quarantined[]): Card {
  const { events } = words;
  return {
    title: events.quarantineTitle,
    tone: entries.length === 0 ? 'neutral' : 'warning',
    blocks:
      entries.length === 0
        ? [text(events.quarantineEmpty)]
        : entries.flatMap((entry) => quarantinedBlocks(words, entry)),
  };
}

/** Decisions and outside effects, newest first. */
export function auditCard(words: Words, entries: readonly AuditEntry[], more: string | null): Card {
  return listCard({
    title: words.events.auditTitle,
    empty: words.events.auditEmpty,
    columns: words.events.auditColumns,
    rows: entries.map((entry) => [
      String(entry.seq),
      time(entry.at),
      oneLine(entry.actor, 60),
      words.audit.action(entry.action),
      oneLine(entry.subject, 60),
    ]),
    more,
  });
}

/** The shop's own id of what an event is about, as text; null where it names nothing. */
export function objectRef(fact: Fact): string | null {
  if ('order' in fact) return fact.order.ref;
  if ('refund' in fact) return fact.refund.ref;
  if ('return' in fact) return fact.return.ref;
  if ('checkout' in fact) return fact.checkout.ref;
  if ('product' in fact) return fact.product.ref;
  if ('appointment' in fact) return fact.appointment.ref;
  if ('message' in fact) return fact.message.ref;
  if ('review' in fact) return fact.review.ref;
  if ('shopDomain' in fact) return fact.shopDomain;
  return fact.customer.ref ?? null;
}

function quarantinedBlocks(words: Words, entry: Quarantined): readonly Block[] {
  const { events } = words;
  const issues = entry.issues.slice(0, 5).map((issue) => ({
    text: [oneLine(events.issue(issue.path, issue.message), 200)],
  }));
  return [
    facts(
      [words.shop(entry.shop), oneLine(entry.topic, 60)],
      [events.received, time(entry.receivedAt)],
    ),
    { kind: 'list', items: issues },
    note(entry.id),
    buttons(
      { label: events.readAgain, action: { name: 'event.reread', id: entry.id } },
      {
        label: events.drop,
        action: { name: 'event.drop', id: entry.id },
        style: 'danger',
        confirm: events.dropConfirm,
      },
    ),
  ];
}
