// customer tag, untag, set, note: what teammates write on a customer.
import { z } from 'zod';
import { displayName } from '#engine/customers/profile.ts';
import { RELEASE_WORD } from '#engine/customers/typed-facts.ts';
import type { AttributeValue } from '#engine/events/shop-event.ts';
import { findCustomer } from '#engine/flows/look-up.ts';
import {
  addNote,
  type CustomerWorked,
  setAttribute,
  setTier,
  tagCustomer,
  untagCustomer,
} from '#engine/flows/work-customer.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { usageError } from '../line/misunderstanding.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { showProfile } from './customer-reads.ts';
import { place, rest, toggle, whoPlace } from './parameters.ts';

const Tagging = z.object({ who: z.string(), tag: z.string().trim().min(1).max(255) });
const Note = z.object({ who: z.string(), text: z.string().trim().min(1).max(5000) });
const Setting = z.object({
  who: z.string(),
  attribute: z.string().trim().min(1).max(80),
  value: z.string().max(500).optional(),
  clear: z.literal('true').optional(),
});

/** The writing commands about customers. */
export function customerChanges(words: Words): readonly AnyCommand[] {
  return [tagCommand(words), untagCommand(words), setCommand(words), noteCommand(words)];
}

function tagCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'customer tag',
    summary: words.commandSummaries['customer tag'],
    role: 'agent',
    parameters: [whoPlace(words), place('tag', words.parameterSummaries.tag, 'tag')],
    Args: Tagging,
    examples: ['customer tag maria@example.com wholesale', 'customer tag Maria Lopez wholesale'],
    run: async (context, { who, tag }) => {
      const { deps, teammate } = context;
      const { id } = await findCustomer(deps, who);
      const result = await tagCustomer(deps, { customerId: id, tag, by: toDecider(teammate) });
      return changed(words, context, result, {
        done: (name) => words.customers.tagged(name, oneLine(tag)),
        unchanged: (name) => words.customers.alreadyTagged(name, oneLine(tag)),
      });
    },
  });
}

function untagCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'customer untag',
    summary: words.commandSummaries['customer untag'],
    role: 'agent',
    parameters: [whoPlace(words), place('tag', words.parameterSummaries.tag, 'tag')],
    Args: Tagging,
    examples: ['customer untag maria@example.com wholesale'],
    run: async (context, { who, tag }) => {
      const { deps, teammate } = context;
      const { id } = await findCustomer(deps, who);
      const result = await untagCustomer(deps, { customerId: id, tag, by: toDecider(teammate) });
      return changed(words, context, result, {
        done: (name) => words.customers.untagged(name, oneLine(tag)),
        unchanged: (name) => words.customers.notTagged(name, oneLine(tag)),
      });
    },
  });
}

function setCommand(words: Words): AnyCommand {
  const { attribute, value, clear } = words.parameterSummaries;
  return defineCommand({
    name: 'customer set',
    summary: words.commandSummaries['customer set'],
    role: 'agent',
    parameters: [
      whoPlace(words),
      place('attribute', attribute),
      { ...place('value', value), required: false },
      toggle('clear', clear),
    ],
    Args: Setting,
    examples: [
      'customer set maria@example.com size M',
      'customer set maria@example.com tier Gold',
      'customer set maria@example.com tier auto',
    ],
    run: (context, args) => setOnCustomer(words, context, args),
  });
}

async function setOnCustomer(
  words: Words,
  context: Context,
  args: z.infer<typeof Setting>,
): Promise<Answer> {
  const { deps, teammate } = context;
  const value = args.clear === undefined ? args.value : null;
  if (value === undefined) throw usageError(words.problems.missing('value'));
  const { id: customerId } = await findCustomer(deps, args.who);
  const by = toDecider(teammate);
  const { attribute: name } = args;
  if (name === 'tier') {
    const result = await setTier(deps, { customerId, tier: value ?? RELEASE_WORD, by });
    const { tierSet, tierReleased, unchanged } = words.customers;
    const { tier, tierPinned } = result.profile;
    return changed(words, context, result, {
      done: (who) => (tierPinned ? tierSet(who, oneLine(tier ?? '', 60)) : tierReleased(who)),
      unchanged,
    });
  }
  const said = value === null ? null : readValue(value);
  const result = await setAttribute(deps, { customerId, name, value: said, by });
  const key = oneLine(args.attribute, 60);
  return changed(words, context, result, {
    done: (name) =>
      value === null
        ? words.customers.attributeCleared(name, key)
        : words.customers.attributeSet(name, key, oneLine(value)),
    unchanged: words.customers.unchanged,
  });
}

function noteCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'customer note',
    summary: words.commandSummaries['customer note'],
    role: 'agent',
    parameters: [whoPlace(words), rest('text', words.parameterSummaries.text)],
    Args: Note,
    examples: ['customer note maria@example.com prefers to be called in the morning'],
    run: async (context, { who, text }) => {
      const { deps, teammate } = context;
      const { id } = await findCustomer(deps, who);
      const result = await addNote(deps, { customerId: id, text, by: toDecider(teammate) });
      const { noted } = words.customers;
      return changed(words, context, result, { done: noted, unchanged: noted });
    },
  });
}

/** A value as typed: yes-or-no and plain numbers as such; leading zeros and long digits stay text, for they are ids. */
export function readValue(typed: string): AttributeValue {
  if (typed === 'true' || typed === 'false') return typed === 'true';
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/.test(typed) ? Number(typed) : typed;
}

/** The profile as it is now, with a line that says what was done. */
function changed(
  words: Words,
  context: Context,
  result: CustomerWorked,
  sentence: Record<CustomerWorked['kind'], (name: string) => string>,
): Promise<Answer> {
  const line = sentence[result.kind](oneLine(displayName(result.profile), 60));
  return showProfile(words, context, result.profile.id, line);
}
