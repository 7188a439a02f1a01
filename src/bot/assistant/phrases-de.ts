// The assistant's German: for each concept the phrases that mean it. `*` at the end of a word is any ending.
import { CONDITIONS_DE } from './phrases-de-conditions.ts';
import type { Phrases } from './phrases-en.ts';

/** Words stand as people type them; umlauts and ß are compared as ae, oe, ue and ss. */
export const PHRASES_DE: Phrases = {
  filler: `wieder|hab|angerufen|rief an|ruft an|komplett*|vollständig*|ganze|ganzen|älteste*|ne|nen|nem|n|grad|gekriegt|kriegt|kriegen|kriege|zurzeit|uns da|halt mal|sag mal|denn mal|gleich|nun|irgendwie|gerne mal|wenn möglich|doch mal|liebe*|bis jetzt|alles in allem|wo|bekommen|bekommt|erhalten|erhält|beziehen|guten abend|wohl|leider|neue|neuen|neuer|neues|viel|bei uns|aufgegeben|getätigt|eigentlich|gemacht|hätten|bitte|mal|kannst|könntest|kann|können|könnte|könnten|würdest|würde|will|möchte|möchten|wollen|sollen|soll|du|ich|mir|mich|uns|wir|unser*|mein|der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|ist|sind|war|waren|sei|hat|haben|habe|hatte|hatten|wird|werden|wurde|wurden|es|gibt|gerade|aktuell*|derzeit|momentan|im moment|jetzt|nochmal|noch|schon|hey|hi|hallo|moin|servus|guten morgen|guten tag|regulars|bot|danke|merci|vielen dank|ok|okay|auch|dann|denn|eigentlich|doch|ja|so|was|wie|welche|welcher|welches|welchen|dies*|jene*|da|dort|hier|etwas|alles|alles über|infos|info|informationen|details|daten|mal eben|kurz|schnell|an|auf|zu|zum|zur|bei|beim|überhaupt|jemals|je|gegeben|vorhanden*|existier*|neueste*|letzter zeit|in letzter zeit|bisher|insgesamt|gesamt|überblick|übersicht|sich|man|unseren|unserem|im system|laden|shop|shops|tut|tun|gemacht|macht|brauche|brauchen|benötige|wüsste gern|gern|gerne|bzw|eben|wissen|sieht|aus|los|vor|mit|alle|um`,
  of: 'gehört|gehören|von|vom|für|fürs|bei|beim|zu|zum|zur|über|des|der',
  to: 'zu|zum|zur|an|auf|in|bei|dem|ins|in den|unter',
  as: 'als|mit|mit dem|mit der|per',
  from: 'von|vom|aus|bei',
  in: 'in|im|aus|bei|um|rund um|nahe',
  and: 'und|&|sowie|plus',
  or: 'oder|bzw',
  but: 'aber|jedoch|doch',
  not: 'nix|nich|net|nichts mehr|keine mehr|noch niemals|nicht|kein|keine|keinen|keiner|keinem|nie|niemals|niemand|ohne|noch nie|nie wieder|nicht mehr|außer|nichts|noch nicht|noch keine|noch nichts',
  than: 'als|wie',
  show: `sagen|siehts|wie siehts|wer kümmert sich um|wer hat|wer bearbeitet|wer ist dran an|wer sitzt an|wer betreut|wer macht|wer|wem gehört|von wem ist|wessen|wie ist der stand bei|stand von|was gibt es zu|infos zu|infos über|informationen zu|details zu|was weißt du zu|kannst du mir|ich brauche|wie geht es|öffne mal|mach|was läuft bei|blende|blend|zeig*|zeige mir|zeig mir|zeigen|anzeigen|anschauen|ansehen|sehen|such*|suche nach|finde*|öffne|öffnen|schau*|nachschlagen|hol|hole|ruf|rufe|aufrufen|gib mir|gib|nenn*|sag|sag mir|erzähl*|wer ist|was ist mit
    |was ist|was wissen wir über|was weißt du über|wie steht es um|wie sieht es aus mit|was ist mit|und was ist mit|lies|wie lautet|wie heißt|wo ist|profil von|check|prüf*|aufmachen`,
  count:
    'wie hoch ist|wie hoch|wie oft|wie häufig|wie viele|wieviele|wieviel|wie viel|anzahl|anzahl der|zähl*|größe|größe von|wie groß|schätz*|abschätzen',
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
  set: 'hochstufen|herabstufen|befördern|hochsetzen|soll|werden|setz*|änder*|stell*|aktualisier*|ändern|mach*|trag|trage|ein|eintragen|speicher*|heb|hebe|befördere|stuf|stufe|ein|hoch|herunter|leg|lege|fest|hinterleg*|pack|packe',
  clear: 'leer*|lösch*|zurücksetzen|setze zurück|setz zurück',
  note: 'merke|merk|merk dir|notiz|notizen|notier*|vermerk|vermerke|vermerken|anmerkung|kommentar|notizzettel|schreib auf|schreibe auf|schreib|schreibe|halte fest|festhalten',
  take: 'ich kümmer mich um|kümmer mich um|kümmere mich|übernimm|übernehm*|nimm|nehme|schnapp*|krall*|ich übernehme|ich nehme|ich mache|mir zuweisen|weise mir zu|kümmere mich um|ich kümmere mich um',
  resolve:
    'zu|zumachen|mach zu|dichtmachen|löse|lösen|schließ*|schliesse|abschließen|erledig*|ab|geschlossen|abgeschlossen|gelöst|beende*|abhaken',
  refunded: 'erstattet|zurückgezahlt|als erstattet|geld zurück|rückerstattet|zurückerstattet',
  exchanged: 'umgetauscht|getauscht|ausgetauscht|umtausch|ersetzt|ersatz',
  credited: 'gutgeschrieben|gutschrift|guthaben|gutschein',
  declined: 'abgelehnt|ablehn*|verweigert|lehne|zurückgewiesen',
  assign:
    'geben|gebe|abgeben|übertragen|schieben|weiterreichen|weitergeben|weise|weis|zuweisen|zu|gib|übergib|übergeben|übertrag*|reich*|teile|delegier*|schieb*|leite|weiter|zuteilen',
  create:
    'erstell*|leg|lege|an|anlegen|neu|neue|neuen|neues|eröffne*|öffne|mach|mache|auf|erzeug*|starte|aufmachen',
  remind:
    'erinner* mich daran|erinner* mich|erinner* uns|erinner*|erinnerung|wiedervorlage|nicht vergessen|daran',
  snooze:
    'verschieb*|schieb*|vertag*|auf|aufschieben|zurückstell*|stell*|zurück|später|leg|lege|schlummer*',
  finish: 'erledigt|fertig|abgeschlossen|erledig*|abhaken|hake|hak|ab|beendet|getan',
  cancel: 'storniere|abbrechen|brich|ab|verwirf|verwerfen|streich*|absagen|sage|cancel*',
  reopen:
    'wieder öffnen|wieder auf|öffne wieder|wiedereröffn*|erneut öffnen|nochmal öffnen|wieder|öffne|öffnen',
  escalate: 'eskalier*|hol einen chef zu|braucht den chef|vorgesetzt*',
  release: 'wieder frei|freigeben|gib|zurück|gib zurück|zurückgeben|frei|loslassen|abgeben',
  handover: 'übergabe|schichtübergabe|schichtende|übergabeliste|schichtwechsel',
  run: 'starte|starten|führe|führ|ausführen|aus|lass|lasse|laufen|auslösen|löse',
  backtest: `rückrechn*|backtest*|back-test|rückblick*|simulier*|simulation|nachspiel*|spiele|durch|spiel|probelauf|was wäre passiert|was hätte|getan|rechne|nach|nachrechnen|testlauf|rückwirkend|hätte|bewirkt|ausgelöst|teste|testen|historie|an der historie|mit der vergangenheit`,
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
  fire: 'bekam|erhielt|feuer*|gefeuert|ausgelöst|auslösen|löst|greift|greifen|gegriffen|lief|läuft|gelaufen|laufen|ausgeführt|gestartet|startet|passiert|angesprungen|springt|gezündet|zündet|gilt|bekommen|angewendet|zieht|gezogen|anspringen|löste|wirkt|los',
  compare:
    'unterschied|unterschiede|unterschied zwischen|diff|was hat sich geändert|änderungen|geändert|vergleich*|vergleiche',
  help: 'wer bist du|was bist du|wie arbeitest du|hilfe|befehle|was kannst du|was kann ich fragen|wie funktioniert das|was kannst du alles|anleitung|hilf|kommandos|was verstehst du|was kann ich dich fragen|was kannst du tun',
  customer:
    'kunde|kunden|kundin|kundinnen|kundenprofil|käufer|käuferin|käuferinnen|person|kontakt|konto|profil|kundenkarte|besteller',
  everyone:
    'neukunden|alle|alle kunden|kunden|kundinnen|kunde|jeden|jeder|leute|personen|käufer|käuferinnen|käufern|allen|allen kunden|diejenigen|menschen|besteller|irgendwer|irgendjemand|jemand|mitglieder|kund*innen',
  who: 'wer|welche',
  that: 'die|der|deren|das',
  them: 'sie|die|diese|denen|ihnen|alle|diese kunden|die kunden|diese leute|allen davon|alle davon|die liste|diese liste|das segment|dieses segment|diese gruppe|alle von denen|deren|jene|alle diese|denen allen',
  she: 'sie|ihr|ihre|ihren|ihrem|ihrer|er|ihm|ihn|sein|seine|seinen|seiner|seinem|die kundin|der kunde|dem kunden|der kundin|den kunden|diese kundin|dieser kunde|diesen kunden|diese person|derselbe kunde|deren|dessen',
  it: 'ihn|es|den|diesen|dieses|das|den fall|diesen fall|die aufgabe|diese aufgabe|der|dieser|der fall|sie',
  myself: 'mir|mich|ich',
  mine: 'meine|meinen|mein|mir zugewiesen|mir|ich|habe ich|meiner|für mich|auf meinem tisch',
  order:
    'eingekauft haben|wiedergekommen|zurückgekommen|kam wieder|bestellung*|bestellt*|bestellen|kauf|käufe|käufen|gekauft|einkauf|einkäufe|auftrag|aufträge|aufträgen|kaufen|kaufte*|bestellhistorie|kaufhistorie|eingekauft|gekauften|bestelle',
  refund:
    'um eine erstattung gebeten|erstattung verlangt|geld zurück verlangt|geld zurück wollen|geld zurückverlangt|zurückgesendet|zurückgesandt|retourniert*|reklamiert|umgetauscht|erstattung*|rückerstattung*|rückzahlung*|retoure*|rückgabe*|erstattet|zurückbekommen|zurückgegeben|zurückgeschickt|retourniert|geld zurück|zurückgezahlt|retournen',
  refunds_given: 'wie viel erstattet|bisher erstattet',
  tier: 'wie treu|treu|stufe|stufen|level|rang|status|treuestufe|kundenstufe|treuestatus|kundenstatus',
  vip: 'vip|ein vip',
  vips: 'vips|vip-kunden|vip kunden',
  firstTimer:
    'erstkäufer*|erstbesteller*|zum ersten mal bestellt|zum ersten mal gekauft|erstmals bestellt|erstmals gekauft',
  notes: 'notizen|anmerkungen|kommentare|vermerke',
  codesUsed: 'rabatt|rabatte|rabattcode|rabattcodes|gutschein|gutscheine|gutscheincode|codes',
  draft:
    'entwurf|entwirf|entwerfe|entwerfen|antwortvorschlag|vorschlag für eine antwort|schlag eine antwort vor|schlage eine antwort vor|was sollen wir antworten|was soll ich antworten|was antworten wir|was antworte ich|was können wir antworten|wie sollen wir antworten|formuliere|formulier|formulieren',
  answer:
    'antwort|antworte|antworten|beantworte|beantworten|erwidere|schreib zurück|schreibe zurück',
  repeat:
    'wiederkäufer*|wiederholungskäufer*|stammkund*|mehrfachkäufer*|wiederholt gekauft|wieder gekauft|nochmal gekauft|mehrfach gekauft|mehrmals gekauft|mehrmals bestellt|mehrfach bestellt|wieder bestellt|wiederkehrende kunden',
  unassigned:
    'nicht zugewiesen*|unzugewiesen*|niemand übernommen|keiner übernommen|niemandem zugewiesen|keinem zugewiesen|noch niemand|noch keiner|nicht übernommen*|noch frei|frei|freie|freien|ohne bearbeiter|ohne bearbeiterin|ohne zuständigen|herrenlos*|niemandem|keinem|unbesetzt*',
  mailed:
    'mail von uns|mails von uns|e-mail von uns|e-mails von uns|post von uns|von uns gehört|gemailt|angemailt|angeschrieben|eine mail bekommen|eine e-mail bekommen|mail bekommen|mails bekommen|e-mails bekommen|mail erhalten|mails erhalten|e-mail erhalten|mails an|kontaktiert|geschrieben',
  changed: 'geändert|bearbeitet|verändert|angefasst|geänder*|getaggt',
  greeting:
    'hallo|hi|hey|moin|servus|guten morgen|guten tag|guten abend|grüß dich|grüezi|grüß gott|hallo zusammen|na|moin moin',
  inactive: 'inaktiv*|ruhend*|nicht aktiv*',
  timeline:
    'zeitverlauf|kundenverlauf|verlauf|historie|chronik|timeline|zeitstrahl|aktivität*|was war|was ist passiert|passiert|geschichte|was lief|was war los|kundenhistorie|kontakthistorie|ereignisverlauf|vorgeschichte|los',
  spent:
    'ausgegeben|umsatz|gesamtumsatz|ausgaben|ausgibt|ausgeben|gaben|bezahlt|gezahlt|lebenszeitwert|kundenwert|wert|umsatz mit|eingebracht|gelassen|umgesetzt|gab|warenwert',
  average:
    'durchschnittlich*|durchschnitt|im schnitt|durchschnittsbestellung|warenkorb|durchschnittlicher bestellwert|bestellwert|durchschnittlicher warenkorb|durchschnittsbon|im durchschnitt|mittlerer bestellwert',
  consent: `einwilligung|newsletter|newsletterempfänger|newsletter-empfänger|abonnier*|abonnent*|angemeldet|opt-in|zustimmung|werbeeinwilligung|newsletter abonniert|den newsletter abonniert|für den newsletter angemeldet|newsletter-abonnent*|newsletterabonnent*|werbung erlaubt|anschreiben|dürfen wir anschreiben|dürfen wir|mailen|dürfen|darf|per mail erreichbar|eingewilligt|den newsletter|beim newsletter|zugestimmt|zum newsletter angemeldet|kontaktieren|bekommen den newsletter|erhalten den newsletter|beziehen den newsletter`,
  unsubscribed:
    'newsletter gekündigt|den newsletter gekündigt|vom newsletter weg|abgemeldet|abbestellt|newsletter abbestellt|den newsletter abbestellt|vom newsletter abgemeldet|ausgetragen|widersprochen',
  sms: 'sms|kurznachrichten',
  last: 'letzte*|zuletzt|jüngste*|vorige*|neueste*',
  first: 'erste*|zuerst|allererste*|zum ersten mal|erstmals|erstbestellung',
  when: 'wie lange|wann|seit wann|an welchem tag|datum|zu welchem datum',
  recommended:
    'passt|gefallen könnte|verkaufen|empfehl*|empfohlen*|empfehlung*|empfiehl*|was können wir anbieten|vorschlag*|cross-selling|produktempfehlungen|gefallen|anbieten|passende produkte|passen',
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
  query: 'definition|definiert|kriterien|bedingungen|regel hinter|abfrage|bedingung|filter',
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
  open: 'dringend*|eilig*|offen*|ungelöst*|unerledigt*|noch offen|unbearbeitet*|aktiv*|laufend*|fällig*|überfällig*|nicht gelöst|anstehend*|ausstehend*|liegen|an',
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
  quarantine:
    'fehlgeschlagene webhooks|fehlerhafte webhooks|kaputte webhooks|gescheiterte webhooks|fehlgeschlagene zustellungen|fehlerhafte zustellungen|webhook-fehler|fehlgeschlagene lieferungen|quarantäne|in quarantäne|unlesbar*|nicht lesbar*|nicht gelesen',
  delivery: 'lieferung|zustellung|zustellungen|lieferungen|webhooks|webhook',
  audit:
    'audit log|wer hat was freigegeben|wer hat was genehmigt|wer hat was abgelehnt|wer hat freigegeben|audit|audit-log|auditlog|prüfprotokoll|protokoll|revisionsprotokoll|wer hat was|wer hat was entschieden|wer hat was gemacht|entscheidungen|entscheidungsprotokoll|entschieden',
  intact:
    'ok|okay|in ordnung|heil|sauber|vollständig|korrekt|unverändert|manipulier*|verfälscht|intakt|unversehrt|integrität|geändert|prüf*|verifizier*|echt|stimmt|überprüf*',
  home: 'was muss ich heute erledigen|was muss ich noch erledigen|was muss ich noch machen|was ist fällig|was ist heute fällig|heute fällig|auf meiner liste|was habe ich heute zu tun|was muss ich heute tun|was muss ich heute machen|was ist heute zu tun|was ist heute los|was gibt es heute zu tun|startseite|home|dashboard|mein tag|was liegt an|was steht an|was wartet auf mich|was muss ich tun|was ist zu tun|was habe ich zu tun|auf mich|meine arbeit|was steht heute an|was liegt heute an|tagesüberblick|was gibt es neues|was braucht meine aufmerksamkeit',
  metrics:
    'kennzahl*|zahlen|kpi|kpis|metriken|statistik*|umsatz|abwanderungsrate|wiederkaufrate|churn|erstattungsquote|bericht|auswertung|geschäft|wie läuft das geschäft|wie laufen die geschäfte|rückgabequote|wiederkaufsrate',
  channel: 'kanal|channel|raum',
  reason: 'grund|weil|wegen|aus dem grund|begründung',
  due: 'bis|fällig|fällig am|am|um|spätestens',
  text: 'dass|mit dem text|folgendes|den text|text',
  ...CONDITIONS_DE,
};
