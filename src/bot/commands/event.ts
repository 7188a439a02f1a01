// event list, show, quarantine, reread, drop, replay.
import { z } from 'zod';
import type { ShopEvent } from '#engine/events/shop-event.ts';
import { replayLog } from '#engine/flows/replay-log.ts';
import { asId } from '#engine/ids.ts';
import type { Quarantined } from '#engine/ports/event-records.ts';
import { notFound, shown } from '../answers.ts';
import { text } from '../card.ts';
import { eventCard, eventListCard, objectRef, quarantineCard } from '../cards/events.ts';
import { sentenceCard } from '../cards/list.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import type { Words } from '../words/en.ts';
import { dropDelivery, rereadDelivery } from '../work/quarantine.ts';
import { moreLine, Paging, pageFlags, pageOf, place } from './parameters.ts';
import { plainJson } from './plain-json.ts';

const ById = z.object({ id: z.string() });

/** The commands about the log and what could not be read into it. */
export function eventCommands(words: Words): readonly AnyCommand[] {
  return [
    listCommand(words),
    showCommand(words),
    quarantineCommand(words),
    rereadCommand(words),
    dropCommand(words),
    replayCommand(words),
  ];
}

function listCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'event list',
    summary: words.commandSummaries['event list'],
    role: 'viewer',
    parameters: pageFlags(words),
    Args: Paging,
    examples: ['event list', 'event list --limit 10'],
    run: async ({ deps }, args) => {
      const page = pageOf(args);
      const events = await deps.storage.events.list(page);
      const last = events.at(-1)?.id ?? null;
      const more = moreLine(words, { command: 'event list', page, last, rows: events.length });
      return shown(eventListCard(words, events, more), events.map(rowJson));
    },
  });
}

function showCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'event show',
    summary: words.commandSummaries['event show'],
    role: 'viewer',
    parameters: [place('id', words.parameterSummaries.eventId)],
    Args: ById,
    examples: ['event show evt_7ZK3QW8XN2AB'],
    run: async ({ deps }, { id }) => {
      const event =
        (await deps.storage.events.get(asId('event', id))) ?? notFound('event', oneLine(id, 60));
      return shown(eventCard(words, event), { ...rowJson(event), data: plainJson(event.fact) });
    },
  });
}

function quarantineCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'event quarantine',
    summary: words.commandSummaries['event quarantine'],
    role: 'viewer',
    parameters: pageFlags(words),
    Args: Paging,
    examples: ['event quarantine'],
    run: async ({ deps }, args) => {
      const entries = await deps.storage.quarantine.list(pageOf(args));
      return shown(quarantineCard(words, entries.slice(0, 10)), entries.map(quarantinedJson));
    },
  });
}

function rereadCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'event reread',
    summary: words.commandSummaries['event reread'],
    role: 'agent',
    parameters: [place('id', words.parameterSummaries.delivery)],
    Args: ById,
    examples: ['event reread ent_7ZK3QW8XN2AB'],
    run: (context, { id }) => rereadDelivery(words, context, id),
  });
}

function dropCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'event drop',
    summary: words.commandSummaries['event drop'],
    role: 'admin',
    effect: 'reserved',
    parameters: [place('id', words.parameterSummaries.delivery)],
    Args: ById,
    examples: ['event drop ent_7ZK3QW8XN2AB'],
    run: (context, { id }) => dropDelivery(words, context, id),
  });
}

function replayCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'event replay',
    summary: words.commandSummaries['event replay'],
    role: 'admin',
    effect: 'reserved',
    parameters: [],
    Args: z.object({}),
    examples: ['event replay'],
    run: (context) => replay(words, context),
  });
}

async function replay(words: Words, { deps }: Context): Promise<Answer> {
  const replayed = await replayLog(deps);
  const { events, customers, changed, milliseconds } = replayed;
  const counts = words.events.replayed(
    words.number(events),
    words.number(customers),
    words.number(milliseconds),
  );
  const verdict =
    changed === 0 ? words.events.replaySame : words.events.replayChanged(words.number(changed));
  const card = sentenceCard(words.events.replayTitle, counts, changed === 0 ? 'good' : 'warning');
  return shown({ ...card, blocks: [...card.blocks, text(verdict)] }, replayed);
}

function rowJson(event: ShopEvent) {
  const { id, seq, shop, fact, occurredAt, receivedAt, historic } = event;
  return {
    id,
    seq,
    type: fact.type,
    shop,
    object: objectRef(fact),
    occurredAt,
    receivedAt,
    historic,
  };
}

/** A delivery without its body, which is the shop's raw text about a person. */
function quarantinedJson({ body, ...entry }: Quarantined) {
  return { ...entry, bytes: body.byteLength };
}
