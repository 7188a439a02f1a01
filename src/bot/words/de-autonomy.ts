// Earned autonomy in German: the offer, what became of it, and what is said of everything that went out by it.
import type { AutonomyEnd, Bound } from '#engine/approvals/autonomy.ts';
import { worth } from './de-speech.ts';
import type { Words } from './en.ts';

const ENDED: Record<AutonomyEnd, string> = {
  'by-person': 'jemand möchte gefragt werden',
  rejected: 'einer ihrer Vorschläge wurde abgelehnt',
  undone: 'etwas von ihr wurde zurückgenommen',
  spike: 'sie hat an einem Tag weit mehr vorgeschlagen als sonst',
  changed: 'ihre Definition wurde geändert',
};

/** Words of earned autonomy. */
export const autonomy: Words['autonomy'] = {
  offerTitle: (title, bound) => `„${title}“ ${upTo(bound)} selbständig laufen lassen?`,
  title: (title) => `„${title}“ und ihre Freigaben`,
  earned: (unchanged, sample, share) =>
    `${unchanged} der letzten ${sample} Vorschläge (${share}) wurden unverändert freigegeben.`,
  meaning: (bound, perDay) =>
    `Dann geht, was sie vorschlägt, ${upTo(bound)} ohne Entscheidung hinaus, höchstens ${perDay} an einem Tag; alles andere wird gefragt wie zuvor. Eine Ablehnung, eine Rücknahme, eine Änderung ihrer Definition oder ein plötzlicher Anstieg beendet es, und ebenso ein Knopfdruck.`,
  onlyAdmins: 'Darüber entscheidet die Administration.',
  active: (bound) => `Sie läuft ${upTo(bound)} selbständig.`,
  declined: 'Sie fragt weiter. Das Angebot kommt nach ebenso vielen neuen Entscheidungen wieder.',
  ended: (end) => `Sie fragt wieder: ${ENDED[end]}.`,
  stateLabel: 'Stand',
  acceptedBy: 'Angenommen von',
  declinedBy: 'Abgelehnt von',
  endedBy: 'Beendet von',
  accept: 'Laufen lassen',
  acceptConfirm: {
    title: 'Selbständig laufen lassen?',
    text: 'Was unter der Grenze liegt, geht ohne Entscheidung hinaus. Ein Knopfdruck beendet es.',
    confirm: 'Laufen lassen',
  },
  decline: 'Weiter fragen',
  end: 'Ab jetzt wieder fragen',
  byItself: (bound, by) =>
    `Freigegeben durch erworbene Selbständigkeit (${upTo(bound)}), angenommen von ${by}`,
  label: 'Freigaben',
  refusedTitle: 'Nicht geändert',
  refused: {
    'not-so': 'Jemand war schneller, oder es ist schon vorbei. So steht es jetzt.',
    changed:
      'Die Automation wurde seither geändert: Ihre neue Definition hat sich noch nichts erworben.',
  },
  notActive: 'Sie fragt ohnehin vor allem.',
};

function upTo(bound: Bound): string {
  return bound === null ? 'ohne Rabattcode' : `bis ${worth(bound)}`;
}
