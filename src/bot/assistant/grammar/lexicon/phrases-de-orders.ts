// The assistant's German for what is to be done: shown, tagged, settled, switched, compared.
import type { ORDERS_EN } from './phrases-en-orders.ts';

/** As in `phrases-de.ts`. */
export const ORDERS_DE: Readonly<Record<keyof typeof ORDERS_EN, string>> = {
  show: `sagen|siehts|wie siehts|wer kümmert sich um|wer hat|wer bearbeitet|wer ist dran an|wer sitzt an|wer betreut
    |wer macht|wer|wem gehört|von wem ist|wessen|wie ist der stand bei|stand von|was gibt es zu|infos zu|infos über
    |informationen zu|details zu|was weißt du zu|kannst du mir|ich brauche|wie geht es|öffne mal|mach|was läuft bei
    |blende|blend|zeig*|zeige mir|zeig mir|anzeigen|anschauen|ansehen|sehen|such*|suche nach|finde*|öffne|öffnen|schau*
    |nachschlagen|hol|hole|ruf|rufe|aufrufen|gib mir|gib|nenn*|sag|sag mir|erzähl*|wer ist|was ist mit|was ist
    |was wissen wir über|was weißt du über|wie steht es um|wie sieht es aus mit|was ist mit|und was ist mit|lies
    |wie lautet|wie heißt|wo ist|profil von|check|prüf*|aufmachen|wie ist der stand von|wie ist der stand|stand bei
    |stand der dinge bei|was ist der stand bei|was ist der stand von|was ist los mit|was gibt es neues zu
    |was gibt es neues bei|gibt es neues zu|neues zu|status von|status zu|zustand von|was haben wir zu
    |was haben wir über|was ist bekannt über|was macht|was tut|was bewirkt|was genau macht|was genau tut|beschreib*
    |erklär mir|erkläre mir|zeigst du mir|zeigst du|siehst du|sehe|einsehen|einblick in|ansicht von|blick auf
    |ein blick auf|wirf einen blick auf|vorleg*|präsentier*|stell mir dar|darstellen|darstellung|bring*|lad mir|öffnest
    |aufrufst|nachsehen|nachschauen|guck*|guck nach|kuck*|schau nach|rausholen|raussuchen|such raus|suche raus
    |herausfinden|heraussuchen|kunde namens|um wen handelt es sich bei|wer verbirgt sich hinter|wer steckt hinter
    |steckt hinter|hinter|worum geht es bei|worum geht es in|worum handelt es sich bei|wie läuft|wie läuft es mit
    |wie weit ist|lass mich sehen|lass sehen|lass mal sehen|ich suche|ich möchte sehen|ich will sehen|karte von|akte von
    |akte|kundenakte|datenblatt von|stammdaten von|stammdaten|kundendaten von|kundendaten|zur ansicht|gib aus
    |funktionier*|arbeitet|tut|besagt|bedeutet|durchsehen|einsicht|wie heißen
    |alles was wir über|was wir über|alles was wir zu|alles was du über`,
  give: `gib|gebe|geben|vergib|vergebe|häng*|kleb*|setz*|verpass|verpasse|verleih*|verteil*|zuteil*|zuweis*`,
  add: `füge|füg|hinzufügen|hinzu|ergänz*|hinterleg*|anhängen|dazu|ran|trag|trage|ein|schreib|schreibe|dran|dazuschreiben
    |dazuschreib|hinzufüge|hinzugefügt|dazutun|aufnehmen|nimm auf|beifügen|anfüg*|anheften|hefte|setz dazu|schreib dazu
    |vergeben`,
  tag: `tag|schlagwort|etikett|label|markierung|kennzeichen|stichwort|kürzel|vermerktag|marker|etikette|schlagwörter
    |schlüsselwort`,
  mark: `markier*|kennzeichne*|tagge|tag|taggen|vertagge|etikettier*|einstufen als|führe als|betrachte|betrachten|einordnen
    |ordne|kategorisier*|einsortieren
    |versieh|versehe|versehen`,
  untag: 'enttagg*|untag|entmarkier*',
  remove: `entfern*|lösch*|nimm|nehme|wegnehmen|weg|wieder weg|streich*|runter|ab|entzieh*|tilge|radier*|abnehmen|nimm ab|raus
    |rausnehmen|heraus|herausnehmen|nimm raus|nimm heraus|nimm weg|mach weg|wegmachen|aufheben|beseitig*|loswerden
    |schmeiß*|wirf|werfe|ausblenden|zurücknehmen|entmarkieren`,
  set: `hochstufen|herabstufen|hochsetzen|soll|werden|setz*|änder*|stell*|aktualisier*|mach*|trag|trage|ein|eintragen
    |speicher*|heb|hebe|stuf|stufe|ein|hoch|herunter|leg|lege|fest|hinterleg*|pack|packe|versetz*|beförder*|hochgestuft
    |heraufstufen|herauf|hinauf|upgrade|upgraden|downgraden|runterstufen|zurückstufen|zurückgestuft|verschieb*|festlegen
    |festsetzen|überschreib*|korrigier*|anpassen|pass|passe|vergib|vergebe|bekommt|erhält|kommt|gehört|zuordnen|ordne`,
  clear: 'leer*|lösch*|zurücksetzen|setze zurück|setz zurück',
  note: `merke|merk|merk dir|notiz|notizen|notier*|vermerk|vermerke|vermerken|anmerkung|kommentar|notizzettel|schreib auf
    |schreibe auf|schreib|schreibe|halte fest|festhalten|aufschreiben|schreib dazu|dazuschreiben|vermerk dazu
    |vermerk bei|aktennotiz|gesprächsnotiz|hinweis|bemerkung|merkzettel|memo|anmerken|merk an|merke an|kommentiere
    |kommentier|dokumentier*|halt fest|festzuhalten|trag ein|notizen hinzufügen|notiz hinzufügen|notiz schreiben
    |notiz anlegen|notiz eintragen|notitz|ergänz*|protokollier*
    |schreib bei|schreib beim|schreib zu|schreib zum|schreib zur|schreibe bei|schreibe beim|schreibe zu|schreib mal bei|schreib mal zu`,
  take: `ich kümmer mich um|kümmer mich um|kümmere mich|übernimm|übernehm*|nimm|nehme|schnapp*|krall*|ich übernehme|ich nehme
    |ich mache|mir zuweisen|weise mir zu|kümmere mich um|ich kümmere mich um|übernommen|ich übernehm|ich nehm|nehm
    |nehm ich|nehme ich|ich mach|mach ich|mache ich|ich bearbeite|bearbeite ich|bearbeite|ich erledige|ich kümmere
    |kümmer*|um den kümmere ich mich|darum kümmere ich mich|gehört mir|ist meiner|ist meins|ist jetzt meiner|gib mir
    |gib den mir|weis mir|weise mir|mir zuteilen|teil mir|teile mir|auf mich|auf meinen namen|auf mich nehmen
    |auf meinen tisch|zu mir|zu mir nehmen|ich hätte gern|ich möchte|ich will|annehmen|nehme an|ich schnapp mir
    |schnapp mir|ich krall mir|hol ich mir|hole ich mir`,
  resolve: `zu|zumachen|mach zu|dichtmachen|löse|lösen|schließ*|schliesse|abschließen|erledig*|geschlossen|abgeschlossen|gelöst
    |beende*|abhaken|ist durch|durch|vom tisch|kann zu|kann geschlossen werden|kann zugemacht werden|ist erledigt
    |ist gelöst|ist abgeschlossen|ist geregelt|geregelt|ist geklärt|geklärt|klär*|abwickeln|abgewickelt|fertig
    |ist fertig|ist zu|zugemacht|bereinigt|regel*`,
  refunded: `erstattet|zurückgezahlt|als erstattet|geld zurück|rückerstattet|zurückerstattet|geld wurde erstattet|geld erstattet
    |das geld wurde erstattet|das geld ist zurück|geld ist zurück|geld ist raus|hat ihr geld zurück|hat sein geld zurück
    |kunde hat geld zurück|geld zurückbekommen|geld zurückgezahlt|geld zurückerstattet|wurde erstattet
    |wurde zurückgezahlt|haben wir erstattet|rückerstattung erfolgt|rückerstattung ist raus|rückerstattung
    |erstattung erfolgt|erstattung ist raus|betrag erstattet|kohle zurück|zurücküberwiesen|überwiesen|rückvergütet
    |vergütet|geld ist unterwegs|geld wurde überwiesen|geld überwiesen|erstattung erledigt|erstattung veranlasst
    |rückerstattung veranlasst`,
  exchanged: `umgetauscht|getauscht|ausgetauscht|ersetzt|ware ausgetauscht|wurde umgetauscht|wurde ausgetauscht|wurde ersetzt
    |ersatz geschickt|ersatz verschickt|ersatz ist raus|ersatz ist unterwegs|ersatzlieferung|mit ersatz|durch umtausch
    |neue ware|neuware|haben wir umgetauscht|haben wir getauscht|umgetauscht worden|ersatz geliefert|umtausch erfolgt
    |umtausch erledigt|tausch erfolgt`,
  credited: `gutgeschrieben|als gutschrift|mit gutschrift|per gutschrift|mit gutschein|als gutschein|gutgeschrieben worden
    |als guthaben|guthaben gegeben|gutschein gegeben|wurde gutgeschrieben|gutschrift erteilt|gutschrift gegeben
    |gutschrift ausgestellt|gutschein erteilt|gutschein ausgestellt|gutschein geschickt`,
  declined: `abgelehnt|verweigert|zurückgewiesen|abweisen|abgewiesen|wurde abgelehnt|keine erstattung|ohne erstattung
    |haben wir abgelehnt|nicht erstattet`,
  exchangeNow: `umtausch|ersatz|umtauschen|umzutauschen|austauschen|tausch*|ersetzen|ersetze|austausch|ersatz schicken|schick ersatz
    |schicke ersatz|ersatz senden|ersatz verschicken|neue ware schicken|umtausch statt geld|ersatz statt geld
    |gegen ersatz|mit umtausch|ersatzlieferung`,
  creditNow: `gutschrift|guthaben|gutschein|gutschein statt geld|gutschrift statt geld|gutschrift statt erstattung|gutschreiben
    |gutzuschreiben|guthaben statt geld|shopguthaben|einkaufsguthaben|schreib gut|schreibe gut|gutschrift geben
    |gutschein geben|gutschein ausstellen|gutschrift ausstellen|statt geld`,
  refundNow: `erstatten|erstatte|erstattung|erstattung auslösen|rückerstatten|rückerstattung|zurückerstatten|zurückzahlen
    |auszahlen|zahl zurück|zahle zurück|geld zurückgeben|geld zurück geben|gib das geld zurück|geld zurückzahlen
    |geld überweisen|das geld zurück|zu erstatten|zurückzuzahlen`,
  declineNow: `ablehn*|lehne|lehn|verweigern|verweigere|absage|absagen|zurückweis*|weise ab|weis ab|ab|abzulehnen|abweisen
    |keine erstattung für`,
  assign: `geben|gebe|abgeben|weiterreichen|weitergeben|weise|weis|zuweisen|zu|gib|übergib|übergeben|übertrag*|reich*|teile
    |delegier*|schieb*|leite|weiter|zuteilen|weitergib|weiterleiten|leit|leit weiter|leite weiter|soll übernehmen
    |übernimmt|soll machen|soll bearbeiten|soll sich kümmern|soll sich kümmern um|geht an|gehört zu|gehört jetzt
    |rüberschieben|schieb rüber|schieb weiter|rüber|weitergereicht|weist|zuzuweisen|zugewiesen|zugeteilt|abtreten
    |trete ab|tritt ab|anvertrau*|vergib|vergeben|soll`,
  create: `erstell*|leg|lege|an|anlegen|neu|neue|neuen|neues|eröffne*|öffne|mach|mache|auf|erzeug*|starte|aufmachen|aufnehmen
    |nimm auf|einrichten|richte|mach auf|mach neu|anzulegen|aufzumachen|öffnen|eintragen|erfass*|einstellen|stell|stelle
    |starten|beginn*|neuer fall|neuanlage|angelegt|eröffnet*|geöffnet|eingegangen*|aufgemacht|gemeldet|reingekommen`,
  remind: `erinner* mich daran|erinner* mich|erinner* uns|erinner*|wiedervorlage|nicht vergessen|daran|erinnere mich
    |erinner mich|erinnerung an|erinnerung für|sag mir|sag mir bescheid|gib mir bescheid|denk*|denk dran|dran denken
    |daran denken|nicht vergessen zu|notier mir|merk mir|merk dir für|todo|to-do|aufgabe für
    |wiedervorlage für|leg mir|melde dich`,
  snooze: `verschieb*|schieb*|vertag*|auf|aufschieben|zurückstell*|stell*|zurück|später|leg|lege|schlummer*|parke|parken|park
    |auf wiedervorlage|wiedervorlage|zurückgestellt|auf später|auf eis|eis|liegen lassen|ruhen lassen|ruhen|schlafen
    |schlafen legen|schlafen lassen|warten lassen|warte|warten|hinten anstellen|aufgeschoben|verschoben|hinaus
    |hinausschieben|herauszögern|verzöger*|weck*|wieder vorlegen|wiedervorlegen|vorlegen|melde|erinner*|pausier*|um
    |nach hinten|setz|setze|weg`,
  finish: `fertig|abgeschlossen|erledig*|abhaken|hake|hak|ab|beendet|getan|ist fertig|ist erledigt|ist abgehakt|abgehakt
    |ist gemacht|gemacht|fertig gemacht|fertigstellen|fertiggestellt|abschließen|schließ*|geschafft|hab ich gemacht
    |hab ich erledigt|ist durch|durch|als erledigt|als fertig|passt so|kann weg|ist geschehen|zu|vollbracht|zu ende`,
  cancel: `storniere|abbrechen|brich|ab|verwirf|verwerfen|streich*|absagen|sage|cancel*|annullier*|aufheben|abgeblasen|abblasen
    |blase|nicht mehr nötig|ist nicht mehr nötig|nicht mehr notwendig|hat sich erledigt|überflüssig|ist überflüssig
    |ist hinfällig|hinfällig|kann weg|entfällt|fällt weg|wegfallen|löschen|lösche|lösch|weg|wegwerfen|verworfen
    |abgebrochen|abgesagt|gestrichen|stornieren|nicht mehr gebraucht|wird nicht mehr gebraucht`,
  reopen: `wieder öffnen|wieder auf|öffne wieder|wiedereröffn*|erneut öffnen|nochmal öffnen|wieder|öffne|öffnen
    |wieder aufmachen|wieder eröffnen|nochmal aufmachen|nochmal auf|noch mal aufmachen|erneut aufmachen|aufmachen
    |mach wieder auf|wieder aufnehmen|reaktivier*|war doch nicht fertig|doch nicht fertig|doch nicht erledigt
    |ist doch nicht erledigt|auf|öffne nochmal|neu öffnen|neu aufmachen|aufrollen|wieder aktiv|wieder aktivieren
    |mach auf`,
  escalate: `eskalier*|hol einen chef zu|braucht den chef|vorgesetzt*|eine stufe höher|stufe höher|höher|nach oben
    |nach oben geben|chef|zum chef|an den chef|chefin|teamleitung|teamleiter|teamleiterin|vorgesetzte*|manager
    |an einen vorgesetzten|komme nicht weiter|ich komme nicht weiter|komme nicht weiter mit|ich brauche hilfe bei
    |brauche hilfe bei|brauche unterstützung bei|unterstützung|jemand mit mehr befugnis|weiter oben`,
  release: `wieder frei|freigeben|gib|zurück|gib zurück|zurückgeben|frei|loslassen|abgeben|zurück in den topf|zurück in den pool
    |in den pool|wieder zurück|zurückgelegt|leg zurück|lege zurück|zurücklegen|freigegeben|wieder freigeben
    |gib wieder frei|gebe frei|nicht mehr meiner|nicht mehr mein|nicht mehr zuständig|für andere|für alle
    |für die anderen|abtreten|los|hergeben|kann jemand anders machen|kann jemand anderes machen
    |kann jemand anders übernehmen|schaffe ich nicht|schaff ich nicht|zurückgegeben
    |kann ich nicht machen|kann ich doch nicht machen|doch nicht machen|gib den fall zurück|gib ihn zurück|geb ich zurück|gebe ich zurück|kann ich nicht übernehmen`,
  handover: `übergabe|schichtübergabe|schichtende|übergabeliste|schichtwechsel|feierabend|ich gehe heim|ich mache feierabend
    |schicht ist zu ende|übergabe der fälle|fallübergabe|dienstübergabe`,
  run: `starte|starten|führe|führ|aus|lass|lasse|laufen|auslösen|löse|anstoßen|stoß an|stoße an|anwenden|wende an|wende
    |durchführen|führ aus|führe aus|lass laufen|lasse laufen|los|loslassen|ablaufen|manuell|von hand|aktiviere für
    |ausführ*|feuer*|zünde|zünden|wirf an|anwerfen|schick|schicke`,
  backtest: `rückrechn*|backtest*|back-test|rückblick*|simulier*|simulation|nachspiel*|spiele|durch|spiel|probelauf
    |was wäre passiert|was hätte|getan|rechne|nach|nachrechnen|testlauf|rückwirkend|hätte|bewirkt|ausgelöst|teste|testen
    |historie|an der historie|mit der vergangenheit|nachrechne|rechne durch|durchrechnen|durchspielen|spiel durch
    |spiele durch|spiel nach|spiele nach|hätte gemacht|hätte ausgelöst|hätte getan|hätten|gebracht|würde rückblickend
    |im rückblick|in der vergangenheit|vergangenheit|probier*|ausprobieren|probe|auf probe|getestet|historisch
    |auf alten daten|test|wäre|gelaufen wäre|passiert wäre|gegen|gegen die|gegen den|gegen das`,
  stop: `stopp*|halt|halte|an|anhalten|beende*|abbrechen|brich|ab|einstellen|unterbrich|unterbrechen|unterbreche|abwürgen
    |aufhören|schluss mit|aufhalten|halt an|halte an`,
  pause: `alles anhalten|halte alles an|alles stoppen|stoppe alles|stopp alles|pausiere alles|alles pausieren|notbremse
    |handbremse|zieh die handbremse|zieh die notbremse|notaus|pausier*|pause|halt alles an|halte alles sofort an
    |halte sofort alles an|alles sofort anhalten|alles sofort stoppen|sofort alles stoppen|sofort alles anhalten
    |sofort stopp|alles aus|alles abschalten|alles abstellen|schalte alles ab|schalte alles aus|alles ausschalten
    |stell alles ab|stopp|stop|alles stopp|alles stop|alles einfrieren|alles unterbrechen|unterbrich alles
    |alle automationen anhalten|alle automationen stoppen|alle automationen pausieren|alle automatisierungen anhalten
    |alle automatisierungen stoppen|alle automatisierungen pausieren|pausiere alle automationen
    |pausiere alle automatisierungen|stoppe alle automationen|stoppe alle automatisierungen|halte alle automationen an
    |halte alle automatisierungen an|alle mails stoppen|stoppe alle mails|nichts mehr rausschicken
    |nichts mehr verschicken|nichts mehr senden|versand stoppen|stoppe den versand|notstopp|not-aus|notbremse ziehen
    |handbremse ziehen|handbremse anziehen|keine mails mehr|panik|bot anhalten|bot stoppen|bot pausieren|stopp den bot
    |alles einstellen|anhalten|notfall|mach alles aus|mach alles aus bitte|schalt alles aus|schalt alles ab
    |alles aus machen|dreh alles ab|fahr alles runter`,
  resume: `weitermachen|alles fortsetzen|fortsetzen|alles weiter|mach weiter|weiter mit allem|löse die handbremse
    |handbremse lösen|setze alles fort`,
  mute: `stumm|stummschalten|stumm schalten|leise|ruhe|ruhig|ruhigstellen|still|leiser|leise stellen|ruhig stellen
    |stummstellen|stumm stellen|stummgeschaltet|auf stumm|auf lautlos|lautlos|schweig*|mundtot|keine meldungen
    |keine nachrichten|nichts mehr posten|keine benachrichtigungen|benachrichtigungen aus|klappe halten|die klappe
    |klappe|pssst|pst|mute|muten|nicht mehr benachrichtigen|nicht benachrichtigen|benachrichtige nicht|nicht stören|ruhe im`,
  unmute: `wieder laut|laut|entstummen|nicht mehr stumm|wieder sprechen|wieder ein|stummschaltung aufheben|stummschaltung
    |stumm aufheben|wieder hörbar|hörbar|wieder an|wieder einschalten|wieder aktivieren|darf wieder|wieder reden|reden
    |unmute|wieder freischalten|freischalten|benachrichtigungen wieder an|wieder melden|ton an|einschalten
    |schalt wieder ein`,
  undo: `rückgängig|mach|mache|widerruf*|zurücknehmen|nimm|zurück|rückgängig machen|zurückrollen|rückabwickeln|zurückdrehen
    |zurücksetzen|rückgängig gemacht|mach rückgängig|mache rückgängig|ungeschehen|ungeschehen machen|revidier*
    |annullier*|rückgaengig|storniere`,
  save: `speicher*|sicher*|merk*|ablegen|unter dem namen|ab|behalt*|abspeichern|speicher ab|speichere ab|merk dir|festhalten
    |anlegen|leg|lege|an|benenn*|nenn|nenne|aufheben`,
  merge: `zusammenführ*|führe|führ|zusammen|verschmelz*|vereinig*|zusammenleg*|leg|lege|fasse|verbinde|zusammenfassen
    |leg zusammen|lege zusammen|zusammenzuführen|führ zusammen|führe zusammen|verein*|verbinden|verbind
    |sind dieselbe person|ist dieselbe person wie|sind die gleiche person|ist die gleiche person wie|sind identisch
    |identisch|sind dasselbe|gleiche person|ist dasselbe wie|ist ein duplikat von|gehören zusammen|fusionier*|mergen
    |merge`,
  apart: `nicht dieselbe person|zwei personen|verschiedene personen|zwei verschiedene personen|verschiedene leute|sind zwei
    |nicht die gleiche person|unterschiedliche personen|keine dubletten|kein duplikat|keine duplikate|nicht identisch
    |sind nicht dieselben|sind nicht dieselbe person|sind verschieden|sind unterschiedlich|sind verschiedene personen
    |sind zwei verschiedene|sind zwei personen|auseinanderhalten|auseinander|getrennt|getrennt lassen|trennen
    |nicht zusammenführen|nicht dieselben`,
  duplicates: `duplikat*|doppelt*|dubletten|dublette|doppelte kunden|dieselbe person|mehrfach angelegt|doppelgänger
    |zusammenführungen|doppelte einträge|zweimal angelegt|doppelt angelegt*|doppelt vorhanden|doppelt erfasst
    |doppelt im system|doppelt drin|zweimal im system|zweimal vorhanden|zweimal erfasst|dublikat*|dubletten-verdacht
    |dublettenverdacht|zwillinge|derselbe kunde zweimal|dieselben personen|dieselbe kundin zweimal|kundendubletten
    |doppeleinträge|doppeleintrag|kundenduplikate|mögliche dubletten|mögliche duplikate|mehrfach vorhanden|mehrfach drin
    |mehrfach erfasst|gleiche personen|gleiche kunden|identische kunden|könnten dieselbe person sein|zusammenführbar*`,
  export: `exportier*|export|herunterlad*|csv|als csv|lade|herunter|runterladen|ausgeben|tabelle|yaml|als yaml|datei|als datei
    |auszug|datenauszug|auszug aller daten|daten exportieren|excel|als excel|excel-datei|excel-tabelle|als tabelle
    |csv-datei|csv-export|als csv-datei|spiel aus|ausspielen|zieh|ziehe|rausziehen|herausgeben|gib heraus|download
    |downloaden|sichern als|liste als datei|lad runter|lade runter|lad herunter|datenkopie|kopie aller daten
    |alle daten von`,
  yaml: 'yaml|als yaml',
  erase: `vergiss|vergessen|dsgvo*|lösche alle daten|alle daten löschen|anonymisier*|recht auf vergessen|endgültig löschen
    |endgültig|vergiss bitte|lösche endgültig|unwiderruflich löschen|unwiderruflich|komplett löschen|nach dsgvo
    |daten löschen|lösche die daten von|lösch die daten von|lösch alle daten von|auslöschen|tilgen`,
  approve: `genehmig*|freigeben|gib|frei|stimme|zustimmen|akzeptier*|bestätig*|bewillig*|erlaub*|winke|durch|ok geben
    |freizugeben|zu genehmigen|gib dein ok|segne|segne ab|absegnen|durchwinken|durchlassen|lass durch|zulassen|lass zu
    |gutheißen|einverstanden mit|ja zu|ist ok|ist okay|geht klar|passt`,
  reject: `ablehn*|lehne|lehn|ab|verweiger*|zurückweis*|weise|zurück|verwirf|nicht genehmigen|nicht freigeben|nein zu
    |abgelehnt werden|weis zurück|weise zurück|untersag*|verbiet*|blockier*`,
  live: `live|scharf|live schalten|scharfschalten|aktivier*|einschalten|anschalten|ein|an|in den live-betrieb|live-betrieb
    |livebetrieb|live-modus|live modus|produktiv|produktiv schalten|aktiv|aktiv schalten|angeschaltet|eingeschaltet
    |scharf schalten|scharf gestellt|in betrieb|läuft|anmachen|mach an|mache an`,
  off: `aus|ausschalten|abschalten|deaktivier*|ab|abstellen|beende*|abgeschaltet|ausgeschaltet|ausmachen|mach aus|mache aus
    |stell ab|stelle ab|ab schalten|aus schalten|stilllegen|lege still|außer betrieb|nicht mehr laufen
    |soll nicht mehr laufen|stoppen|stopp|stoppe|anhalten|abdrehen|dreh ab`,
  shadow: `schatten|schattenmodus|schatten modus|nur aufzeichnen|nur mitschreiben|probemodus|schattenbetrieb
    |in den schattenmodus|im schattenmodus|in den schatten|im schatten|als schatten|schatten-modus|nur beobachten
    |nur zuschauen|nur mitlaufen|beobachtungsmodus|testmodus|in den testmodus|im testmodus|probebetrieb|testbetrieb
    |in den probebetrieb|nur protokollieren|nichts senden|ohne zu senden|trocken|trockenlauf`,
  switch: `schalte|schalt|stell|stelle|setz|setze|mach|mache|lass|lasse|nimm|schick|geh|gehe|versetze|versetz|bring|bringe|dreh
    |drehe|leg|lege|knips|knipse|fahr|fahre|soll|sollen|gehört|überführ*|nehme`,
  send: `schick*|send*|verschick*|mail*|abschick*|schreib|versende|versenden|zusenden|zuschicken|raus|rausschicken
    |hinausschicken|zukommen lassen`,
  tell: `schreib|schreibe|schreib an|schreibe an|maile|mail an|schreib eine mail an|schick eine mail an|schreib der kundin
    |schreib dem kunden|sende eine mail an|schicke eine mail an`,
  preview: `vorschau|wie sieht|aus|aussehen|aussieht|vorab ansehen|gefüllt|ausgefüllt|voransicht|vorschau auf|vorschau der
    |vorschau für|muster|musteransicht|wie würde|wie wird|wie wirkt|darstellung|ausschauen|ausschaut|schaut aus
    |wie schaut|aussähe|beispiel für|probeansicht|gerendert|rendern|rendere|wie sähe|sähe|sähen`,
  fire: `bekam|erhielt|feuer*|gefeuert|ausgelöst|auslösen|löst|greift|greifen|gegriffen|lief|gelaufen|ausgeführt|gestartet
    |startet|passiert|angesprungen|springt|gezündet|zündet|gilt|bekommen|angewendet|zieht|gezogen|anspringen|löste|wirkt
    |los|bekommt|bekamen|gekriegt|kriegt|kriegte|erhalten|erhält|erhielten|ausgespielt|erreicht|getroffen|trifft
    |betroffen|betrifft|reagiert|ansprang|angeschlagen|schlägt an|gesendet|geschickt|gewirkt|wirksam|liefen|angestoßen
    |aktiv geworden|tätig|zugeschlagen|angekommen|verschickt|anwend*|berücksichtigt|ausgewählt|einbezogen|übersprungen
    |überspringt|übersprang|ausgelassen|auslässt|ausgeschlossen|ignoriert|übergangen|vergessen|ausgeblieben|kam|kamen|ankam|gekommen`,
  compare: `unterschied|unterschiede|unterschied zwischen|diff|was hat sich geändert|änderungen|geändert|vergleich*|unterscheid*
    |worin unterscheiden|differenz|differenzen|was wurde geändert|was ist anders|anders|letzte änderung
    |letzten änderungen|gegenüberstell*|abweichung*|was hat sich verändert|verändert|veränderungen|versionsvergleich
    |vergleich der versionen
    |anders|anders als vorher|als vorher|was ist anders|was ist anders an`,
};
