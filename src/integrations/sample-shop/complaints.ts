// What the sample shop's customers say when they want to send something back, in their own words.

/** A reason as shops code it, and a note as people write it: polite, angry, odd, and not always harmless to show. */
export type Complaint = { readonly reason: string; readonly note: string };

/** Some of the notes hold what customers really paste: mentions, markup, formulas, other scripts, marks of direction. */
export const COMPLAINTS: readonly Complaint[] = [
  {
    reason: 'defective',
    note: 'Side B skips in the same place every time. I have cleaned it twice. My turntable is fine, my patience less so.',
  },
  {
    reason: 'damaged',
    note: 'The sleeve arrived folded in half. The postman says it was like that. The postman always says that.',
  },
  {
    reason: 'wrong_item',
    note: 'I ordered jazz and got polka. My neighbours have noticed. Please hurry.',
  },
  {
    reason: 'not_as_described',
    note: 'It said "like new". It has somebody\'s phone number scratched into the run-out groove. She did not answer.',
  },
  {
    reason: 'wrong_item',
    note: '<!channel> hello?? I wrote three times already @everyone. Order says <b>box set</b>, parcel says single CD.',
  },
  {
    reason: 'unwanted',
    note: 'Bought it for my father, he already has it. I <3 this shop, could I get something else instead?',
  },
  {
    reason: 'defective',
    note: 'يقفز الأسطوانة في المقطع الثالث. هل يمكن استبدالها من فضلكم؟ \u202eThank you',
  },
  {
    reason: 'other',
    note: '=SUM(1+1) broken records :( [refund me](https://example.com/refund) or send the right one',
  },
  {
    reason: 'damaged',
    note: 'The cat sat on it. She is not sorry. I know this is not your fault, but is there anything you can do?',
  },
  {
    reason: 'not_as_described',
    note: 'The photo shows red vinyl, mine is black. My daughter (6) says a promise is a promise.',
  },
  { reason: 'unwanted', note: 'Duplicate order, sorry! Pressed the button twice.' },
  {
    reason: 'other',
    note: "Dear {{ customer.first_name }}, that is how your last mail began. Please refund me, I'm not {{ anyone }}.",
  },
];
