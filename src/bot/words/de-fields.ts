// What the fields and functions of the query language mean, in German, by their names.
import type { Unanswerable } from '#engine/segments/unanswerable.ts';
import { namedBy } from './names.ts';

/** The meaning of a field or function; that of one without is said as the language itself has it, in English. */
export function meaning(name: string, english: string): string {
  const missing = namedBy(NOT_HELD, name);
  const own = missing === undefined ? undefined : `hier nicht beantwortet: ${missing}`;
  return namedBy(MEANINGS, name) ?? own ?? english;
}

/** Why something of the language is not answered here, after a colon; what has no words is said as it is, in English. */
export function notHeld(asked: Extract<Unanswerable, { why: 'not-held' }>): string {
  const { name, of, because } = asked;
  const key = name.startsWith('metafields.') ? 'metafields.<namespace>.<key>' : name;
  return namedBy(NOT_HELD, of === null ? key : `${of} ${name}`) ?? because;
}

/** What kind of values a field or function has. */
export function fieldType(type: string): string {
  return namedBy(TYPES, type) ?? type;
}

const TYPES: Readonly<Record<string, string>> = {
  any: 'beliebig',
  boolean: 'ja oder nein',
  date: 'Datum',
  enum: 'Auswahl',
  function: 'Funktion',
  id: 'Id',
  integer: 'ganze Zahl',
  list: 'Liste',
  money: 'Betrag',
  number: 'Zahl',
  text: 'Text',
};

const MEANINGS: Readonly<Record<string, string>> = {
  amount_spent:
    'Summe aller bezahlten Bestellungen in der Währung des Shops, Erstattungen nicht abgezogen',
  amount_spent_net: 'amount_spent ohne das, was von diesen Bestellungen erstattet wurde',
  average_order_value: 'Mittel der bezahlten Bestellungen; fehlt ohne Bestellung',
  number_of_orders: 'wie viele Bestellungen bezahlt und nicht storniert sind',
  first_order_date: 'Tag der ersten Bestellung; fehlt ohne Bestellung',
  last_order_date: 'Tag der letzten Bestellung; fehlt ohne Bestellung',
  abandoned_checkout_date:
    'Tag, an dem der letzte Kauf begann, der abgebrochen und seither nicht nachgeholt wurde; sonst leer',
  customer_added_date: 'Tag, an dem der älteste Datensatz des Kunden entstand',
  customer_tags: 'die Tags des Kunden, Groß- und Kleinschreibung gleich',
  customer_email_domain: 'was auf das @ folgt, kleingeschrieben: example.com',
  customer_language: 'Sprache, wie der Shop sie angibt: en, en-US',
  customer_countries: 'Land mit seinen zwei Buchstaben: US',
  customer_regions: 'Land und Region: CA-ON',
  customer_cities:
    'Land, Region und Stadt ohne Leerzeichen: US-CA-LosAngeles, oder DE-Berlin ohne bekannte Region',
  email_subscription_status: 'Einwilligung in Werbung per E-Mail',
  sms_subscription_status: 'Einwilligung in Werbung per SMS',
  tier: 'Stufe der Treueliste; fehlt ohne Stufe',
  refunded_amount: 'Summe aller Erstattungen in der Währung des Shops',
  number_of_refunds: 'wie oft erstattet wurde',
  refunded_percent:
    'wie viel von amount_spent erstattet wurde, in ganzen Prozent; fehlt ohne Ausgaben',
  unused_codes:
    'für den Kunden erstellte Codes, die gültig sind und noch für keine Bestellung benutzt wurden',
  open_cases: 'wie viele Erstattungsfälle nicht gelöst sind',
  amount_spent_percentile:
    'Platz unter allen Kunden nach amount_spent, 0 bis 100: das oberste Viertel ist >= 75',
  recency_percentile:
    'Platz unter allen Kunden nach last_order_date, 0 bis 100: wer zuletzt bestellt hat, hat 100',
  csat_last: 'letzte Antwort auf eine Umfrage, 1 bis 5; fehlt ohne Antwort',
  birthday: "Tag der Geburt; fehlt ohne bekanntes Jahr, anders als anniversary ('birthday')",
  'attributes.<name>': 'ein Attribut des Kunden',
  products_purchased:
    'Zeilen bezahlter Bestellungen: id (in Anführungszeichen, wenn sie keine Zahl ist), category, quantity, date',
  orders_placed:
    'bezahlte Bestellungen: amount in der Währung des Shops, date; alle zusammen: count, sum_amount',
  refunds_made:
    'Erstattungen: amount in der Währung des Shops, date; alle zusammen: count, sum_amount',
  'shopify_email.delivered':
    "unsere eigenen gesendeten Mails; activity_id ist die Vorlage: 'vip-thanks'",
  'shopify_email.bounced':
    'unsere eigenen Mails, die der empfangende Server abgelehnt hat; activity_id ist die Vorlage',
  'shopify_email.unsubscribed':
    'wann der Kunde die Einwilligung in Werbung per E-Mail zurückgenommen hat',
  'storefront.product_viewed':
    'in den letzten 26 Monaten angesehene Produkte, soweit der Shop es meldet: id, date',
  "anniversary ('<date>')":
    'der Tag eines Datums in jedem Jahr: = today, oder BETWEEN today AND +14d',
  'event.type': 'was geschehen ist: order.paid',
  'event.total': 'Summe der Bestellung oder des Kaufs, wenn sie in der Währung des Shops ist',
  'event.amount':
    'Betrag der Erstattung oder der Rücksendeanfrage, wenn er in der Währung des Shops ist',
  'event.currency': 'Währung der Summe oder des Betrags: USD',
  'event.reason':
    'Grund der Erstattung oder der Rücksendeanfrage, sonst der ihres ersten Artikels mit Grund',
  'event.number': 'Nummer der Bestellung, wie man sie nennt: #1054',
  'event.item_count': 'Stücke in Bestellung, Kauf oder Rücksendeanfrage',
  'event.products': 'Ids des Shops der Produkte in Bestellung oder Kauf',
  'event.categories': 'Kategorien in Bestellung oder Kauf, Groß- und Kleinschreibung gleich',
  'event.discount_codes': 'Codes, mit denen bestellt wurde',
  'event.recent_orders':
    'Bestellungen in den 24 Stunden bis zu der des Ereignisses, diese mitgezählt',
  'event.bought_again':
    'bezahlte Bestellungen seit der des Ereignisses, die eines ihrer Produkte enthalten',
  'event.from': 'Stufe, von der die Ausgaben des Kunden wegführten; fehlt, wo keine war',
  'event.to': 'Stufe, auf die die Ausgaben des Kunden führten; fehlt, wo keine ist',
  'event.score':
    'Antwort auf eine Umfrage: 1 bis 5 von uns, oder das Feld score eines eigenen Ereignisses',
  'event.comment': 'was zu einer Antwort auf eine Umfrage geschrieben wurde',
  'event.subject': 'Betreff der Nachricht des Kunden',
  'event.text': 'was der Kunde geschrieben hat: eine Nachricht oder eine Bewertung',
  'event.rating': 'Sterne der Bewertung, 1 bis 5',
  // As it is offered while a query is typed.
  anniversary: 'der Tag eines Datums in jedem Jahr',
};

