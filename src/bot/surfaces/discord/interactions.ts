// What a teammate did in Discord, through the router, and back within three seconds; nothing in it knows the transport.
import type { ActionRef } from '../../action-id.ts';
import { buttons, type Card, text } from '../../card.ts';
import type { AnyCommand } from '../../command.ts';
import { customerMentioned } from '../../line/mentioned.ts';
import type { Live } from '../../live.ts';
import type { Input, Router } from '../../router.ts';
import type { Words } from '../../words/en.ts';
import { spoken } from '../../words/languages.ts';
import type { Once } from '../once.ts';
import { within } from '../within.ts';
import type { Respond } from './answers.ts';
import { readPress } from './buttons.ts';
import { offerChoices, toInput } from './command-input.ts';
import {
  type Acted,
  createFirstAnswer,
  type FirstAnswer,
  type FirstAnswerOptions,
  wordsFor,
} from './first-answer.ts';
import { OPEN_FORM, pressedFor, readModalId } from './open-forms.ts';
import { noLonger, type Outcome } from './outcome.ts';
import type {
  DiscordInteraction,
  DiscordLookUp,
  DiscordPress,
  DiscordSubmission,
  DiscordTyping,
} from './payloads.ts';
import type { DiscordActor, DiscordPeople, RefusedReason } from './people.ts';
import { readTyped } from './typed-choice.ts';

export interface Interactions {
  /** Answers in time, and goes on by itself where that is not the end of it. */
  handle(interaction: DiscordInteraction, respond: Respond): Promise<void>;
}

/** Somebody who is not answered tried something; for the audit. */
export type Refusal = {
  readonly actor: DiscordActor;
  readonly reason: RefusedReason;
  readonly action: ActionRef | null;
};

/**
 * How long the router may take before we say that we are at it. Only the first answer can be a form, so where one may
 * come it is waited for a little longer; after that a button stands in for it.
 */
export type Patience = { readonly answerMs: number; readonly formMs: number };

export type InteractionsOptions = FirstAnswerOptions & {
  readonly people: DiscordPeople;
  readonly router: Router;
  readonly commands: readonly AnyCommand[];
  /** Whether a press of this button may be answered with a form. */
  readonly opensForm: (name: string) => boolean;
  /** True the first time an interaction is seen. */
  readonly once: Once;
  readonly patience: Patience;
  readonly onRefused: (refusal: Refusal) => Promise<void>;
};

/** The handler of everything that people do. */
export function createInteractions(options: InteractionsOptions): Interactions {
  const desk: Desk = { ...options, first: createFirstAnswer(options) };
  return {
    async handle(interaction, respond) {
      switch (interaction.kind) {
        case 'ping':
          return respond({ type: 1 });
        case 'command':
          return route(
            desk,
            { from: interaction, input: toInput(interaction, options.people) },
            respond,
          );
        case 'look-up':
          return lookUp(desk, interaction, respond);
        case 'press':
          return press(desk, interaction, respond);
        case 'submission':
          return submit(desk, interaction, respond);
        case 'typing':
          return offer(desk, interaction, respond);
      }
    },
  };
}

type Desk = InteractionsOptions & { readonly first: FirstAnswer };

type Asked = { readonly from: Acted; readonly input: Input; readonly waitMs?: number };

/** Brings it to the router and the answer back in time. */
function route(desk: Desk, asked: Asked, respond: Respond): Promise<void> {
  const { from, input, waitMs = desk.patience.answerMs } = asked;
  return desk.first.within(waitMs, {
    find: (live) => ask(desk, from, input, live),
    from,
    respond,
  });
}

async function ask(desk: Desk, from: Acted, input: Input, live: Live): Promise<Outcome> {
  const { actor, place } = from;
  if (!(await desk.once(place.interactionId))) return { kind: 'done' };
  const who = await desk.people.resolve(actor);
  if (who.kind === 'teammate') {
    const { channel } = place;
    return desk.router.handle(who.teammate, input, {
      channel,
      ...threadOf(place),
      live,
      isPrivate: isAlone(desk, from),
    });
  }
  const action = input.kind === 'press' || input.kind === 'submit' ? input.action : null;
  await desk.onRefused({ actor, reason: who.reason, action });
  return { kind: 'sentence', sentence: wordsFor(desk, from).discord.refused[who.reason] };
}

