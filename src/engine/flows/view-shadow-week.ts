// What an automation in shadow would have done in a stretch of time, read off what it recorded.
import { foresee } from '../automations/foreseen.ts';
import { daysOf, type ShadowWeek, type WeekSpan } from '../automations/shadow-week.ts';
import type { Deps } from '../deps.ts';
import type { CustomerId } from '../ids.ts';
import { tierPercents } from '../playbook/tiers.ts';
import type { Shadowed } from '../ports/run-records.ts';
import { modesOf } from './set-mode.ts';

type ViewDeps = Pick<Deps, 'storage' | 'playbook'>;

/** How many customers are added up at once. */
const PAGE = 500;
const EXAMPLES = 5;

/** What its records say, with customers as they are now; null: there is no automation of this name. */
export async function viewShadowWeek(
  deps: ViewDeps,
  { name, span }: { readonly name: string; readonly span: WeekSpan },
): Promise<ShadowWeek | null> {
  const automation = deps.playbook.automations.find((each) => each.name === name);
  if (automation === undefined) return null;
  const { currency, timezone } = deps.playbook.team;
  const giving = { currency, tierPercents: tierPercents(deps.playbook.team) };
  const { mails, codes, approvals, costFor } = foresee(automation, giving);
  let [firings, customers, minor] = [0, 0, 0];
  let examples: ShadowWeek['examples'] = [];
  for await (const met of pagesOf(deps, name, span)) {
    customers += met.length;
    firings += met.reduce((sum, each) => sum + each.firings, 0);
    const known = await withProfiles(deps, met);
    minor += known.reduce((sum, { profile, one }) => sum + costFor(profile) * one.firings, 0);
    examples = latestOf([
      ...examples,
      ...known.map(({ profile, one }) => ({ profile, runId: one.latest, at: one.latestAt })),
    ]);
  }
  const perDay = await deps.storage.runs.shadowDays(name, span, timezone);
  return {
    byDay: daysOf(span, timezone).map((day) => ({ day, firings: perDay.get(day) ?? 0 })),
    ...{ automation, mode: (await modesOf(deps))(automation), span, firings, customers, examples },
    mails: firings * mails,
    codes: firings * codes,
    approvals: firings * approvals,
    exposure: { minor, currency },
  };
}

/** Who is forgotten is counted, and not named. */
async function withProfiles({ storage }: ViewDeps, met: readonly Shadowed[]) {
  const profiles = await storage.customers.getMany(met.map(({ customerId }) => customerId));
  const byId = new Map(met.map((one) => [one.customerId, one]));
  return profiles.flatMap((profile) => {
    const one = byId.get(profile.id);
    return one === undefined ? [] : [{ profile, one }];
  });
}

function latestOf(examples: ShadowWeek['examples']): ShadowWeek['examples'] {
  return examples.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, EXAMPLES);
}

async function* pagesOf(
  { storage }: ViewDeps,
  automation: string,
  span: WeekSpan,
): AsyncGenerator<readonly Shadowed[]> {
  let after: CustomerId | undefined;
  do {
    const page = { limit: PAGE, ...(after === undefined ? {} : { after }) };
    const found = await storage.runs.shadows(automation, span, page);
    yield found;
    after = found.length === PAGE ? found.at(-1)?.customerId : undefined;
  } while (after !== undefined);
}
