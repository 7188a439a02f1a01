// What `regulars check` says of its own, in German; the files' faults and the chat platforms' have their words elsewhere.
import type { Words } from './en.ts';

/** Words of the check. */
export const check: Words['check'] = {
  overridden: (by, day, name) =>
    `${by} hat sie am ${day} im Chat geändert, deshalb zählt ihre Datei nicht; sie zählt wieder mit: automation reset ${name}`,
  hole: (from, upto) =>
    `${from} ${upto === null ? 'und mehr' : `bis unter ${upto}`} gehört zu keiner Stufe; ohne upto schließt sich die Lücke`,
  mailLine: (file, line) => `${file}, Zeile ${line} nach dem Vorspann`,
  cannotSign: (name) => `ist nicht gesetzt, deshalb kann ${name} keine Anfragen senden`,
  noAnswer: (detail) =>
    detail === null ? 'antwortet nicht' : `antwortet nicht wie nötig: ${detail}`,
  refused: (reason, day) => `lehnt Beiträge seit dem ${day} ab: ${reason}`,
  automation: (name) => `Automation ${name}`,
  shop: (key) => `Shop ${key}`,
  model: 'Sprachmodell',
  modelTrouble: {
    'no-key': 'sein Server lehnt den Schlüssel ab; siehe OPENAI_API_KEY',
    'no-model':
      'sein Server kennt dieses Modell oder diese Adresse nicht; siehe OPENAI_MODEL, OPENAI_BASE_URL und OPENAI_API',
    busy: 'nimmt gerade nichts mehr an: sein Limit ist erreicht, oder was bezahlt ist, ist aufgebraucht',
    failed: 'ist gescheitert oder hat nicht rechtzeitig geantwortet',
    away: 'ist nicht erreichbar; siehe OPENAI_BASE_URL',
  },
  mail: (mailer) => `E-Mail (${mailer})`,
};
