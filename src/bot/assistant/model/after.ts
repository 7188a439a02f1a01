// What a conversation is about after a model has answered: whom and what it has looked at, for whichever path comes next.
import type { Deps } from '#engine/deps.ts';
import type { Conversation, Exchange } from '#engine/ports/assistant-records.ts';
import { aboutOf } from '../about.ts';
import { afterCommand } from '../conversation.ts';
import { customersOf } from '../meant.ts';
import { keepExchange, rowsIn, whoIs, withAnswer } from '../memory.ts';
import type { Deed, Done } from './calls.ts';
import type { Masker } from './masker.ts';

/** The conversation with what was called and said in it. */
export async function afterModel(
  deps: Pick<Deps, 'storage'>,
  {
    conversation,
    done,
    masker,
    exchange,
  }: {
    readonly conversation: Conversation;
    readonly done: Done;
    readonly masker: Masker;
    readonly exchange: Exchange;
  },
): Promise<Conversation> {
  const deeds = [...done.reads, ...done.proposals];
  const abouts = await Promise.all(deeds.map((deed) => aboutDeed(deps, deed)));
  const met = new Set(abouts.flatMap(({ customerId }) => customerId ?? []));
  const after = abouts.reduce(afterCommand, conversation);
  const rows = deeds.reduce<readonly string[] | null>(
    (last, { json }) => rowsIn(json) ?? last,
    null,
  );
  const known = whoIs(deeds.map(({ json }) => json));
  const kept = keepExchange(exchange, masker, known);
  // Of several who were looked at nobody is "her".
  return withAnswer(met.size > 1 ? { ...after, customerId: null } : after, {
    rows: met.size > 1 ? [...met] : rows,
    exchange: kept,
  });
}

async function aboutDeed(deps: Pick<Deps, 'storage'>, { command, args }: Deed) {
  const found = await customersOf(deps, command, args);
  const customers = typeof found === 'string' ? {} : found.customers;
  return aboutOf({ command, args, customers });
}
