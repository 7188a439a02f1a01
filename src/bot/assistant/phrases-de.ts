// The assistant's German: for each concept the phrases that mean it. `*` at the end of a word is any ending.
import type { Phrases } from './phrases-en.ts';

/** Words stand as people type them; umlauts and ß are compared as ae, oe, ue and ss. */
export const PHRASES_DE: Phrases = {
  filler: `bis jetzt|alles in allem|wo|bekommen|bekommt|erhalten|erhält|beziehen|guten abend|wohl|leider|neue|neuen|neuer|neues|viel|bei uns|aufgegeben|getätigt|eigentlich|gemacht|hätten|bitte|mal|kannst|könntest|kann|können|könnte|könnten|würdest|würde|will|möchte|möchten|wollen|sollen|soll|du|ich|mir|mich|uns|wir|unser*|mein|der|die|das|den|dem|des
    |ein|eine|einen|einem|einer|eines|ist|sind|war|waren|sei|hat|haben|habe|hatte|hatten|wird|werden|wurde|wurden|es|gibt|gerade|aktuell*|derzeit|momentan|im moment|jetzt
    |nochmal|noch|schon|hey|hi|hallo|moin|servus|guten morgen|guten tag|regulars|bot|danke|merci|vielen dank|ok|okay|auch|dann|denn|eigentlich|doch|ja|so|was|wie|welche|welcher|welches|welchen
    |dies*|jene*|da|dort|hier|etwas|alles|alles über|infos|info|informationen|details|daten|mal eben|kurz|schnell|an|auf|zu|zum|zur|bei|beim|überhaupt|jemals|je|gegeben|vorhanden*|existier*
    |neueste*|letzter zeit|in letzter zeit|bisher|insgesamt|gesamt|überblick|übersicht|sich|man|unseren|unserem|im system|laden|shop|shops|tut|tun|gemacht|macht|brauche|brauchen|benötige|wüsste gern|gern|gerne|bzw|eben|wissen
    |sieht|aus|los|vor|mit|alle|um`,
  of: 'gehört|gehören|von|vom|für|fürs|bei|beim|zu|zum|zur|über|des|der',
  to: 'zu|zum|zur|an|auf|in|bei|dem|ins|in den|unter',
  as: 'als|mit|mit dem|mit der|per',
  from: 'von|vom|aus|bei',
  in: 'in|im|aus|bei|um|rund um|nahe',
  and: 'und|&|sowie|plus',
  or: 'oder|bzw',
  but: 'aber|jedoch|doch',
  not: 'nichts mehr|keine mehr|noch niemals|nicht|kein|keine|keinen|keiner|keinem|nie|niemals|niemand|ohne|noch nie|nie wieder|nicht mehr|außer|nichts|noch nicht|noch keine|noch nichts',
  than: 'als|wie',
  show: `wer|wem gehört|von wem ist|wessen|wie ist der stand bei|stand von|was gibt es zu|infos zu|infos über|informationen zu|details zu|was weißt du zu|kannst du mir|ich brauche|wie geht es|öffne mal|mach|was läuft bei|blende|blend|zeig*|zeige mir|zeig mir|zeigen|anzeigen|anschauen|ansehen|sehen|such*|suche nach|finde*|öffne|öffnen|schau*|nachschlagen|hol|hole|ruf|rufe|aufrufen|gib mir|gib|nenn*|sag|sag mir|erzähl*|wer ist|was ist mit
    |was ist|was wissen wir über|was weißt du über|wie steht es um|wie sieht es aus mit|was ist mit|und was ist mit|lies|wie lautet|wie heißt|wo ist|profil von|check|prüf*|aufmachen`,
  count:
    'wie oft|wie häufig|wie viele|wieviele|wieviel|wie viel|anzahl|anzahl der|zähl*|größe|größe von|wie groß|schätz*|abschätzen',
  list: 'rangliste|sortiere|was|alles|irgendetwas|irgendwas|etwas|liste|liste mir|list|auflisten|aufliste|alle|aufzählen|welche|welcher|wer',
  why: 'warum|wieso|weshalb|erklär*|begründe|aus welchem grund|wie kommt es dass|woran liegt es dass|woran liegt es',
  whether:
    'gibt es|gab es|liegt|liegen|haben wir|sind|irgendwelche|hat es|darf|dürfen|ob|würde|hätte|hat|ist|wird',
  give: 'gib|gebe|geben|vergib|vergebe|häng*|kleb*|setz*|verpass|verpasse|verleih*',
  add: 'füge|füg|hinzufügen|hinzu|ergänz*|hinterleg*|anhängen|dazu|ran|trag|trage|ein|schreib|schreibe|dran',
  tag: 'tag|schlagwort|etikett|label|markierung|kennzeichen|stichwort|taggen',
  tagged: 'getaggt|getagged|markiert|gekennzeichnet|vertaggt|verschlagwortet|mit dem tag|mit tag',
  tagsOf: 'tags|schlagwörter|schlagworte|etiketten|labels|markierungen|stichwörter',
  mark: 'markier*|kennzeichne*|tagge|tag|taggen|vertagge|etikettier*',
  untag: 'enttagg*|untag|entmarkier*',
  remove: 'entfern*|lösch*|nimm|nehme|wegnehmen|weg|wieder weg|streich*|runter|ab',
  set: 'soll|werden|setz*|änder*|stell*|aktualisier*|ändern|mach*|trag|trage|ein|eintragen|speicher*|heb|hebe|befördere|stuf|stufe|ein|hoch|herunter|leg|lege|fest|hinterleg*|pack|packe',
  clear: 'leer*|lösch*|zurücksetzen|setze zurück|setz zurück',
  note: 'notiz|notizen|notier*|vermerk|vermerke|vermerken|anmerkung|kommentar|notizzettel|schreib auf|schreibe auf|schreib|schreibe|halte fest|festhalten',
  take: 'übernimm|übernehm*|nimm|nehme|schnapp*|krall*|ich übernehme|ich nehme|ich mache|mir zuweisen|weise mir zu|kümmere mich um|ich kümmere mich um',
  resolve:
    'löse|lösen|schließ*|schliesse|abschließen|erledig*|ab|geschlossen|abgeschlossen|gelöst|beende*|abhaken',
  refunded: 'erstattet|zurückgezahlt|als erstattet|geld zurück|rückerstattet|zurückerstattet',
  exchanged: 'umgetauscht|getauscht|ausgetauscht|umtausch|ersetzt|ersatz',
  credited: 'gutgeschrieben|gutschrift|guthaben|gutschein',
  declined: 'abgelehnt|ablehn*|verweigert|lehne|zurückgewiesen',
  assign:
    'weise|weis|zuweisen|zu|gib|übergib|übergeben|übertrag*|reich*|teile|delegier*|schieb*|leite|weiter|zuteilen',
  create:
    'erstell*|leg|lege|an|anlegen|neu|neue|neuen|neues|eröffne*|öffne|mach|mache|auf|erzeug*|starte|aufmachen',
  remind:
    'erinner* mich daran|erinner* mich|erinner* uns|erinner*|erinnerung|wiedervorlage|nicht vergessen|daran',
  snooze:
    'verschieb*|schieb*|vertag*|auf|aufschieben|zurückstell*|stell*|zurück|später|leg|lege|schlummer*',
  finish: 'erledigt|fertig|abgeschlossen|erledig*|abhaken|hake|hak|ab|beendet|getan',
  cancel: 'storniere|abbrechen|brich|ab|verwirf|verwerfen|streich*|absagen|sage|cancel*',
  reopen:
    'wieder öffnen|wieder auf|öffne wieder|wiedereröffn*|erneut öffnen|nochmal öffnen|wieder|öffne|öffnen|mach',
  escalate: 'eskalier*|hol einen chef zu|braucht den chef|vorgesetzt*',
  release: 'freigeben|gib|zurück|gib zurück|zurückgeben|frei|loslassen|abgeben',
  handover: 'übergabe|schichtübergabe|schichtende|übergabeliste|schichtwechsel',
  run: 'starte|starten|führe|führ|ausführen|aus|lass|lasse|laufen|auslösen|löse',
  backtest: `rückrechn*|backtest*|back-test|rückblick*|simulier*|simulation|nachspiel*|spiele|durch|spiel|probelauf|was wäre passiert|was hätte|getan|rechne|nach|nachrechnen|testlauf|rückwirkend
    |hätte|bewirkt|ausgelöst|teste|testen|historie|an der historie|mit der vergangenheit`,
  stop: 'stopp*|halt|halte|an|anhalten|beende*|abbrechen|brich|ab',
  pause:
    'alles anhalten|halte alles an|alles stoppen|stoppe alles|stopp alles|pausiere alles|alles pausieren|notbremse|handbremse|zieh die handbremse|zieh die notbremse|notaus|pausier*|pause',
  resume:
    'weitermachen|alles fortsetzen|fortsetzen|alles weiter|mach weiter|weiter mit allem|löse die handbremse|handbremse lösen|setze alles fort',
  mute: 'stumm|stummschalten|stumm schalten|leise|ruhe|ruhig|ruhigstellen|still',
  unmute: 'wieder laut|laut|entstummen|nicht mehr stumm|wieder sprechen|wieder ein',
  undo: 'rückgängig|mach|mache|widerruf*|zurücknehmen|nimm|zurück|rückgängig machen|zurückrollen',
  save: 'speicher*|sicher*|merk*|ablegen|speicher|unter dem namen|ab|speichere|behalt*',
  merge:
    'zusammenführ*|führe|führ|zusammen|verschmelz*|vereinig*|zusammenleg*|leg|lege|fasse|verbinde',
  apart:
    'nicht dieselbe person|zwei personen|verschiedene personen|zwei verschiedene personen|verschiedene leute|sind zwei|nicht die gleiche person|unterschiedliche personen',
  duplicates:
    'duplikat*|doppelt*|dubletten|dublette|doppelte kunden|dieselbe person|mehrfach angelegt|doppelgänger|zusammenführungen|doppelte einträge',
  export:
    'exportier*|export|herunterlad*|csv|als csv|lade|herunter|runterladen|ausgeben|tabelle|yaml|als yaml|datei|als datei',
  yaml: 'yaml|als yaml',
  erase:
    'vergiss|vergessen|dsgvo*|lösche alle daten|alle daten löschen|anonymisier*|recht auf vergessen|endgültig löschen|endgültig',
  approve:
    'genehmig*|freigeben|gib|frei|stimme|zustimmen|akzeptier*|bestätig*|bewillig*|erlaub*|winke|durch',
  reject: 'ablehn*|lehne|lehn|ab|verweiger*|zurückweis*|weise|zurück|verwirf',
  live: 'live|scharf|live schalten|scharfschalten|aktivier*|einschalten|anschalten|ein|an',
  off: 'aus|ausschalten|abschalten|deaktivier*|ab|abstellen|beende*',
  shadow:
    'schatten|schattenmodus|schatten modus|nur aufzeichnen|nur mitschreiben|probemodus|schattenbetrieb',
  switch: 'schalte|schalt|stell|stelle|setz|setze|mach|mache|lass|lasse|nimm|schick|geh|gehe',
  asking:
    'wieder um freigabe bitten|wieder nachfragen|wieder fragen|um genehmigung bitten|nach genehmigung fragen|vorher fragen|lass|soll wieder|erst fragen',
  send: 'schick*|send*|verschick*|mail*|abschick*|maile|schreib',
  preview: 'vorschau|wie sieht|aus|aussehen|aussieht|vorab ansehen|gefüllt|ausgefüllt',
  fire: 'feuer*|gefeuert|ausgelöst|auslösen|löst|greift|greifen|gegriffen|lief|läuft|gelaufen|laufen|ausgeführt|gestartet|startet|passiert|angesprungen|springt|gezündet|zündet|gilt|bekommen|angewendet|zieht|gezogen|anspringen|löste|wirkt|los',
  compare:
    'unterschied|unterschiede|unterschied zwischen|diff|was hat sich geändert|änderungen|geändert|vergleich*|vergleiche',
  help: 'hilfe|befehle|was kannst du|was kann ich fragen|wie funktioniert das|was kannst du alles|anleitung|hilf|kommandos|was verstehst du|was kann ich dich fragen|was kannst du tun',
  customer:
    'kunde|kunden|kundin|kundinnen|kundenprofil|käufer|käuferin|käuferinnen|person|kontakt|konto|profil|kundenkarte|besteller',
  everyone:
    'neukunden|alle|alle kunden|kunden|kundinnen|kunde|jeden|jeder|leute|personen|käufer|käuferinnen|käufern|allen|allen kunden|diejenigen|menschen|besteller|stammkunden|irgendwer|irgendjemand|jemand|mitglieder|kund*innen',
  who: 'wer|die|der|deren|welche|das',
  them: 'sie|die|diese|denen|ihnen|alle|diese kunden|die kunden|diese leute|allen davon|alle davon|die liste|diese liste|das segment|dieses segment|diese gruppe|alle von denen|deren|jene|alle diese|denen allen',
  she: 'sie|ihr|ihre|ihren|ihrem|ihrer|er|ihm|ihn|sein|seine|seinen|seiner|seinem|die kundin|der kunde|dem kunden|der kundin|den kunden|diese kundin|dieser kunde|diesen kunden|diese person|derselbe kunde|deren|dessen',
  it: 'ihn|es|den|diesen|dieses|das|den fall|diesen fall|die aufgabe|diese aufgabe|der|dieser|der fall|sie',
  myself: 'mir|mich|ich',
  mine: 'meine|meinen|mein|mir zugewiesen|mir|ich|habe ich|meiner|für mich|auf meinem tisch',
  order:
    'bestellung*|bestellt*|bestellen|kauf|käufe|käufen|gekauft|einkauf|einkäufe|auftrag|aufträge|aufträgen|kaufen|kaufte*|bestellhistorie|kaufhistorie|eingekauft|gekauften|bestelle',
  refund:
    'erstattung*|rückerstattung*|rückzahlung*|retoure*|rückgabe*|erstattet|zurückbekommen|zurückgegeben|zurückgeschickt|retourniert|geld zurück|zurückgezahlt|retournen',
  refunds_given: 'wie viel erstattet|bisher erstattet',
  tier: 'wie treu|treu|stufe|stufen|level|rang|status|treuestufe|kundenstufe|treuestatus|kundenstatus',
  vip: 'vip|ein vip',
  vips: 'vips|vip-kunden|vip kunden',
  inactive: 'inaktiv*|ruhend*|nicht aktiv*',
  timeline:
    'zeitverlauf|kundenverlauf|verlauf|historie|chronik|timeline|zeitstrahl|aktivität*|was war|was ist passiert|passiert|geschichte|was lief|was war los|kundenhistorie|kontakthistorie|ereignisverlauf|vorgeschichte|los',
  spent:
    'ausgegeben|umsatz|gesamtumsatz|ausgaben|ausgibt|ausgeben|gaben|bezahlt|gezahlt|lebenszeitwert|kundenwert|wert|umsatz mit|eingebracht|gelassen|umgesetzt|gab|warenwert',
  average:
    'durchschnittlich*|durchschnitt|im schnitt|durchschnittsbestellung|warenkorb|durchschnittlicher bestellwert|bestellwert|durchschnittlicher warenkorb|durchschnittsbon|im durchschnitt|mittlerer bestellwert',
  consent: `einwilligung|newsletter|newsletterempfänger|newsletter-empfänger|abonnier*|abonnent*|angemeldet|opt-in|zustimmung|werbeeinwilligung|newsletter abonniert|den newsletter abonniert|für den newsletter angemeldet
    |newsletter-abonnent*|newsletterabonnent*|werbung erlaubt|anschreiben|dürfen wir anschreiben|dürfen wir|mailen|dürfen|darf|per mail erreichbar|eingewilligt|den newsletter|beim newsletter|zugestimmt|zum newsletter angemeldet|kontaktieren|bekommen den newsletter|erhalten den newsletter|beziehen den newsletter`,
  unsubscribed:
    'abgemeldet|abbestellt|newsletter abbestellt|den newsletter abbestellt|vom newsletter abgemeldet|ausgetragen|widersprochen',
  sms: 'sms|kurznachrichten',
  last: 'letzte*|zuletzt|jüngste*|vorige*|neueste*',
  first: 'erste*|zuerst|allererste*|zum ersten mal|erstmals|erstbestellung',
  when: 'wann|seit wann|an welchem tag|datum|zu welchem datum',
  recommended:
    'empfehl*|empfohlen*|empfehlung*|empfiehl*|was können wir anbieten|vorschlag*|cross-selling|produktempfehlungen|gefallen|anbieten|passende produkte|passen',
  email: 'e-mail|email|mailadresse|e-mail-adresse|emailadresse|adresse|mail|e-mailadresse',
  phone: 'telefon|telefonnummer|nummer|handynummer|rufnummer|handy|durchwahl|tel',
  contactdata: 'kontaktdaten|kontakt|erreichen',
  birthday: 'geburtstag*|geboren|geburtsdatum|hat geburtstag',
  attributes: 'attribute|eigenschaften|merkmale|felder von',
  predicted:
    'vorhersage*|prognose*|vorhergesagt*|prognostiziert*|erwartet*|abwanderungsrisiko|wahrscheinlich*|abwandern|wiederkommen',
  segmentsOf:
    'in welchen segmenten|welche segmente|segmente von|in welchen gruppen|in welchem segment',
  attribute: 'attribut|merkmal|eigenschaft|feld',
  top: 'obere*|oberst*|top|beste*|besten|wertvollst*|größte*|umsatzstärkst*|wichtigst*|topkunden|top-kunden|bestkunden|stärkst*|treuest*',
  most: 'am meisten|meisten|am meisten ausgegeben|höchsten umsatz|meisten umsatz|nach umsatz|nach ausgaben|höchste ausgaben|meiste geld|das meiste geld|den höchsten umsatz|mit dem höchsten umsatz|mit dem meisten umsatz',
  byPredicted:
    'nach prognose|nach vorhersage|nach prognostiziertem wert|prognostiziert*|vorhergesagt*',
  segment:
    'segment|segmente|segmenten|segments|gruppe|gruppen|zielgruppe|zielgruppen|kundengruppe*|kundensegment*',
  member:
    'mitglieder|mitglied|wer ist in|wer gehört zu|wer gehört zum|drin|wer steckt in|wer ist im|wer ist alles in|steckt|gehört|gehören|kunden in|kunden im|wer ist alles im',
  isIn: 'in|im|teil von|gehört|gehört zu|mitglied|mitglied von|drin|enthalten|zum|zu',
  coverage:
    'abdeckung|abgedeckt|lücke|lücken|überschneid*|überlapp*|keine regel|ohne regel|doppelt abgedeckt|von keiner regel erfasst|erfasst',
  fields:
    'felder|filterfelder|abfragefelder|wonach kann ich filtern|was kann ich abfragen|filtern|filter|abfragen|wonach kann ich suchen',
  query: 'abfrage|bedingung|filter',
  case: 'fall|fälle|fällen|vorgang|vorgänge|ticket|tickets|rückgabefall|erstattungsfall|erstattungsfälle|erstattungsanfrage*|rückgabeanfrage*|reklamation*|rückerstattungsfälle|erstattungsantrag|erstattungsanträge|retourenfälle|beschwerde*|rückerstattungsanfrage*|retourenanfrage*',
  task: 'aufgabe*|to-do|to-dos|todo|todos|to-do-liste|erinnerung*|wiedervorlage*|aufgabenliste',
  approval: 'genehmigung*|freigabe*|genehmigungsanfrage*|freigabeanfrage*|bestätigung*',
  waiting:
    'wartet|warten|wartend*|ausstehend*|offene*|offen|zu genehmigen|noch zu entscheiden|unentschieden*|steht|stehen|aus|anstehend*|ungeklärt*|auf freigabe|auf genehmigung|freigegeben werden|genehmigt werden|entschieden werden|muss|müssen|entscheiden|auf eine entscheidung',
  approvedOnes: 'genehmigt*|freigegeben*',
  rejectedOnes: 'abgelehnt*',
  expiredOnes: 'abgelaufen*|verfallen*',
  failedOnes: 'fehlgeschlagen*|gescheitert*|schiefgegangen*|schief gegangen',
  doneOnes: 'erledigt*|ausgeführt*|durchgeführt*|abgeschlossen*',
  open: 'offen*|ungelöst*|unerledigt*|noch offen|unbearbeitet*|aktiv*|laufend*|fällig*|überfällig*|nicht gelöst|anstehend*|ausstehend*|liegen|an',
  automation:
    'automation|automationen|automatisierung|automatisierungen|regel|regeln|workflow|workflows|flow|flows|ablauf|abläufe|rezept|rezepte|playbook|kampagne|kampagnen|automatik|automatiken|automatismen',
  runs: 'läufe|lauf|ausführungen|für wen|bei wem|durchläufe|auslösungen|gelaufen|wen|ausgelöst|gefeuert|lief|ausgeführt',
  version: 'version*|fassung*|änderungshistorie|wer hat|geändert|stände|revision*',
  batch:
    'batch|batches|massenänderung*|sammeländerung*|stapel|massenaktion*|sammelaktion*|massenvorgänge',
  outbox:
    'postausgang|mails|e-mails|emails|gesendete mails|verschickt*|versendet*|gesendet*|rausgegangen*|ausgehende*|mailausgang|versandte|versandt*|mail-protokoll|ging|gingen|raus|rausgeschickt|nicht gesendet|ausgang|postfach|mailprotokoll',
  template: 'vorlage|mailvorlage|e-mail-vorlage|mail|email|e-mail|template',
  event:
    'ereignis|ereignisse|events|event|webhooks|shop-ereignisse|was kam|rein|hereingekommen|eingegangen*|reingekommen',
  quarantine: 'quarantäne|in quarantäne|unlesbar*|nicht lesbar*|nicht gelesen',
  delivery: 'lieferung|zustellung|zustellungen|lieferungen|webhooks|webhook',
  audit:
    'audit|audit-log|auditlog|prüfprotokoll|protokoll|revisionsprotokoll|wer hat was|wer hat was entschieden|wer hat was gemacht|entscheidungen|entscheidungsprotokoll|entschieden',
  intact:
    'unverändert|manipulier*|verfälscht|intakt|unversehrt|integrität|geändert|prüf*|verifizier*|echt|stimmt|überprüf*',
  home: 'was habe ich heute zu tun|was muss ich heute tun|was muss ich heute machen|was ist heute zu tun|was ist heute los|was gibt es heute zu tun|startseite|home|dashboard|mein tag|was liegt an|was steht an|was wartet auf mich|was muss ich tun|was ist zu tun|was habe ich zu tun|auf mich|meine arbeit|was steht heute an|was liegt heute an|tagesüberblick|was gibt es neues|was braucht meine aufmerksamkeit',
  metrics:
    'kennzahl*|zahlen|kpi|kpis|metriken|statistik*|umsatz|abwanderungsrate|wiederkaufrate|churn|erstattungsquote|bericht|auswertung|geschäft|wie läuft das geschäft|wie laufen die geschäfte|rückgabequote|wiederkaufsrate',
  channel: 'kanal|channel|raum',
  reason: 'grund|weil|wegen|aus dem grund|begründung',
  due: 'bis|fällig|fällig am|am|um|spätestens',
  text: 'dass|mit dem text|folgendes|den text|text',
  over: 'mehr als|über|größer als|höher als|oberhalb von|oberhalb|übersteigt|jenseits von|>|größer|mehr wie',
  under:
    'weniger als|unter|kleiner als|niedriger als|unterhalb von|<|geringer als|weniger wie|schlechter als',
  least: 'mindestens|wenigstens|ab|minimum|oder mehr|und mehr|>=|nicht weniger als|zumindest',
  most_: 'höchstens|maximal|bis zu|oder weniger|<=|nicht mehr als|max',
  exactly: 'genau|exakt|gleich|nur|lediglich',
  between: 'zwischen|von',
  once: 'einmal|ein mal|ein einziges mal|1x',
  twice: 'zweimal|zwei mal|ein zweites mal',
  times: 'mal|x|male',
  money: 'euro|eur|dollar|usd|€|$|franken|chf|pfund|gbp|tacken',
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
  since: 'seit|ab|nach|seit dem|seit mehr als|seit über',
  before: 'vor|vor dem|bis|bis zum|früher als',
  longer:
    'seit mehr als|seit über|länger als|mehr als|über|seit mindestens|älter als|seit länger als|vor mehr als|vor über|mindestens',
  during: 'seit|in|innerhalb|für|während|lang',
  joined:
    'registriert*|angemeldet*|kunde seit|kunden seit|kunde|kunden|konto|konten|angelegt*|dazugekommen|neu|sind kunde|dabei|neukunden|neukunde|account|accounts|hinzugekommen|bei uns|kundenkonto|kundenkonten|kundin',
  older: 'älter als|älter',
  newer: 'jünger als|neuer als|jünger',
  newcomer: 'neukunden|neukunde|neu|neue|neuen',
  live_in: 'wohn*|leb*|lebt|kommen|kommt|stamm*|ansässig|sitzen|sitzt|stammt|wohnhaft',
  abandoned:
    'abgebrochen*|warenkorb abgebrochen|einen warenkorb abgebrochen|warenkorbabbrecher|warenkorb liegen gelassen|liegen gelassen|stehen gelassen|warenkorb verlassen|abgebrochenem warenkorb|abgebrochenen warenkorb|den warenkorb abgebrochen|ihren warenkorb abgebrochen|kauf abgebrochen|warenkorb stehen gelassen|checkout abgebrochen|kasse verlassen|ihren warenkorb stehen gelassen|abgebrochener warenkorb|den kauf abgebrochen|ihren warenkorb verlassen',
  viewed: 'angesehen|angeschaut|besucht|betrachtet|angeguckt',
  product: 'produkt*|artikel|ware',
  category: 'kategorie|genre|produktkategorie|abteilung|warengruppe',
  language: 'sprache|sprechen|spricht|sprachig',
  domain:
    'adressen|mailadresse|e-mail-adresse|domain|adresse bei|mailadresse bei|domäne|adressen bei|e-mail bei|adresse',
  codes:
    'ungenutzte codes|ungenutzten code|ungenutztem code|ungenutzten codes|nicht eingelöst*|uneingelöst*|nicht eingelösten|ungenutzten gutschein|ungenutztem gutschein|ungenutzten gutscheinen|offenen code|uneingelösten gutschein|uneingelöstem gutschein|ungenutzten rabattcode',
  csat: 'csat|zufriedenheit|bewertung|bewertet|umfrage|umfragewert|note|zufriedenheitswert',
  net: 'netto|abzüglich erstattungen|nach erstattungen|ohne erstattungen|abzüglich retouren',
  recency: 'zuletzt bestellt|nach aktualität|am kürzlichsten',
  unhappy: 'unzufrieden*|verärgert*',
  without: 'ohne|kein|keine|keinen|nicht',
};
