// How English counts and writes numbers, amounts and lists.
import { speechOf } from './speech.ts';

export const {
  language,
  counted,
  countedAll,
  number,
  decimal,
  share,
  money,
  worth,
  shortDay,
  list,
  either,
} = speechOf('en-US');
