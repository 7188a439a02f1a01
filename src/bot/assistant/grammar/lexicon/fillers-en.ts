// English words that carry nothing for an assistant: the closed classes, and what politeness and haste add to a sentence.

/** By kind, so that a gap is seen. A word that means something elsewhere may stand here too; it is passed over less readily. */
export const FILLERS_EN: readonly string[] = [
  // Articles, pronouns and the like.
  `the|a|an|i|me|we|us|u|ur|you|your|our|my|it|its|this|that|these|those|there|here|one|something|anything|thing|things|stuff|some|any|which one|what|which|how|where|myself|ourselves|yourself|each|every|both|such|own|another|other|others|else`,
  // Verbs that help others.
  `is|are|am|was|were|be|been|being|r|do|does|did|doing|done yet|have|has|had|having|can|could|would|will|shall|should|may|might|must|gonna|got|get|gets|getting|gotten|got to|go|going|let|let's|let us|'s|'re|'ve|'d|'ll|'m|s|to be|ought to|able to|supposed to|has to|have to|needs to|need to|wants to|used to|to have|happen to`,
  // How something is asked for.
  `please|pls|plz|plse|kindly|want|wants|wanted|wanna|need|needs|needed|would like|like to|would love to|would appreciate|appreciate it if|appreciate|be so kind|so kind|be kind enough|as to|kind|grateful if|grateful|be great if|be nice if|be good if|would you mind|mind|may i ask|can i ask|i ask|ask you|let me know|know|knowing|wondering|wonder|interested in|interested|curious|curious about|i was asking|asking|inform me|inform us|inform|advise|advise me|if possible|by any chance|when you have time|when you can|when you get a chance|at your convenience|on our behalf|on my behalf|for my information|thanks|thank you|thanks in advance|thank you in advance|thx|ty|cheers|help me to|help me with|try to|trying to|go ahead and|go and|feel free to|be able to|provide me with|provide us with|provide|supply me with|supply|review|present me|wish to|wish|hope to|would be|do me a favour and|quick question|quick one|question|one question|actually need|remember|sorry|excuse me|ma'am|sir|dear|team|my friend|guys|everyone here|all right|alright`,
  // Greetings, names of the bot, noises.
  `hey|hi|hello|hallo|yo|good morning|good afternoon|good evening|morning|evening|regulars|bot|dear bot|ok|okay|well|so|oh|ah|um|hmm|please note|btw|by the way|fyi|asap|right away|immediately|straight away|at once|urgently|as soon as possible|now|right now|just now|for now|currently|at present|presently|at the moment|as of now|as of today|to date|these days|lately|nowadays|meanwhile|at this point|at this time|this minute`,
  // How sure, how much, how fast: nothing that changes what is asked.
  `just|quickly|quick|real quick|simply|only just|actually|really|maybe|perhaps|possibly|probably|apparently|basically|honestly|generally|usually|normally|exactly one moment|a bit|bit|a moment|one moment|moment|a sec|sec|for a second|a second|kind of|sort of|at all|ever|yet|still|already|also|too|as well|again|once more|once again|then|anyway|though|even|especially|in particular|specifically|in detail|fully|entirely|complete|entire|whole|full|in full|briefly|so far|of all time|all time|uh|erm|er|eh|mm|i mean|quick|until now|that goes out|that go out|after all|up to now|altogether|in total|overall|total|in all|finally|instead|together|separately|exact|respective|corresponding|individual|certain|various|following|particular|specific`,
  // Words for what is wanted, whatever it is.
  `info|infos|information|details|detail|data|overview|summary|look|looks|looking|glance|list view|report on|available|existing|exist|exists|on file|in the system|system|in our system|in our database|database|in our records|records of|on record|recent|latest|newest|new|new ones|today's|everything on|everything about|smth|sth|use|about|regarding|concerning|related to|relating to|with regard to|if|how that|whats|over here|out|up|on|of ours|like|fine|great`,
  // The shop, and what it is called.
  `our shop|shop|store|our store|webshop|online shop|at our shop|in our shop|with us|from us|to us|in our store|in the shop|from you|for us|our company|our business`,
  // What people say of orders, mails and calls besides.
  `receive|receives|received|place|placed|placing|made|make contact|called in|is calling|called|rang|set up|gave|stuck|oldest|customer's|are there|requested|requesting|hold|hold about|keep on|until further notice|for the time being|wait for it|before|could somebody|can somebody|can someone|could someone|would someone|can anyone|could anyone|carry|carries|their|love to|keen to|happy to|like us to|there any|with it|the item|the product|the parcel|the goods|the amount`,
];

/** What may stand between the words of a phrase, too. */
export const BETWEEN_EN: ReadonlySet<string> = new Set(
  'still|also|just|currently|now|already|yet|ever|really|actually|maybe|again|please|recently|even|only|all|exactly|possibly|so far|today'.split(
    '|',
  ),
);