/** What stands on a message that others see belongs to the conversation there; all else to the actor's own. */
function threadOf({ channel, onMessage, isEphemeral }: Acted['place']) {
  return channel !== null && onMessage && !isEphemeral ? { thread: { key: channel } } : {};
}

/** Nobody else sees a private answer, or what is said alone with the bot. */
function isAlone({ openForms }: Desk, from: Acted): boolean {
  const pressed = from.kind === 'submission' ? pressedFor(openForms, from) : null;
  return (pressed ?? from.place).isEphemeral || from.actor.guildId === null;
}

async function press(desk: Desk, from: DiscordPress, respond: Respond): Promise<void> {
  const pressed = readPress(from.customId, desk.codec);
  const words = wordsFor(desk, from);
  if (pressed === null) return desk.first.now(noLonger(words), from, respond);
  const { action, asks } = pressed;
  if (action.name === OPEN_FORM) return openAgain(desk, from, action.id, respond);
  if (asks) return desk.first.now(areYouSure(words, from.label, action), from, respond);
  const { formMs, answerMs } = desk.patience;
  const waitMs = desk.opensForm(action.name) ? formMs : answerMs;
  await route(desk, { from, input: { kind: 'press', action }, waitMs }, respond);
}

async function openAgain(
  desk: Desk,
  from: DiscordPress,
  openId: string,
  respond: Respond,
): Promise<void> {
  const opened = desk.openForms.find(openId);
  if (opened !== null) return desk.first.open(opened, from, respond);
  const sentence = wordsFor(desk, from).discord.formGone;
  await desk.first.now({ kind: 'sentence', sentence }, from, respond);
}

async function submit(desk: Desk, from: DiscordSubmission, respond: Respond): Promise<void> {
  const { encoded, openId } = readModalId(from.customId);
  const action = desk.codec.decode(encoded);
  const words = wordsFor(desk, from);
  if (action === null) return desk.first.now(noLonger(words), from, respond);
  const form = desk.openForms.find(openId)?.form ?? null;
  const read = readTyped(words, form, from.values);
  if (read.kind === 'faults') return desk.first.now(read, from, respond);
  const { values } = read;
  await route(desk, { from, input: { kind: 'submit', action, values } }, respond);
}

/** Where nobody is named a form asks who is meant. */
async function lookUp(desk: Desk, from: DiscordLookUp, respond: Respond): Promise<void> {
  const [name = null] = from.texts;
  const who = from.about === 'person' ? name : customerMentioned(from.texts.join('\n'));
  if (who !== null)
    return route(desk, { from, input: { kind: 'command', name: SHOW, args: { who } } }, respond);
  const input: Input = { kind: 'press', action: { name: 'customer.find', id: '' } };
  await route(desk, { from, input, waitMs: desk.patience.formMs }, respond);
}

const SHOW = 'customer show';

/** Whoever is not answered is offered nothing; a list that comes late would not be taken. */
async function offer(desk: Desk, from: DiscordTyping, respond: Respond): Promise<void> {
  const offers = desk.people.resolve(from.actor).then((who) => {
    if (who.kind !== 'teammate') return [];
    const asker = { ...who, words: wordsFor(desk, from) };
    return offerChoices(desk.router, desk.commands, asker, from);
  });
  const choices = [...((await within(desk.patience.answerMs, offers)) ?? [])];
  await respond({ type: 8, data: { choices } });
}

/** Discord asks no second time by itself. */
function areYouSure(words: Words, label: string, action: ActionRef): Outcome {
  const card: Card = spoken(words, {
    title: words.discord.sure(label),
    tone: 'warning',
    blocks: [
      text(words.discord.cannotBeTakenBack),
      buttons({ label: label === '' ? words.discord.goOn : label, action, style: 'danger' }),
    ],
  });
  return { kind: 'card', card, json: null, visible: 'asker' };
}
