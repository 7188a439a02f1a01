// The sample shop's simulator, in German: its buttons, and what each press did.

import { money } from './de-speech.ts';
import type { Words } from './en.ts';

/** Words of the simulator; a name, and an amount or an order's number. */
export const simulator: Words['simulator'] = {
  actions: {
    order: { label: 'Eine Bestellung', hint: 'Ein Kunde kauft eine Platte oder zwei.' },
    'big-order': {
      label: 'Eine große Bestellung',
      hint: 'Hebt einen Kunden über 5.000: Eine VIP-Beförderung wartet auf Freigabe.',
    },
    'refund-request': {
      label: 'Eine Erstattungsanfrage',
      hint: 'Jemand möchte etwas zurückschicken: In #refunds entsteht ein Fall.',
    },
    'abandoned-cart': {
      label: 'Ein verlassener Warenkorb',
      hint: 'Platten werden angesehen, ein Korb wird gefüllt und stehen gelassen: Nach einer Stunde gilt er als verlassen.',
    },
    'new-customer': { label: 'Ein neuer Kunde', hint: 'Jemand legt ein Konto an.' },
  },
  done: {
    order: (name, total) => `${name} hat für ${total} bestellt.`,
    'big-order': (name, total) =>
      `${name} hat für ${total} bestellt und nun mehr als 5.000 ausgegeben.`,
    'refund-request': (name, order) => `${name} möchte Bestellung ${order} zurücksenden.`,
    'abandoned-cart': (name, total) =>
      `${name} hat einen Korb über ${total} an der Kasse stehen lassen.`,
    'new-customer': (name, city) => `${name} aus ${city} hat ein Konto angelegt.`,
  },
  money,
  nobody: 'Niemand im Beispielshop passt gerade dazu. Bitte zuerst etwas anderes versuchen.',
  refused: (status) => `Der Server hat mit ${status} geantwortet, daher ist nichts geschehen.`,
};
