// What people see and do in the fake Discord: read the cards of a channel, press their buttons, use commands.
import type { Interaction } from './discord-payloads.ts';
import { aPress, signatureOf } from './discord-payloads.ts';
import { type DiscordReading, readComponents } from './discord-reading.ts';
import type { Answered, DiscordPosted } from './discord-world.ts';
import type { FakeDiscord } from './fake-discord.ts';

/** A message as a person sees it. */
export type Seen = DiscordReading & { readonly id: string; readonly components: unknown };

/** People in front of one Discord; where there is an address, what they do is sent there over HTTP. */
export type DiscordHands = { readonly fake: FakeDiscord; readonly url: string | null };

/** The one card that a channel is expected to have, whose text holds this. */
export function cardIn(fake: FakeDiscord, channel: string, text = ''): Seen {
  const found = fake
    .messages()
    .filter((one) => one.channel === channel)
    .map(read)
    .filter((card) => card.text.includes(text));
  const [card] = found;
  if (card === undefined || found.length > 1)
    throw new Error(`${found.length} cards with "${text}" in ${channel}`);
  return card;
}

/** What was said in the thread of a card. */
export function threadOf(fake: FakeDiscord, card: Seen): readonly Seen[] {
  return fake
    .messages()
    .filter(({ threadOf: under }) => under === card.id)
    .map(read);
}

/** The words on a card's buttons. */
export function buttonsOf(card: DiscordReading): readonly string[] {
  return card.buttons.map(({ label }) => label);
}

/** Presses a button of a card as it was seen, and gives the first answer. */
export async function press(
  hands: DiscordHands,
  user: string,
  card: Seen,
  button: string,
): Promise<Answered> {
  const found = card.buttons.find(({ label }) => label === button);
  if (found === undefined) throw new Error(`no button "${button}" among ${buttonsOf(card)}`);
  return act(hands, aPress(found.id, { user, components: card.components }));
}

/** Does something, and gives what it is answered with once `isEnough`. */
export async function act(
  { fake, url }: DiscordHands,
  interaction: Interaction,
  isEnough?: (answer: Answered) => boolean,
): Promise<Answered> {
  if (url === null) await fake.push(interaction);
  else fake.takeAnswer(interaction.token, await post(url, interaction));
  return fake.answered(interaction.token, isEnough);
}

/** All that an interaction was answered with, as text: the first answer and what came after. */
export function heard(answer: Answered): string {
  const bodies = [answer.callback.data, ...answer.edits, ...answer.followUps];
  return bodies.map((body) => readComponents(Object(body).components ?? []).text).join('\n');
}

/** Whether there is anything to read yet. */
export function saysSomething(answer: Answered): boolean {
  return heard(answer).trim() !== '';
}

async function post(url: string, interaction: Interaction): Promise<unknown> {
  const body = JSON.stringify(interaction);
  const headers = { 'content-type': 'application/json', ...signatureOf(body, new Date()) };
  const response = await fetch(`${url}/discord/interactions`, { method: 'POST', body, headers });
  if (response.status !== 200) throw new Error(`/discord/interactions: ${response.status}`);
  return response.json();
}

function read({ id, components }: DiscordPosted): Seen {
  return { ...readComponents(components), id, components };
}
