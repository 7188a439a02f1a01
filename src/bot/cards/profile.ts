// A customer's profile as a card: the person, the purchases, what we had to do with them, and what they may like.
import { type Consent, displayName, type Profile } from '#engine/customers/profile.ts';
import type { CustomerView } from '#engine/flows/view-customer.ts';
import {
  type Block,
  type Button,
  buttons,
  type Card,
  facts,
  note,
  type Text,
  text,
  time,
} from '../card.ts';
import type { Words } from '../words/en.ts';
import { shortName, sinceText, tierText, timelineButton } from './customer-facts.ts';
import { dealingBlocks } from './profile-dealings.ts';
import { purchaseBlocks } from './profile-purchases.ts';
import { oneLine } from './shorten.ts';

const LABELS_SHOWN = 20;

/** The whole card; `done`, where given, says above it what was just changed. */
export function profileCard(
  words: Words,
  view: CustomerView,
  { done, now }: { readonly done: string | null; readonly now: Date },
): Card {
  const { profile } = view;
  return {
    title: shortName(profile),
    tone: done === null ? 'neutral' : 'good',
    blocks: [
      ...(done === null ? [] : [text(done)]),
      personFacts(words, profile),
      labelFacts(words, view),
      ...dealingBlocks(words, view, now),
      ...purchaseBlocks(words, view),
      note(knownAs(words, view)),
      buttons(...workButtons(words, view), timelineButton(words, profile.id)),
    ],
  };
}

function personFacts(words: Words, profile: Profile): Block {
  const { customers } = words;
  const place = [profile.city, profile.region, profile.country].filter((part) => part !== null);
  return facts(
    [customers.email, profile.email === null ? words.none : oneLine(profile.email, 120)],
    [customers.phone, profile.phone === null ? null : oneLine(profile.phone, 40)],
    [customers.place, place.length === 0 ? null : oneLine(place.join(', '), 120)],
    [customers.birthday, profile.birthday === null ? null : oneLine(profile.birthday, 20)],
    [customers.since, sinceText(profile)],
    [customers.consent, consentText(words, profile.emailConsent)],
    [
      customers.smsConsent,
      profile.smsConsent.state === 'unknown' ? null : consentText(words, profile.smsConsent),
    ],
  );
}

/** The state, since when, and who said so. */
function consentText({ customers }: Words, { state, at, source }: Consent): Text {
  const said = source === null ? null : customers.consentSource(oneLine(source, 40));
  return [
    customers.consentState(state),
    ...(at === null ? [] : [customers.consentSince, time(at, 'day')]),
    ...(said === null ? [] : [` (${said})`]),
  ];
}

function labelFacts(words: Words, { profile, segments }: CustomerView): Block {
  const { customers } = words;
  return facts(
    [customers.tier, tierText(words, profile)],
    [customers.tags, listed(words, profile.tags)],
    [customers.attributes, listed(words, attributeLines(profile))],
    [customers.segments, listed(words, segments)],
  );
}

function attributeLines(profile: Profile): readonly string[] {
  return Object.entries(profile.attributes).map(
    ([name, value]) => `${oneLine(name, 40)} = ${oneLine(String(value), 60)}`,
  );
}

function listed(words: Words, items: readonly string[]): string | null {
  if (items.length === 0) return null;
  const shown = items.slice(0, LABELS_SHOWN).map((item) => oneLine(item, 110));
  const rest = items.length - shown.length;
  return [...shown, ...(rest === 0 ? [] : [words.more(rest)])].join(', ');
}

/** Our id, and the shops' own. */
function knownAs(words: Words, { profile, refs, merge }: CustomerView): string {
  const known = refs
    .filter(({ kind, shop }) => kind === 'ref' && shop !== '*')
    .slice(0, LABELS_SHOWN)
    .map(({ shop, value }) => `${words.shop(shop)} ${oneLine(value, 40)}`);
  const merged =
    merge === null ? [] : [words.suggestions.mergedWith(oneLine(displayName(merge.absorbed), 40))];
  return [profile.id, ...known, ...merged].join(words.separator);
}

/** What waits for somebody, as buttons: at most two of each, so that the row stays short. */
function workButtons(words: Words, view: CustomerView): readonly Button[] {
  const approvals = view.pendingApprovals.slice(0, 2).map(
    (approval): Button => ({
      label: words.approvals.open,
      action: { name: 'approval.open', id: approval.id },
    }),
  );
  const cases = view.openCases.slice(0, 2).map(
    (item): Button => ({
      label: words.cases.open,
      action: { name: 'case.show', id: item.id },
    }),
  );
  const tasks = view.openTasks.slice(0, 2).map(
    (task): Button => ({
      label: words.tasks.open,
      action: { name: 'task.show', id: task.id },
    }),
  );
  const merged: readonly Button[] =
    view.merge === null
      ? []
      : [
          {
            label: words.suggestions.mergedButton,
            action: { name: 'suggestion.open', id: view.merge.id },
          },
        ];
  return [...approvals, ...cases, ...tasks, ...merged];
}
