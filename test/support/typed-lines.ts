// Lines that a team types: refused ones, plain words, and previews of mails.

/** Lines that are refused, each for a reason of its own. */
export const WRONG = [
  'custmer show maria',
  'customer shw maria',
  'customer top --limit many',
  'customer tag maria@example.com a,b',
  'customer set maria@example.com Shoe 4',
  'segment estimate amount_spnt > 100',
  'segment estimate amount_spent >',
  'segment estimate amount_spent > 100 AND',
  'segment estimate amount_spent > abc',
  'segment estimate last_order_date > 2031-13-45',
  'segment estimate (amount_spent > 1',
  "segment estimate customer_tags CONTAINS 'VIP",
  'segment estimate products_purchased MATCHES (colour = 1)',
  'segment estimate email > 4',
  'segment estimate event.total > 4',
  'segment explain amount_spent > 50000 AND number_of_orders > 7 maria@example.com',
  'task new maria@example.com --title x --due gestern',
  'automation restore vip-promotion 99',
  'mute sales --for lang',
  'automation new Nicht Erlaubt',
  'approval edit apr_7ZK3QW8XN2AB --percent 500',
  'automation edit vip-promotion name: vip-promotion\non: order.payed\nwhen: companies IS NULL\ndo:\n  - tagg: x',
  'automation edit vip-promotion name: andere\non: order.paid\ndo:\n  - tag: x',
  'automation edit vip-promotion name: "offen',
  'automation new neu name: neu\non: { schedule: täglich }\ndo:\n  - email: { template: fehlt }',
  'case settle case_7ZK3QW8XN2AB refund 1.000',
  'email preview fehlt maria@example.com',
  'email test vip-thanks keine-adresse',
  'segment estimate companies IS NULL',
  'export nichts',
];

/** What is typed in plain words, understood or not. */
export const ASKED = [
  'ask Wer hat mehr als 500 ausgegeben?',
  'ask Wie viele Kunden haben wir?',
  'ask Gib Maria Silva das Tag Stammkunde',
  'ask Zeig mir die offenen Fälle',
  'ask Wie ist das Wetter?',
  'ask Erstatte Maria alles',
];

/** Every mail that ships, as Maria would see it. */
export const PREVIEWS = [
  'cross-sell',
  'tier-welcome',
  'founder-letter',
  'cart-offer',
  'apology',
].map((name) => `email preview ${name} maria.lopez@example.org`);
