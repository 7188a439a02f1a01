// Why something that was typed or written cannot be taken, in English.
import type { Invalid } from '#engine/invalid.ts';
import { unanswerableText } from '#engine/segments/unanswerable.ts';
import { segments } from './en-segments.ts';
import { number } from './en-speech.ts';
import { templateFlaw } from './en-template-flaws.ts';

/** The reason as it follows the name of the field. */
export function invalid(why: Invalid): string {
  switch (why.reason) {
    case 'bad-address':
      return 'this is no e-mail address';
    case 'no-email':
      return 'this customer has no e-mail address';
    case 'note-empty':
      return 'a note needs a text';
    case 'reason-empty':
      return 'say why it is opened again';
    case 'no-amount':
      return `write an amount in ${why.currency}, such as 25 or 25.00`;
    case 'no-such-order':
      return 'this customer has no such order';
    case 'same-customer':
      return 'both are the same customer already';
    case 'no-prediction':
      return 'Predictions have not been fitted yet. Use --by spend.';
    case 'tag':
      return `a tag has 1 to ${why.longest} characters, no comma and no line break`;
    case 'attribute-name':
      return `an attribute is named with lower-case letters, digits and _, such as ${why.example}`;
    case 'no-tier':
      return `there is no tier “${why.typed}”. There are: ${why.choices.join(', ')}`;
    case 'no-time-to-come':
      return `“${why.typed}” is no time to come, such as 4h, 2d, tomorrow, friday 14:00 or 2031-03-05`;
    case 'no-version':
      return `${why.automation} has no version ${why.wanted}; its newest is ${why.newest}`;
    case 'segment-name-missing':
      return 'A segment needs a name.';
    case 'segment-name-too-long':
      return `A name has at most ${why.most} characters.`;
    case 'segment-name-hidden':
      return 'A name has no line breaks or other characters that cannot be seen.';
    case 'too-many-members':
      return `More than ${number(why.most)} customers are too many for one file. Ask for fewer.`;
    case 'query-unreadable':
      return segments.placed(why.line, why.column, segments.queryFault(why.why));
    case 'query-unanswerable':
      return why.asked === null ? 'this cannot be evaluated here' : unanswerableText(why.asked);
    case 'only-of-one':
      return `${why.clause} can be asked of one customer, but not of all at once, so it cannot make up a segment`;
    case 'no-thresholds':
      return 'percentiles cannot be asked without looking up their thresholds';
    case 'template':
      return `${templateFlaw(why.flaw ?? { reason: 'too-much' })}${why.line === null ? '' : ` (line ${why.line})`}`;
    case 'no-column':
      return `the first line names no column ${why.wanted.map((names) => names.join(' or ')).join(', ')}. It has: ${why.found.join(', ').slice(0, 200) || 'nothing'}`;
  }
}
