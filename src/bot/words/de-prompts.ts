// What could be asked, in German: each of these is understood without a model.
import type { Words } from './en.ts';

/** Words of what the assistant suggests to ask. */
export const prompts: Words['prompts'] = {
  intro:
    'Frag mich in deinen Worten nach Kunden, Bestellungen, Fällen, Freigaben und Automationen, oder sag, was geändert werden soll: Ich schlage es vor, du bestätigst.',
  forExample: 'Zum Beispiel:',
  allCommands: (typed) => `Alle Befehle: ${typed}`,
  says: {
    refunds: 'Und die Erstattungen?',
    timeline: 'Und der Verlauf?',
    approvals: 'Welche Freigaben warten?',
    cases: 'Zeig mir meine offenen Fälle',
    tasks: 'Was sind meine offenen Aufgaben?',
    free: 'Welche Fälle hat noch niemand?',
    today: 'Was liegt heute an?',
    best: 'Wer sind unsere besten Kunden?',
    quiet: 'Wer hat seit 90 Tagen nicht bestellt?',
    mails: 'Welche Mails gingen heute raus?',
    automations: 'Welche Automationen laufen?',
  },
};
