// By how much a clause fell short, in German.
import type { Miss, Need, Shortfall, Written } from '#engine/segments/shortfall.ts';
import { decimal, number } from './de-speech.ts';

/** What was seen and what was needed, in a few words. Texts in it are untrusted. */
export function shortfall(of: Shortfall): string {
  switch (of.kind) {
    case 'value':
      return miss(of);
    case 'other-currency':
      return `ist ${of.seen}, was nicht mit ${of.currency} verglichen wird`;
    case 'other-kind':
      return `ist ${written(of.seen)}, was von anderer Art ist`;
    case 'found':
      return `${number(of.count)} gefunden, erlaubt keins`;
    case 'none-found':
      return 'nichts gefunden, nötig mindestens eins';
    case 'aggregates':
      return of.misses.map((one) => `${one.name} ${miss(one)}`).join('; ');
  }
}

function miss({ seen, needs }: Miss): string {
  return `${seen === null ? 'hat keinen Wert' : `ist ${written(seen)}`}, ${need(needs)}`;
}

function need(needs: Need): string {
  switch (needs.kind) {
    case 'compare':
      return compared(needs);
    case 'between':
      return `nötig ${written(needs.from)} bis ${written(needs.to)}`;
    case 'one-of':
      return `nötig eins von ${needs.values.map(written).join(', ')}`;
    case 'none-of':
      return `nötig keins von ${needs.values.map(written).join(', ')}`;
    case 'with':
      return `nötig ${written(needs.value)}`;
    case 'without':
      return `darf ${written(needs.value)} nicht haben`;
    case 'some':
      return 'nötig irgendeiner';
    case 'none':
      return 'nötig keiner';
  }
}

function compared({ operator, limit, isDate }: Extract<Need, { kind: 'compare' }>): string {
  const bound = written(limit);
  switch (operator) {
    case '=':
      return `nötig ${bound}`;
    case '!=':
      return `nötig alles außer ${bound}`;
    case '>':
      return isDate ? `nötig nach ${bound}` : `nötig mehr als ${bound}`;
    case '>=':
      return isDate ? `nötig ${bound} oder später` : `nötig mindestens ${bound}`;
    case '<':
      return isDate ? `nötig vor ${bound}` : `nötig weniger als ${bound}`;
    case '<=':
      return isDate ? `nötig ${bound} oder früher` : `nötig höchstens ${bound}`;
  }
}

function written(value: Written): string {
  return typeof value === 'string' ? value : decimal(value.value, value.decimals);
}
