// The assistant's English for what is to be done: shown, tagged, settled, switched, compared.

/** As in `phrases-en.ts`. */
export const ORDERS_EN = {
  show: `gimme|hows|how does|who has|who is on|who is working on|who works on|who handles|who is handling|who owns|who took
    |who deals with|who's|whos|what's|whats|who placed|who made|whose is|whose|who does|who|get|pull|bring|open|give me
    |i need|where's|how is|how's|what about|anything on|anything about|info on|info about|details on|details for
    |information on|information about|details about|status of|what do you know about|what can you tell me about
    |have a look at|take a look at|show|show me|display|view|open up|pull up|bring up|look up|lookup|find|search
    |search for|fetch|look at|check out|tell me|give me|get me|i want to see|let me see|who is|what is|what are
    |what do we know|print|read|inspect|profile of|what about|how about|where is|where are|check|state of|the state of
    |condition of|the condition of|standing of|where do we stand with|where do we stand on|what happened to
    |what became of|what came of|walk me through|take me to|go to|jump to|list the details of|provide|describe|pull out
    |let me look at|check on|check up on|update on|the latest on|any news on|any news about|news on|news about
    |what have we got on|what do we have on|what is known about|do you know anything about|who might be|i am looking for
    |looking for|i want to know about|who exactly is|look into|bring me|display the card of|card of|record of
    |customer record of|account of|data on|data of|remind me who is|what kind of customer is|report on
    |how are things with|how is it going with|how far along is|how far is|progress on|progress of|review|reviewing
    |peek at|what is happening with|what is happening to|who do we have for|what is this|consult|examine|tell us|see
    |everything we know about|all we know about|what we know about|everything you know about|everything we have on|all we have on|the deal with`,
  give: `gets|should get|should be|becomes|give|gives|grant|assign the tag|attach|put|stick|apply|slap|hand out|award|assign`,
  add: 'add|append|create a tag|insert|attach|put in|append to|include',
  tag: 'tag|label|tagging|marker|keyword|sticker|badge',
  mark: 'mark|flag|tag|label|classify|treat|designate|register|note as|classify as|treat as',
  untag: 'untag|unlabel|unmark|unflag|detag',
  remove: `remove|delete|take away|take off|drop|strip|get rid of|clear out|take|unassign|detach|erase the tag|pull off|scrub
    |clear off|lose|kill`,
  set: `set|change|update|put|make|switch|adjust|modify|record|store|move|upgrade|downgrade|promote|bump|raise|lift|elevate
    |place|reassign|bring|move up|move down|alter|edit|fix`,
  clear: 'clear|empty|unset|reset|blank|wipe',
  note: `note to self|write on|note|notes|comment|memo|annotation|note down|jot down|write down|leave a note|add a note
    |make a note|remark|take a note|write a note|put a note|memo to|a memo|note for the file|annotate|record|log a note
    |log|put down|write this down|leave a comment|add a comment|write|remember about|file note|enter a note|post a note`,
  take: `take care of|look after|see to|take|claim|grab|pick up|i take|i will take|i am taking|assign to me|mine now
    |take over|own|handle|i will take care of|i take care of|leave it to me|i am on|i am on it|i am handling
    |i will handle|will handle|handling|i do|let me take|let me have|let me handle|give me|assign it to me|put me on
    |put my name on|i got|i have got|got it|dibs on|i deal with|i will deal with|deal with|work on|i will work on
    |i am working on|let me do|let me deal with|put it on my list|for me to handle|i want|i will do|will do|i am doing
    |i will look after|i will do it|i can do|i can take`,
  resolve: `resolve|close|settle|resolved|closed|complete|wrap up|finish off|is done|is sorted|sorted|sort out|dealt with
    |is settled|wrapped up|mark as resolved|mark resolved|conclude|is finished|is over|is resolved|is closed|finalise
    |finalize|shut|solve|solved|solving`,
  refunded: `refunded|as refunded|paid back|money back|reimbursed|got her money back|got his money back|got their money back
    |got the money back|money returned|money has been returned|money was returned|money refunded|was refunded
    |has been refunded|got refunded|refund issued|refund sent|refund paid|we refunded|paid out|payment returned
    |reimbursed her|we paid it back|gave the money back|gave her the money back|gave him the money back
    |sent the money back|money is back|money went back|money is returned|refunded the item|refunded the order
    |refunded the customer|refunded everything`,
  exchanged: `exchanged|swapped|replaced|as exchanged|got a replacement|sent a replacement|sent a new one|got a new one
    |was swapped|was replaced|was exchanged|has been exchanged|has been replaced|by exchange|new item sent
    |replacement sent|we exchanged it|we swapped it|as a replacement|exchanged the item|swapped the item
    |replaced the item|exchanged the product|exchanged the goods|replaced the product|sent another one`,
  credited: `credited|as credited|got store credit|got a voucher|as store credit|gave store credit|was credited|has been credited
    |we credited it|credited the customer|credited the amount|gave a voucher|sent a voucher`,
  declined: `declined|denied|turned down|refused|as declined|with a rejection|was declined|was denied|was rejected
    |has been declined|we declined it|no refund|refusal|rejected`,
  exchangeNow: `exchange|swap|replace|replacement|a replacement|send a replacement|send out a replacement|ship a replacement
    |get a replacement|with a replacement|with an exchange|send a new one|offer an exchange|offer a replacement
    |send something else|exchange instead of refund|by replacement`,
  creditNow: `credit|store credit|in store credit|with store credit|issue store credit|offer store credit|give store credit
    |pay in store credit|pay out as store credit|credit note|a voucher|voucher|with a voucher|gift card|shop credit
    |store credit instead of money|credit instead of money|store credit instead`,
  refundNow: `refund|refund now|issue a refund|issue the refund|pay back|pay out|reimburse|give the money back|send the money back
    |return the money|make the refund|do the refund|trigger the refund|start the refund|pay the refund|refund the money`,
  declineNow: 'decline|reject|refuse|deny|turn down|say no to|no refund for',
  assign: `handle|take over|look after|takes over|should handle|goes|should go|route|assign|reassign|hand|hand over|give|pass
    |delegate|transfer|move|handled by|should take|should take over|to be handled by|redirect|reroute|send over|give to
    |assigned to|will take|will handle|can take|is now with|allocate|entrust|shove|turn over|is for|belongs to`,
  create: `create|open|new|start|make|add|raise|file|log|set up|begin|launch|make me|put in|register|record|enter|draft|opened|created|raised|filed|started|reported|came in`,
  remind: `remind me to|remind us to|remind me|reminder to|reminder|follow up|todo|to do|remember to|set a reminder
    |set a reminder to|create a reminder|reminder for|reminder about|make me remember|do not let me forget
    |don't let me forget|note to self|ping me|nudge me|schedule|task to|have me|remind|remind us|remind the team to|nudge us`,
  snooze: `sleep on|back|snooze|postpone|put off|delay|defer|push back|later|push|park|hold|hold off|hold off on|put on hold
    |put aside|set aside|shelve|bring back in|wake|wake up|remind me of|remind me about|come back to|look at again|table
    |put to sleep|let rest|wait with|keep for|move|move to|reschedule|until|suspend|wait|put on ice|sleep|off
    |back to sleep|to sleep|away|later on|for now`,
  finish: `finish|done|complete|completed|finished|tick off|is done|mark as done|mark done|as done|check off|over with|ready
    |accomplished|has been done|is finished|is complete|is completed|is ready|was done|achieved|did|wrapped|wrap up
    |close|closed|tick|ticked|cross off|i did|mark complete|checked off|finalise|settled|all done`,
  cancel: `cancel|call off|abort|scrap|drop|cancelled|canceled|is obsolete|obsolete|no longer needed|is not needed
    |not needed anymore|not needed any more|not necessary|forget about|discard|withdraw|void|kill|skip|remove|delete
    |get rid of|throw away|not needed|we do not need|is no longer needed|never mind`,
  reopen: `reopen|open again|re-open|bring back|re-activate|reactivate|was closed too early|closed too early|revive
    |back to open|open once more|put back to open|unclose|restart|not solved yet|is not finished|bring back to life`,
  escalate: `escalate|raise with a manager|need a manager|call a manager for|needs more say|escalation for|call a manager
    |get a manager|pass up|to a manager|needs a manager|need a supervisor|needs a supervisor|supervisor|manager
    |to my boss|to the boss|over my head|beyond me|i need help with|somebody senior|someone senior|higher up|send up
    |i am stuck with|i am stuck on`,
  release: `back in the pool|back into the pool|in the pool|to the pool|free up|release|give back|hand back|unassign|let go of
    |put back|back to the pool|back to pool|return to the pool|to the queue|back in the queue|back to the queue|unclaim
    |drop from my list|not mine anymore|not mine any more|i cannot take|i can't do|return to the team|for somebody else
    |for someone else|for anyone to take|for others|up for grabs again|make available|relinquish|abandon|give up|free
    |put it back|give it back|hand it back|i cannot do|i can not do|i am not able to do`,
  handover: `handover|hand-over|hand over list|end of shift|shift handover|shift report|end of my shift|i am going home
    |handing over|handover list|what is left of the cases|shift change`,
  run: `running|runs|run|trigger|execute|start|fire off|launch|kick off|apply|invoke|activate for|set off|perform|carry out
    |do|work|works|working|operate|operates`,
  backtest: `test against|against|test|have performed|performed|perform|have worked|would have worked|have fared|have looked
    |backtest|back-test|back test|replay|simulate|dry run|simulation|what would have happened|how would it have done
    |test on history|would have done|have done|try on history|test on past|historical test|hypothetically
    |past performance of|try out|try|how many would have been hit|test drive|retrospective|retroactively
    |rerun on history|replayed|what would it have done|would have happened`,
  stop: 'stop|halt|kill|abort|end|cease|interrupt|terminate|call off',
  pause: `pause everything|stop everything|hold everything|emergency stop|pause all|halt everything|pull the brake|hand-brake
    |handbrake|pause all automations|stop all automations|pause the bot|pause|stop all of it|pause all of it
    |freeze everything|freeze all|hit the brakes|suspend everything|suspend all automations|suspend all|suspend
    |put everything on hold|hold all|stop all|stop all mails|stop all emails|everything must stop|stop the bot
    |stop the world|panic|panic button|kill switch|shut everything down|stop sending|halt all automations|all stop
    |emergency`,
  resume: `resume|resume everything|continue everything|unpause|release the brake|go on with everything`,
  mute: `mute|silence|quiet|keep quiet|hush|shut up|be quiet|no more messages in|no messages in|stop posting in
    |stop posting to|turn off notifications for|turn off notifications in|no notifications in|shush|pipe down
    |less noise in|shut|not a word in|stop notifying|stop pinging|stop messaging|stop notifications in|stop notifications for|do not notify|stop spamming`,
  unmute: `unmute|unsilence|speak again|end the mute|end mute|stop muting|let speak|let talk|turn on notifications for
    |turn notifications back on|listen again|loud again|activate again`,
  undo: `undo|revert|roll back|rollback|take back|reverse|take that back|rewind|restore|cancel out|annul|rescind`,
  save: 'save|store|remember|keep|name',
  merge: `merge|combine|join|unify|make one of|consolidate|fuse|put together|are the same person|is the same person as
    |is the same as|are the same|same person as|same customer as|belong together|bring together|duplicate of
    |is a duplicate of|are one person|are one and the same`,
  apart: `not the same person|different people|two people|two different people|keep apart|are not the same
    |are different people|are two people|different persons|are not duplicates|not duplicates|not a duplicate
    |two separate people|are separate people|are separate|are distinct`,
  duplicates: `duplicates|duplicate|doubles|double entries|possible merges|merge suggestions|may be the same person|merges
    |same person|twins|duplicated customers|dupes|dupe|double customers|double accounts|customers twice
    |twice in the system|entered twice|registered twice|same customer twice|two times in system|recorded twice
    |doppelgangers|doubled|double records|duplicate records|who might be the same|might be the same
    |could be the same person|possible duplicates|clones|duplicate customers|listed twice|exist twice|exists twice|twice
    |exist more than once|more than once in the system|appear twice|have two records|two records`,
  export: `export|download|csv|as csv|dump|give out|spreadsheet|yaml|as yaml|give me the file|save as csv|file|excel|in excel
    |to excel|sheet|extract|backup|data dump|as a spreadsheet|to a spreadsheet|as a file|copy of all data`,
  yaml: 'yaml|as yaml|as a file',
  erase: `forget|erase|gdpr delete|right to be forgotten|delete all data of|anonymise|anonymize|delete for good|gdpr`,
  approve: `approve|accept|green light|sign off|okay it|wave through|say yes to|confirm|ok|okay|authorise|authorize|permit|allow
    |give the go-ahead for|give the ok for|is fine|looks good|agree to|consent to|bless|let through`,
  reject: `reject|refuse|deny|say no to|turn down|disapprove|veto|block|turn it down|do not approve|don't approve|no to`,
  live: `live|go live|make live|activate|enable|on|turn on|switch on|set live|put live|launch live|to live|into live mode
    |put into production|in production|activated|enabled|switched on|turned on|running|active`,
  off: `off|turn off|switch off|deactivate|disable|shut down|switched off|turned off|stop using|disabled|inactive
    |deactivated|put out of service|retire|kill|offline|out of action|down`,
  shadow: `shadow|shadow mode|silent mode|only record|dry mode|shadow-mode|to shadow|into shadow|in shadow|observe only
    |only observe|observation mode|watch only|test mode|trial mode|practice mode|without sending|record only|just record`,
  switch: 'turn|switch|flip|put|set|make|take',
  send: 'send|mail|email|write|dispatch|resend|fire off|shoot|forward|mail out|deliver',
  tell: `email|mail|e-mail|write to|send a mail to|send an email to|send a message to|message|drop a line to|mail to|email to`,
  preview: `how would|how will|what would|what will|looks like|preview|what does it look like|how does it look|look like|render
    |filled in|how does|how do|what does|show a preview of|show me how|sample of|example of|mock up|appearance of
    |look of|will look|would look|would see it|will see it|sees it|would see|would receive it|would get it|gets to see
    |see in|sees|will see|see of`,
  fire: `given|sent to|awarded|fire|fires|fired|firing|triggers|triggered|ran for|work for|apply to|apply for|applied|applies
    |kick in|go off|went off|start for|started for|happen for|happened for|act on|ran on|hit|catch|caught|got|get
    |getting|receive|receives|received|reach|reached|reaches|launched|went out to|was sent|act|acted|acts|took effect
    |used for|effect|executed|affected|affects|affect|touched|targeted|targets|respond|responded|react|reacted|activated
    |skip|skipped|skips|skipping|miss|missed|ignore|ignored|leave out|left out|exclude|excluded|pass over|passed over
    |bypass|bypassed|overlook|overlooked|go to|goes to|going to|went to|gone to|go out to|apply|came to`,
  compare: `difference between|differences between|diff|what changed|changed in|compare|changes|differ|differs|difference
    |differences|changed between|between the versions|latest change|latest changes|last change|what is different
    |changes in|compare the versions of
    |different from before|what is new in|new in`,
} as const;
