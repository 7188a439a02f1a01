// A card as JSON and back, so that it can be kept in the database: instants survive, strange shapes are noticed.
import { z } from 'zod';
import { LANGUAGES } from '#engine/language.ts';
import type { Card } from '../../card.ts';

const Instant = z.iso.datetime().transform((text) => new Date(text));

const Inline = z.union([
  z.string(),
  z.object({ kind: z.literal('strong'), text: z.string() }),
  z.object({ kind: z.literal('code'), text: z.string() }),
  z.object({ kind: z.literal('time'), at: Instant, style: z.enum(['relative', 'full', 'day']) }),
  z.object({
    kind: z.literal('mention'),
    name: z.string(),
    slack: z.string().nullable(),
    discord: z.string().nullable(),
  }),
  z.object({ kind: z.literal('link'), text: z.string(), url: z.string() }),
]);

const Text = z.array(Inline);

const Action = z.object({
  name: z.string(),
  id: z.string(),
  version: z.number().exactOptional(),
});

const Button = z.object({
  label: z.string(),
  action: Action,
  style: z.enum(['primary', 'danger']).exactOptional(),
  confirm: z.object({ title: z.string(), text: z.string(), confirm: z.string() }).exactOptional(),
});

const ListItem = z.object({
  text: Text,
  mark: z.enum(['done', 'failed', 'waiting', 'skipped', 'uncertain', 'yes', 'no']).exactOptional(),
});

const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: Text }),
  z.object({
    kind: z.literal('facts'),
    facts: z.array(z.object({ label: z.string(), value: Text })),
  }),
  z.object({ kind: z.literal('list'), items: z.array(ListItem) }),
  z.object({ kind: z.literal('quote'), text: z.string(), by: z.string().exactOptional() }),
  z.object({ kind: z.literal('code'), language: z.enum(['yaml', 'diff']), text: z.string() }),
  z.object({
    kind: z.literal('table'),
    caption: z.string(),
    columns: z.array(z.string()),
    rows: z.array(z.array(Inline)),
  }),
  z.object({
    kind: z.literal('chart'),
    chart: z.object({
      title: z.string(),
      columns: z.tuple([z.string(), z.string()]),
      bars: z.array(z.object({ label: z.string(), value: z.number(), text: z.string() })),
    }),
  }),
  z.object({ kind: z.literal('note'), text: Text }),
  z.object({ kind: z.literal('divider') }),
  z.object({
    kind: z.literal('buttons'),
    buttons: z.array(Button),
    feedback: z.literal(true).exactOptional(),
  }),
]);

const StoredCard = z.object({
  language: z.enum(LANGUAGES).exactOptional(),
  title: z.string(),
  tone: z.enum(['neutral', 'good', 'warning', 'bad']),
  blocks: z.array(Block),
});

/** The card as plain JSON data: instants are ISO text. */
export function cardToJson(card: Card): unknown {
  return JSON.parse(JSON.stringify(card));
}

/** The card that was stored; null when it is none that this version knows. */
export function cardFromJson(stored: unknown): Card | null {
  const parsed = StoredCard.safeParse(stored);
  return parsed.success ? parsed.data : null;
}
