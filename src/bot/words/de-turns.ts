// Answers in the making, in German.
import type { Words } from './en.ts';

/** Words of an answer that a model is making, and of stopping one. */
export const turns: Words['turns'] = {
  begun: 'Ich sehe nach …',
  stop: 'Anhalten',
  stopped: (name) => `Angehalten von ${name}.`,
  endings: {
    'used-up':
      'Deine Tokens für heute sind aufgebraucht. Befehle und was ich ohne Modell verstehe, gehen weiter.',
    'went-round': 'Das Sprachmodell kam zu keinem Ende, deshalb habe ich es angehalten.',
    away: 'Das Sprachmodell ist gerade nicht erreichbar. Befehle und was ich ohne es verstehe, gehen weiter.',
    busy: 'Das Sprachmodell nimmt gerade nichts mehr an: Sein Limit ist erreicht. Befehle und was ich ohne es verstehe, gehen weiter.',
    'no-key':
      'Der Server des Sprachmodells lehnt den Schlüssel ab: OPENAI_API_KEY neu setzen, dann `regulars check`.',
    'no-model':
      'Der Server des Sprachmodells kennt dieses Modell oder diese Adresse nicht: siehe OPENAI_MODEL, OPENAI_BASE_URL und OPENAI_API, dann `regulars check`.',
    misset:
      'Das Sprachmodell ist so, wie es eingerichtet ist, nicht zu gebrauchen; ein Admin erfährt, warum. Befehle und was ich ohne es verstehe, gehen weiter.',
    failed:
      'Das Sprachmodell ist gescheitert, bevor es fertig war. Frag noch einmal oder nimm einen Befehl.',
    cut: 'Hier abgeschnitten: Die Antwort wurde dem Sprachmodell zu lang. Frag nach weniger auf einmal.',
    filtered: 'Hier abgeschnitten: Der Anbieter des Sprachmodells hält den Rest zurück.',
  },
  interrupted: 'Diese Antwort wurde unterbrochen. Frag noch einmal.',
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
