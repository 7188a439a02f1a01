// The assistant's German for what a team has before it: segments, cases, tasks, approvals, automations, the log.
import type { TEAM_EN } from './phrases-en-team.ts';

/** As in `phrases-de.ts`. */
export const TEAM_DE: Readonly<Record<keyof typeof TEAM_EN, string>> = {
  draft: `entwurf|entwirf|entwerfe|entwerfen|antwortvorschlag|vorschlag für eine antwort|schlag eine antwort vor
    |schlage eine antwort vor|was sollen wir antworten|was soll ich antworten|was antworten wir|was antworte ich
    |was können wir antworten|wie sollen wir antworten|formuliere|formulier|formulieren|schreib eine|schreibe eine
    |verfasse eine|verfass eine|schreib ne|setz eine|setze eine`,
  answer: `antwort|antworte|antworten|beantworte|beantworten|erwidere|schreib zurück|schreibe zurück
    |sag dem kunden|sag der kundin|schreib dem kunden|schreib der kundin|antworte dem kunden|antworte der kundin`,
  unassigned: `nicht zugewiesen*|unzugewiesen*|niemand übernommen|keiner übernommen|niemandem zugewiesen|keinem zugewiesen
    |noch niemand|noch keiner|nicht übernommen*|ohne bearbeiter|ohne bearbeiterin
    |ohne zuständigen|herrenlos*|niemandem|keinem|unbesetzt*|noch niemand bearbeitet|niemand bearbeitet
    |keiner bearbeitet|noch keiner bearbeitet|noch keiner übernommen|noch niemand übernommen|keiner übernommen hat
    |niemand übernommen hat|noch niemandem gehören|niemandem gehören|keinem gehören|keinem zugeteilt|niemandem zugeteilt
    |noch niemandem zugewiesen|noch keinem zugewiesen|nicht zugeteilt*|noch nicht zugeteilt|noch nicht zugewiesen
    |noch nicht übernommen|noch nicht vergeben|nicht vergeben|unvergeben*|niemand kümmert sich|keiner kümmert sich
    |um die sich keiner kümmert|um die sich niemand kümmert|sich niemand kümmert|sich keiner kümmert|ohne besitzer
    |ohne verantwortlichen|ohne verantwortliche|ohne zuständigkeit|ohne zuständige|keinen bearbeiter|kein bearbeiter
    |keine bearbeiterin|keinen besitzer|noch zu haben|zu haben|verfügbar*|noch zu vergeben|zu vergeben|liegen geblieben
    |liegengeblieben|unbearbeitet von|niemand|keiner|verwaist*|nicht in bearbeitung`,
  free: 'frei|freie|freien|noch frei|noch freie',
  changed: `bearbeitet|verändert|angefasst|geänder*|getaggt|änderte|modifiziert|angepasst|zuletzt geändert|zuletzt bearbeitet`,
  greeting: `hallo|hi|hey|moin|servus|guten morgen|guten tag|guten abend|grüß dich|grüezi|grüß gott|hallo zusammen|na|moin moin
    |hallöchen|grüezi miteinander|mahlzeit|tach|hallo bot|hi bot|hey bot|hallo du|guten abend zusammen|seid gegrüßt
    |gruezi|na du|tag|huhu`,
  segmentsOf: `in welchen segmenten|welche segmente|segmente von|in welchen gruppen|in welchem segment|welche gruppen
    |zu welchen segmenten|zu welchem segment|welchen segmenten|welchem segment|zu welchen gruppen|in welche segmente
    |segmente für|segmentzugehörigkeit|segmentzugehörigkeiten|welche zielgruppen|zu welcher zielgruppe`,
  attribute: 'attribut|merkmal|eigenschaft|feld',
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
    |stufenlücken|löcher
    |deckt keine regel ab|deckt keine regel|keine regel ab|keine regel deckt|durchs raster fallen`,
  fields: `felder|filterfelder|abfragefelder|wonach kann ich filtern|was kann ich abfragen|filtern|filter|abfragen
    |wonach kann ich suchen|suchfelder|filtermöglichkeiten|filterkriterien|filteroptionen|suchkriterien|abfragesprache
    |welche kriterien|welche kriterien gibt es|welche filter gibt es|feldliste|feldnamen|datenfelder|kundenfelder
    |wonach kann man filtern|wonach kann man suchen|nach was kann ich filtern|nach was kann man filtern
    |was kann man abfragen|welche angaben kann ich abfragen|kriterienliste|filterbar
    |wonach kann ich kunden filtern|wonach kann man kunden filtern|wonach kann ich die kunden filtern|wonach lassen sich kunden filtern`,
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
    |noch genehmigt werden|noch freigegeben werden|hängen|hängt|steht aus|stehen aus|zu prüfen
    |abgesegnet werden|noch abgesegnet werden|muss noch abgesegnet werden|bestätigt werden|bewilligt werden|unterschrieben werden`,
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
    |mailversände|mailings|e-mail-ausgang|newsletterversand|nachrichten
    |nicht rausgegangen|alle mails rausgegangen|nicht raus`,
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
    |was habe ich zu machen|was ist überfällig|ist etwas überfällig|etwas überfällig|was ist liegen geblieben
    |was muss ich noch schaffen|was muss ich heute noch schaffen|was muss ich heute schaffen|was muss ich heute noch machen|was muss ich heute noch erledigen|was steht bei mir heute an`,
  channel: 'kanal|channel|raum',
  reason: `grund|weil|wegen|aus dem grund|begründung|da|aufgrund|denn|begründung ist|der grund ist|weil nämlich`,
  due: `bis|fällig|fällig am|am|um|spätestens|vor|zum|bis spätestens|bis zum|bis nächste|wieder|auf|in|nach`,
  text: `dass|weil|mit dem text|folgendes|den text|text|mit der nachricht|mit nachricht|mit folgendem text|mit dem hinweis
    |mit dem kommentar|mit der begründung|begründung|und zwar|nämlich|wie folgt|folgende nachricht|folgende notiz
    |folgender text|folgenden text|mit dem inhalt|inhalt|mit den worten|wortlaut|dazu`,
};
