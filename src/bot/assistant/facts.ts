// The sentence that answers the question itself, before the card with all the rest.
import { z } from 'zod';
import { averageOrder, displayName, type Profile } from '#engine/customers/profile.ts';
import type { Deps } from '#engine/deps.ts';
import { dayOf } from '#engine/time.ts';
import { oneLine } from '../cards/shorten.ts';
import type { Words } from '../words/en.ts';
import type { Facet } from './grammar/intents/intent.ts';

const Sized = z.object({ count: z.number(), total: z.number() });
const Cases = z.object({ openCases: z.number() });

/** What was asked, in one sentence; null where the card says it best itself. */
export function factOf(
  words: Words,
  deps: Pick<Deps, 'playbook'>,
  answered: {
    readonly facet: Facet | null;
    readonly json: unknown;
    readonly profile: Profile | null;
  },
): string | null {
  const { facet, json, profile } = answered;
  if (facet !== null && profile !== null) return facetOf(words, deps, facet, profile, json);
  const sized = Sized.safeParse(json);
  if (sized.success) return words.assistant.size(sized.data.count, sized.data.total);
  return Array.isArray(json) ? words.assistant.rows(json.length) : null;
}

function facetOf(
  words: Words,
  { playbook }: Pick<Deps, 'playbook'>,
  facet: Facet,
  profile: Profile,
  json: unknown,
): string | null {
  const { facts } = words.assistant;
  const { totals } = profile;
  const name = oneLine(displayName(profile), 60);
  const day = (at: Date | null) => (at === null ? null : dayOf(at, playbook.team.timezone));
  switch (facet) {
    case 'orders':
    case 'last-order':
      return facts.orders(name, totals.orders, day(totals.lastOrderAt));
    case 'first-order':
      return facts.firstOrder(name, day(totals.firstOrderAt), day(profile.addedAt) ?? '');
    case 'refunds':
      return facts.refunds(name, totals.refunds, words.money(totals.refunded));
    case 'tier':
      return facts.tier(name, profile.tier === null ? null : oneLine(profile.tier, 60));
    case 'tags':
      return facts.tags(
        name,
        profile.tags.length === 0 ? null : oneLine(profile.tags.join(', '), 200),
      );
    case 'spent':
      return facts.spent(name, words.money(totals.spent), totals.orders);
    case 'average': {
      const average = averageOrder(totals);
      return facts.average(name, average === null ? null : words.money(average));
    }
    case 'consent':
      return facts.consent(name, profile.emailConsent.state === 'subscribed');
    case 'cases': {
      const cases = Cases.safeParse(json);
      return cases.success ? facts.cases(name, cases.data.openCases) : null;
    }
    case 'contact':
      return null;
  }
}
