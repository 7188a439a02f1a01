// Whether an automation may run by itself: the offer with what it rests on, and what became of it.
import type { Autonomy } from '#engine/approvals/autonomy.ts';
import {
  type Block,
  type Button,
  buttons,
  type Card,
  facts,
  note,
  type Text,
  text,
  time,
} from '../card.ts';
import type { Words } from '../words/en.ts';
import { oneLine } from './shorten.ts';

/** `title` is the automation's, or its name where the playbook has it no more. */
export type AutonomyView = { readonly autonomy: Autonomy; readonly title: string };

/** The card; its buttons are gone once somebody has pressed one. */
export function autonomyCard(words: Words, view: AutonomyView): Card {
  const { autonomy: said } = words;
  const { autonomy } = view;
  const title = oneLine(view.title, 80);
  const isOffer = autonomy.status === 'offered';
  return {
    title: isOffer ? said.offerTitle(title, autonomy.bound) : said.title(title),
    tone: toneOf(autonomy),
    blocks: [
      text(said.earned(autonomy.unchanged, autonomy.sample, share(autonomy))),
      ...(isOffer
        ? [text(said.meaning(autonomy.bound, autonomy.mostPerDay)), note(said.onlyAdmins)]
        : []),
      ...stateBlocks(words, autonomy),
      buttons(...autonomyButtons(words, autonomy)),
    ],
  };
}

/** The press that has it ask again. */
export function endAutonomyButton(words: Words, id: string): Button {
  return { label: words.autonomy.end, action: { name: 'autonomy.end', id } };
}

/** How it stands, in one sentence; null while it is only offered. */
export function autonomySentence(words: Words, { status, bound, end }: Autonomy): string | null {
  const { autonomy: said } = words;
  switch (status) {
    case 'offered':
      return null;
    case 'active':
      return said.active(bound);
    case 'declined':
      return said.declined;
    case 'ended':
      return said.ended(end ?? 'by-person');
  }
}

function stateBlocks(words: Words, autonomy: Autonomy): readonly Block[] {
  const { autonomy: said } = words;
  const { status, decidedBy, decidedAt, endedBy, endedAt } = autonomy;
  const sentence = autonomySentence(words, autonomy);
  if (sentence === null) return [];
  const by = (name: string | null, at: Date | null): Text | null =>
    name === null || at === null ? null : [`${oneLine(name, 60)}${words.separator}`, time(at)];
  return [
    text(sentence),
    facts(
      [status === 'declined' ? said.declinedBy : said.acceptedBy, by(decidedBy, decidedAt)],
      [said.endedBy, by(endedBy ?? (endedAt === null ? null : words.regulars), endedAt)],
    ),
  ];
}

function autonomyButtons(words: Words, { id, status }: Autonomy): readonly (Button | null)[] {
  const { autonomy: said } = words;
  if (status === 'active') return [endAutonomyButton(words, id)];
  if (status !== 'offered') return [];
  return [
    {
      label: said.accept,
      action: { name: 'autonomy.accept', id },
      style: 'primary',
      confirm: said.acceptConfirm,
    },
    { label: said.decline, action: { name: 'autonomy.decline', id } },
  ];
}

function toneOf({ status }: Autonomy): Card['tone'] {
  if (status === 'offered') return 'warning';
  return status === 'active' ? 'good' : 'neutral';
}

function share({ unchanged, sample }: Autonomy): string {
  return `${Math.floor((unchanged / sample) * 1000) / 10} %`;
}
