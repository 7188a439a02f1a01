// Two customers who may be one person as a card: both side by side, what speaks for it, and what became of it.
import { speaksAgainst, surenessOf } from '#engine/customers/likeness.ts';
import { stricterOf } from '#engine/customers/merge.ts';
import type { Profile } from '#engine/customers/profile.ts';
import type { Suggestion } from '#engine/customers/suggestion.ts';
import {
  type Block,
  type Button,
  buttons,
  type Card,
  type Inline,
  note,
  strong,
  type Tone,
  text,
  time,
} from '../card.ts';
import type { Words } from '../words/en.ts';
import type { Side, SuggestionView } from '../work/suggestion-view.ts';
import { profileButton, shortName } from './customer-facts.ts';
import { oneLine } from './shorten.ts';

/** The whole card. */
export function suggestionCard(words: Words, view: SuggestionView): Card {
  const { suggestions } = words;
  const { suggestion, sides } = view;
  if (sides === null)
    return { title: suggestions.goneTitle, tone: 'neutral', blocks: [text(suggestions.goneText)] };
  const [one, other] = sides.map(({ profile }) => oneLine(shortName(profile), 40));
  return {
    title: suggestions.title[suggestion.status](one ?? '', other ?? ''),
    tone: TONE[suggestion.status],
    blocks: [
      ...outcomeBlocks(words, view),
      ...evidenceBlocks(words, suggestion),
      sideBySide(words, sides),
      ...forecastBlocks(words, view),
      suggestionButtons(words, view),
    ],
  };
}

const TONE: Readonly<Record<Suggestion['status'], Tone>> = {
  open: 'warning',
  merged: 'good',
  refused: 'neutral',
  undone: 'neutral',
  moot: 'neutral',
};

/** The button that takes a merge back, with what that does said before. */
function undoMergeButton({ suggestions }: Words, id: Suggestion['id']): Button {
  return {
    label: suggestions.undo,
    action: { name: 'suggestion.undo', id },
    confirm: suggestions.undoConfirm,
  };
}

/** Who decided, what that moved or gave back, and the line that undoes it where there are no buttons. */
function outcomeBlocks(
  words: Words,
  { suggestion, sides, merge }: SuggestionView,
): readonly Block[] {
  const { suggestions } = words;
  const { status } = suggestion;
  if (status === 'open') return [];
  if (status === 'moot') return [text(suggestions.mootText)];
  const said = [decidedBlock(words, suggestion, suggestions.decided[status])];
  if (status === 'merged' && merge !== null) {
    const counts = Object.entries(merge.moved).map(([table, keys]) => [table, keys.length]);
    const moved = text(suggestions.moved(Object.fromEntries(counts)));
    return merge.undoneAt === null
      ? [...said, moved, note(suggestions.toUndo(`undo ${merge.id}`))]
      : [...said, moved];
  }
  const parted = status === 'undone' ? merge?.parted : null;
  if (parted == null || sides === null) return said;
  const kept = sides.find(({ profile }) => profile.id === merge?.kept.id) ?? sides[0];
  const stayed = suggestions.stayed(shortName(kept.profile), parted.stayed);
  return [...said, text(suggestions.back(parted.back)), text(stayed)];
}

function decidedBlock(words: Words, { decidedBy, decidedAt }: Suggestion, lead: string): Block {
  const { approvals, separator } = words;
  const from = decidedBy === null ? '' : approvals.from(words.surface(decidedBy.surface));
  return text(
    `${lead}${oneLine(decidedBy?.name ?? words.unknown, 60)}`,
    ...(decidedAt === null ? [] : [separator, time(decidedAt)]),
    `${separator}${from}`,
  );
}

function evidenceBlocks(words: Words, { status, clues, score }: Suggestion): readonly Block[] {
  const { suggestions } = words;
  const items = clues.map(
    (clue) =>
      ({ mark: speaksAgainst(clue) ? 'no' : 'yes', text: [suggestions.clue(clue)] }) as const,
  );
  const lead =
    clues.length === 0 ? suggestions.nothingAlike : suggestions.sureness[surenessOf({ score })];
  return [
    ...(status === 'open' ? [text(strong(lead))] : []),
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
  ];
}

