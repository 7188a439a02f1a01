// Fields whose names merchants choose: attributes of customers, and what custom events carry.
import type { AttributeValue } from '../events/shop-event.ts';
import type { Field } from './field.ts';

/** `attributes.<name>`: whatever the shop or the team keeps under that name. */
export function attributeField(name: string): Field {
  const key = name.slice('attributes.'.length);
  return {
    name,
    ours: true,
    type: 'any',
    meaning: `the attribute ${key}`,
    read: ({ profile }) => ownValue(profile.attributes, key),
  };
}

/** `event.<name>`: a field of the custom event that woke an automation. */
export function customEventField(name: string): Field {
  const key = name.slice('event.'.length);
  return {
    name,
    ours: true,
    type: 'any',
    meaning: `the field ${key} of a custom event`,
    read: ({ event }) =>
      event !== null && 'fields' in event.fact ? ownValue(event.fact.fields, key) : null,
  };
}

/** Only what was really set: a name such as `constructor` must not reach what every object has. */
function ownValue(
  values: Readonly<Record<string, AttributeValue>>,
  key: string,
): AttributeValue | null {
  return Object.hasOwn(values, key) ? (values[key] ?? null) : null;
}
