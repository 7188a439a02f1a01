// The assistant's English for what a team has before it: segments, cases, tasks, approvals, automations, the log.

/** As in `phrases-en.ts`. */
export const TEAM_EN = {
  draft: `draft|draft a reply|draft an answer|suggest an answer|suggest a reply|suggested reply|what should we answer
    |what should i answer|what should we reply|what should i reply|what do we answer|what to answer|what to reply
    |propose an answer|propose a reply|write an|write a|compose an|compose a|compose|word an|prepare an`,
  answer: `reply|answer|respond|write back|reply to|answer to|response
    |tell the customer|let the customer know|write the customer|write to the customer|inform the customer`,
  unassigned: `unassigned|nobody took|nobody has taken|no one took|no one has taken|not taken|not taken yet|untaken|unclaimed
    |up for grabs|without an owner|without owner|no owner|not assigned|has nobody|belong to nobody
    |nobody is working on|no one is working on|nobody works on|nobody picked up|not assigned to anyone
    |not assigned to anybody|assigned to nobody|assigned to no one|no assignee|without an assignee|without assignee
    |unowned|ownerless|unattended|nobody has picked up|nobody picked up yet|no one has picked up|no one picked up
    |not picked up|nobody cares for|nobody is handling|no one is handling|nobody handles|no one is taking care of
    |nobody is taking care of|nobody owns|no one owns|nobody claimed|nobody has claimed|no one has claimed|not claimed
    |to be taken|still free|still unassigned|still available|that i can take|to pick up|to grab
    |waiting for someone|not being handled|no agent|without an agent|without anyone|unhandled|still to be assigned|lacking an owner|left alone|orphaned|untouched|up for taking|waiting for somebody
    |waiting for anybody|for somebody to take|for someone to take|waiting to be taken|nobody cares about
    |no one cares about|somebody to take them|someone to take them|has nobody taken|has no one taken|nobody taken
    |no one taken|has nobody picked up|have nobody
    |nobody's|nobody's yet|no one's`,
  free: 'free|available|nobody|no one|nobody yet',
  changed: `changed|edited|touched|modified|updated|tagged|altered|adjusted|changed anything on|made changes to
    |made the last change`,
  greeting: `hello|hello there|hi|hi there|hey|hey there|good morning|good afternoon|good evening|morning|greetings|howdy|hiya
    |heya|sup|good day|hello bot|hi bot|hey bot|hi everyone|hello everyone|hello again`,
  segmentsOf: `which segments|what segments|segments of|in which segments|which groups|groups of|which segment|what segment
    |what groups|which audiences|member of which|segment memberships|segment membership|what segments is
    |which segments is|which segments does|groups is|part of which segments`,
  attribute: 'attribute|field|property|custom field',
  segment: `segment|segments|group|groups|audience|audiences|list called|lists|cohort|cohorts|saved lists|saved filters
    |saved segments|saved queries|customer group|customer groups|customer segment|customer segments|target group
    |target groups|bucket|buckets|category of customers|clusters|cluster`,
  member: `member|members|who is in|who are in|inside|people in|customers in|belongs to|who belongs to|belong to|who makes up
    |makes up|who all is in|who falls into|falls into|fall into|who falls in|contained|contains|contain|consists of
    |consist of|is made up of|comprise|comprises|who counts as|who qualifies for|qualify for|qualifies for
    |who is included in|included|who is part of|people from|customers from the segment|inhabitants|participants
    |who do we have in|persons in|are in|everyone in|everybody in|people of|customers of`,
  isIn: `in|part of|belong to|belongs to|a member of|member of|included in|inside|on|qualify for|qualifies for|count as
    |counts as|fall into|falls into|fall in|considered|counted in|listed in|included|put in|placed in|ended up in
    |end up in|get into|got into|make it into|made it into|landed in|contained in|inside of|within|assigned to
    |sorted into|classified as`,
  outside: 'outside|outside of|not from|not in|anywhere but|abroad of',
  coverage: `cover|covers|coverage|covered|gaps|gap|overlap|overlaps|no rule covers|uncovered|covered by no rule|without a rule
    |fall through the cracks|covered twice|between the tiers|not covered|who is not covered|left out|leave out
    |forgotten by the rules|blind spots|blind spot|holes|hole between|in no tier|in no segment|belong to no tier
    |between two tiers|match no rule|matched by no rule|several rules|more than one rule|two rules at once
    |conflicting rules|conflict|conflicts`,
  fields: `fields|filter fields|query fields|what can i filter by|what can i query|what can i filter on|filters
    |available fields|segment fields|searchable fields|data fields|what can i search|what can i search by
    |what can i search for|what can i ask about customers|query language|criteria available|available criteria
    |available filters|filter options|filter criteria|which criteria can i use|properties available
    |what attributes can i use|field names|names of the fields|field list|list of fields|filterable
    |what can i filter|what can we filter|what can i filter by|filter customers by|what can i sort by|what can be filtered`,
  query: `rule behind|logic behind|condition behind|definition of|definition|defined|criteria|criteria for|conditions|query
    |condition|filter|logic of|logic|rule for|rules for|conditions for|conditions of|how do you get into
    |how does one get into|how do people get into|how does someone get into|how is defined|how do we define|defined as
    |defines|define|what defines|made of|based on|formula|formula for|requirements|requirements for|what qualifies for
    |what makes a customer|rule of|made up|constructed|put together|picked|chosen|selected|determined|composed|how are
    |worked out`,
  case: `case|cases|refund case|refund cases|refund request|refund requests|ticket|tickets|return request|return requests
    |complaint|complaints|open refunds|refunds to handle|incident|incidents|issue|issues|claim|claims|refund claim
    |refund claims|return case|return cases|inquiry|inquiries|enquiry|enquiries|service request|service requests
    |support cases|support case|support tickets|support ticket|customer requests|dispute|disputes|refund issue
    |refund issues|request|requests|matter|matters|rma|rmas|refund ticket|refund tickets|returns case|case file|files`,
  task: `task|tasks|to-do|to-dos|todo|todos|to do list|todo list|reminders|reminder|follow-up|follow-ups|chore|chores
    |assignment|assignments|action item|action items|errand|errands|work item|work items|job|jobs|things to do
    |things i have to do|to do|duties|duty|pending work|to-do list|task list|follow ups|followups|followup|follow up
    |tasks list|checklist|agenda`,
  approval: `approval|approvals|approval request|approval requests|request for approval|sign-off|sign-offs|authorisation
    |authorization|authorisations|authorizations|permission request|permission requests|signoff|signoffs|sign off
    |sign offs|approval list|approval queue|approvals queue|green light|release request|proposal|proposals
    |decisions to make`,
  waiting: `waiting|pending|outstanding|undecided|to approve|waiting for approval|needs approval|need approval|need a decision
    |awaiting|to decide|to be approved|to sign off|waiting for a decision|waits|waiting for me|pending approval
    |pending my approval|waiting on me|waiting on us|wait for|wait for approval|waiting on|waits for approval
    |waits for my approval|wait for my decision|need my approval|needs my approval|needs my ok|need my ok|needs my okay
    |need my signature|needs my signature|need signing|need to sign|need to sign off|have to sign|to be signed
    |to be signed off|sign|need to approve|i need to approve|i have to approve|i should approve|i must approve
    |have to approve|should be approved|must be approved|must be decided|to be decided|need to decide|i need to decide
    |have to decide|not decided|not decided yet|not yet decided|not approved yet|not yet approved|open for decision
    |in the queue|queued|queue|awaiting a decision|awaiting decision|awaiting approval|await|awaits|for approval
    |for my approval|for me to approve|for decision|up for approval|up for decision|needs a decision|need deciding
    |still undecided|still to be approved|left to approve|require approval|requires approval|requiring approval
    |require a decision|require my decision|on hold|unapproved|need confirmation|needs confirmation|to confirm|approving
    |needs approving|need approving|signing off
    |needs my ok|need my ok|still needs my ok|needs an ok|still need an ok|needs my okay`,
  approvedOnes: `approved|accepted|granted|signed off|cleared|got approved|confirmed|waved through|permitted|okayed`,
  rejectedOnes: `rejected|denied|turned down|declined|refused|not approved|got rejected|were refused|disapproved|vetoed`,
  expiredOnes: `expired|lapsed|ran out|timed out|not decided in time|too late|overran|run out|have run out|past their deadline`,
  failedOnes: `failed|broken|went wrong|unsuccessful|did not work|failing|errors|error|with errors|crashed|bounced
    |could not be executed|not delivered|undelivered|fail|fails`,
  doneOnes: 'done|carried out|executed|completed|finished|performed|gone through|took place',
  open: `urgent|pressing|open|unresolved|unsettled|unfinished|active|still open|to handle|waiting|to be done|due|outstanding
    |not resolved|not closed|undone|overdue|current|pending|left|not settled|not done|not done yet|not handled
    |not finished|unprocessed|unanswered|unclosed|remaining|ongoing|running|in progress|being worked on|still to do
    |to do|to be handled|to be resolved|to resolve|to work on|to process|that need work|needing attention|need attention
    |needs work|not yet resolved|not yet closed|yet to be resolved|pending resolution|live ones|still running
    |still waiting|still pending|still unresolved|still not closed|still not resolved|upcoming|not completed|incomplete
    |hanging|unfulfilled|waiting for us|waiting for an answer|high priority|priority|important|unsolved|remain|remains
    |remained|not solved|unfixed|still there|not yet done|unhandled`,
  automation: `automation|automations|rule|rules|flow|flows|workflow|workflows|playbook|playbooks|recipe|recipes|campaign|campaigns
    |journeys|bots|automatism|automations list|automated rule|automated rules|automated campaign|automated campaigns
    |automated mails|automated emails|automated messages|routine|routines|process|processes|sequence|sequences|trigger
    |triggers|scenario|scenarios|drip campaign|email flow|email flows|marketing automation|marketing automations
    |programme|programmes|program|automatic rule|automatic rules|automatic mails|action|machine`,
  runs: `runs|firings|fired for whom|executions|ran for whom|who did it fire for|for whom has it fired|run history
    |fired lately|fire history|recent runs|invocations|occurrences|past runs|latest runs|activations|run log|recipients
    |targets|people reached|customers reached|results|result|outcome|outcomes|log|history|for whom|for which customers
    |whom|to whom|on whom`,
  version: `version|versions|edit history|revisions|who changed|revision|change history|past versions|earlier versions
    |previous versions|old versions|version history|history of changes|history of versions|changelog|change log
    |iterations|edits|who edited|who last changed|history`,
  batch: `in bulk|changed in bulk|batch|batches|bulk change|bulk changes|mass change|mass changes|bulk edits|bulk updates
    |bulk update|bulk actions|bulk action|bulk jobs|bulk job|mass updates|mass update|mass edits|mass actions
    |group changes|collective changes|batch changes|batch jobs|batch job|bulk operations|bulk operation
    |changes of many customers|changes to many customers`,
  outbox: `sent|were sent|emails were sent|outbox|mails|emails|e-mails|mails sent|sent mails|sent emails|emails sent
    |mails we sent|emails we sent|outgoing mail|outgoing mails|outgoing emails|mail log|what mails went out|email log
    |what emails went out|went out|sent mail|mailbox|messages sent|mails did we send|emails did we send|not sent
    |emails going out|mails going out|outgoing messages|outbound mail|outbound emails|sent messages|sent items
    |sent folder|email traffic|mail traffic|mails went out|emails went out|mails go out|emails go out|mails gone out
    |emails gone out|mailings|mail queue|email queue|mails have gone out|emails have gone out|mails have we sent
    |emails have we sent|undelivered mails|undelivered emails|bounced mails|bounced emails|failed mails|failed emails
    |mails failed|emails failed|mails not sent|emails not sent|sended|delivered|sent out|mail deliveries|sent by us
    |email activity|mails sent to|emails sent to|mails sent|emails sent|messages sent to|messages sent
    |not go out|did not go out|emails did not go out|mails did not go out|all mails go out|mails going out`,
  template: `template|mail template|email template|mail|email|e-mail|mails template|newsletter template|message|letter|text
    |design`,
  event: `event|events|shop events|incoming events|webhooks|webhook events|came in from the shop|what came in|newest events
    |incoming|incoming data|shop activity|happenings|occurrence|what arrived|arrived|came in|come in|coming in|feed
    |event feed|event stream|stream|data feed|events from the shop|notifications from the shop|shop notifications
    |shopify events|signals`,
  quarantine: `not read|could we not read|cannot read|can not read|unable to read|not be read|failed webhook|failed webhooks
    |failing webhooks|failed deliveries|failed delivery|webhook errors|webhook failures|rejected webhooks|quarantine
    |quarantined|unreadable|could not be read|could not read|unreadable deliveries|bad webhooks|broken webhooks
    |deliveries in quarantine|not processed|not be processed|could not be processed|could not process|not accepted
    |not understood|malformed|corrupt|corrupted|invalid deliveries|invalid webhooks|invalid events|garbled
    |stuck webhooks|stuck deliveries|stuck events|stuck|problem deliveries|deliveries with errors|deliveries failed
    |webhooks failed|event errors|events failed|failed events|erroneous webhooks|erroneous deliveries|faulty webhooks
    |faulty deliveries|unprocessed deliveries|unprocessable|rejected deliveries|undeliverable|not parsed|unparsed
    |dead letters|dead letter queue|bounced webhooks|errors in webhooks|webhooks with errors|failed to read
    |import errors|incoming errors|bad deliveries|broken deliveries|bad events|broken events|problems with webhooks
    |webhook problems|problem webhooks`,
  delivery: 'delivery|deliveries|webhook|webhooks',
  audit: `who approved what|who approved|who rejected what|who rejected|who confirmed what|audit|audit log|audit trail
    |decision log|who decided what|who did what|decisions log|audit entries|decisions|log of decisions|journal
    |decision history|history of decisions|who changed what|who took which decisions|recent decisions|which decisions
    |past decisions|record of decisions|compliance log|protocol|activity of the team|what did the team do|team activity
    |what has the team done|security log|who has done what|who did that|decisions made|decisions taken|accountability
    |traceability|paper trail|logbook|system log`,
  intact: `ok|okay|fine|all right|alright|in order|healthy|complete|untouched|sound|trustworthy|verify|intact|tampered
    |tampering|tampered with|unchanged|integrity|was changed|been changed|manipulated|valid|still good|correct|authentic
    |manipulation|forged|consistent|altered|modified|edited|still valid|still intact|unbroken|uncorrupted|safe
    |check the integrity of|integrity of|validate|doctored|genuine|broken|been altered|been edited|been modified
    |been manipulated|been tampered with|chain|reliable|trust|meddled with|hacked`,
  home: `what is assigned to me|anything due today|due today|what is due|what is left|left on my list|on my list|home
    |dashboard|my day|start page|what waits for me|what is waiting for me|what is on my plate|what is on today
    |what do i have to do|what should i do|what needs my attention|needs my attention|waiting for me|what is next
    |what is up|what is on|anything for me|what is new|my work|my queue|on my desk|morning briefing|briefing
    |requires my attention|require my attention|need my attention|what needs doing|what needs to be done
    |what do i need to do|what do i need to do today|what must i do|what must i do today|what should i do today
    |what should i start with|where should i start|where do i start|what is first|what is there to do|anything to do
    |anything to do for me|anything urgent|anything urgent today|anything waiting|anything waiting for me
    |what is pending for me|what is pending|what is open for me|what is going on|what is going on today
    |what is going on in the shop|what is happening|what is happening today|what happened today|what is important today
    |how is my day|plan for today|today's plan|today's work|today's agenda|my agenda|agenda for today|agenda
    |my tasks and cases|my to dos|start of the day|start my day|begin my day|daily overview|daily summary|daily report
    |today's summary|summary of today|summary for today|overview of today|today's overview|overview of my day
    |today at a glance|at a glance|give me the overview|give me an overview|the overview|morning report|morning summary
    |main page|main screen|homepage|home page|front page|landing page|inbox|my inbox|my list|my list for today
    |what have i got|what have i got today|what have i got on|status report|status update|catch me up
    |bring me up to speed|get me up to speed|what did i miss|what have i missed|how are we doing|how are we doing today
    |how are things|how is the shop doing|how is the shop|how did the shop do|how is the store doing|how is it going
    |state of the shop|state of affairs|what to do|what to do now|what to do next|what to do today|what now|next steps
    |what comes next|status|how is business|how is business today|how is business going|what am i working on
    |what am i supposed to do|what am i doing today|what is today|what have i to do|what happened in the shop
    |what is going on in our shop|anything i should know|what should i know|what should i do first|what is first today
    |where to begin|what do i need to get done|what should i look at|what should i look at first|what needs to get done
    |what should i tackle|what should i tackle first|what do i do first|what do i start with|what is overdue|anything overdue|what is late|what is running late|what has to be done
    |what do i have on my plate|what do i have to get done|what do i need to get done today|what have i got on my plate`,
  channel: 'channel|room',
  reason: `reason|because|because of|due to|reason being|since|as|for the reason that|owing to|on account of`,
  due: 'due|until|till|by|on|before|at the latest|no later than|for|latest|in|again|after',
  text: `saying|because|that says|with the text|reading|that|with the message|with message|with the note|with this text|as follows
    |the following|following|with the words|with text|stating|namely|this text|with comment|with the comment
    |with the reason|the reason is|explaining`,
} as const;