const NOT_HELD: Readonly<Record<string, string>> = {
  'shopify_email.opened': 'in unseren Mails wird nichts verfolgt',
  'shopify_email.clicked': 'in unseren Mails wird nichts verfolgt',
  'shopify_email.marked_as_spam': 'Postfächer melden es uns nicht',
  'storefront.collection_viewed': 'Shops melden nicht, welche Kollektionen angesehen wurden',
  store_credit_accounts: 'Guthaben bleibt beim Shop',
  customer_within_distance: 'Orte sind nur mit Namen bekannt; bitte customer_cities fragen',
  companies: 'Firmenkunden werden nicht geführt',
  created_by_app_id: 'Shops melden nicht, welche App einen Kunden anlegte',
  customer_account_status: 'Konten bleiben beim Shop',
  predicted_spend_tier: 'es gibt noch keine Vorhersagen',
  product_subscription_status: 'Produktabos bleiben beim Shop',
  rfm_group: 'es gibt noch keine Vorhersagen',
  'metafields.<namespace>.<key>': 'Metafelder bleiben beim Shop',
  'products_purchased tag': 'Bestellungen kommen ohne die Tags ihrer Produkte',
  'orders_placed location_id': 'Bestellungen kommen ohne ihren Standort',
  'orders_placed app_id': 'Bestellungen kommen ohne die App, die sie angelegt hat',
  'shopify_email.unsubscribed activity_id':
    'eine Abmeldung wird ohne die E-Mail geführt, die dazu geführt hat',
  'storefront.product_viewed tag': 'Aufrufe kommen ohne die Tags ihrer Produkte',
};
