// The assistant's German for customers and what is known of them: orders, refunds, mails, tiers.
import type { CUSTOMERS_EN } from './phrases-en-customers.ts';

/** As in `phrases-de.ts`. */
export const CUSTOMERS_DE: Readonly<Record<keyof typeof CUSTOMERS_EN, string>> = {
  customer: `kunde|kunden|kundin|kundinnen|kundenprofil|käufer|käuferin|käuferinnen|person|kontakt|konto|profil|kundenkarte
    |besteller|abnehmer|abnehmerin|käufern|kundenkonto|kundenprofile|kundendatensatz|datensatz|mensch|herr|frau|dame
    |käufers|kundenkontos|endkunde`,
  everyone: `neukunden|alle|alle kunden|kunden|kundinnen|kunde|jeden|jeder|leute|personen|käufer|käuferinnen|käufern|allen
    |allen kunden|diejenigen|menschen|besteller|irgendwer|irgendjemand|jemand|mitglieder|kund*innen|käuferschaft
    |kundschaft|verbraucher|abnehmer|konsumenten|kundenstamm|bestellerinnen|person|bekannte|welche kunden|käufer*innen
    |kundenkreis|kundenkartei|nutzer|user|mitgliedern|endkunden|einkäufer
    |kundinnen und kunden|kunden und kundinnen`,
  who: 'wer|welche',
  that: 'die|der|deren|das|denen|dessen|dem',
  them: `sie|die|diese|denen|ihnen|alle|diese kunden|die kunden|diese leute|allen davon|alle davon|die liste|diese liste
    |das segment|dieses segment|diese gruppe|alle von denen|deren|jene|alle diese|denen allen
    |die alle|sie alle|diese alle|die liste da
    |das mal als|das bitte als|das ganze`,
  ofThem: `davon|von ihnen|darunter|nur die|nur noch die|nur diejenigen|nur jene|nur kunden|unter ihnen|unter denen
    |von diesen|bloß die
    |von denen sind|von denen haben|von denen hatten|von denen kommen|von denen wohnen`,
  amongThem:
    'dabei|mit dabei|auch dabei|darunter|drin|mit drin|auch drin|unter ihnen|unter denen|eine davon|einer davon',
  same: 'dasselbe|das gleiche|das selbe|genauso|ebenso|gleiches|was ist mit|wie ist es mit|wie sieht es aus mit|wie sieht es aus bei',
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
  oneOrder: `eine bestellung|einer bestellung|einzelne bestellung|eine einzelne bestellung|einer einzelnen bestellung|einen einkauf
    |einem einkauf|einen auftrag|einzelbestellung`,
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
  byItself: `automatisch|von selbst|auf automatisch|nach umsatz bestimmen|wieder nach umsatz|umsatz entscheiden`,
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
  repeat: `wiederkäufer*|wiederholungskäufer*|stammkund*|mehrfachkäufer*|wiederholt gekauft|wieder gekauft|nochmal gekauft
    |mehrfach gekauft|mehrmals gekauft|mehrmals bestellt|mehrfach bestellt|wieder bestellt|wiederkehrende kunden
    |wiederkehrer*|mehrfachbesteller*|mehr als einmal bestellt|mehr als einmal gekauft|öfter bestellt|öfter gekauft
    |öfters bestellt|öfters gekauft|häufiger bestellt|immer wieder bestellt|immer wieder gekauft|mehrere bestellungen
    |regelmäßige kunden|regelmäßig bestellt|regelmäßig kaufen|regelmäßige käufer|wieder zugeschlagen|wiederbesteller*
    |kommen wieder|stammkunden|stammkunde|stammkundin|stammkundinnen`,
  mailed: `mail von uns|mails von uns|e-mail von uns|e-mails von uns|post von uns|von uns gehört|gemailt|angemailt
    |angeschrieben|eine mail bekommen|eine e-mail bekommen|mail bekommen|mails bekommen|e-mails bekommen|mail erhalten
    |mails erhalten|e-mail erhalten|mails an|kontaktiert|geschrieben|mailverkehr|schriftverkehr|korrespondenz
    |mailverlauf|e-mail-verlauf|mails bekam|mails gesendet|mails geschickt|mail geschickt|e-mail geschickt
    |e-mails geschickt|mails von uns bekommen|mails wir geschickt|geschickt|mails wurden|haben wir geschrieben
    |haben wir geschickt|nachrichten von uns|nachricht von uns|nachrichten an`,
  inactive: `inaktiv*|ruhend*|nicht aktiv*|eingeschlafen*|schlafend*|nicht mehr aktiv|untätig*|abgewandert*|verloren*
    |lange nichts gekauft|karteileichen|stillgelegt`,
  timeline: `zeitverlauf|kundenverlauf|verlauf|historie|chronik|timeline|zeitstrahl|aktivität*|was war|was ist passiert|passiert
    |geschichte|was lief|was war los|kundenhistorie|kontakthistorie|ereignisverlauf|vorgeschichte|los|ereignisse
    |ereignisse von|letzten ereignisse|vorgänge von|was ist gelaufen|was ist geschehen|geschehen|was hat sich getan
    |getan|was geschah|was gibt es neues|gibt es neues|neuigkeiten|was hat sie gemacht|was hat er gemacht|aktionen von
    |ablauf|verhalten|werdegang|interaktionen|interaktionshistorie|kontaktverlauf|bewegungen|ereignisliste|tätigkeiten
    |berührungspunkte|abgelaufen|vorgefallen|ereignet|kundengeschichte|letzte aktivitäten|was war zuletzt
    |einträge|eintrag|einträge bei|einträge von`,
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
    |newsletterabonnent*|werbung erlaubt|anschreiben|dürfen wir anschreiben|dürfen wir|mailen|per mail erreichbar|eingewilligt|den newsletter|beim newsletter|zugestimmt|zum newsletter angemeldet|kontaktieren
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
    |angeschrieben werden|kontaktiert werden|mails empfangen|mails bekommen möchten|mails wollen
    |zugestimmt dass wir|einverstanden dass wir|newsletter einwilligung|newsletter-einwilligung|kriegt den newsletter|newsletter kriegt|newsletter kriegen`,
  unsubscribed: `newsletter gekündigt|den newsletter gekündigt|vom newsletter weg|abgemeldet|abbestellt|newsletter abbestellt
    |den newsletter abbestellt|vom newsletter abgemeldet|ausgetragen|widersprochen|newsletter-abmeldungen
    |newsletterabmeldungen|abmeldungen|abmeldung|abgemeldete|abgemeldeten|newsletter verlassen|sich abgemeldet
    |vom verteiler abgemeldet|keine mails mehr wollen|keine mails wollen|keine werbung wollen|einwilligung widerrufen
    |widerrufen|opt-out|newsletter-kündiger|gekündigt
    |keinen newsletter wollen|keinen newsletter mehr|will keine mails`,
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
  top: `obere*|oberst*|top|beste|besten|bester|bestes|bestem|wertvollst*|größte*|umsatzstärkst*|wichtigst*|topkunden|top-kunden|bestkunden|stärkst*
    |treuest*|rentabelst*|profitabelst*|kaufkräftigst*|zahlungskräftigst*|lukrativst*|ertragreichst*|umsatzbringer
    |spitzenkunden|spitzen|premiumkunden|premium|lieblingskunden|großkunden|stars|führende*|aktivst*|hauptkunden
    |kaufstärkst*|ausgabefreudigst*|top-käufer|topkäufer|vorderste*`,
  topCustomers: `topkund*|top-kund*|bestkund*|spitzenkund*|lieblingskund*|premiumkund*|top-käufer*|topkäufer*|großkund*|hauptkund*
    |umsatzbringer|topabnehmer`,
  most: `am meisten|meisten|am meisten ausgegeben|höchsten umsatz|meisten umsatz|nach umsatz|nach ausgaben|höchste ausgaben
    |meiste geld|das meiste geld|den höchsten umsatz|mit dem höchsten umsatz|mit dem meisten umsatz|am meisten umsatz
    |am meisten geld|am meisten gekauft|am meisten kaufen|am meisten bezahlt
    |größten umsatz|größter umsatz|höchster umsatz|größte umsätze
    |höchste umsätze|höchsten umsätze|höchsten ausgaben|nach wert|nach kundenwert|das meiste|am allermeisten
    |meistes geld|meiste umsatz|den meisten umsatz|umsatzmäßig`,
  mostOrders: `am meisten bestellt|am meisten bestellen|am meisten bestellungen|meisten bestellungen|die meisten bestellungen
    |meisten käufe|die meisten käufe|am fleißigsten|am häufigsten|am öftesten|nach bestellungen|nach anzahl der bestellungen
    |nach bestellzahl|nach zahl der bestellungen|nach käufen`,
  byPredicted: `nach prognose|nach vorhersage|nach prognostiziertem wert|prognostiziert*|vorhergesagt*`,
};
