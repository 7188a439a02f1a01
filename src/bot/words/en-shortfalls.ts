// By how much a clause fell short, in English.
import type { Miss, Need, Shortfall, Written } from '#engine/segments/shortfall.ts';
import { decimal } from './en-speech.ts';

/** What was seen and what was needed, in a few words. Texts in it are untrusted. */
export function shortfall(of: Shortfall): string {
  switch (of.kind) {
    case 'value':
      return miss(of);
    case 'other-currency':
      return `is ${of.seen}, which is not compared with ${of.currency}`;
    case 'other-kind':
      return `is ${written(of.seen)}, which is of another kind`;
    case 'found':
      return `${of.count === 1 ? '1 is' : `${of.count} are`} found, must not match`;
    case 'none-found':
      return 'none found, needs at least one';
    case 'aggregates':
      return of.misses.map((one) => `${one.name} ${miss(one)}`).join('; ');
  }
}

function miss({ seen, needs }: Miss): string {
  return `${seen === null ? 'has no value' : `is ${written(seen)}`}, ${need(needs)}`;
}

function need(needs: Need): string {
  switch (needs.kind) {
    case 'compare':
      return compared(needs);
    case 'between':
      return `needs ${written(needs.from)} to ${written(needs.to)}`;
    case 'one-of':
      return `needs one of ${needs.values.map(written).join(', ')}`;
    case 'none-of':
      return `needs none of ${needs.values.map(written).join(', ')}`;
    case 'with':
      return `needs ${written(needs.value)}`;
    case 'without':
      return `must not have ${written(needs.value)}`;
    case 'some':
      return 'needs one';
    case 'none':
      return 'needs none';
  }
}

function compared({ operator, limit, isDate }: Extract<Need, { kind: 'compare' }>): string {
  const bound = written(limit);
  switch (operator) {
    case '=':
      return `needs ${bound}`;
    case '!=':
      return `needs anything but ${bound}`;
    case '>':
      return isDate ? `needs later than ${bound}` : `needs more than ${bound}`;
    case '>=':
      return isDate ? `needs ${bound} or later` : `needs at least ${bound}`;
    case '<':
      return isDate ? `needs earlier than ${bound}` : `needs less than ${bound}`;
    case '<=':
      return isDate ? `needs ${bound} or earlier` : `needs at most ${bound}`;
  }
}

function written(value: Written): string {
  return typeof value === 'string' ? value : decimal(value.value, value.decimals);
}
