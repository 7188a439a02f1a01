// THE list of what can be said of customers: what must be said of each, and the query that says the same.
import { type Clause, COMPARE, clause, LOOSE, many, subscription, WINDOW } from './clause.ts';

import {
  compare,
  isNumeric,
  listed,
  only,
  quote,
  writeBirthday,
  writePlace,
  writeProduct,
  writeProducts,
  writeRefunds,
  writeTop,
  writeWhen,
} from './clause-queries.ts';
import { ORDER_CLAUSES } from './clauses-orders.ts';

/** Every clause that is understood, the most telling first. */
export const CLAUSES: readonly Clause[] = [
  ...ORDER_CLAUSES,
  clause({
    standsAlone: true,
    needs: [['joined', 'older', 'newer', 'newcomer']],
    may: [...WINDOW, ...LOOSE, 'joined', 'than'],
    takes: ['duration', 'days'],
    write: (said) => writeWhen('customer_added_date', said),
  }),
  clause({
    needs: [['tag', 'tagged', 'tagsOf']],
    may: [...LOOSE, 'as', 'in', 'vip', 'tag'],
    takes: ['word', 'quoted', 'tier', 'tag'],
    write: (said) =>
      listed(
        'customer_tags',
        [
          ...said.names('tier'),
          ...said.names('tag'),
          ...said.texts,
          ...(said.has('vip') ? ['VIP'] : []),
        ],
        said,
      ),
  }),
  clause({
    needs: [['vip']],
    may: LOOSE,
    takes: [],
    write: (said) => listed('customer_tags', ['VIP'], said),
  }),
  clause({
    standsAlone: true,
    needs: [['vips']],
    may: LOOSE,
    takes: [],
    write: (said) => listed('customer_tags', ['VIP'], said),
  }),
  // A tag that customers have is meant by its name alone: "wholesale customers".
  clause({
    standsAlone: true,
    needs: [[':tag'], ['customer', 'everyone']],
    may: LOOSE,
    takes: ['tag'],
    write: (said) => listed('customer_tags', said.names('tag'), said),
  }),
  // "Influencers in Hamburg".
  clause({
    standsAlone: true,
    needs: [[':tag'], ['in', 'live_in', 'from'], [':city', ':country']],
    may: ['in', 'live_in', 'from', 'who'],
    takes: ['tag', 'city', 'country'],
    write: (said) => {
      const all = [listed('customer_tags', said.names('tag'), said), writePlace(said)];
      return all.includes(null) ? null : all.join(' AND ');
    },
  }),
  clause({
    needs: [[':tag']],
    may: [...LOOSE, 'as'],
    takes: ['tag'],
    write: (said) => listed('customer_tags', said.names('tag'), said),
  }),
  clause({
    needs: [['inactive']],
    may: [...WINDOW, ...LOOSE],
    takes: ['duration'],
    write: (said) => only(said.durations, (length) => `last_order_date < -${length}`),
  }),
  clause({
    needs: [['in', 'live_in', 'from', 'outside']],
    may: [...LOOSE, 'live_in', 'in', 'or', 'and', 'from', 'outside'],
    takes: ['country', 'city'],
    write: writePlace,
  }),
  // "Hamburger Kunden", "German customers".
  clause({
    standsAlone: true,
    needs: [
      [':city', ':country'],
      ['customer', 'everyone'],
    ],
    may: ['customer', 'everyone'],
    takes: ['country', 'city'],
    write: writePlace,
  }),
  clause({
    standsAlone: true,
    needs: [],
    may: [...LOOSE, 'tier', 'in', 'to'],
    takes: ['tier'],
    write: (said) =>
      only(said.names('tier'), (tier) => `tier ${said.isNegated ? '!=' : '='} ${quote(tier)}`),
  }),
  clause({
    needs: [['tier']],
    may: [...LOOSE],
    takes: [],
    write: (said) => `tier IS ${said.isNegated ? '' : 'NOT '}NULL`,
  }),
  subscription('consent', 'SUBSCRIBED'),
  subscription('unsubscribed', 'UNSUBSCRIBED'),
  clause({
    needs: [['refund']],
    may: [...COMPARE, ...WINDOW, ...LOOSE, 'money', 'times', 'once', 'twice', 'order', 'percent'],
    takes: ['number', 'duration', 'days'],
    write: writeRefunds,
  }),
  many([['open'], ['case']], 'open_cases'),
  many([['codes']], 'unused_codes'),
  clause({
    standsAlone: true,
    needs: [['abandoned']],
    may: [...WINDOW, ...LOOSE],
    takes: ['duration', 'days'],
    write: (said) =>
      writeWhen('abandoned_checkout_date', said) ??
      `abandoned_checkout_date IS ${said.isNegated ? '' : 'NOT '}NULL`,
  }),
  clause({
    standsAlone: true,
    needs: [['birthday']],
    may: ['next', 'during', 'in', 'today', 'tomorrow', 'who', 'thisPeriod', 'past'],
    takes: ['duration', 'days'],
    write: writeBirthday,
  }),
  clause({
    standsAlone: true,
    needs: [['top']],
    may: [
      'percent',
      'most',
      'spent',
      'recency',
      'who',
      'everyone',
      'customer',
      'quarter',
      'third',
      'half',
      'tenth',
      'fifth',
      'order',
      'last',
      'in',
      'whether',
    ],
    takes: ['number', 'duration'],
    write: writeTop,
  }),
  clause({
    needs: [['order'], ['category']],
    may: [...WINDOW, ...LOOSE, 'from', 'product'],
    takes: ['word', 'quoted', 'duration', 'days'],
    write: (said) => writeProducts('category', said),
  }),
  clause({
    standsAlone: true,
    needs: [['repeat']],
    may: LOOSE,
    takes: [],
    write: (said) => `number_of_orders ${said.isNegated ? '<=' : '>'} 1`,
  }),
  // After "but not" nobody says again that it was bought.
  clause({
    needs: [[':product']],
    may: [...WINDOW, ...LOOSE, 'order', 'product'],
    takes: ['product', 'duration', 'days'],
    write: (said) => writeProduct('products_purchased', said),
  }),
  clause({
    standsAlone: true,
    needs: [['order'], [':product']],
    may: [...WINDOW, ...LOOSE, 'product'],
    takes: ['product', 'duration', 'days'],
    write: (said) => writeProduct('products_purchased', said),
  }),
  clause({
    needs: [['viewed'], [':product']],
    may: [...WINDOW, ...LOOSE, 'product'],
    takes: ['product', 'duration', 'days'],
    write: (said) => writeProduct('storefront.product_viewed', said),
  }),
  clause({
    needs: [['order']],
    may: [...WINDOW, ...LOOSE, 'product'],
    takes: ['quoted', 'duration', 'days'],
    write: (said) => writeProducts('id', said),
  }),
  clause({
    needs: [['csat']],
    may: [...COMPARE, ...LOOSE],
    takes: ['number'],
    write: (said) => compare('csat_last', said),
  }),
  clause({
    needs: [['domain', 'email']],
    may: [...LOOSE, 'as', 'domain', 'email', 'to', 'from'],
    takes: ['word', 'quoted'],
    write: (said) =>
      only(
        said.texts.filter((text) => text.includes('.')),
        (text) =>
          `customer_email_domain ${said.isNegated ? '!=' : '='} ${quote(text.replace(/^@/, '').toLowerCase())}`,
      ),
  }),
  clause({
    needs: [['email']],
    may: [...LOOSE, 'as'],
    takes: [],
    write: (said) => {
      if (said.isNegated) return 'customer_email_domain IS NULL';
      return said.has('as') ? 'customer_email_domain IS NOT NULL' : null;
    },
  }),
  clause({
    standsAlone: true,
    needs: [['language']],
    may: [...LOOSE],
    takes: ['language'],
    write: (said) =>
      only(
        said.names('language'),
        (code) => `customer_language ${said.isNegated ? '!=' : '='} ${quote(code)}`,
      ),
  }),
  // A field by its own name, as who knows the language speaks of it: "refunded percent over 50".
  clause({
    needs: [],
    may: [...COMPARE, ...LOOSE, 'money'],
    takes: ['field', 'number'],
    write: (said) => only(said.names('field').filter(isNumeric), (name) => compare(name, said)),
  }),
];
