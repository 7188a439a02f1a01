// The assistant's German for what a sentence is about: customers and what is known of them, cases, automations, mails, the log.
import type { THINGS_EN } from './phrases-en-things.ts';

/** As in `phrases-de.ts`. */
export const THINGS_DE: Readonly<Record<keyof typeof THINGS_EN, string>> = {
  customer: `kunde|kunden|kundin|kundinnen|kundenprofil|käufer|käuferin|käuferinnen|person|kontakt|konto|profil|kundenkarte
    |besteller|abnehmer|abnehmerin|käufern|kundenkonto|kundenprofile|kundendatensatz|datensatz|mensch|herr|frau|dame
    |käufers|kundenkontos|endkunde`,
  everyone: `neukunden|alle|alle kunden|kunden|kundinnen|kunde|jeden|jeder|leute|personen|käufer|käuferinnen|käufern|allen
    |allen kunden|diejenigen|menschen|besteller|irgendwer|irgendjemand|jemand|mitglieder|kund*innen|käuferschaft
    |kundschaft|verbraucher|abnehmer|konsumenten|kundenstamm|bestellerinnen|person|bekannte|welche kunden|käufer*innen
    |kundenkreis|kundenkartei|nutzer|user|mitgliedern|frauen|männer|endkunden|einkäufer`,
  who: 'wer|welche',
  that: 'die|der|deren|das',
  them: `sie|die|diese|denen|ihnen|alle|diese kunden|die kunden|diese leute|allen davon|alle davon|die liste|diese liste
    |das segment|dieses segment|diese gruppe|alle von denen|deren|jene|alle diese|denen allen`,
  she: `sie|ihr|ihre|ihren|ihrem|ihrer|er|ihm|ihn|sein|seine|seinen|seiner|seinem|die kundin|der kunde|dem kunden|der kundin
    |den kunden|diese kundin|dieser kunde|diesen kunden|diese person|derselbe kunde|deren|dessen`,
  it: `ihn|es|den|diesen|dieses|das|den fall|diesen fall|die aufgabe|diese aufgabe|der|dieser|der fall|sie`,
  myself: 'mir|mich|ich',
  mine: `meine|meinen|mein|mir zugewiesen|mir|ich|habe ich|meiner|für mich|auf meinem tisch|meine eigenen|auf meinen namen
    |auf mich|gehören mir|die mir gehören|die ich habe|die ich bearbeite|die ich übernommen habe|ich übernommen|bei mir
    |bei mir liegen|liegen bei mir|mir zugeteilt|mir zugeordnet|die mir zugewiesen sind|bearbeite ich|die meine sind
    |muss ich|soll ich|ich noch|hab ich|mein eigenes|ich genommen|übernommen habe|ich bearbeite|in meinen händen
    |ich zuständig bin|unter meinem namen|ich betreue|von mir`,
  order: `käufer|käuferinnen|eingekauft haben|wiedergekommen|zurückgekommen|kam wieder|bestellung*|bestellt*|bestellen|kauf|käufe|käufen|gekauft
    |einkauf|einkäufe|auftrag|aufträge|aufträgen|kaufen|kaufte*|bestellhistorie|kaufhistorie|eingekauft|gekauften
    |bestelle|bestellt hat|bestellt haben|bestellungen gemacht|bestellung gemacht|bestellungen aufgegeben
    |bestellung aufgegeben|etwas bestellt|etwas gekauft|was bestellt|was gekauft|kauft*|bestellte*|bestellst|einkaufen
    |einkauft|gekauft haben|gekauft hat|geordert|ordern|orderte|order|kaufverhalten|bestellverlauf|bestellzahl
    |anzahl bestellungen|kaufvorgang|kaufvorgänge|transaktion|transaktionen|zugeschlagen|besorgt|shoppt|geshoppt|shoppen
    |erworben|erwarb|bestellgeschichte|bestellübersicht|bestellliste|einkaufsliste|kaufabschluss|kaufabschlüsse`,
  refund: `um eine erstattung gebeten|erstattung verlangt|geld zurück verlangt|geld zurück wollen|geld zurückverlangt
    |zurückgesendet|zurückgesandt|retourniert*|reklamiert|umgetauscht|erstattung*|rückerstattung*|rückzahlung*|retoure*
    |rückgabe*|erstattet|zurückbekommen|zurückgegeben|zurückgeschickt|geld zurück|zurückgezahlt|retournen
    |geld zurückbekommen|geld zurück bekommen|geld zurückerhalten|geld zurückgezahlt|wieder zurückgeschickt
    |ware zurückgeschickt|waren zurückgeschickt|sachen zurückgeschickt|zurückgehen lassen|zurückgehen|rücksendung*
    |rückläufer*|zurückschick*|zurückgab|zurückgeben|zurückgibt|schickt zurück|schicken zurück|schickte zurück
    |gibt zurück|reklamation*|beanstand*|umtausch*|rückerstattet|zurückerstattet|retournier*|rückbuchung*|gutschriften
    |zurückgegangen`,
  refunds_given: 'wie viel erstattet|bisher erstattet',
  tier: `wie treu|treu|stufe|stufen|level|rang|status|treuestufe|kundenstufe|treuestatus|kundenstatus|rangstufe|treuerang
    |treuelevel|treueprogramm|kundenlevel|mitgliedsstufe|mitgliedsstatus|bonusstufe|klasse|treueklasse|kundenklasse
    |stufenzugehörigkeit|kategorie|einstufung|eingestuft|hochgestuft`,
  vip: 'vip|ein vip',
  vips: 'vips|vip-kunden|vip kunden|vip-kundinnen|vip-kunde|vip-kundin|vip-kundschaft',
  firstTimer: `erstkäufer*|erstbesteller*|zum ersten mal bestellt|zum ersten mal gekauft|erstmals bestellt|erstmals gekauft
    |neukäufer*|erstkunde|erstkunden|erste bestellung|erstmalig bestellt|erstmalig gekauft|zum allerersten mal bestellt
    |einmalkäufer*|einmalbesteller*|einmalkund*|nur einmal gekauft|nur einmal bestellt|nur ein mal bestellt
    |nur ein mal gekauft`,
  notes: `notizen|anmerkungen|kommentare|vermerke|bemerkungen|hinweise|aktennotizen|gesprächsnotizen|was wurde notiert
    |notiert worden`,
  codesUsed: `rabatt|rabatte|rabattcode|rabattcodes|gutschein|gutscheine|gutscheincode|codes|rabattaktion|rabattaktionen
    |aktionscode|aktionscodes|promo-code|promocodes|gutscheincodes|coupon|coupons|vergünstigung*|eingelöst*`,
  draft: `entwurf|entwirf|entwerfe|entwerfen|antwortvorschlag|vorschlag für eine antwort|schlag eine antwort vor
    |schlage eine antwort vor|was sollen wir antworten|was soll ich antworten|was antworten wir|was antworte ich
    |was können wir antworten|wie sollen wir antworten|formuliere|formulier|formulieren|schreib eine|schreibe eine
    |verfasse eine|verfass eine|schreib ne|setz eine|setze eine`,
  answer: `antwort|antworte|antworten|beantworte|beantworten|erwidere|schreib zurück|schreibe zurück`,
  repeat: `wiederkäufer*|wiederholungskäufer*|stammkund*|mehrfachkäufer*|wiederholt gekauft|wieder gekauft|nochmal gekauft
    |mehrfach gekauft|mehrmals gekauft|mehrmals bestellt|mehrfach bestellt|wieder bestellt|wiederkehrende kunden
    |wiederkehrer*|mehrfachbesteller*|mehr als einmal bestellt|mehr als einmal gekauft|öfter bestellt|öfter gekauft
    |öfters bestellt|öfters gekauft|häufiger bestellt|immer wieder bestellt|immer wieder gekauft|mehrere bestellungen
    |regelmäßige kunden|regelmäßig bestellt|regelmäßig kaufen|regelmäßige käufer|wieder zugeschlagen|wiederbesteller*
    |kommen wieder|stammkunden|stammkunde|stammkundin|stammkundinnen`,
  unassigned: `nicht zugewiesen*|unzugewiesen*|niemand übernommen|keiner übernommen|niemandem zugewiesen|keinem zugewiesen
    |noch niemand|noch keiner|nicht übernommen*|noch frei|frei|freie|freien|ohne bearbeiter|ohne bearbeiterin
    |ohne zuständigen|herrenlos*|niemandem|keinem|unbesetzt*|noch niemand bearbeitet|niemand bearbeitet
    |keiner bearbeitet|noch keiner bearbeitet|noch keiner übernommen|noch niemand übernommen|keiner übernommen hat
    |niemand übernommen hat|noch niemandem gehören|niemandem gehören|keinem gehören|keinem zugeteilt|niemandem zugeteilt
    |noch niemandem zugewiesen|noch keinem zugewiesen|nicht zugeteilt*|noch nicht zugeteilt|noch nicht zugewiesen
    |noch nicht übernommen|noch nicht vergeben|nicht vergeben|unvergeben*|niemand kümmert sich|keiner kümmert sich
    |um die sich keiner kümmert|um die sich niemand kümmert|sich niemand kümmert|sich keiner kümmert|ohne besitzer
    |ohne verantwortlichen|ohne verantwortliche|ohne zuständigkeit|ohne zuständige|keinen bearbeiter|kein bearbeiter
    |keine bearbeiterin|keinen besitzer|noch zu haben|zu haben|verfügbar*|noch zu vergeben|zu vergeben|liegen geblieben
    |liegengeblieben|unbearbeitet von|niemand|keiner|verwaist*|nicht in bearbeitung`,
  mailed: `mail von uns|mails von uns|e-mail von uns|e-mails von uns|post von uns|von uns gehört|gemailt|angemailt
    |angeschrieben|eine mail bekommen|eine e-mail bekommen|mail bekommen|mails bekommen|e-mails bekommen|mail erhalten
    |mails erhalten|e-mail erhalten|mails an|kontaktiert|geschrieben|mailverkehr|schriftverkehr|korrespondenz
    |mailverlauf|e-mail-verlauf|mails bekam|mails gesendet|mails geschickt|mail geschickt|e-mail geschickt
    |e-mails geschickt|mails von uns bekommen|mails wir geschickt|geschickt|mails wurden|haben wir geschrieben
    |haben wir geschickt|nachrichten von uns|nachricht von uns|nachrichten an`,
  changed: `bearbeitet|verändert|angefasst|geänder*|getaggt|änderte|modifiziert|angepasst|zuletzt geändert|zuletzt bearbeitet`,
  greeting: `hallo|hi|hey|moin|servus|guten morgen|guten tag|guten abend|grüß dich|grüezi|grüß gott|hallo zusammen|na|moin moin
    |hallöchen|grüezi miteinander|mahlzeit|tach|hallo bot|hi bot|hey bot|hallo du|guten abend zusammen|seid gegrüßt
    |gruezi|na du|tag|huhu`,
  inactive: `inaktiv*|ruhend*|nicht aktiv*|eingeschlafen*|schlafend*|nicht mehr aktiv|untätig*|abgewandert*|verloren*
    |lange nichts gekauft|karteileichen|stillgelegt`,
  timeline: `zeitverlauf|kundenverlauf|verlauf|historie|chronik|timeline|zeitstrahl|aktivität*|was war|was ist passiert|passiert
    |geschichte|was lief|was war los|kundenhistorie|kontakthistorie|ereignisverlauf|vorgeschichte|los|ereignisse
    |ereignisse von|letzten ereignisse|vorgänge von|was ist gelaufen|was ist geschehen|geschehen|was hat sich getan
    |getan|was geschah|was gibt es neues|gibt es neues|neuigkeiten|was hat sie gemacht|was hat er gemacht|aktionen von
    |ablauf|verhalten|werdegang|interaktionen|interaktionshistorie|kontaktverlauf|bewegungen|ereignisliste|tätigkeiten
    |berührungspunkte|abgelaufen|vorgefallen|ereignet|kundengeschichte|letzte aktivitäten|was war zuletzt`,
  spent: `ausgegeben|umsatz|gesamtumsatz|ausgaben|ausgibt|ausgeben|gaben|bezahlt|gezahlt|lebenszeitwert|kundenwert|wert
    |umsatz mit|eingebracht|gelassen|umgesetzt|gab|warenwert|insgesamt ausgegeben|gesamtausgaben|gesamtsumme|summe
    |gesamtbetrag|betrag|gesamtwert|kundenumsatz|umsätze|umsätzen|einkaufswert|bestellsumme|einkaufssumme|kaufsumme
    |bestellvolumen|einkaufsvolumen|volumen|wert des kunden|wert der kundin|wert für uns|einnahmen|einnahmen durch
    |einnahmen mit|eingenommen|verdient|gebracht|bringt|wie wertvoll|wertvoll|dagelassen|ließ|hiergelassen|investiert
    |geld|rechnungssumme|zahlungen|zahlt|zahlte|ausgab|gaben aus|gibt aus|geben aus|umsatzsumme|liegenlassen`,
  average: `durchschnittlich*|durchschnitt|im schnitt|durchschnittsbestellung|warenkorb|durchschnittlicher bestellwert
    |bestellwert|durchschnittlicher warenkorb|durchschnittsbon|im durchschnitt|mittlerer bestellwert
    |durchschnittliche bestellung|durchschnittlicher einkauf|durchschnittlichen bestellwert
    |durchschnittlichem bestellwert|durchschnittsbestellwert|durchschnittswarenkorb|durchschnittseinkauf|pro bestellung
    |je bestellung|pro einkauf|je einkauf|durchschnittliche bestellsumme|bestellwerten|warenkorbwert|mittlere bestellung
    |üblicherweise|normalerweise|typischerweise|durchschnittlich ausgegeben`,
  consent: `einwilligung|newsletter|newsletterempfänger|newsletter-empfänger|abonnier*|abonnent*|angemeldet|opt-in|zustimmung
    |werbeeinwilligung|newsletter abonniert|den newsletter abonniert|für den newsletter angemeldet|newsletter-abonnent*
    |newsletterabonnent*|werbung erlaubt|anschreiben|dürfen wir anschreiben|dürfen wir|mailen|dürfen|darf
    |per mail erreichbar|eingewilligt|den newsletter|beim newsletter|zugestimmt|zum newsletter angemeldet|kontaktieren
    |bekommen den newsletter|erhalten den newsletter|beziehen den newsletter|newsletter-anmeldung|newsletteranmeldung
    |im newsletter|in den newsletter|newsletter-abo|newsletterabo|newsletter bekommt|newsletter bekommen
    |newsletter erhält|newsletter bezieht|newsletter beziehen|abonniert unseren newsletter|unseren newsletter
    |unserem newsletter|den newsletter bestellt|newsletter bestellt|abonnement|abo|mailings|mailingliste|verteiler
    |im verteiler|im mailverteiler|im e-mail-verteiler|auf der mailingliste|dürfen wir mailen|dürfen wir schreiben
    |darf ich anschreiben|darf ich mailen|darf ich schreiben|darf man anschreiben|darf man mailen
    |dürfen wir kontaktieren|dürfen wir mails schicken|mails schicken|werbemails|werbe-mails|werbung|werbung bekommen
    |werbeerlaubnis|werbezustimmung|marketing-einwilligung|marketingeinwilligung|einwilligung für mails
    |einverstanden mit mails|einverstanden|hat eingewilligt|mailempfang|e-mail-marketing|newsletter-leser
    |newsletterleser*|newsletterbezieher|newsletter-bezieher|newsletterkunden|newsletter-kunden|opt-ins
    |angeschrieben werden|kontaktiert werden|mails empfangen|mails bekommen möchten|mails wollen`,
  unsubscribed: `newsletter gekündigt|den newsletter gekündigt|vom newsletter weg|abgemeldet|abbestellt|newsletter abbestellt
    |den newsletter abbestellt|vom newsletter abgemeldet|ausgetragen|widersprochen|newsletter-abmeldungen
    |newsletterabmeldungen|abmeldungen|abmeldung|abgemeldete|abgemeldeten|newsletter verlassen|sich abgemeldet
    |vom verteiler abgemeldet|keine mails mehr wollen|keine mails wollen|keine werbung wollen|einwilligung widerrufen
    |widerrufen|opt-out|newsletter-kündiger|gekündigt`,
  sms: 'sms|kurznachrichten',
  last: `letzte*|zuletzt|jüngste*|vorige*|neueste*|das letzte mal|beim letzten mal|jüngst|kürzlich|als letztes|am letzten
    |letztmals|letztmalig`,
  first: `erste*|zuerst|allererste*|zum ersten mal|erstmals|erstbestellung|das erste mal|beim ersten mal|anfangs|ursprünglich
    |ganz am anfang|als erstes|erstmalig*|früheste*`,
  when: `wie lange|wann|seit wann|an welchem tag|datum|zu welchem datum|zu welchem zeitpunkt|an welchem datum
    |wie lange ist es her|wie lang|wie lange schon|von wann|von wann ist|wann genau|wann war|wann hat|welches datum
    |um wie viel uhr|in welchem monat|in welchem jahr|wann zuletzt|zeitpunkt`,
  recommended: `passt|gefallen könnte|verkaufen|empfehl*|empfohlen*|empfehlung*|empfiehl*|was können wir anbieten|vorschlag*
    |cross-selling|produktempfehlungen|gefallen|anbieten|passende produkte|passen|soll ich empfehlen|soll ich anbieten
    |können wir empfehlen|kann ich empfehlen|kann ich anbieten|könnte gefallen|könnte interessieren|interessier*
    |geschenkidee|passend*|produktvorschläge|produktvorschlag|was noch|als nächstes kaufen|nächster kauf|verkaufschancen
    |anzubieten|zu empfehlen|ans herz legen|schmackhaft|mögen|würde mögen|nächstes angebot|angebot`,
  email: `e-mail|email|mailadresse|e-mail-adresse|emailadresse|adresse|mail|e-mailadresse|mail-adresse|mailadressen
    |emailadressen|elektropost|e-mailadressen|kontakt-mail`,
  phone: `telefon|telefonnummer|nummer|handynummer|rufnummer|handy|durchwahl|tel|telefonisch|telefonisch erreichen
    |telefonisch erreichbar|mobilnummer|mobil|mobiltelefon|telefonnr|telefon-nr|tel-nr|handynr|handy-nummer
    |kontaktnummer|festnetz|festnetznummer|rückrufnummer|anrufen kann|nummern`,
  contactdata: `kontaktdaten|kontakt|erreichen|kontaktinfos|kontaktinformationen|kontaktmöglichkeit|kontaktmöglichkeiten|erreichbar
    |erreiche ich|erreichen wir|kann ich erreichen|anschrift|postanschrift|postadresse|wohnadresse|wohnanschrift|wohnort
    |adressdaten|lieferadresse|rechnungsadresse|herkunft|woher kommt|woher|wohnsitz|stadt von|land von|aus welcher stadt
    |aus welchem land|in welcher stadt`,
  birthday: `geburtstag*|geboren|geburtsdatum|hat geburtstag|geb|feiern|feiert|geburtstag feiern|geburtstag feiert|geburtstag hat
    |geburtstag haben|wird älter|werden älter`,
  attributes: `attribute|eigenschaften|merkmale|felder von|zusatzfelder|eigene felder|zusatzdaten|zusätzliche daten
    |zusätzliche felder|kundenattribute|kundenmerkmale`,
  predicted: `vorhersage*|prognose*|vorhergesagt*|prognostiziert*|erwartet*|abwanderungsrisiko|wahrscheinlich*|abwandern
    |wiederkommen|voraussichtlich*|zu erwarten|risiko|abwanderungsgefahr|abwanderungsgefährdet|abwanderungsgefährdete
    |gefährdet|wechselrisiko|kommt wieder|kommt sie wieder|kommt er wieder|wiederkommt|zukunft|zukünftig*|künftig*
    |chance*|wie wahrscheinlich|verlier*|abspringen|springt ab|abspringt|weg sein|wieder kaufen|wieder bestellen
    |nächste bestellung erwartet|erneut bestellen|erneut kaufen|nochmal kaufen|nochmal bestellen`,
  segmentsOf: `in welchen segmenten|welche segmente|segmente von|in welchen gruppen|in welchem segment|welche gruppen
    |zu welchen segmenten|zu welchem segment|welchen segmenten|welchem segment|zu welchen gruppen|in welche segmente
    |segmente für|segmentzugehörigkeit|segmentzugehörigkeiten|welche zielgruppen|zu welcher zielgruppe`,
  attribute: 'attribut|merkmal|eigenschaft|feld',
  top: `obere*|oberst*|top|beste|besten|bester|bestes|bestem|wertvollst*|größte*|umsatzstärkst*|wichtigst*|topkunden|top-kunden|bestkunden|stärkst*
    |treuest*|rentabelst*|profitabelst*|kaufkräftigst*|zahlungskräftigst*|lukrativst*|ertragreichst*|umsatzbringer
    |spitzenkunden|spitzen|premiumkunden|premium|lieblingskunden|großkunden|stars|führende*|aktivst*|hauptkunden
    |kaufstärkst*|ausgabefreudigst*|top-käufer|topkäufer|vorderste*`,
  topCustomers: `topkund*|top-kund*|bestkund*|spitzenkund*|lieblingskund*|premiumkund*|top-käufer*|topkäufer*|großkund*|hauptkund*
    |umsatzbringer|topabnehmer`,
  most: `am meisten|meisten|am meisten ausgegeben|höchsten umsatz|meisten umsatz|nach umsatz|nach ausgaben|höchste ausgaben
    |meiste geld|das meiste geld|den höchsten umsatz|mit dem höchsten umsatz|mit dem meisten umsatz|am meisten umsatz
    |am meisten geld|am meisten gekauft|am meisten bestellt|am meisten kaufen|am meisten bestellen|am meisten bezahlt
    |meisten bestellungen|die meisten bestellungen|größten umsatz|größter umsatz|höchster umsatz|größte umsätze
    |höchste umsätze|höchsten umsätze|höchsten ausgaben|nach wert|nach kundenwert|das meiste|am allermeisten
    |am fleißigsten|am häufigsten|meistes geld|meiste umsatz|den meisten umsatz|umsatzmäßig`,
  byPredicted: `nach prognose|nach vorhersage|nach prognostiziertem wert|prognostiziert*|vorhergesagt*`,
  segment: `segment|segmente|segmenten|segments|gruppe|gruppen|zielgruppe|zielgruppen|kundengruppe*|kundensegment*|segmentierung
    |segmentierungen|gespeicherte listen|gespeicherte filter|gespeicherte abfragen|kundenlisten|kundenliste|kohorte
    |kohorten|listen|cluster|auswahl|auswahlen|kundenkreise`,
  member: `mitglieder|mitglied|wer ist in|wer gehört zu|wer gehört zum|drin|wer steckt in|wer ist im|wer ist alles in|steckt
    |gehört|gehören|kunden in|kunden im|wer ist alles im|wer zählt zu|wer zählt zum|zählt zu|zählen zu|zählt|zählen
    |wer fällt in|wer fällt unter|fällt unter|fallen unter|enthält|beinhaltet|umfasst|besteht aus|wer ist dabei|dabei
    |leute in|leute im|leute aus|personen in|personen im|alle in|alle im|alle aus|mitglieder von|mitglieder des
    |mitgliederliste|angehörige|wer gehört alles zu|wer gehört|wer befindet sich in|befindet sich|befinden sich
    |wer ist drin|wer ist alles|zugehörig*|kunden aus dem segment|kunden des segments|stecken`,
  isIn: `in|im|teil von|gehört|gehört zu|mitglied|mitglied von|drin|enthalten|zum|zu|zählt zu|zählt zum|zählt|gehört in
    |gehört ins|fällt unter|fällt in|gelandet in|gelandet|landete|gekommen|geraten|aufgenommen|einsortiert|geführt
    |gelistet|drinnen|dabei|mit drin|dazu|dazugehört|angehört|in der|im segment|vertreten|befindet sich`,
  outside: 'außerhalb von|außerhalb|nicht aus|nicht in|ausserhalb',
  coverage: `abdeckung|abgedeckt|lücke|lücken|überschneid*|überlapp*|keine regel|ohne regel|doppelt abgedeckt
    |von keiner regel erfasst|erfasst|abdecken|deckt ab|abgedeckte|nicht abgedeckt*|fällt durch|fallen durch
    |fallen durchs raster|fällt durchs raster|durchs raster|keine stufe|in keiner stufe|auf keiner stufe|ohne stufe
    |zwischen den stufen|nicht erfasst|mehrere regeln|zwei regeln|regelkonflikt*|konflikte|überlappung*|regellücken
    |stufenlücken|löcher`,
  fields: `felder|filterfelder|abfragefelder|wonach kann ich filtern|was kann ich abfragen|filtern|filter|abfragen
    |wonach kann ich suchen|suchfelder|filtermöglichkeiten|filterkriterien|filteroptionen|suchkriterien|abfragesprache
    |welche kriterien|welche kriterien gibt es|welche filter gibt es|feldliste|feldnamen|datenfelder|kundenfelder
    |wonach kann man filtern|wonach kann man suchen|nach was kann ich filtern|nach was kann man filtern
    |was kann man abfragen|welche angaben kann ich abfragen|kriterienliste|filterbar`,
  query: `definition|kriterien|bedingungen|regel hinter|abfrage|bedingung|filter|festgelegt|bedingungen für|kriterien für
    |regel für|regeln für|regel von|wie ist definiert|definier*|zusammensetzung|setzt sich zusammen|zusammengesetzt
    |wie kommt man in|wie kommt man ins|wie kommt man zu|wer kommt in|wonach richtet sich|logik|logik hinter
    |voraussetzung*|anforderungen|filterregel|suchanfrage|abfrage hinter|ausgewählt|bestimmt|ermittelt|zustande`,
  case: `fall|fälle|fällen|vorgang|vorgänge|ticket|tickets|rückgabefall|erstattungsfall|erstattungsfälle|erstattungsanfrage*
    |rückgabeanfrage*|reklamation*|rückerstattungsfälle|erstattungsanträge|retourenfälle|beschwerde*
    |rückerstattungsanfrage*|retourenanfrage*|anfrage|anfragen|rückgabefälle|retourenfall|supportfall|supportfälle
    |servicefall|servicefälle|erstattungsantrag*|rückerstattungsantrag*|rückerstattungsanträge|erstattungsantraege
    |retourenantrag*|erstattungsvorgang|erstattungsvorgänge|erstattungsforderung*|rückerstattungsfall|kundenfall
    |kundenfälle|anliegen|sache|sachen|vorgängen|antrag|anträge|anträgen|kundenanfragen|kundenanliegen|rückgabefällen
    |erstattungsfällen|problem|problemfall|problemfälle|issue|issues|case|cases|retourenvorgang|retourenvorgänge`,
  task: `aufgabe*|to-do|to-dos|todo|todos|to-do-liste|erinnerung*|wiedervorlage*|to do|to dos|todo-liste|todoliste|pflichten
    |arbeitsauftrag|arbeitsaufträge|erledigung*|zu erledigendes|tasks|task|arbeitspaket*|jobs|tätigkeit|anstehendes
    |posten`,
  approval: `genehmigung*|freigabe*|genehmigungsanfrage*|freigabeanfrage*|bestätigung*|zustimmung*|freizugeben*|zu genehmigendes
    |abzeichnung*|entscheidungsvorlage*|vorschläge|genemigung*|absegnung*`,
  waiting: `wartet|warten|wartend*|ausstehend*|offene*|offen|zu genehmigen|noch zu entscheiden|unentschieden*|anstehend*
    |ungeklärt*|auf freigabe|auf genehmigung|freigegeben werden|genehmigt werden|entschieden werden|entscheiden
    |auf eine entscheidung|auf meine freigabe|auf meine genehmigung|auf meine entscheidung|auf unsere freigabe
    |auf unsere entscheidung|auf zustimmung|auf bestätigung|auf mein ok|auf ein ok|wartet auf freigabe
    |wartet auf genehmigung|warten auf freigabe|warten auf genehmigung|zu bestätigen|zu bestätigende*|freizugeben
    |zur freigabe|zur genehmigung|zur entscheidung|zum genehmigen|zum freigeben|zu entscheiden|muss ich freigeben
    |muss ich genehmigen|muss ich entscheiden|muss ich noch freigeben|muss ich noch genehmigen|soll ich freigeben
    |soll ich genehmigen|freigeben muss|genehmigen muss|entscheiden muss|zu unterschreiben|unterschreiben|abzusegnen
    |abzuzeichnen|noch nicht entschieden|noch nicht genehmigt|noch nicht freigegeben|nicht entschieden|nicht genehmigt
    |nicht freigegeben|noch unentschieden|in der warteschlange|warteschlange|pendent|pending|schwebend*
    |noch genehmigt werden|noch freigegeben werden|hängen|hängt|steht aus|stehen aus|zu prüfen`,
  approvedOnes: `genehmigt*|freigegeben*|bewilligt*|angenommen*|bestätigt*|durchgewunken*|abgesegnet*|zugestimmt|gebilligt*
    |zugelassen*`,
  rejectedOnes: `abgelehnt*|zurückgewiesen*|verweigert*|nicht genehmigt*|nicht freigegeben*|abgewiesen*|verworfen*|untersagt*`,
  expiredOnes: `abgelaufen*|verfallen*|ausgelaufen*|nicht rechtzeitig|zu spät|frist abgelaufen|überschritten*`,
  failedOnes: `fehlgeschlagen*|gescheitert*|schiefgegangen*|schief gegangen|fehlerhaft*|nicht geklappt|fehler|nicht funktioniert
    |misslungen*|nicht zugestellt*|abgestürzt*|kaputt*`,
  doneOnes: 'erledigt*|ausgeführt*|durchgeführt*|abgeschlossen*|umgesetzt*|vollzogen*|fertig',
  open: `dringend*|eilig*|offen*|ungelöst*|unerledigt*|noch offen|unbearbeitet*|aktiv*|laufend*|fällig*|überfällig*
    |nicht gelöst|anstehend*|ausstehend*|liegen|an|nicht erledigt*|noch nicht erledigt|nicht abgeschlossen*
    |noch nicht abgeschlossen|noch nicht gelöst|nicht geschlossen*|noch nicht geschlossen|noch nicht fertig
    |in bearbeitung|in arbeit|zu bearbeiten|zu erledigen|noch zu erledigen|zu lösen|noch zu bearbeiten|zu tun
    |noch zu tun|übrig|verbleibend*|ungeklärt*|noch laufend*|dringlich*|wichtig*|eilt|brennt|brennend*|bevorstehend*
    |unabgeschlossen*|steht an|stehen an|stehen|noch da|noch übrig|auf bearbeitung|warten|wartend*|nötig|akut*`,
  automation: `automation|automationen|automatisierung|automatisierungen|regel|regeln|workflow|workflows|flow|flows|ablauf|abläufe
    |rezept|rezepte|playbook|kampagne|kampagnen|automatik|automatiken|automatismen|automationsregel*
    |automatisierungsregel*|regelwerk|automatische mails|automatische regeln|automatische abläufe|automatische kampagnen
    |mailstrecke|mailstrecken|mailkampagne*|automationsliste|prozess|prozesse|automatismus|strecke|strecken|routine
    |routinen|trigger|programm|programme|automatischen regeln|automatischen abläufe|serie|aktion|aktionen
    |automatisierte*|automations`,
  runs: `läufe|lauf|ausführungen|für wen|bei wem|durchläufe|auslösungen|gelaufen|wen|ausgelöst|gefeuert|lief|ausgeführt
    |ausführungsliste|ausführungsprotokoll|aktivierungen|wer wurde erreicht|erreichte kunden|empfänger|empfängerin
    |betroffene kunden|betroffene|an wen|wem|ergebnisse|ergebnis|protokoll|laufliste|aktivierung|einsätze|einsatz
    |verlauf`,
  version: `version*|fassung*|änderungshistorie|wer hat|geändert|stände|revision*|historie|verlauf|ältere versionen
    |frühere versionen|alte versionen|vorherige versionen|bearbeitungsverlauf|änderungsverlauf|änderungsprotokoll
    |bearbeitungen|wer bearbeitete|änderungen`,
  batch: `batch|batches|massenänderung*|sammeländerung*|stapel|massenaktion*|sammelaktion*|massenvorgänge|massenbearbeitung*
    |massenupdate*|sammelbearbeitung*|sammelvorgang|sammelvorgänge|stapelverarbeitung|stapeländerung*|stapelvorgang
    |stapelvorgänge|gruppenänderung*|bulk-änderung*|bulkänderung*|mehrfachänderung*|massenvorgang|sammelaufträge
    |sammelauftrag|massenaufträge`,
  outbox: `postausgang|mails|e-mails|emails|gesendete mails|verschickt*|versendet*|gesendet*|rausgegangen*|ausgehende*
    |mailausgang|versandt*|mail-protokoll|ging|gingen|raus|rausgeschickt|nicht gesendet|ausgang|postfach|mailprotokoll
    |mailausgangsprotokoll|ausgangspost|ausgangsmails|ausgehende mails|gesendete nachrichten|gesendete e-mails
    |verschickte e-mails|nicht verschickt*|nicht versendet*|nicht zugestellte mails|fehlgeschlagene mails|unzustellbar*
    |mailversand|e-mail-versand|versand|versandprotokoll|versandliste|mails raus|mails rausgegangen|mails gingen
    |mails gehen|e-mails gingen|e-mails raus|mails verschickt|mails versendet|e-mails verschickt|e-mails versendet
    |haben wir verschickt|haben wir versendet|wurden verschickt|wurden versendet|wurden gesendet|ausgegangen*|mailliste
    |mailversände|mailings|e-mail-ausgang|newsletterversand|nachrichten`,
  template: `vorlage|mailvorlage|e-mail-vorlage|mail|email|e-mail|template|emailvorlage|mailtemplate|mail-vorlage|vorlagen|text
    |schreiben|nachricht|brief|entwurf|design|muster`,
  event: `ereignis|ereignisse|events|event|webhooks|shop-ereignisse|was kam|rein|hereingekommen|eingegangen*|reingekommen
    |eingänge|eingang|eingehende daten|eingehende ereignisse|shopereignisse|vorkommnisse|vorfälle|geschehnisse
    |was kam rein|was kam herein|kam rein|kamen rein|kam an|kamen an|angekommen|eingetroffen*|eingelaufen*|meldungen
    |meldungen aus dem shop|ereignisprotokoll|ereignisstrom|ereignissen|eventliste|events vom shop|shop-events
    |shopevents|aus dem shop`,
  quarantine: `fehlgeschlagene webhooks|fehlerhafte webhooks|kaputte webhooks|gescheiterte webhooks|fehlgeschlagene zustellungen
    |fehlerhafte zustellungen|webhook-fehler|fehlgeschlagene lieferungen|quarantäne|in quarantäne|unlesbar*
    |nicht lesbar*|nicht gelesen|konnten nicht gelesen werden|konnte nicht gelesen werden|konnten wir nicht lesen
    |konnten nicht verarbeitet werden|nicht verarbeitet*|nicht verarbeitbar*|nicht verstanden|nicht lesen
    |nicht gelesene*|ungelesen*|defekt*|defekte webhooks|defekte lieferungen|ungültige webhooks|ungültige lieferungen
    |ungültige ereignisse|hängen geblieben*|hängengeblieben*|zurückgewiesene webhooks|abgelehnte webhooks|webhookfehler
    |fehler bei webhooks|fehler in webhooks|fehler beim einlesen|lesefehler|importfehler|einlesefehler
    |fehlerhafte ereignisse|problemlieferungen|beschädigt*|fehlgeschlagene events|fehler bei lieferungen
    |in der quarantäne|quarantänefälle`,
  delivery: 'lieferung|zustellung|zustellungen|lieferungen|webhooks|webhook',
  audit: `audit log|wer hat was freigegeben|wer hat was genehmigt|wer hat was abgelehnt|wer hat freigegeben|audit|audit-log
    |auditlog|prüfprotokoll|protokoll|revisionsprotokoll|wer hat was|wer hat was entschieden|wer hat was gemacht
    |entscheidungen|entscheidungsprotokoll|entschieden|prüfpfad|prüfspur|audit-trail|audit-protokoll|auditprotokoll
    |entscheidungslog|entscheidungshistorie|entscheidungsverlauf|nachweis|nachweise|logbuch|wer hat was getan
    |wer hat was geändert|wer tat was|wer machte was|wer entschied was|wer genehmigte was|wer hat entschieden
    |wer hat genehmigt|wer hat was bewilligt|welche entscheidungen|letzte entscheidungen|getroffene entscheidungen
    |getroffen|entscheidungen des teams|aktivitäten des teams|teamaktivität*|systemprotokoll|sicherheitsprotokoll
    |revisionslog|log|protokolle|nachvollziehen`,
  intact: `ok|okay|in ordnung|heil|sauber|vollständig|korrekt|unverändert|manipulier*|verfälscht|intakt|unversehrt|integrität
    |geändert|prüf*|verifizier*|echt|stimmt|überprüf*|manipuliert*|gefälscht|verändert|angetastet|unangetastet
    |unverfälscht|lückenlos|konsistent|gültig|authentisch|verlässlich|sicher|geändert worden|verändert worden
    |manipuliert worden|wurde verändert|wurde geändert|wurde manipuliert|daran gedreht|rumgepfuscht|gepfuscht
    |bearbeitet worden|unversehrtheit|echtheit|korrektheit|validier*|noch gut|vertrauenswürdig`,
  home: `was muss ich heute erledigen|was muss ich noch erledigen|was muss ich noch machen|was ist fällig
    |was ist heute fällig|heute fällig|auf meiner liste|was habe ich heute zu tun|was muss ich heute tun
    |was muss ich heute machen|was ist heute zu tun|was ist heute los|was gibt es heute zu tun|startseite|home|dashboard
    |mein tag|was liegt an|was steht an|was wartet auf mich|was muss ich tun|was ist zu tun|was habe ich zu tun|auf mich
    |meine arbeit|was steht heute an|was liegt heute an|tagesüberblick|was gibt es neues
    |was braucht meine aufmerksamkeit|was muss ich heute alles machen|was muss ich jetzt tun|was muss ich jetzt machen
    |was soll ich tun|was soll ich machen|was soll ich heute tun|was soll ich heute machen|was soll ich als nächstes tun
    |was soll ich als erstes tun|womit soll ich anfangen|womit fange ich an|wo fange ich an|was zuerst|was ist wichtig
    |was ist heute wichtig|was ist dringend|gibt es etwas dringendes|etwas dringendes|irgendwas dringendes|was brennt
    |brennt etwas|wo brennt es|wo brennts|liegt etwas an|liegt was an|liegt heute was an|steht etwas an|steht was an
    |steht heute was an|was steht auf dem plan|was steht heute auf dem plan|was steht auf meiner liste
    |steht auf meiner liste|was ist offen|was ist noch offen|was ist für mich offen|was ist bei mir offen
    |was ist alles offen|was liegt bei mir|was liegt auf meinem tisch|auf meinem tisch|auf meinem schreibtisch
    |was erwartet mich|was erwartet mich heute|was gibt es zu tun|was gibts zu tun|was gibts heute zu tun
    |was gibts neues|was gibt es heute neues|gibt es was neues|gibt es neuigkeiten|was ist los|was ist los heute
    |was ist heute|was läuft|was läuft gerade|was läuft heute|was war heute los|was ist passiert heute
    |was ist heute passiert|mein tagesplan|tagesplan|mein plan für heute|plan für heute|tagesübersicht|tagesbericht
    |tageszusammenfassung|tagesstand|tagesgeschäft|heutiger stand|stand heute|übersicht für heute|überblick für heute
    |überblick über den tag|gib mir einen überblick|gib mir den überblick|zeig mir den überblick|einen überblick
    |gesamtüberblick|lagebericht|lage|wie ist die lage|wie ist der stand|stand der dinge|wie stehen wir da|wie läuft es
    |wie läufts|wie läuft der laden|wie läuft der shop|wie läuft es im shop|wie geht es dem shop|meine übersicht
    |mein überblick|meine startseite|hauptseite|hauptmenü|eingangskorb|mein eingangskorb|posteingang|mein arbeitsvorrat
    |arbeitsvorrat|was habe ich verpasst|was hab ich verpasst|hab ich was verpasst|auf den neuesten stand
    |auf den neusten stand|morgenbericht|was nun|was jetzt|nächste schritte|status|meine to-dos heute
    |was habe ich noch zu tun|was hab ich zu tun|was hab ich heute zu tun|was habe ich heute|was muss erledigt werden
    |was ist heute zu erledigen|was ist zu erledigen|was muss heute erledigt werden|wie läuft das geschäft
    |wie laufen die geschäfte|wie geht das geschäft|woran arbeite ich|was mache ich heute|womit bin ich dran
    |was soll ich als erstes machen|was soll ich zuerst machen|was soll ich zuerst tun|was mache ich als erstes
    |was ist im shop los|was ist im laden los|was muss ich wissen|was steht bei mir an|was liegt bei mir an
    |was steht für mich an|was liegt für mich an|was gibt es für mich zu tun|was habe ich auf dem tisch
    |was sollte ich zuerst tun|womit sollte ich anfangen|was habe ich zu erledigen|was hab ich zu erledigen
    |was habe ich zu machen|was ist überfällig|ist etwas überfällig|etwas überfällig|was ist liegen geblieben`,
  channel: 'kanal|channel|raum',
  reason: `grund|weil|wegen|aus dem grund|begründung|da|aufgrund|denn|begründung ist|der grund ist|weil nämlich`,
  due: `bis|fällig|fällig am|am|um|spätestens|vor|zum|bis spätestens|bis zum|bis nächste|wieder|auf|in|nach`,
  text: `dass|weil|mit dem text|folgendes|den text|text|mit der nachricht|mit nachricht|mit folgendem text|mit dem hinweis
    |mit dem kommentar|mit der begründung|begründung|und zwar|nämlich|wie folgt|folgende nachricht|folgende notiz
    |folgender text|folgenden text|mit dem inhalt|inhalt|mit den worten|wortlaut|dazu`,
};
