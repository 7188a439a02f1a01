// The assistant's English: for each concept the phrases that mean it. `*` at the end of a word is any ending.
import { CONDITIONS_EN } from './phrases-en-conditions.ts';

/** Phrases are parted by bars. The keys are THE list of concepts; another language has the same. */
export const PHRASES_EN = {
  // Words that carry nothing by themselves; a name ends at them.
  filler: `a bit|bit|set up|gave|stuck|rang|called in|is calling|called|complete|entire|whole|use|oldest|yo|lately|smth|sth|u|ur|r|doing|for now|these days|btw|anyway|guys|gotten|from you|real quick|a sec|by any chance|if possible|dear|so far|until now|altogether|in total|overall|where|something|good morning|good afternoon|good evening|morning|evening|fine|great|my friend|receive|receives|get|new|much|with us|placed|made|at our shop|from us|our store|whats|placing|over here|of ours|please|pls|plz|kindly|can|could|would|will|shall|should|may|might|you|i|me|we|us|our|my|the|a|an|is|are|am|was|were|be|been|being
    |do|does|did|done yet|have|has|had|got|get|there|here|any|some|so|just|quickly|now|right now|currently|at the moment|again|hey|hi|hello|hallo
    |regulars|bot|thanks|thank you|thx|cheers|want|wants|need|needs|would like|like to|wanna|let|let's|know|what|which one|how|that|this|these|those|it|its
    |'s|'re|'ve|'d|'ll|'m|ok|okay|also|too|then|up|out|about|thing|things|info|information|details|detail|data|at all|ever|already|yet|still|if|exactly one moment
    |available|existing|exist|exists|go|going|on|overview|quick|full|latest|newest|recent|new ones|today's|these days|lately|our shop|shop|store|maybe|actually|really
    |stuff|everything on|everything|anything|look|looks|looking|like|customer's|on file|in the system|system|one|s`,
  of: 'behind|belongs to|belong to|belonging|of|for|by|belonging to|from the side of|regarding|concerning|about|re',
  to: 'to|onto|into|on|at',
  as: 'as|with|with the|as a|as an',
  from: 'from|off',
  in: 'in|within|inside|near|around',
  and: 'and|&|plus|as well as',
  or: 'or',
  but: 'but|though|yet',
  not: "no longer|not any more|not anymore|not|no|never|without|none|nobody|isn't|don't|lacking|missing|neither|nor|cannot|except|excluding|other than|non",
  than: 'than',
  // What is wanted.
  show: `gimme|hows|how does|who has|who is on|who is working on|who works on|who handles|who is handling|who owns|who took|who deals with|who's|whos|what's|whats|who placed|who made|whose is|whose|who does|who|get|pull|bring|open|give me|i need|where's|how is|how's|what about|anything on|anything about|info on|info about|details on|details for|information on|information about|details about|status of|what do you know about|what can you tell me about|have a look at|take a look at|show|show me|display|view|see|open up|pull up|bring up|look up|lookup|find|search|search for|fetch|look at|check out|tell me|tell|give me
    |get me|i want to see|let me see|who is|what is|what are|what do we know|print|read|inspect|profile of|what about|how about|where is|where are|check`,
  count:
    'how often|how frequently|how many times|how many|how much|count|number of|how big|how large|total number of|amount of people|estimate|headcount',
  list: 'rank|sort|ranking|anything|all|what|list|list all|list of|which|names of|who are',
  why: 'why|how come|explain|explain why|what made|reason why|what is the reason|for what reason|how so',
  whether:
    'anything|any|is there|are there|do we have|have we|has there been|was|were|can|whether|would have|does|did|is|has',
  give: 'gets|should get|should be|becomes|give|gives|grant|assign the tag|attach|put|stick|apply|slap',
  add: 'add|append|create a tag|insert',
  tag: 'tag|label|tagging|marker',
  tagged: 'tagged|labelled|labeled|flagged|marked|carrying the tag|that have the tag',
  tagsOf: 'tags|labels|how is tagged',
  mark: 'mark|flag|tag|label|classify|treat',
  untag: 'untag|unlabel|unmark|unflag|detag',
  remove: 'remove|delete|take away|take off|drop|strip|get rid of|clear out|take',
  set: 'set|change|update|put|make|switch|adjust|modify|record|store|move|upgrade|downgrade|promote|bump',
  clear: 'clear|empty|unset|reset|blank|wipe',
  note: 'note to self|write on|note|notes|comment|memo|annotation|note down|jot down|write down|leave a note|add a note|make a note|remark|take a note|write a note|put a note',
  take: 'take care of|look after|see to|take|claim|grab|pick up|i take|i will take|i am taking|assign to me|mine now|take over|own|handle',
  resolve: 'resolve|close|settle|resolved|closed|complete|wrap up|finish off',
  refunded: 'refunded|refund it|as refunded|paid back|money back|reimbursed',
  exchanged: 'exchanged|exchange|swapped|replaced|as exchanged|replacement',
  credited: 'credited|store credit|credit|as credited|voucher',
  declined: 'declined|decline|denied|turned down|refused|as declined',
  assign:
    'handle|take over|look after|takes over|should handle|goes|should go|route|assign|reassign|hand|hand over|give|pass|delegate|transfer|move',
  create: 'create|open|new|start|make|add|raise|file|log|set up',
  remind:
    'remind me to|remind us to|remind me|reminder to|reminder|follow up|todo|to do|remember to',
  snooze: 'sleep on|back|snooze|postpone|put off|delay|defer|push back|later|push',
  finish:
    'finish|done|complete|completed|finished|tick off|is done|mark as done|mark done|as done|check off',
  cancel: 'cancel|call off|abort|scrap|drop',
  reopen: 'reopen|open again|re-open|bring back',
  escalate: 'escalate|raise with a manager|need a manager|call a manager for|needs more say',
  release:
    'back in the pool|back into the pool|in the pool|to the pool|free up|release|give back|hand back|unassign|let go of|put back',
  handover: 'handover|hand-over|hand over list|end of shift|shift handover|shift report',
  run: 'running|runs|run|trigger|execute|start|fire off|launch|kick off',
  backtest: `test against|against|test|have performed|performed|perform|have worked|would have worked|have fared|have looked|backtest|back-test|back test|replay|simulate|dry run|simulation|what would have happened|how would it have done|test on history|would have done|have done
    |try on history|test on past|historical test`,
  stop: 'stop|halt|kill|abort|end',
  pause:
    'pause everything|stop everything|hold everything|emergency stop|pause all|halt everything|pull the brake|hand-brake|handbrake|pause all automations|stop all automations|pause the bot|pause',
  resume:
    'resume|resume everything|continue everything|unpause|release the brake|go on with everything',
  mute: 'mute|silence|quiet|keep quiet|hush|shut up',
  unmute: 'unmute|unsilence|speak again',
  undo: 'undo|revert|roll back|rollback|take back|reverse',
  save: 'save|store|remember|keep|name',
  merge: 'merge|combine|join|unify|make one of',
  apart:
    'not the same person|different people|two people|two different people|keep apart|are not the same',
  duplicates:
    'duplicates|duplicate|doubles|double entries|possible merges|merge suggestions|may be the same person|merges|same person|twins|duplicated customers',
  export: 'export|download|csv|as csv|dump|give out|spreadsheet|yaml|as yaml',
  yaml: 'yaml|as yaml|as a file',
  erase:
    'forget|erase|gdpr delete|right to be forgotten|delete all data of|anonymise|anonymize|delete for good|gdpr',
  approve: 'approve|accept|green light|sign off|okay it|wave through|say yes to|confirm',
  reject: 'reject|refuse|deny|say no to|turn down',
  live: 'live|go live|make live|activate|enable|on|turn on|switch on|set live|put live|launch live',
  off: 'off|turn off|switch off|deactivate|disable|shut down',
  shadow: 'shadow|shadow mode|silent mode|only record|dry mode',
  switch: 'turn|switch|flip|put|set|make|take',
  asking:
    'ask for approval|ask again|asks first|require approval|stop running by itself|ask for approval again',
  send: 'send|mail|email|write|dispatch|resend',
  preview:
    'how would|how will|what would|what will|looks like|preview|what does it look like|how does it look|look like|render|filled in',
  fire: `given|sent to|awarded|fire|fires|fired|firing|trigger|triggers|triggered|ran for|work for|apply to|apply for|applied|applies|kick in|go off|went off|start for|started for|happen for
    |happened for|act on|ran on|hit|catch|caught`,
  compare: 'difference between|differences between|diff|what changed|changed in|compare|changes',
  help: 'what are you capable of|how do you work|who are you|what are you|help|commands|what can you do|what can i ask|how does this work|what do you understand|capabilities|manual|how do i use|what are you able to do',
  // What it is about.
  customer:
    'spender|spenders|accounts|profiles|customer|customers|client|clients|buyer|buyers|shopper|shoppers|person|contact|account|profile|user',
  everyone:
    'ones|spenders|accounts|profiles|clients|everyone|everybody|all customers|all people|anyone|anybody|people|folks|those|all|customers|customer|buyers|shoppers|clients|someone|person|persons|users|members',
  who: 'who',
  that: 'that|whose|whom',
  them: 'them|they|these|those|these people|those people|these customers|those customers|all of them|the list|this list|this segment|that segment|this group|that group|their|everyone of them|this',
  she: 'her|his|him|she|he|their|them|they|this customer|that customer|the customer|this person|that person|same customer|the same customer|hers',
  it: 'it|this|that|this one|that one|the same one|this case|that case|this task|that task|the case|the task',
  myself: 'me|myself|i|my',
  mine: 'my|mine|me|assigned to me|i have|do i have|for me|on my plate|my own',
  order:
    'come back|been back|shopped|shop with us|shops with us|shopped with us|order|orders|purchase|purchases|bought|buy|buys|ordered|order history|purchase history|ordering|shopping',
  refund:
    'sent stuff back|sent things back|sent items back|send stuff back|send things back|sends stuff back|send goods back|ask for a refund|asked for a refund|asks for a refund|ask for a return|asked for a return|want a refund|wanted a refund|request a refund|requested a refund|claim a refund|send anything back|sent anything back|send something back|sent something back|send back|sent back|return anything|returned anything|return something|returned something|return|returning|money refunded|refund|refunds|refunded|returns|returned|money back|paid back',
  refunds_given: 'how much refunded|refunded so far',
  tier: 'how good|how loyal|tier|loyalty level|level|loyalty tier|loyalty status|status level|status',
  vip: 'a vip|vip',
  vips: 'vips|vip customers|vip clients',
  firstTimer:
    'first time buyer|first time buyers|first-time buyer|first-time buyers|first time customers|first-time customers|first timers|ordered for the first time|bought for the first time|first purchase|first order',
  notes: 'notes|remarks|comments|memos',
  codesUsed:
    'discount|discounts|discount code|discount codes|codes|coupon|coupons|voucher|vouchers|promo code|promo codes',
  draft:
    'draft|draft a reply|draft an answer|suggest an answer|suggest a reply|suggested reply|what should we answer|what should i answer|what should we reply|what should i reply|what do we answer|what to answer|what to reply|propose an answer|propose a reply',
  answer: 'reply|answer|respond|write back|reply to|answer to|response',
  repeat:
    'repeat buyer|repeat buyers|repeat customer|repeat customers|repeat clients|returning customer|returning customers|returning buyers|regulars of ours|came back to buy|bought again|ordered again|buy again|order again|loyal customers',
  unassigned:
    'unassigned|nobody took|nobody has taken|no one took|no one has taken|not taken|not taken yet|untaken|unclaimed|up for grabs|free|without an owner|without owner|no owner|not assigned|has nobody|belong to nobody|nobody is working on|no one is working on|nobody works on|nobody picked up',
  mailed:
    'mail from us|email from us|mails from us|emails from us|hear from us|heard from us|mailed|emailed|e-mailed|been mailed|been emailed|get a mail|get an email|got a mail|got an email|get any mail|get any mails|get any emails|received a mail|received an email|received any mails|received any emails|mail did|mails did|email did|emails did|write to|written to|in touch with|contacted',
  changed: 'changed|edited|touched|modified|updated|tagged',
  greeting:
    'hello|hello there|hi|hi there|hey|hey there|good morning|good afternoon|good evening|morning',
  inactive: 'inactive|dormant|quiet|gone quiet|not active|silent',
  timeline: `what is new with|new with|what is new on|been up to|been doing|everything that happened|everything that happened with|timeline|history|activity|activities|what happened|what has happened|log|events of|story|journey|past|interactions|chronology|event history|recent activity|going on with
    |what went on|happened`,
  spent:
    'valuable|how valuable|spent|spend|spends|lifetime spend|lifetime value|ltv|clv|revenue from|total spend|amount spent|paid us|money spent|worth|spending|value|paid|total spending',
  average:
    'average order|average order value|aov|average basket|basket size|basket value|on average|average purchase|mean order',
  consent: `opt in|opt in to emails|opt in to email|email marketing|marketing emails|e-mail marketing|marketing email|opted in to emails|consent|subscribed|subscription|newsletter|opted in|opt-in|opted-in|marketing consent|subscriber|subscribers|subscribed to the newsletter|subscribed to newsletter
    |subscribed to marketing|accepts marketing|accept marketing|mailable|on the newsletter|newsletter subscribers|allowed to mail|permission to mail|email consent|may be mailed
    |can be mailed|can mail|may we mail|can we mail|can we email|may mail|reachable by mail|reachable by email|get the newsletter|receive the newsletter|on our newsletter|to our newsletter|signed up for the newsletter`,
  unsubscribed:
    'cancelled the newsletter|canceled the newsletter|left the newsletter|no longer subscribed|cancelled their subscription|off the newsletter|unsubscribed|opted out|opted-out|unsubscribed from the newsletter|unsubscribed from marketing',
  sms: 'sms|text messages|text message',
  last: 'last time|last|latest|most recent|recent|previous|newest|recently',
  first: 'first|initial|very first|earliest',
  when: 'how long|since when|when|since when|what day|on which day|date',
  recommended:
    'offer|sell to|would suit|suits|fits|good match for|recommend|recommended|recommendations|recommendation|suggest|what should we offer|cross-sell|upsell|might like|product suggestions',
  email: 'email|e-mail|email address|e-mail address|mail address',
  phone:
    'phone nr|phone no|nr|cell|cell phone|mobile number|contact number|phone|phone number|telephone|telephone number|mobile|number to call',
  contactdata: 'contact details|contact data|how to reach',
  birthday: 'birthday|birthdays|born|birth date|date of birth',
  attributes: 'attributes|custom fields|fields of|properties',
  predicted:
    'predicted|prediction|predictions|forecast|expected|likely to come back|likely to buy|churn risk|probability|predict|likely',
  segmentsOf: 'which segments|what segments|segments of|in which segments|which groups|groups of',
  attribute: 'attribute|field|property|custom field',
  top: 'top|best|biggest|highest spending|most valuable|highest value|biggest spending|greatest|best-spending|top-spending|most loyal|vip-est|most important|highest-spending',
  most: 'most|the most|spend the most|spent the most|most money|highest spend|bought the most|by spend|by spending|by revenue|by amount spent',
  byPredicted:
    'by predicted|by forecast|by prediction|by predicted value|predicted best|expected best',
  segment: 'segment|segments|group|groups|audience|audiences|list called',
  member:
    'member|members|who is in|who are in|inside|people in|customers in|belongs to|who belongs to|belong to',
  isIn: 'in|part of|belong to|belongs to|a member of|member of|included in|inside|on',
  coverage:
    'cover|covers|coverage|covered|gaps|gap|overlap|overlaps|no rule covers|uncovered|covered by no rule|without a rule|fall through the cracks|covered twice|between the tiers',
  fields:
    'fields|filter fields|query fields|what can i filter by|what can i query|what can i filter on|filters|available fields|segment fields',
  query:
    'rule behind|logic behind|condition behind|definition of|definition|defined|criteria|criteria for|conditions|query|condition|filter',
  case: 'case|cases|refund case|refund cases|refund request|refund requests|ticket|tickets|return request|return requests|complaint|complaints|open refunds|refunds to handle',
  task: 'task|tasks|to-do|to-dos|todo|todos|to do list|todo list|reminders|reminder|follow-up|follow-ups',
  approval:
    'approval|approvals|approval request|approval requests|request for approval|sign-off|sign-offs',
  waiting:
    'waiting|pending|outstanding|undecided|to approve|waiting for approval|needs approval|need approval|need a decision|awaiting|to decide|to be approved|to sign off|waiting for a decision|waits|waiting for me',
  approvedOnes: 'approved',
  rejectedOnes: 'rejected|denied',
  expiredOnes: 'expired|lapsed|ran out',
  failedOnes: 'failed|broken|went wrong|unsuccessful',
  doneOnes: 'done|carried out|executed',
  open: 'urgent|pressing|open|unresolved|unsettled|unfinished|active|still open|to handle|waiting|to be done|due|outstanding|not resolved|not closed|undone|overdue|current|pending|left',
  automation:
    'automation|automations|rule|rules|flow|flows|workflow|workflows|playbook|playbooks|recipe|recipes|campaign|campaigns|journeys|bots',
  runs: 'runs|firings|fired for whom|executions|ran for whom|who did it fire for|for whom has it fired|run history|fired lately|fire history|recent runs',
  version: 'version|versions|edit history|revisions|who changed|revision',
  batch:
    'in bulk|changed in bulk|batch|batches|bulk change|bulk changes|mass change|mass changes|bulk edits',
  outbox: `sent|were sent|emails were sent|outbox|mails|emails|e-mails|mails sent|sent mails|sent emails|emails sent|mails we sent|emails we sent|outgoing mail|outgoing mails|outgoing emails|mail log|what mails went out|email log
    |what emails went out|went out|sent mail|mailbox|messages sent|mails did we send|emails did we send|not sent`,
  template: 'template|mail template|email template|mail|email|e-mail',
  event:
    'event|events|shop events|incoming events|webhooks|webhook events|came in from the shop|what came in|newest events',
  quarantine:
    'not read|could we not read|cannot read|can not read|unable to read|not be read|failed webhook|failed webhooks|failing webhooks|failed deliveries|failed delivery|webhook errors|webhook failures|rejected webhooks|quarantine|quarantined|unreadable|could not be read|could not read|unreadable deliveries|bad webhooks|broken webhooks|deliveries in quarantine',
  delivery: 'delivery|deliveries|webhook|webhooks',
  audit:
    'who approved what|who approved|who rejected what|who rejected|who confirmed what|audit|audit log|audit trail|decision log|who decided what|who did what|decisions log|audit entries|decisions',
  intact:
    'ok|okay|fine|all right|alright|in order|healthy|complete|untouched|sound|trustworthy|verify|intact|tampered|tampering|tampered with|unchanged|integrity|was changed|been changed|manipulated|valid|still good|correct',
  home: `what is assigned to me|anything due today|due today|what is due|what is left|left on my list|on my list|home|dashboard|my day|start page|what waits for me|what is waiting for me|what is on my plate|what is on today|what do i have to do|what should i do|what needs my attention
    |needs my attention|waiting for me|what is next|what is up|what is on|anything for me|what is new|my work|my queue|on my desk|morning briefing|briefing`,
  metrics: `metrics|kpi|kpis|figures|key figures|numbers|statistics|stats|report|revenue|turnover|repeat purchase rate|repeat rate|churn|churn rate|csat score|refund rate|sales figures|how is business|performance|retention|hours saved`,
  channel: 'channel|room',
  reason: 'reason|because|because of|due to|reason being',
  due: 'due|until|till|by|on|before',
  text: 'saying|that says|with the text|reading|that',
  ...CONDITIONS_EN,
} as const;

/** Something that a sentence may speak of. */
export type Concept = keyof typeof PHRASES_EN;

/** The phrases of one language, parted by bars. */
export type Phrases = Readonly<Record<Concept, string>>;
