// What a mail program or a chat makes a link of: with a scheme, with "www.", or nothing but a domain's name.

/** Where a web page is, in a text. */
const PAGE = /(?:https?:[/\\]{2}|\bwww\.)[^\s)>\]|"]+/gi;

/** Whatever a client may take for a link; a scheme may stand right behind a letter or `_`, which formats in chats. */
const WITH_SCHEME =
  /(?:[a-z][a-z0-9+.-]{0,20}:[/\\]{2}|\bwww\.|[/\\]{2}(?=[^\s/\\]{0,100}\.))[^\s)>\]|"]+|\b(?:javascript|vbscript|data|file|mailto|tel|sms|slack|discord):[^\s)>\]]+/;

/** Ends of domains that are in use (https://data.iana.org/TLD/tlds-alpha-by-domain.txt, the frequent ones) or reserved (RFC 2606). */
const ENDINGS =
  `com net org info biz name pro mobi edu gov mil int aero coop museum jobs tel travel cat asia post arpa onion
  example test invalid localhost local app dev page web wiki xyz online site website space store shop shopping club top vip live
  life link click cloud tech technology blog news world today email fun icu one zone group team work works run win bid loan date
  party racing review reviews stream trade webcam science men download support help care chat social network systems digital
  agency media studio design art games game bet casino money finance financial bank pay cash credit loans sale deals gift gifts
  discount promo market marketing business company center services solutions software computer tools codes domains host hosting
  zip mov foo bar ink lol wtf ninja rocks guru expert academy school education university college health healthcare clinic fit
  yoga beauty fashion clothing shoes jewelry boutique flights hotel hotels restaurant cafe coffee pizza food kitchen wine beer
  bike cars auto taxi limo house homes property properties estate land city berlin london paris nyc tokyo hamburg koeln cologne
  wien amsterdam global international eco bio green earth gay lgbt dating singles sexy sex porn xxx adult tube video photo photos
  photography pics pictures gallery camera film movie music audio radio theater show tickets events express delivery fyi faith
  church charity foundation fund ngo google goog amazon youtube gle security contact management press direct directory report
  consulting partners ventures capital exchange markets trading investments tax legal law lawyer attorney doctor dental
  рф рус укр бел срб 中国 公司 网络 在线 香港 台湾 भारत`.split(/\s+/);

/** "evil.example/reset", "discord.gg/abc", "xn--80ak6aa92e.com"; "node.js", "Blue.Train" and "e.g." end as no domain does. The host of an address is no link by itself. */
const BARE = new RegExp(
  `(?<![\\p{L}\\p{N}]|[^\\s"'(),:;<>@[\\]\\\\|]@)(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?[.。．｡]){1,8}(?:${[...ENDINGS, ...countryCodes()].join('|')}|xn--[a-z0-9-]{2,59})(?![\\p{L}\\p{N}-]|[.。．｡][\\p{L}\\p{N}])(?:[:/?#][^\\s)>\\]|"]*)?`,
  'iu',
);

/** An address of a machine counts where a page of it is named, for versions look like one. */
const NUMERIC = /(?<![p{L}p{N}.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5}|(?=\/))[^\s)>\]|"]*/;

const LINK = new RegExp([WITH_SCHEME, BARE, NUMERIC].map(({ source }) => source).join('|'), 'giu');

/** A text without links to anywhere but this host. */
export function withoutLinks(text: string, ownHost: string | null): string {
  return text.replace(LINK, (link) => (isOwn(link, ownHost) ? link : '[…]'));
}

/** A text without the addresses of pages, which may hold what only their reader is to have. */
export function withoutPages(text: string): string {
  return text.replace(PAGE, '[…]');
}

/** Programs read `\` and what stands before an `@` in different ways: what one takes for our host another does not. */
function isOwn(link: string, ownHost: string | null): boolean {
  if (ownHost === null || /[\\@]/.test(link)) return false;
  return (URL.parse(link) ?? URL.parse(`https://${link}`))?.host === ownHost;
}

/** Every country has an ending of its own. */
function countryCodes(): readonly string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => names.of(code.toUpperCase()) !== undefined || code === 'eu' || code === 'uk');
}
