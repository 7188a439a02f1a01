// The assistant's German: for each concept the phrases that mean it. `*` at the end of a word is any ending.
import { FILLERS_DE } from './fillers-de.ts';
import { CONDITIONS_DE } from './phrases-de-conditions.ts';
import { CUSTOMERS_DE } from './phrases-de-customers.ts';
import { ORDERS_DE } from './phrases-de-orders.ts';
import { TEAM_DE } from './phrases-de-team.ts';
import type { Phrases } from './phrases-en.ts';

/** Words stand as people type them; umlauts and ß are compared as ae, oe, ue and ss. */
export const PHRASES_DE: Phrases = {
  filler: FILLERS_DE.join('|'),
  of: 'gehört|gehören|von|vom|bezüglich|wegen|für|fürs|bei|beim|zu|zum|zur|über|des|der',
  to: 'zu|zum|zur|an|auf|in|bei|dem|ins|in den|unter',
  as: 'als|mit|mit dem|mit der|per',
  from: 'von|vom|aus|bei',
  in: 'in|im|aus|bei|um|rund um|nahe',
  and: 'und|&|sowie|plus',
  or: 'oder|bzw',
  but: 'aber|jedoch|doch',
  not: `nix|nich|net|nichts mehr|keine mehr|noch niemals|nicht|kein|keine|keinen|keiner|keinem|nie|niemals|niemand|ohne
    |noch nie|nie wieder|nicht mehr|außer|nichts|noch nicht|noch keine|noch nichts
    |nix mehr|net mehr|nich mehr|kein einziges mal|keinerlei`,
  than: `als|wie
    |als wie`,
  count: `wie hoch ist|wie hoch|wie oft|wie häufig|wie viele|wieviele|wieviel|wie viel|anzahl|anzahl der|zähl*|größe|größe von
    |wie groß|schätz*|abschätzen|zahl der|die zahl der|wie viele von|wie viele der|wie viele unserer|summe der
    |gesamtzahl|gesamtzahl der|gesamtanzahl|stückzahl|wie groß ist|wie umfangreich|menge der|durchzählen|abzählen
    |zusammenzählen|anteil|nenn mir die anzahl der|nenne mir die anzahl|die anzahl der|die anzahl von|anzahl von
    |anzahl an`,
  list: `rangliste|sortiere|was|alles|irgendetwas|irgendwas|etwas|liste|liste mir|list|auflisten|aufliste|alle|aufzählen
    |welche|welcher|wer|liste von|liste der|eine liste|auflistung|auflistung von|auflistung der|aufstellung
    |aufstellung der|verzeichnis|verzeichnis der|sämtliche*|jegliche*|wer alles|wer ist alles|führ auf|aufführen
    |welche von|welche der|welche unserer|lauter|was für welche|alle unsere|alle meine|alle unserer|durchgehen`,
  why: `warum|wieso|weshalb|erklär*|begründe|aus welchem grund|wie kommt es dass|woran liegt es dass|woran liegt es
    |wie kommt's dass|wie kommts dass|wie kann es sein dass|woran lag es dass|woran lag es|woran liegts|warum genau
    |wieso genau|wofür|welchen grund|grund dafür|was ist der grund|aus welchen gründen|wie erklärt sich
    |was hat dazu geführt`,
  whether: `gibt es|gab es|liegt|liegen|haben wir|sind|irgendwelche|hat es|darf|dürfen|ob|würde|hätte|hat|ist|wird|weißt du ob
    |schau mal ob|prüf ob|prüfe ob|kannst du prüfen ob|gibt es irgendwelche|gibts|habt ihr|haben wir etwa|ist es so dass
    |stimmt es dass|bestehen|besteht|existiert|hatte|war|waren|wurde|wurden`,
  tagged: `getaggt|getagged|markiert|gekennzeichnet|vertaggt|verschlagwortet|mit dem tag|mit tag|mit dem label|mit label
    |mit dem schlagwort|mit schlagwort|mit der markierung|mit markierung|mit dem etikett|getagged mit|getaggt mit
    |getaggt als|markiert als|gekennzeichnet als|tags tragen|das tag tragen|den tag tragen|den tag haben|das tag haben
    |tag haben|tag tragen|trägt|tragen`,
  tagsOf: `tags|schlagwörter|schlagworte|etiketten|labels|markierungen|stichwörter|welche tags|schlagworte von|labels von
    |etiketten von|welche schlagwörter|welche labels|tag-liste`,
  noLonger: 'nicht mehr|nicht länger|keine mehr|kein',
  asking: `wieder um freigabe bitten|wieder nachfragen|wieder fragen|um genehmigung bitten|nach genehmigung fragen
    |vorher fragen|lass|soll wieder|erst fragen|vorher um freigabe|um freigabe|immer fragen|immer erst fragen
    |erst freigeben lassen|erst genehmigen lassen|nur mit freigabe|nur mit genehmigung|wieder mit freigabe
    |wieder mit genehmigung|nicht mehr selbst|nicht mehr selbständig|nicht mehr allein|nicht mehr von selbst|nachfragen
    |freigabe einholen|soll fragen|soll vorher fragen|soll erst fragen`,
  help: `wer bist du|was bist du|wie arbeitest du|hilfe|befehle|was kannst du|was kann ich fragen|wie funktioniert das
    |was kannst du alles|anleitung|hilf|kommandos|was verstehst du|was kann ich dich fragen|was kannst du tun
    |was kannst du eigentlich|was kannst du für mich tun|was kannst du so|wobei kannst du helfen
    |wobei kannst du mir helfen|wie kannst du mir helfen|womit kannst du helfen|kannst du mir helfen|ich brauche hilfe
    |brauche hilfe|welche befehle gibt es|welche befehle|welche kommandos|befehlsliste|liste der befehle
    |befehlsübersicht|wie benutze ich dich|wie bediene ich dich|bedienung|gebrauchsanweisung|was geht hier
    |was ist möglich|was ist alles möglich|funktionen|welche funktionen hast du|funktionsumfang|was darf ich fragen
    |was kann man dich fragen|was kann man fragen|wie funktionierst du|stell dich vor|bedienungsanleitung
    |ich weiß nicht weiter|hilfe bitte|erklär dich|was machst du|wozu bist du da|einführung|fragen stellen|was du kannst
    |zeig mir was du kannst|sag mir was du kannst|was du alles kannst`,
  ...ORDERS_DE,
  ...CUSTOMERS_DE,
  ...TEAM_DE,
  ...CONDITIONS_DE,
};
