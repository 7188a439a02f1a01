// Answers in the making, in German.
import type { Words } from './en.ts';

/** Words of an answer that a model is making, and of stopping one. */
export const turns: Words['turns'] = {
  begun: 'Ich sehe nach …',
  stop: 'Anhalten',
  stopped: (name) => `Angehalten von ${name}.`,
  states: { running: 'läuft', done: 'fertig', failed: 'fehlgeschlagen' },
  nothingToStop: {
    title: 'Nichts anzuhalten',
    ended: 'Diese Antwort war schon fertig.',
    stopped: (name) => `${name} hat diese Antwort schon angehalten.`,
    gone: 'An dieser Antwort wird nicht mehr geschrieben; frag noch einmal.',
  },
  notYours: {
    title: 'Nicht deine Antwort',
    text: (needs) => `Eine Antwort hält an, wer gefragt hat, oder wer mindestens ${needs} ist.`,
  },
};
