// Many cards in one, and channels that are kept quiet, in English.
import type { Inline } from '../card.ts';
import { counted } from './en-speech.ts';

/** Words of digests, and of muting a channel. */
export const digests = {
  title: (count: number) => `${counted(count, 'card', 'cards')} in one`,
  between: (from: Inline, to: Inline): readonly Inline[] => [
    'So that the channel stays readable, these came as one card, from ',
    from,
    ' to ',
    to,
    '. The newest:',
  ],
  open: 'Open them',
  next: 'Further back',
  show: 'Show',
  muteTitle: 'Muted',
  unmuteTitle: 'Speaking again',
  muted: (name: string, channel: string, until: Inline): readonly Inline[] => [
    `${name} muted #${channel} until `,
    until,
    '. What comes in meanwhile is kept, and then shown as one card.',
  ],
  unmuted: (name: string, channel: string) =>
    `${name} let #${channel} speak again. What was kept back comes now.`,
};
