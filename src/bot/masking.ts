// What a channel is not told: e-mail addresses and phone numbers are masked on every card that more than one person reads.
import { maskAddress } from '#engine/email/address.ts';
import type { Team } from '#engine/playbook/team.ts';
import type { Block, Button, Card, Inline, Text } from './card.ts';
import { ADDRESS, isPhone, PHONE } from './contacts.ts';
import type { Surface } from './surface.ts';

/** How many digits stay: enough to tell two numbers of a person apart. */
const DIGITS_SHOWN = 2;

/** The text with "m…a@example.com" and "+49 … 89" where somebody could be reached. */
export function maskText(text: string): string {
  return text
    .replace(ADDRESS, (found) => maskAddress(found))
    .replace(PHONE, (found) => (isPhone(found) ? maskPhone(found) : found));
}

/** The card as a channel sees it; its buttons and links stay what they were. */
export function maskCard(card: Card): Card {
  return { ...card, title: maskText(card.title), blocks: card.blocks.map(maskBlock) };
}

/** The card as the team wants a channel told: masked, unless team.yml says otherwise. */
export function cardForChannel({ privacy }: Pick<Team, 'privacy'>, card: Card): Card {
  return privacy.mask_in_channels ? maskCard(card) : card;
}

/** The surfaces as the team wants them told: every post is masked, whoever makes it, unless team.yml says otherwise. */
export function surfacesFor(
  { privacy }: Pick<Team, 'privacy'>,
  surfaces: readonly Surface[],
): readonly Surface[] {
  return privacy.mask_in_channels ? surfaces.map(withMasking) : surfaces;
}

function withMasking(surface: Surface): Surface {
  return {
    ...surface,
    post: (message) => surface.post({ ...message, card: maskCard(message.card) }),
    update: (message) => surface.update({ ...message, card: maskCard(message.card) }),
    reply: (message) => surface.reply({ ...message, card: maskCard(message.card) }),
  };
}

function maskPhone(found: string): string {
  const country = /^(?:\+|00)\d{1,2}/.exec(found)?.[0];
  const end = found.replace(/\D/g, '').slice(-DIGITS_SHOWN);
  return country === undefined ? `… ${end}` : `${country} … ${end}`;
}

function maskBlock(block: Block): Block {
  switch (block.kind) {
    case 'text':
    case 'note':
      return { ...block, text: maskPieces(block.text) };
    case 'facts':
      return {
        ...block,
        facts: block.facts.map((fact) => ({ ...fact, value: maskPieces(fact.value) })),
      };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, text: maskPieces(item.text) })),
      };
    case 'quote':
      return { ...block, text: maskText(block.text) };
    case 'table':
      return {
        ...block,
        caption: maskText(block.caption),
        rows: block.rows.map((row) => maskPieces(row)),
      };
    case 'chart': {
      const { title, columns, bars } = block.chart;
      const masked = bars.map((bar) => ({ ...bar, label: maskText(bar.label) }));
      return { ...block, chart: { title: maskText(title), columns, bars: masked } };
    }
    // Definitions as they are written: with a letter changed they would mean something else.
    case 'code':
    case 'divider':
      return block;
    case 'buttons':
      return { ...block, buttons: block.buttons.map(maskButton) };
  }
}

function maskButton(button: Button): Button {
  const { confirm } = button;
  const label = maskText(button.label);
  if (confirm === undefined) return { ...button, label };
  return {
    ...button,
    label,
    confirm: { ...confirm, title: maskText(confirm.title), text: maskText(confirm.text) },
  };
}

function maskPieces(pieces: Text): Text {
  return pieces.map(maskPiece);
}

function maskPiece(piece: Inline): Inline {
  if (typeof piece === 'string') return maskText(piece);
  switch (piece.kind) {
    case 'strong':
    case 'link':
    // A line that is typed names people by their ids where it can.
    case 'code':
      return { ...piece, text: maskText(piece.text) };
    case 'time':
    case 'mention':
      return piece;
  }
}
