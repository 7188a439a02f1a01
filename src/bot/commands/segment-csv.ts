// The members of a segment as CSV: every cell quoted, and none that a spreadsheet would run.
import { displayName, type Profile } from '#engine/customers/profile.ts';
import type { Deps } from '#engine/deps.ts';
import { UserError } from '#engine/errors.ts';
import { settingNow } from '#engine/flows/load-subject.ts';
import { findSegment, type KnownSegment, membersOf } from '#engine/flows/segments.ts';
import { moneyToText } from '#engine/money.ts';
import { shown } from '../answers.ts';
import { sentenceCard } from '../cards/list.ts';
import type { Answer, Context } from '../command.ts';
import { type AnswerFile, fileStem } from '../file.ts';
import type { Words } from '../words/en.ts';

const BATCH = 500;
/** The file is made in memory. */
const MOST = 100_000;

const COLUMNS = {
  id: ({ id }) => id,
  email: ({ email }) => email,
  name: displayName,
  first_name: ({ firstName }) => firstName,
  last_name: ({ lastName }) => lastName,
  phone: ({ phone }) => phone,
  country: ({ country }) => country,
  tier: ({ tier }) => tier,
  tags: ({ tags }) => tags.join(', '),
  orders: ({ totals }) => String(totals.orders),
  amount_spent: ({ totals }) => moneyToText(totals.spent),
  currency: ({ totals }) => totals.spent.currency,
  first_order_at: ({ totals }) => totals.firstOrderAt?.toISOString() ?? null,
  last_order_at: ({ totals }) => totals.lastOrderAt?.toISOString() ?? null,
  email_consent: ({ emailConsent }) => emailConsent.state,
} satisfies Record<string, (profile: Profile) => string | null>;

/** The members as a file: what leaves the house is noted in the audit log. */
export async function exportSegment(
  words: Words,
  { deps, teammate }: Context,
  asked: string,
  titleOf: (segment: KnownSegment) => string,
): Promise<Answer> {
  const segment = await findSegment(deps, asked);
  const profiles = await allMembers(deps, segment);
  const csv = membersToCsv(profiles);
  await deps.storage.audit.append({
    at: deps.now(),
    actor: teammate.person,
    action: 'segment.exported',
    subject: segment.name ?? 'query',
    details: { customers: profiles.length, query: segment.query },
  });
  const { exportTitle, exportLine } = words.segments;
  const card = sentenceCard(exportTitle(titleOf(segment)), exportLine(profiles.length));
  const name = `${fileStem(segment.name ?? '', 'customers')}.csv`;
  const file: AnswerFile = { name, mediaType: 'text/csv', content: csv };
  return { ...shown(card, { csv }), file };
}

/** A header and a line for each, ended as RFC 4180 has it. */
function membersToCsv(profiles: readonly Profile[]): string {
  const lines = profiles.map((profile) =>
    Object.values(COLUMNS).map((read) => csvCell(read(profile) ?? '')),
  );
  return [Object.keys(COLUMNS).map(csvCell), ...lines]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
}

/** What a spreadsheet may take for a formula, full-width signs too (OWASP ASVS 5, 1.2.10). */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/u;

/** One cell. What a terminal may act on has no business in a name: it becomes a space. */
export function csvCell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
  return `"${safe.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, ' ').replaceAll('"', '""')}"`;
}

async function allMembers(deps: Deps, segment: KnownSegment): Promise<readonly Profile[]> {
  const { count } = await deps.storage.segments.measure(segment.condition, settingNow(deps));
  if (count > MOST)
    throw new UserError({
      code: 'invalid',
      field: 'segment',
      reason: 'too-many-members',
      most: MOST,
    });
  const all: Profile[] = [];
  for (let after: string | undefined, full = true; full; after = all.at(-1)?.id) {
    const page = { limit: BATCH, ...(after === undefined ? {} : { after }) };
    const { members } = await membersOf(deps, segment.name ?? segment.query, page);
    all.push(...members);
    full = members.length === BATCH && all.length < MOST;
  }
  return all;
}
