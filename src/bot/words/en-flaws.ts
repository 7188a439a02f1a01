// What is wrong in a file of the playbook, in English. Keys, names and examples stay as they are typed.
import type {
  AmountFlaw,
  FileFlaw,
  Flaw,
  LiquidFlaw,
  Meanwhile,
  Nameable,
  PlainFlaw,
  ValueKind,
} from '#engine/flaw.ts';
import { pathText } from '#engine/path-faults.ts';
import type { PlaybookFault } from '#engine/playbook/playbook.ts';
import { hintText, queryFaultText } from '#engine/segments/query-fault.ts';
import { unanswerableText } from '#engine/segments/unanswerable.ts';
import { brief } from './problem-parts.ts';

/** The flaw as it follows the path to its place. Texts in it are untrusted. */
export function flaw(of: Flaw): string {
  switch (of.reason) {
    case 'unknown':
      return unknownText(of);
    case 'not-among':
      return of.hint.nearest === null
        ? `must be one of ${of.values.join(', ')}`
        : `is not known.${hintText(of.hint)}`;
    case 'kind':
      return `must be ${KINDS[of.kind]}`;
    case 'at-least':
      return `must be at least ${of.bound}`;
    case 'more-than':
      return `must be more than ${of.bound}`;
    case 'at-most':
      return `must be at most ${of.bound}`;
    case 'between':
      return `must be ${of.from} to ${of.to}`;
    case 'too-long':
      return `must be at most ${of.bound} characters`;
    case 'too-many':
      return `must hold at most ${of.bound} entries`;
    case 'too-few':
      return `must hold at least ${of.bound}`;
    case 'beside':
      return `must not stand beside ${of.other}: say one of them`;
    case 'over-limit':
      return `is more than limits.${of.limit} of team.yml allows (${of.most})`;
    case 'query':
      return `line ${of.line}, column ${of.column}: ${queryFaultText(of.why)}`;
    case 'unanswerable':
      return unanswerableText(of.asked);
    case 'in-text':
      return `line ${of.line} of the text: ${flaw(of.flaw)}`;
    case 'liquid':
    case 'no-value':
    case 'no-member':
      return liquidFlaw(of);
    default:
      return 'currency' in of || 'from' in of ? amountText(of) : fileText(of);
  }
}

/** The fault with its path before it, and what holds until it is mended. */
export function playbookFault({ path, flaw: of, meanwhile }: Omit<PlaybookFault, 'where'>): string {
  const said = path === null ? flaw(of) : `${pathText(path) || 'the file'}: ${flaw(of)}`;
  return meanwhile === undefined ? said : `${said} (${meanwhileText(meanwhile)})`;
}

/** What is wrong with Liquid. */
export function liquidFlaw(of: LiquidFlaw): string {
  switch (of.reason) {
    case 'liquid':
      return of.detail;
    case 'no-value':
      return `there is no value ${of.name}; there are ${of.known.join(', ')}`;
    case 'no-member':
      return `${of.name} has no ${of.member}; it has ${of.known.join(', ')}`;
  }
}

function amountText(of: AmountFlaw): string {
  switch (of.reason) {
    case 'no-amount':
      return `is no amount that ${of.currency} has`;
    case 'whole-units':
      return `must be an amount in whole units of ${of.currency} such as 2000, without signs and separators`;
    case 'decimals':
      return `has more than the ${of.most} decimals of ${of.currency}`;
    case 'not-above':
      return `must be more than the ${of.from} of ${of.level}: levels stand lowest first`;
    case 'upto-below':
      return `must be more than its from (${of.from})`;
    case 'reaches-into':
      return `reaches into ${of.level}, which begins at ${of.from}; leave it out to end there`;
  }
}

function fileText(of: FileFlaw): string {
  switch (of.reason) {
    case 'no-code':
      return `emails/${of.template}.mjml.liquid shows a discount, but no code is made: add discount`;
    case 'no-marketing':
      return `a mail with a discount is marketing: say so in emails/${of.template}.mjml.liquid`;
    case 'name-taken':
      return `${of.file} has this name already`;
    case 'other-name':
      return `must be ${of.name}, the automation that is edited`;
    case 'no-original':
      return `translates ${of.file}, which is not there`;
    case 'misplaced':
      return `has no place here, only ${of.known.join(', ')}`;
    case 'keys':
      return `must be keys with values: ${of.known.join(', ')}`;
    case 'too-large':
      return `is larger than ${of.kibibytes} KiB`;
    case 'unreadable':
      return `cannot be read (${of.code})`;
    case 'yaml':
      return of.detail;
    default:
      return PLAIN[of.reason];
  }
}

function unknownText({ what, name, hint }: Extract<Flaw, { reason: 'unknown' }>): string {
  return `${UNKNOWN[what](brief(name))}${hint === null ? ' There is none yet.' : hintText(hint)}`;
}