/** Line by line what is known of each; a line of nothing is left out. */
function sideBySide(words: Words, sides: readonly [Side, Side]): Block {
  const { suggestions } = words;
  const [kept, absorbed] = sides.map((side) => new Map(linesOf(words, side)));
  const labels = [...(kept?.keys() ?? [])].filter(
    (label) => (kept?.get(label) ?? null) !== null || (absorbed?.get(label) ?? null) !== null,
  );
  return {
    kind: 'table',
    caption: suggestions.side,
    columns: ['', ...sides.map(({ profile }) => oneLine(shortName(profile), 40))],
    rows: labels.map((label): readonly Inline[] => [
      label,
      kept?.get(label) ?? words.none,
      absorbed?.get(label) ?? words.none,
    ]),
  };
}

function linesOf(
  words: Words,
  { profile, identities }: Side,
): readonly (readonly [string, Inline | null])[] {
  const { customers, suggestions } = words;
  const { email, phone, birthday, tier, tags, totals, city, country } = profile;
  const shops = new Set(identities.flatMap(({ shop }) => (shop === '*' ? [] : [words.shop(shop)])));
  const place = [city, country].filter((part) => part !== null).join(', ');
  const cut = (value: string | null, max = 40) =>
    value === null || value === '' ? null : oneLine(value, max);
  return [
    [customers.email, cut(email, 60)],
    [customers.phone, cut(phone)],
    [customers.place, cut(place)],
    [customers.birthday, cut(birthday, 20)],
    [suggestions.shops, cut([...shops].join(', '), 60)],
    [customers.orders, words.number(totals.orders)],
    [customers.spent, words.money(totals.spent)],
    [customers.lastOrder, totals.lastOrderAt === null ? null : time(totals.lastOrderAt, 'day')],
    [customers.tier, cut(tier)],
    [customers.tags, cut(tags.slice(0, 6).join(', '), 60)],
    [customers.consent, customers.consentState(profile.emailConsent.state)],
    [customers.since, time(profile.addedAt, 'day')],
    [suggestions.id, profile.id],
  ];
}

/** What a merge would do, while it can be decided. */
function forecastBlocks(words: Words, { sides, moves }: SuggestionView): readonly Block[] {
  const { suggestions, customers } = words;
  if (sides === null || moves === null) return [];
  const [kept, absorbed] = sides.map(({ profile }) => profile);
  if (kept === undefined || absorbed === undefined) return [];
  const { state } = stricterOf(kept.emailConsent, absorbed.emailConsent);
  const isSame = kept.emailConsent.state === absorbed.emailConsent.state;
  return [
    text(suggestions.moves(shortName(kept), moves)),
    ...(isSame ? [] : [text(suggestions.consent(customers.consentState(state)))]),
    note(suggestions.undoable),
    note(suggestions.orType(`customer merge ${kept.id} ${absorbed.id} --yes`)),
  ];
}

/** Whoever has the other one's name is called by their address. */
function calledApart(profile: Profile, sides: SuggestionView['sides']): string {
  const name = shortName(profile);
  const isAlone = sides?.every(
    (side) => side.profile === profile || shortName(side.profile) !== name,
  );
  return isAlone === true ? name : (profile.email ?? profile.id);
}

function suggestionButtons(words: Words, { suggestion, sides, merge }: SuggestionView): Block {
  const { suggestions } = words;
  const { id, status } = suggestion;
  const open = [...new Map(sides?.map(({ profile }) => [profile.id, profile])).values()].map(
    (profile): Button => ({
      ...profileButton(words, profile.id),
      label: oneLine(suggestions.open(calledApart(profile, sides)), 60),
    }),
  );
  if (status === 'open')
    return buttons(
      { label: suggestions.merge, action: { name: 'suggestion.merge', id }, style: 'primary' },
      { label: suggestions.refuse, action: { name: 'suggestion.refuse', id } },
      ...open,
    );
  if (status !== 'merged') return buttons(...open);
  const isUndoable = merge !== null && merge.undoneAt === null;
  return buttons(
    ...(merge === null ? [] : [profileButton(words, merge.kept.id)]),
    isUndoable ? undoMergeButton(words, id) : null,
  );
}
