// German words that carry nothing for an assistant: the closed classes, and what politeness and haste add to a sentence.

/** As in `fillers-en.ts`. */
export const FILLERS_DE: readonly string[] = [
  // Articles, pronouns and the like.
  `der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|ne|nen|nem|n|ich|mir|mich|du|dir|dich|dein*|deine|ihre|ihren|ihrem|ihrer|seine|seinen|seinem|seiner|sie|ihnen|uns|wir|unser*|mein|meine|es|man|sich|dies*|jene*|solche*|da|dort|hier|was|wie|wo|welche|welcher|welches|welchen|welchem|etwas|was für|alles|alle|andere*|jeweilige*|einzelne*|selbst|selber|bestimmte*|folgende*|einige|manche|paar`,
  // Verbs that help others.
  `ist|sind|war|waren|sei|wäre|gewesen|bin|bist|hat|haben|habe|hab|hast|hatte|hatten|hätte|hätten|wird|werden|wurde|wurden|worden|würde|würdest|würden|kann|kannst|können|könnte|könntest|könnten|könnt|will|willst|wollen|wollte|möchte|möchten|soll|sollen|sollte|sollten|muss|müsste|müssen|dürfte|darf|tut|tun|tue|lass uns|lassen|gibt|gibt's|gibts|gab|gab's|es gibt`,
  // How something is asked for.
  `bitte|bitteschön|bitte mal|mal|mal eben|eben|eben mal|kurz|kurz mal|schnell|gern|gerne|gerne mal|doch mal|halt mal|sag mal|denn mal|wenn möglich|falls möglich|wenn es geht|bei gelegenheit|sei so gut und|sei so lieb und|seien sie so freundlich|so freundlich|so nett|sind sie so gut und|so gut und|so lieb und|wären sie so freundlich|wären|seien|freundlicherweise|brauche|brauchen|bräuchte|bräuchten|benötige|benötigen|benötigt|wüsste gern|wüsste|wüssten|wissen|weißt du|erfahren|wissen lassen|mitteilen|mitzuteilen|sagen|zu sagen|interessiert|interessieren|interessiere mich für|würde mich interessieren|hätte gern|hätte gerne|frage|eine frage|kurze frage|frage mich|frag mich|um auskunft|auskunft|bitte um|bitten|darum|danke|danke dir|danke schön|dankeschön|merci|vielen dank|besten dank|vielen dank im voraus|im voraus|liebe*|entschuldigung|sorry|hilf mir|für mich|für uns|stelle mir|zur verfügung|verfügung|bereit|versuche|versuch`,
  // Greetings, names of the bot, haste.
  `hey|hi|hallo|moin|servus|guten morgen|guten tag|guten abend|regulars|bot|ok|okay|also|so|ja|na|ach|äh|ähm|öh|öhm|hm|hmm|aller zeiten|draus|daraus|was rausgeht|was raus geht|die rausgehen|übrigens|asap|sofort|umgehend|schnellstmöglich|so schnell wie möglich|dringend bitte|unverzüglich|direkt|jetzt|jetzt gleich|gleich|nun|gerade|grad|grade|aktuell*|derzeit|momentan|im moment|zurzeit|zur zeit|zum jetzigen zeitpunkt|bis heute|bis jetzt|bislang|bisher|heutzutage|inzwischen|mittlerweile|nunmehr|letzter zeit|in letzter zeit|neuerdings|kürzlich`,
  // How sure, how much: nothing that changes what is asked.
  `eigentlich|irgendwie|wohl|leider|vielleicht|eventuell|wahrscheinlich nur|tatsächlich|wirklich|überhaupt|jemals|je|schon|schon mal|schonmal|schon einmal|noch|noch mal|nochmal|nochmals|noch einmal|wieder|erneut|auch|dann|denn|doch|halt|ebenfalls|zusätzlich|außerdem|komplett*|vollständig*|gesamt*|ganz|ganze|ganzen|ganzes|insgesamt|alles in allem|im detail|detailliert*|ausführlich*|genauer|einfach|nur kurz|überblick|übersicht|zusammen|zusammenfassung|kleine*|große übersicht|genaue*`,
  // Words for what is wanted, whatever it is.
  `infos|info|information|informationen|details|daten|alles über|vorhanden*|existier*|hinterlegt|neueste*|neue|neuen|neuer|neues|viel|älteste*|im system|system|in der datenbank|bei uns im system|gegeben|gemacht|macht|machen|zu machen|gekriegt|kriegt|kriegen|kriege|bekommen|bekommt|bekam|erhalten|erhält|beziehen|aufgegeben|getätigt|laden|shop|shops|onlineshop|geschäft|bei uns|uns da|in unserem laden|in unserem shop|bzw|bezüglich|betreffend|angerufen|rief an|ruft an|sieht|sieht man`,
  // Prefixes that part from their verbs, and small prepositions.
  `an|ab|auf|zu|zum|zur|bei|beim|aus|los|vor|mit|um|her|hin|rein|raus|durch|bis auf weiteres|vorerst|bis auf widerruf|verlangt|gefordert|kann jemand|könnte jemand|kann mir jemand|könnte mir jemand|die ware|den artikel|das paket`,
];

/** What may stand between the words of a phrase, too. */
export const BETWEEN_DE: ReadonlySet<string> = new Set(
  'noch|auch|gerade|aktuell|derzeit|momentan|jetzt|schon|denn|eigentlich|mal|bitte|wohl|bisher|alles|so|eben|wirklich|genau|heute'.split(
    '|',
  ),
);
