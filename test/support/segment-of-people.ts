// Customers that are there already, with an address and consent, for what is run for many of them.
import { emptyProfile, type Profile } from '#engine/customers/profile.ts';
import { asId } from '#engine/ids.ts';
import { daysAgo } from './events.ts';
import type { World } from './world.ts';

/** Customers c1, c2 … who may be mailed, as `change` has them. */
export async function fillWith(
  { deps }: Pick<World, 'deps'>,
  count: number,
  change: (profile: Profile) => Partial<Profile> = () => ({}),
): Promise<void> {
  const profiles = Array.from({ length: count }, (_, index) => {
    const id = asId('customer', `c${index + 1}`);
    const profile: Profile = {
      ...emptyProfile(id, daysAgo(9), 'USD', `token-${index}`),
      email: `${id}@example.com`,
      emailConsent: { state: 'subscribed', at: daysAgo(9), source: null },
    };
    return { ...profile, ...change(profile) };
  });
  await deps.storage.customers.saveMany(profiles, new Map());
}
