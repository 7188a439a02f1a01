// Guards in German: what keeps an automation from running for somebody, and from when on it could.
import type { LeftOut } from '#engine/batches/batch.ts';
import type { GuardReason } from '#engine/flows/guards-of.ts';
import { number } from './de-speech.ts';
import type { Words } from './en.ts';

/** As a sentence about one customer. */
const SENTENCE: Record<LeftOut | GuardReason, string> = {
  reentry: 'Sie lief für diesen Kunden schon.',
  'no-email': 'Der Kunde hat keine E-Mail-Adresse, daher kann ihre Mail nicht gesendet werden.',
  'bad-address': 'Die E-Mail-Adresse des Kunden nimmt keine Mails an.',
  suppressed: 'Mails an die Adresse des Kunden kamen endgültig zurück.',
  unsubscribed: 'Der Kunde hat sich abgemeldet, daher darf ihre Mail nicht gesendet werden.',
  'no-consent':
    'Der Kunde hat in Werbung nicht eingewilligt, daher darf ihre Mail nicht gesendet werden.',
  'daily-cap': 'Der Kunde hat heute genug Mails erhalten.',
  'weekly-cap': 'Der Kunde hat in der letzten Woche genug Mails erhalten.',
  'no-unsubscribe-link': 'In ihrer Mail fehlt der Abmeldelink.',
  'no-postal-address':
    'Werbung muss eine Postanschrift nennen: sender.postal_address in team.yml ergänzen.',
  'email-gap': 'Der Kunde hat gerade erst eine andere Mail erhalten, daher würde diese warten.',
  'quiet-hours': 'Beim Kunden ist gerade Ruhezeit, daher würde ihre Mail warten.',
  'over-budget': 'Das Rabattbudget des Tages ist aufgebraucht.',
  paused: 'Regulars ist angehalten: Bis zum Fortsetzen geht nichts hinaus.',
  'automation-off': 'Die Automation ist aus.',
  'automation-gone': 'Die Automation steht nicht mehr im Playbook.',
  'definition-changed': 'Die Automation wurde seit der Vorschau geändert.',
};

/** After the number of those who are left out. */
const LEFT_OUT: Record<LeftOut, string> = {
  reentry: 'sie lief dafür schon',
  'no-email': 'keine E-Mail-Adresse',
  'bad-address': 'eine E-Mail-Adresse, die keine Mails annimmt',
  suppressed: 'Mails an die Adresse kamen endgültig zurück',
  unsubscribed: 'abgemeldet',
  'no-consent': 'keine Einwilligung in Werbung',
  'daily-cap': 'heute schon eine Mail erhalten',
  'weekly-cap': 'in der letzten Woche genug Mails erhalten',
  'no-unsubscribe-link': 'in der Mail fehlt der Abmeldelink',
  'no-postal-address': 'team.yml nennt keine Postanschrift für Werbung',
  'automation-off': 'die Automation wurde abgeschaltet',
  'automation-gone': 'die Automation steht nicht mehr im Playbook',
  'definition-changed': 'die Automation wurde seit der Vorschau geändert',
};

/** Words of what holds a run back. */
export const guards: Words['guards'] = {
  title: (automation, name) => `${automation} läuft nicht für ${name}`,
  sentence: (reason) => SENTENCE[reason],
  until: (reason) =>
    reason === 'reentry' ? 'Sie könnte wieder laufen ab ' : 'Sie könnte hinausgehen ab ',
  never: 'Sie läuft einmal je Kunde.',
  inTheWay: 'Was noch im Weg steht',
  clear:
    'Sonst steht nichts im Weg: Wiederholung, Adresse und Einwilligung, Mailgrenzen, Ruhezeiten und das Rabattbudget wurden geprüft.',
  leftOut: (reason, count) =>
    `${number(count)} ${count === 1 ? 'wird' : 'werden'} ausgelassen: ${LEFT_OUT[reason]}`,
};
