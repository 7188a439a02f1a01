// The parts that a sentence about a problem is put together from, the same in every language.
import { maskAddress } from '#engine/email/address.ts';
import type { Candidate } from '#engine/errors.ts';

/** Somebody who may be meant, so that they can be told from the others and named. */
export function candidateText(
  { id, name, email, order }: Candidate,
  orderText: (number: string, shop: string) => string,
): string {
  const mail = email === null || email === name ? [] : [maskAddress(email)];
  const bought = order === null ? [] : [orderText(order.number, order.shop)];
  return `${brief(email === name ? maskAddress(name) : name)} (${[...bought, ...mail, id].join(', ')})`;
}

/** What was typed may be as long as a book. */
export function brief(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Sentences one after the other, without those that there is nothing to say in. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

/** A cell of a file as a text of JSON, so that no control character of it reaches a screen; long ones are cut. */
export function quotedCell(cell: string): string {
  const characters = [...cell];
  return JSON.stringify(characters.length <= 40 ? cell : `${characters.slice(0, 40).join('')}…`);
}
