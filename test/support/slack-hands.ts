// What people see and do in the fake Slack: read the cards of a channel, press their buttons, fill in forms.
import { expect } from 'vitest';
import { z } from 'zod';
import { eventually } from './eventually.ts';
import type { Journey } from './journey.ts';
import { aCommand, aPress, aSubmission } from './slack-payloads.ts';
import { readBlocks, type SlackReading } from './slack-reading.ts';
import type { SlackPosted } from './slack-world.ts';

/** A message as a person sees it. */
export type Seen = SlackReading & { readonly ts: string; readonly channel: string };

/** An answer, and to whom it was shown. */
export type Heard = SlackReading & { readonly to: string };

/** The cards of a channel, oldest first. */
export function cardsIn({ slack }: Journey, channel: string): readonly Seen[] {
  const top = slack.messages().filter((one) => one.channel === channel && one.threadTs === null);
  return top.map(read);
}

/** The one card that a channel is expected to have, whose text holds this. */
export function cardIn(journey: Journey, channel: string, text = ''): Seen {
  const found = cardsIn(journey, channel).filter((card) => card.text.includes(text));
  const [card] = found;
  if (card === undefined || found.length > 1)
    throw new Error(`${found.length} cards with "${text}" in ${channel}`);
  return card;
}

/** What was said under a card. */
export function threadOf({ slack }: Journey, card: Seen): readonly Seen[] {
  return slack
    .messages()
    .filter(({ threadTs }) => threadTs === card.ts)
    .map(read);
}

/** The words on a card's buttons. */
export function buttonsOf(card: SlackReading): readonly string[] {
  return card.buttons.map(({ label }) => label);
}

/** Presses a button of a card as it was seen, and gives what Slack is told at once. */
export function press(journey: Journey, user: string, card: Seen, button: string) {
  const found = card.buttons.find(({ label }) => label === button);
  if (found === undefined) throw new Error(`no button "${button}" among ${buttonsOf(card)}`);
  const responseUrl = journey.slack.responseUrl();
  const payload = aPress({ value: found.value, user, responseUrl });
  return journey.slackSends({ ...payload, channel: { id: card.channel } });
}

/** Presses, and waits for the answer that only who pressed can see. */
export async function pressAndHear(
  journey: Journey,
  user: string,
  card: Seen,
  button: string,
): Promise<SlackReading> {
  const heard = await hear(journey, () => press(journey, user, card, button));
  expect(heard.to).toBe('ephemeral');
  return heard;
}

/** Types a slash command, and waits for the answer: to who typed (`ephemeral`) or to the channel. */
export async function typeAndHear(
  journey: Journey,
  user: string,
  command: string,
  text: string,
): Promise<Heard> {
  const responseUrl = journey.slack.responseUrl();
  return hear(journey, () => journey.slackSends(aCommand({ command, text, user, responseUrl })));
}

/** Presses, and gives the modal that opens. */
export async function pressAndOpen(journey: Journey, user: string, card: Seen, button: string) {
  const before = journey.slack.calls('views.open').length;
  await press(journey, user, card, button);
  return eventually(() => {
    const call = journey.slack.calls('views.open')[before];
    if (call === undefined) throw new Error('no modal was opened');
    return z.record(z.string(), z.unknown()).parse(call.args['view']);
  });
}

/** Types a slash command, and gives the modal that opens. */
export async function typeAndOpen(journey: Journey, user: string, command: string, text: string) {
  const before = journey.slack.calls('views.open').length;
  const responseUrl = journey.slack.responseUrl();
  await journey.slackSends(aCommand({ command, text, user, responseUrl }));
  return eventually(() => {
    const call = journey.slack.calls('views.open')[before];
    if (call === undefined) throw new Error('no modal was opened');
    return z.record(z.string(), z.unknown()).parse(call.args['view']);
  });
}

/** Submits a modal with these inputs, and gives how Slack is told to go on. */
export function fillIn(
  journey: Journey,
  user: string,
  view: unknown,
  values: Parameters<typeof aSubmission>[0]['values'],
): Promise<unknown> {
  return journey.slackSends(aSubmission({ view, values, user }));
}

async function hear(journey: Journey, act: () => Promise<unknown>): Promise<Heard> {
  const before = journey.slack.calls('response_url').length;
  await act();
  return eventually(() => {
    const call = journey.slack.calls('response_url')[before];
    if (call === undefined) throw new Error('nothing was answered');
    return { ...readBlocks(call.args['blocks']), to: String(call.args['response_type']) };
  });
}

function read(message: SlackPosted): Seen {
  const { ts, channel, blocks } = message;
  return { ...readBlocks(blocks), ts, channel };
}
