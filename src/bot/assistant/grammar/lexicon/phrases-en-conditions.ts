// The assistant's English for what is said of customers: how much, how often, when, and what of.

/** As in `phrases-en.ts`. */
export const CONDITIONS_EN = {
  over: 'more than|over|above|greater than|higher than|bigger than|larger than|exceeding|upwards of|beyond|exceeds|exceed|north of|in excess of|>|more then|greater then|higher then|bigger then|larger then',
  under:
    'less than|under|below|fewer than|lower than|smaller than|up to but not|<|cheaper than|less then|lower then|smaller then|fewer then',
  least: `at least|or more|minimum|min|no less than|not less than|starting at|and more|and up|and above|or above|from upwards|>=|no fewer than|+
    |or better|or higher`,
  most_: `at most|or less|maximum|max|no more than|not more than|up to|or fewer|or below|<=
    |or worse|or lower|or less than that`,
  exactly: 'exactly|precisely|equal to|equals|just|only',
  between: 'between|from',
  once: 'once|one time|a single time|single',
  twice: 'twice|two times|a second time',
  times: 'times|time|x',
  money: 'money|dollar|dollars|usd|euro|euros|eur|bucks|pounds|gbp|quid|chf|francs|$|€',
  percent: 'percent|per cent|%|pct',
  quarter: 'quarter|fourth',
  third: 'third',
  half: 'half',
  tenth: 'tenth|decile',
  fifth: 'fifth|quintile',
  day: 'day|days',
  week: 'week|weeks',
  month: 'month|months',
  year: 'year|years|yr|yrs',
  call: 'call|phone|ring|contact|get back to|write to|email|ask|check with',
  hour: 'hour|hours|h|hrs|hr',
  minute: 'minute|minutes|min|mins',
  today: 'today|this day',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  past: 'in the last|in the past|within the last|over the last|during the last|over the past|during the past|within the past|the last|the past|past|last|these last|previous',
  next: 'in the next|within the next|over the next|the next|next|coming|upcoming|in the coming',
  thisPeriod: 'this|this current|the current|current',
  ago: 'ago|back|earlier',
  since: 'since|starting|from',
  after: 'after|later than',
  before: 'before|prior to|earlier than|until|by',
  longer:
    'longer than|more than|over|for more than|for over|older than|for longer than|for at least|at least',
  during: 'for|in',
  joined: `become a customer|become customer|becoming a customer|joined|signed up|sign up|registered|created|account created|became a customer|became customers|customer since|customers since|been a customer|been customers|added|account|accounts|been with us|member since|signups|created their account|created an account|new|account is|with us|customers for|a customer for|been around|account age
    |join|join us|joins|joined us`,
  older: 'older than|older',
  newer: 'newer than|younger than|newer',
  newcomer: 'new',
  live_in:
    'which country|what country|which city|what city|which town|live|lives|living|based|located|reside|residing|come from|comes|come|coming|resident|residents|situated|are|came|hail|hails|comes',
  abandoned:
    'left stuff in the cart|left stuff in their cart|left things in the cart|left things in their cart|left something in their cart|left their basket|dropped out at checkout|did not check out|dropped their cart|abandoned|left a cart|left their cart|abandoned a cart|abandoned their cart|abandoned cart|abandoned carts|abandoned checkout|abandoned checkouts|abandoned a checkout|left a checkout|left without buying|cart abandoners|abandoned their checkout|did not finish checkout|left something in the cart|left their checkout|left items in the cart|abandoned the checkout|abandoned their basket|abandoned a basket',
  viewed: 'viewed|looked at|visited|browsed|seen|viewing|looked|look at|clicked|clicked on|saw',
  product: 'product|products|item|items|article|articles|sku',
  category: 'category|categories|genre|department|product category|product type',
  language: 'language|speak|speaks|speaking|language is',
  domain:
    'address|addresses|email address|mail address|domain|address at|addresses at|email at|address with|email domain|e-mail domain|mail domain|addresses with',
  codes: `unused code|unused codes|unused discount|unused discounts|unused coupon|unused coupons|unused voucher|unused vouchers|code not used|codes they have not used|open code|discount code they have not used
    |discount code they have not used|code they have not used|discount code not used|code not yet used|voucher they have not used|coupon they have not used`,
  csat: 'csat|survey score|satisfaction|rated us|rating|survey answer|satisfaction score|score|rate us|survey',
  net: 'net|net of refunds|after refunds|less refunds|minus refunds|refunds deducted',
  recency: 'ordered most recently|ordered last|by recency|most recently',
  unhappy: 'unhappy|dissatisfied',
  without: 'without|with no|has no|have no|having no|lacking',
} as const;
