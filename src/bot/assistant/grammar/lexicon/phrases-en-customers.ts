// The assistant's English for customers and what is known of them: orders, refunds, mails, tiers.

/** As in `phrases-en.ts`. */
export const CUSTOMERS_EN = {
  customer: `spender|spenders|accounts|profiles|customer|customers|client|clients|buyer|buyers|shopper|shoppers|person|contact
    |account|profile|user|purchaser|purchasers|consumer|patron|individual|human|customer card|customer profile|lady
    |gentleman|guest`,
  everyone: `ones|spenders|accounts|profiles|clients|everyone|everybody|all customers|all people|anyone|anybody|people|folks
    |those|all|customers|customer|buyers|shoppers|clients|someone|person|persons|users|members|purchasers|consumers
    |consumer|client|patrons|individuals|humans|guests|audience members|contacts|customer base`,
  who: 'who|whose',
  that: 'that|whose|whom',
  them: `them|they|these|those|these people|those people|these customers|those customers|all of them|the list|this list
    |this segment|that segment|this group|that group|their|everyone of them|this|all those people|them all|these guys
    |those guys|everyone in there|each of them|the people|the customers
    |that list`,
  ofThem: `of them|among them|amongst them|of these|of which|only the ones|just the ones|only those|just those|only the|just the
    |only people|only customers|out of them|out of those|from among them|of those are|of those have|of those were|those of them`,
  amongThem:
    'one of them|one of those|among them|in there|in it|on it|on the list|on that list|in that list|in this list',
  same: 'same|the same|likewise|ditto|same thing|the same thing|same again|do the same|what about|how about',
  she: `her|his|him|she|he|their|them|they|this customer|that customer|the customer|this person|that person|same customer
    |the same customer|hers`,
  it: `it|this|that|this one|that one|the same one|this case|that case|this task|that task|the case|the task`,
  myself: 'me|myself|i|my',
  mine: `my|mine|me|assigned to me|i have|do i have|for me|on my plate|my own|assigned to myself|belong to me|belonging to me
    |with my name|that are mine|are mine|in my name|on my name|i own|i took|i am responsible for|i am working on
    |i handle|i should do|that i have|i have taken|i took on|taken by me|i picked up|i have picked up|i claimed
    |in my hands|i am on|i am handling|i look after|under my name|my name on`,
  order: `buyers|come back|been back|shopped|shop with us|shops with us|shopped with us|order|orders|purchase|purchases|bought|buy
    |buys|ordered|order history|purchase history|ordering|shopping|bought from us|buying|purchased|purchasing|shop
    |order count|number of orders|orders placed|transaction|transactions|checkout|checkouts|sale|sales to
    |bought something|buy something|ordered something|make a purchase|made a purchase|makes a purchase|made purchases
    |make purchases|placed an order|placed orders|place an order|placing orders|buy anything|bought anything
    |ordered anything|order anything|made an order|made orders|purchasers|ordered from us|order with us|ordered with us
    |buy from us|buy here|bought here|purchase frequency|order frequency|orders on record`,
  oneOrder: `an order|one order|single order|a single order|one single order|any single order|a purchase|a single purchase
    |an individual order`,
  refund: `sent stuff back|sent things back|sent items back|send stuff back|send things back|sends stuff back|send goods back
    |ask for a refund|asked for a refund|asks for a refund|ask for a return|asked for a return|want a refund
    |wanted a refund|request a refund|requested a refund|claim a refund|send anything back|sent anything back
    |send something back|sent something back|send back|sent back|return anything|returned anything|return something
    |returned something|return|returning|money refunded|refund|refunds|refunded|returns|returned|money back|paid back
    |refunding|been refunded|get refunded|got refunded|money returned|reimbursement|reimbursements|reimbursed|complain
    |complained|complains|returned goods|returned items|returned products|returned things|return rate|returner
    |refund request|refund requests|refund history|return history|requested refunds|received a refund|get a refund
    |got a refund|had a refund|ask for money back|asked for money back|wanted money back|claimed a refund|refund claims
    |returns things|give anything back|gave anything back|giving back|refunds worth|returns worth|refunded more
    |refund worth|refunds of|refunds over|refunds totalling|refunds totaling`,
  refunds_given: 'how much refunded|refunded so far',
  tier: `how good|how loyal|tier|loyalty level|level|loyalty tier|loyalty status|status level|status|loyalty class|tier level
    |membership|membership level|customer level|customer tier|customer status|loyalty|rank|standing|grade
    |which club level|reward level|rewards tier|loyalty program|loyalty programme|class`,
  byItself: `automatic|automatically|auto|on auto|by spend again|let spend decide|spend decide|decided by spend
    |be decided by spend`,
  vip: 'a vip|vip',
  vips: 'vips|vip customers|vip clients',
  firstTimer: `first time buyer|first time buyers|first-time buyer|first-time buyers|first time customers|first-time customers
    |first timers|ordered for the first time|bought for the first time|new buyers|new customers who ordered
    |one-time buyers|one-time buyer|one time buyers|one time buyer|one-time customers|one time customers|one-timers
    |single-purchase customers|one-off buyers|one-off customers|bought only once|ordered only once|purchased only once
    |only bought once|only ordered once|buying only once|never came back after their first order
    |did not come back after their first order`,
  notes: `notes|remarks|comments|memos|annotations|note history|what was noted|what has been noted|written down about`,
  codesUsed: `discount|discounts|discount code|discount codes|codes|coupon|coupons|voucher|vouchers|promo code|promo codes
    |redeemed|promotion|promotions|promo|deals|vouchers given|gift codes`,
  repeat: `repeat buyer|repeat buyers|repeat customer|repeat customers|repeat clients|returning customer|returning customers
    |returning buyers|regulars of ours|came back to buy|bought again|ordered again|buy again|order again|loyal customers
    |repeat purchasers|repeat shoppers|multiple orders|several orders|ordered several times|bought several times
    |ordered multiple times|bought multiple times|ordered more than once|bought more than once|frequent buyers
    |frequent shoppers|came back|come back|came back for more|recurring customers|regular customers|regulars`,
  mailed: `mail from us|email from us|mails from us|emails from us|hear from us|heard from us|mailed|emailed|e-mailed
    |been mailed|been emailed|get a mail|get an email|got a mail|got an email|get any mail|get any mails|get any emails
    |received a mail|received an email|received any mails|received any emails|mail did|mails did|email did|emails did
    |write to|written to|in touch with|contacted|message from us|messages from us|mail history|email history
    |correspondence|correspondence with|communication with|communications with|mails to|emails to|messages to
    |what did we send|what have we sent|did we send|have we sent|we write|we wrote|sent her|sent him|sent them`,
  inactive: `inactive|dormant|quiet|gone quiet|not active|silent|sleeping|asleep|lapsed|gone|lost|stopped buying|stopped ordering
    |no longer buying|no longer ordering|not buying anymore|gone silent|have gone quiet|haven't been active|idle|churned`,
  timeline: `what is new with|new with|what is new on|been up to|been doing|everything that happened
    |everything that happened with|timeline|history|activity|activities|what happened|what has happened|log|events of
    |story|journey|past|interactions|chronology|event history|recent activity|going on with|what went on|happened
    |recent history|full history|complete history|customer history|whole story|activity log|log of|what have they done
    |what did she do|what did he do|recent events|latest activity|last activity|recent activities|event log
    |what took place|what has taken place|course of events|touchpoints|all interactions|interaction history
    |contact history|record of events|what is new|what's new|latest developments|up to lately|up to recently|up to
    |anything new|anything happening|sequence of events|background|backstory|behaviour|behavior|movements
    |went on with|that went on with|entries|entries for
    |everything that went on with|all that went on with|all that happened with`,
  spent: `valuable|how valuable|spent|spend|spends|lifetime spend|lifetime value|ltv|clv|revenue from|total spend|amount spent
    |paid us|money spent|worth|spending|value|paid|total spending|total|totals|total amount|the total amount|amount
    |total value|sum|total sum|customer value|lifetime|how much money|expenditure|expenditures|spending total
    |turnover with|turnover from|revenue with|revenue|contributed|contribute|bring in|brings in|brought in|brought us
    |purchase total|order total|order volume|volume|total purchases|total orders value|spendings|bill|paid in total
    |sales from|sales with|made with|earned from|earn from|earned with|worth to us|left with us|invested|ever spent
    |forked out|shelled out|cash|dollars|spenders|big spenders|high spenders|heavy spenders|big spender|pay us|pay|pays
    |paying|given us|earned us|left us|leave here|left here|spend here|spent here|leave with us|spend with us`,
  average: `average order|average order value|aov|average basket|basket size|basket value|on average|average purchase|mean order
    |average spend|average cart|average purchase value|typical order|typical basket|typical order value|mean order value
    |usual order|usually spend|usually spends|spend per order|spends per order|per order|per purchase|normally spend
    |average amount|average amount spent|average order size|order size|basket|avg order|avg basket|avg order value
    |average`,
  consent: `opt in|opt in to emails|opt in to email|email marketing|marketing emails|e-mail marketing|marketing email
    |opted in to emails|consent|subscribed|subscription|newsletter|opted in|opt-in|opted-in|marketing consent|subscriber
    |subscribers|subscribed to the newsletter|subscribed to newsletter|subscribed to marketing|accepts marketing
    |accept marketing|mailable|on the newsletter|newsletter subscribers|allowed to mail|permission to mail|email consent
    |may be mailed|can be mailed|can mail|may we mail|can we mail|can we email|may mail|reachable by mail
    |reachable by email|get the newsletter|receive the newsletter|on our newsletter|to our newsletter
    |signed up for the newsletter|signed up to the newsletter|sign up for the newsletter|registered for the newsletter
    |getting the newsletter|gets the newsletter|receives the newsletter|receiving the newsletter
    |receiving our newsletter|newsletter reader|newsletter readers|mailing list|on the mailing list|on our mailing list
    |in the mailing list|email list|on the email list|email opt-in|may we email|may we write to|can we write to
    |allowed to email|allowed to write to|allowed to send email to|allowed to send emails to|allowed to contact
    |permission to email|permission to contact|agreed to emails|agreed to get emails|agreed to marketing
    |agreed to receive emails|wants emails|wants our emails|want our emails|wants mails|marketing permission
    |email permission|accept emails|accepts emails|accept our emails|subscribe|subscribes|subscribing|subscribe to
    |who want mail|ok to email|okay to email|okay with emails|mailing consent|marketing opt-in|emailing permitted
    |email subscription|email subscribers|email subscriber|newsletter subscriber|newsletter subscription
    |newsletter subscriptions|opting in|opted into|opted in to marketing|opted in for email|consented|consents
    |given consent|gave consent|have consented
    |ok with getting emails|okay with getting emails|fine with getting emails|getting emails from us|get emails from us|ok with emails|fine with emails|consent for emails|consent for email|consent to emails|gets our newsletter|get our newsletter|gets the newsletter`,
  unsubscribed: `cancelled the newsletter|canceled the newsletter|left the newsletter|no longer subscribed
    |cancelled their subscription|off the newsletter|unsubscribed|opted out|opted-out|unsubscribed from the newsletter
    |unsubscribed from marketing|opt out|opted out of emails|opted out of email|opted out of marketing|unsubscribe
    |unsubscribes|unsubscribers|unsubscribing|left our newsletter|cancelled our newsletter|signed off the newsletter
    |do not want emails|do not want mails|do not want our emails|removed themselves from the newsletter
    |quit the newsletter|revoked consent|withdrew consent|withdrawn consent|stopped the newsletter|leave the newsletter
    |left the mailing list
    |unsubscribed from our emails|unsubscribed from emails|unsubscribed from our mails|unsubscribed from mails|unsubscribed from our newsletter`,
  sms: 'sms|text messages|text message',
  last: `last time|last|latest|most recent|recent|previous|newest|recently|lately|final|most recently|freshest|youngest
    |the last time|last ever|latest ever|last few|past few|newest few`,
  first: `first|initial|very first|earliest|the first time|first ever|very first time|original|to begin with|at first
    |earliest ever`,
  when: `how long|since when|when|since when|what day|on which day|date|at what time|what date|on what date
    |what was the date of|the date of|date of|which date|on which date|how recently|how long ago|in which month
    |in what year|which day|what time|when exactly|when was|when did|what day was`,
  recommended: `offer|sell to|would suit|suits|fits|good match for|recommend|recommended|recommendations|recommendation|suggest
    |what should we offer|cross-sell|upsell|might like|product suggestions|should i recommend|should we recommend
    |should i offer|should i suggest|should i sell|could i offer|could we offer|can i offer|can we offer|can i recommend
    |can we sell|could we sell|be interested in|might be interested in|would like|may like|might buy|might buy next
    |buy next|order next|next purchase|next best offer|next offer|pitch|good fit for|fit for|ideas for|gift idea for
    |what else|go well with|advise to|product ideas|product recommendations|suggestions|suggestion|which records would
    |which products would|cross sell`,
  email: `email|e-mail|email address|e-mail address|mail address|mail id|e-mail adress|email adress|electronic mail
    |contact email|email contact|mail`,
  phone: `phone nr|phone no|nr|cell|cell phone|mobile number|contact number|phone|phone number|telephone|telephone number
    |mobile|number to call|telephone nr|call number|number i can call|telephone no|mobile no|mobile phone|cellphone
    |mobile phone number|cell number|phone contact|dial|digits|ring up|reach by phone`,
  contactdata: `contact details|contact data|how to reach|contact info|contact information|contacts of|how can i reach
    |how do i reach|how can we reach|how do we reach|where can i reach|how do i contact|how can i contact|get hold of
    |get in touch with|postal address|address of|home address|street|street address|whereabouts|reachable|location of
    |home town|hometown|city of|country of`,
  birthday: `birthday|birthdays|born|birth date|date of birth|bday|b-day|birthdate|celebrate|celebrates|celebrating
    |celebrate their birthday|turn a year older|turns a year older|birthday kids|birthday children`,
  attributes: `attributes|custom fields|fields of|properties|custom attributes|custom data|extra fields|additional fields
    |additional data|traits|characteristics`,
  predicted: `predicted|prediction|predictions|forecast|expected|likely to come back|likely to buy|churn risk|probability|predict
    |likely|come back again|return to us|buy again soon|order again soon|expected to|expected spend|expected value
    |future value|predicted value|forecasted|chance|chances|odds|how likely|lose|losing|risk|at risk|risk of losing
    |at risk of leaving|leave us|leaving us|will come back|going to come back|will buy again|will order again
    |about to leave|loyalty prediction|churning|going to churn|about to churn|next order|next purchase expected`,
  top: `top|best|biggest|highest spending|most valuable|highest value|biggest spending|greatest|best-spending|top-spending
    |most loyal|vip-est|most important|highest-spending|best paying|most profitable|most spending|biggest-spending
    |heaviest spending|leading|strongest|finest|premium|prime|star|number one|most lucrative|favourite|favorite
    |best performing|first-rate|big|high-value|high value|high spending|most active|richest|best spending|key|vip-level
    |major|our best|elite`,
  topCustomers: `vips of ours|top spenders|top buyers|top customers|best customers|best clients|best buyers|big spenders|biggest fans
    |biggest spenders|top clients|star customers|power users`,
  most: `most|the most|spend the most|spent the most|most money|highest spend|bought the most|by spend|by spending|by revenue
    |by amount spent|biggest bills|the largest amounts|largest amounts|most revenue|the most revenue|spends most
    |spend most|spent most|brings the most|most by value|buy the most|buys the most|buys most|spending most|spending the most|paid the most
    |pays the most|highest revenue|highest spending|largest revenue|highest turnover|highest lifetime value
    |highest total`,
  mostOrders: `order the most|orders the most|orders most|ordered the most|ordered most|most orders|the most orders|most purchases
    |the most purchases|most often|most frequently|by orders|by number of orders|by order count|by purchases`,
  byPredicted: `by predicted|by forecast|by prediction|by predicted value|predicted best|expected best|by future value
    |by expected value|likely to be best|likely to spend most|by predicted spend|expected to spend the most
    |likely to spend the most|predicted to spend the most|future best|in the future`,
} as const;
