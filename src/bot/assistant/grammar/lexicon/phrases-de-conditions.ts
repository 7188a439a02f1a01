// The assistant's German for what is said of customers: how much, how often, when, and what of.
import type { CONDITIONS_EN } from './phrases-en-conditions.ts';

/** As in `phrases-de.ts`. */
export const CONDITIONS_DE: Readonly<Record<keyof typeof CONDITIONS_EN, string>> = {
  over: 'mehr als|öfter als|häufiger als|über|größer als|höher als|oberhalb von|oberhalb|übersteigt|jenseits von|>|größer|mehr wie',
  under:
    'weniger als|unter|kleiner als|niedriger als|unterhalb von|<|geringer als|weniger wie|schlechter als',
  least: `mindestens|wenigstens|ab|minimum|oder mehr|und mehr|>=|nicht weniger als|zumindest|+|und drüber|und darüber|und aufwärts|aufwärts
    |oder besser|oder höher|mind`,
  most_: `höchstens|maximal|bis zu|oder weniger|<=|nicht mehr als|max
    |oder schlechter|oder niedriger|oder drunter`,
  exactly: 'genau|exakt|gleich|nur|lediglich',
  between: 'zwischen|von',
  once: 'einmal|ein mal|ein einziges mal|1x',
  twice: 'zweimal|zwei mal|ein zweites mal',
  times: 'mal|x|male',
  money: 'geld|euro|eur|dollar|usd|€|$|franken|chf|pfund|gbp|tacken',
  percent: 'prozent|%',
  quarter: 'viertel',
  third: 'drittel',
  half: 'hälfte|halb*',
  tenth: 'zehntel',
  fifth: 'fünftel',
  day: 'tag|tage|tagen|tages',
  week: 'woche|wochen',
  month: 'monat|monate|monaten|monats',
  year: 'jahr|jahre|jahren|jahres',
  call: 'anrufen|ruf|rufe|an|kontaktier*|zurückrufen|melden|schreiben|rückruf',
  hour: 'stunde|stunden|std|h',
  minute: 'minute|minuten|min',
  today: 'heute|heutige*',
  yesterday: 'gestern',
  tomorrow: 'morgen',
  past: 'in den letzten|im letzten|in der letzten|innerhalb der letzten|während der letzten|den letzten|die letzten|der letzten|letzten|letzte|letztes|letztem|vergangenen|in den vergangenen|binnen der letzten|letzter|im vergangenen|in der vergangenen|innerhalb von',
  next: 'in den nächsten|innerhalb der nächsten|der nächsten|nächsten|kommenden|in den kommenden|die nächsten|nächste|in der nächsten|im nächsten|den nächsten',
  thisPeriod: 'in diesem|in dieser|dieses|diesen|diese|dieser|diesem|im laufenden|im aktuellen',
  ago: 'her|zurück',
  since: 'seit|ab|seit dem|seit mehr als|seit über',
  after: 'nach|nach dem|später als',
  before: 'vor|vor dem|bis|bis zum|früher als',
  longer:
    'seit mehr als|seit über|länger als|mehr als|über|seit mindestens|älter als|seit länger als|vor mehr als|vor über|mindestens',
  during: 'seit|in|innerhalb|für|während|lang|am|an',
  joined:
    'registriert*|angemeldet*|kunde seit|kunden seit|kunde|kunden|konto|konten|angelegt*|dazugekommen|neu|sind kunde|dabei|neukunden|neukunde|account|accounts|hinzugekommen|bei uns|kundenkonto|kundenkonten|kundin',
  older: 'älter als|älter',
  newer: 'jünger als|neuer als|jünger',
  newcomer: 'neukunden|neukunde|neu|neue|neuen',
  live_in:
    'welchem land|welches land|welcher stadt|welche stadt|welchem ort|wohn*|leb*|lebt|kommen|kommt|stamm*|ansässig|sitzen|sitzt|stammt|wohnhaft',
  abandoned:
    'warenkorb stehen lassen|warenkorb stehenlassen|warenkorb liegen lassen|warenkorb liegenlassen|warenkorb stehengelassen|warenkorb liegengelassen|warenkorb nicht abgeschickt|an der kasse abgesprungen|abgebrochen*|warenkorb abgebrochen|einen warenkorb abgebrochen|warenkorbabbrecher|warenkorb liegen gelassen|liegen gelassen|stehen gelassen|warenkorb verlassen|abgebrochenem warenkorb|abgebrochenen warenkorb|den warenkorb abgebrochen|ihren warenkorb abgebrochen|kauf abgebrochen|warenkorb stehen gelassen|checkout abgebrochen|kasse verlassen|ihren warenkorb stehen gelassen|abgebrochener warenkorb|den kauf abgebrochen|ihren warenkorb verlassen',
  viewed: `angesehen|angeschaut|besucht|betrachtet|angeguckt|geklickt|angeklickt|gesehen|aufgerufen`,
  product: 'produkt*|artikel|ware',
  category: 'kategorie|genre|produktkategorie|abteilung|warengruppe',
  language: 'sprache|sprechen|spricht|sprachig',
  domain:
    'adressen|mailadresse|e-mail-adresse|domain|adresse bei|mailadresse bei|domäne|adressen bei|e-mail bei|adresse',
  codes: `ungenutzte codes|ungenutzten code|ungenutztem code|ungenutzten codes|nicht eingelöst*|uneingelöst*|nicht eingelösten|ungenutzten gutschein|ungenutztem gutschein|ungenutzten gutscheinen|offenen code|uneingelösten gutschein|uneingelöstem gutschein|ungenutzten rabattcode
    |nicht eingelösten code|nicht eingelösten rabattcode|nicht eingelösten gutschein|nicht eingelöste codes|nicht eingelöste gutscheine|unbenutzten code|unbenutzten gutschein|unbenutzte codes|noch nicht eingelösten code|code noch nicht eingelöst|gutschein noch nicht eingelöst`,
  csat: 'csat|zufriedenheit|bewertung|bewertet|umfrage|umfragewert|note|zufriedenheitswert',
  net: 'netto|abzüglich erstattungen|nach erstattungen|ohne erstattungen|abzüglich retouren',
  recency: 'zuletzt bestellt|nach aktualität|am kürzlichsten',
  unhappy: 'unzufrieden*|verärgert*',
  without: 'ohne|kein|keine|keinen|nicht',
};
