// When two records are one person: the shop's own id, else the e-mail, else (for a guest without one) the phone.
import type { CustomerFacts, ShopKey } from '../events/shop-event.ts';

/** How a shop or a person names a customer; `*` is any shop. Values are compared exactly. */
export type Identity = {
  readonly shop: ShopKey | '*';
  readonly kind: 'ref' | 'email' | 'phone';
  readonly value: string;
};

/**
 * The identities that facts give, strongest first. The phone counts only where there is nothing better: families and
 * companies share phones.
 */
export function identitiesOf(shop: ShopKey, facts: CustomerFacts): readonly Identity[] {
  const email = facts.email == null ? null : normalEmail(facts.email);
  const strong: Identity[] = [
    ...(facts.ref === undefined ? [] : [{ shop, kind: 'ref', value: facts.ref } as const]),
    ...(email === null ? [] : [{ shop: '*', kind: 'email', value: email } as const]),
  ];
  const phone = facts.phone == null ? '' : facts.phone.replace(/[^\d+]/g, '');
  return strong.length > 0 || phone === '' ? strong : [{ shop: '*', kind: 'phone', value: phone }];
}

/** An e-mail as identities compare it: NFC and lower case, nothing looser; null for an empty text. */
function normalEmail(email: string): string | null {
  const normal = email.trim().normalize('NFC').toLowerCase();
  return normal === '' ? null : normal;
}

/** An identity as one text, for maps. */
export function identityKey({ shop, kind, value }: Identity): string {
  return `${shop}|${kind}|${value}`;
}