/** A key stands in the path already. */
const UNKNOWN: Readonly<Record<Nameable, (name: string) => string>> = {
  action: () => 'is no action that is known here.',
  key: () => 'is no key that is known here.',
  trigger: () => 'is no trigger that is known here.',
  event: (name) => `'${name}' is no event that is known here.`,
  tier: (name) => `'${name}' is no tier of team.yml.`,
  person: (name) => `'${name}' is nobody in people of team.yml.`,
  'person-or-role': (name) => `'${name}' is neither a role nor anybody in people of team.yml.`,
  template: (name) => `there is no template '${name}' that can be used.`,
  segment: (name) => `there is no segment '${name}' that can be used.`,
  host: (name) => `${name} is not among limits.request_hosts of team.yml.`,
  language: (name) => `'${name}' is no language of mails.`,
};

const KINDS: Readonly<Record<ValueKind, string>> = {
  text: 'a text',
  number: 'a number',
  'whole-number': 'a whole number',
  boolean: 'true or false',
  keys: 'a list of keys with values',
  list: 'a list',
  other: 'a value of another kind',
};

const PLAIN: Readonly<Record<PlainFlaw, string>> = {
  missing: 'is missing',
  empty: 'must not be empty',
  action: 'must be an action and its parameters, such as tag: VIP',
  'action-missing': 'must name an action',
  amount: 'must be an amount such as 2000',
  attribute: 'must be a name of letters, digits and underscores, such as shoe_size',
  'attribute-missing': 'must name an attribute',
  'attribute-value': 'must be a text, a number, true, false or null',
  clock: 'must be a time of day such as "09:00"',
  'code-prefix': 'must be 2 to 16 capital letters and digits, such as THANKS',
  comma: 'must have no comma and no line break',
  condition: 'must be a condition in one text',
  credentials: 'must carry no credentials: requests are signed',
  cron: 'must be a cron expression of five fields, such as "0 9 * * 1"',
  currency: 'must be an ISO 4217 currency such as USD',
  'date-of': 'must be birthday or the name of an attribute that holds a date',
  'date-offset': 'must be days before or after, such as -7d or 2w',
  days: 'must be days such as mon-fri, or a list such as [mon, tue, sat]',
  duration: 'must be a duration such as 30d, 24h or 90m',
  'entries-missing': 'must hold at least one entry',
  'event-or-list': 'must be an event such as order.paid, or a list of events',
  'event-missing': 'must name at least one event',
  'event-name': 'must be the name of an event, such as order.paid',
  exit: 'must be an event, a list of events, or a condition',
  host: 'must be a host such as hooks.example.com or n8n.internal:5678',
  holdout: 'must be a whole number from 1 to 50, the percentage of customers held out',
  'hours-alike': 'must differ from `from`; leave office_hours out where somebody is always there',
  'levels-without-from': 'is missing: either every level has one, or none',
  name: 'must be lower-case letters, digits and hyphens, such as vip-promotion',
  negative: 'must not be less than nothing',
  'office-duration': 'must be hours or minutes such as 4h or 90m, or off',
  'own-entry': 'must be an entry of its own: begin the line with "- "',
  'percent-of-tier': 'must be 1 to 100, or tier for what the tier gives',
  'percent-or-amount': 'is missing: say percent, or amount',
  'quiet-hours': 'must be hours of the day such as 20:00-08:00',
  reentry: 'must be always, never, or after and a duration, such as after 90d',
  'release-word': 'auto means that the money decides: take another name',
  'segment-entry': 'must be a query in one text, or a query and a title',
  'segment-list': 'must be a list of names, each with its query',
  'segment-name': 'a name has lower-case letters, digits and hyphens, such as big-spenders',
  'subject-missing': 'must begin with its subject between two lines of ---',
  'team-missing': 'is missing: every setting has its default',
  'template-name': 'must be named in lower-case letters, digits and hyphens',
  'tier-percent-missing': 'needs a discount_percent at a level of tiers in team.yml',
  'time-zone': 'must be an IANA time zone such as Europe/Berlin',
  'trigger-missing': 'is missing: name the event that starts it',
  'trigger-surplus': 'is one thing too many: an automation has one trigger',
  'twin-level': 'another level has this name already',
  url: 'must be an address such as https://hooks.example.com/vip',
  usual: 'must be hour or pause',
  'utf-8': 'is not UTF-8 text',
  'whole-number': 'must be a whole number',
};

function meanwhileText(meanwhile: Meanwhile): string {
  return meanwhile.kind === 'tiers-stay'
    ? 'until it is mended, every tier stays as it is'
    : `until it is mended, ${meanwhile.limits.join(', ')} is held at its strictest`;
}
