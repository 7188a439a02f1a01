// Asking a world's router as different people, and reading what it answers.
import type { ActionRef } from '#bot/action-id.ts';
import { buttonsOf, type Card, cardToText } from '#bot/card.ts';
import type { FormValues } from '#bot/form.ts';
import type { Reply } from '#bot/router.ts';
import type { Teammate } from '#bot/teammate.ts';
import type { World } from './world.ts';

export const ADMIN = teammate('You', 'admin', 'terminal');
export const MARIA = teammate('Maria', 'approver', 'slack');
export const TOM = teammate('Tom', 'approver', 'workspace');
export const AGENT = teammate('Alex', 'agent', 'slack');
export const VIEWER = teammate('Vera', 'viewer', 'slack');

/** Somebody of the team. */
function teammate(name: string, role: Teammate['role'], surface: Teammate['surface']): Teammate {
  return { person: name, name, role, surface };
}

/** Types a line and gives the reply as a card. */
export async function ask(world: Pick<World, 'router'>, line: string, who = ADMIN) {
  return asCard(await world.router.handle(who, { kind: 'line', line }));
}

/** Presses a button. */
export function press(world: Pick<World, 'router'>, action: ActionRef, who = ADMIN) {
  return world.router.handle(who, { kind: 'press', action });
}

/** Sends a form. */
export function submit(
  world: Pick<World, 'router'>,
  action: ActionRef,
  values: FormValues,
  who = ADMIN,
) {
  return world.router.handle(who, { kind: 'submit', action, values });
}

/** The reply as a card with its text; fails when it is none. */
export function asCard(reply: Reply) {
  if (reply.kind !== 'card') throw new Error(`a card was expected, not ${reply.kind}`);
  return { ...reply, text: cardToText(reply.card), labels: labelsOf(reply.card) };
}

/** The words on a card's buttons. */
export function labelsOf(card: Card): readonly string[] {
  return buttonsOf(card).map(({ label }) => label);
}

/** What the button with this label means. */
export function actionOf(card: Card | undefined, label: string): ActionRef {
  const button = card && buttonsOf(card).find((entry) => entry.label === label);
  if (!button) throw new Error(`there is no button ${label}`);
  return button.action;
}

/** The newest card of a channel on the recording surface. */
export function cardIn(world: Pick<World, 'posted'>, channel: string): Card | undefined {
  return world.posted.findLast((post) => post.channel === channel && post.thread === null)?.card;
}
