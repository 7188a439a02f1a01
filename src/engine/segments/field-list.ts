// Every field and function as help shows it: name, type, meaning, legal values, whether it is ours and answered.
import { askedOf } from './clause.ts';
import { EVENT_FIELDS } from './event-fields.ts';
import type { Field } from './field.ts';
import { CUSTOMER_FIELDS } from './fields.ts';
import { FUNCTIONS, type SegmentFunction } from './functions.ts';
import { NOT_HELD, notHeld } from './not-held.ts';
import { attributeField } from './open-fields.ts';

/** One line of the list. */
export type ListedField = {
  /** `attributes.<name>` and `metafields.<namespace>.<key>` stand for any. */
  readonly name: string;
  readonly type: string;
  readonly meaning: string;
  /** The legal values of an enum. */
  readonly values?: readonly string[];
  /** The parameters of a function that we can answer. */
  readonly params?: readonly string[];
  /** Our addition: Shopify does not know it, and a query with it cannot be saved there. */
  readonly ours: boolean;
  /** False: understood, but not held here; `meaning` says why. */
  readonly answered: boolean;
};

const ANNIVERSARY: ListedField = {
  name: "anniversary ('<date>')",
  type: 'function',
  meaning: 'the day of a date in any year: = today, or BETWEEN today AND +14d',
  ours: false,
  answered: true,
};

/** All of them: fields, functions, what Shopify knows and we do not, and what only automations may ask. */
export function fieldList(): readonly ListedField[] {
  const attributes = { ...attributeField('attributes.'), meaning: 'an attribute of the customer' };
  return [
    ...[...CUSTOMER_FIELDS, { ...attributes, name: 'attributes.<name>' }].map(listField),
    ...FUNCTIONS.map(listFunction),
    ANNIVERSARY,
    ...[...NOT_HELD, notHeld('metafields.<namespace>.<key>', 'any')].map(listField),
    ...EVENT_FIELDS.map(listField),
  ];
}

function listField(field: Field): ListedField {
  const { name, type, values } = askedOf(field);
  return {
    name,
    type,
    meaning: field.meaning,
    ...(values && { values }),
    ours: field.ours === true,
    answered: field.type !== 'not-held',
  };
}

function listFunction({ name, meaning, params, why, whyNot, ours }: SegmentFunction): ListedField {
  const answered = Object.keys(params).filter((param) => whyNot?.[param] === undefined);
  return {
    name,
    type: 'function',
    meaning,
    params: answered,
    ours: ours === true,
    answered: why === undefined,
  };
}
