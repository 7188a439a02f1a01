// Many cards in one, and channels that are kept quiet, in German.
import { counted } from './de-speech.ts';
import type { Words } from './en.ts';

/** Words of digests, and of muting a channel. */
export const digests: Words['digests'] = {
  title: (count) => `${counted(count, 'Karte', 'Karten')} in einer`,
  between: (from, to) => [
    'Damit der Kanal lesbar bleibt, kamen diese als eine Karte, von ',
    from,
    ' bis ',
    to,
    '. Die neuesten:',
  ],
  open: 'Öffnen',
  next: 'Weiter zurück',
  show: 'Zeigen',
  muteTitle: 'Stumm geschaltet',
  unmuteTitle: 'Spricht wieder',
  muted: (name, channel, until) => [
    `${name} hat #${channel} stumm geschaltet bis `,
    until,
    '. Was inzwischen hereinkommt, wird aufbewahrt und danach als eine Karte gezeigt.',
  ],
  unmuted: (name, channel) =>
    `${name} lässt #${channel} wieder sprechen. Was zurückgehalten wurde, kommt jetzt.`,
};
