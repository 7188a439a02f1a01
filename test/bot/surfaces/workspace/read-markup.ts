// Reads our own HTML as a person sees it, and notices whatever a card has no use for.

/** What stands in a piece of HTML. `active` names every tag and attribute that our renderer never writes. */
export type ReadMarkup = {
  readonly text: string;
  readonly buttons: readonly { readonly label: string; readonly value: string }[];
  readonly active: readonly string[];
};

const TAG = /<(\/?)([^\s>/]*)([^>]*)>/g;
const ATTRIBUTE = /([^\s="]+)(?:="([^"]*)")?/g;

const TAGS =
  'article b blockquote button caption code dd details div dl dt footer h3 hr li p path pre circle rect small span strong summary svg table tbody td th thead time tr ul wbr';
const ATTRIBUTES =
  'aria-hidden aria-label aria-labelledby class data-seq data-style datetime dir hx-confirm hx-get hx-post hx-swap hx-sync hx-target id name role scope tabindex type value data-confirm-title data-confirm-label ' +
  'viewbox width height fill stroke stroke-width stroke-linecap stroke-linejoin';

/** Reads markup made by the workspace's renderer. */
export function readMarkup(markup: string): ReadMarkup {
  const active = [...markup.matchAll(TAG)].flatMap(([, , name = '', attributes = '']) => [
    ...unknownOf([name], TAGS),
    ...unknownOf(
      [...attributes.matchAll(ATTRIBUTE)].map((one) => one[1] ?? ''),
      ATTRIBUTES,
    ),
  ]);
  const found = [
    ...markup.matchAll(/<button[^>]*name="action" value="([^"]*)"[^>]*>(.*?)<\/button>/g),
  ];
  const buttons = found.map(([, value = '', label = '']) => ({
    label: decode(label),
    value: decode(value),
  }));
  return { text: decode(markup.replace(TAG, '')), buttons, active };
}

function unknownOf(names: readonly string[], known: string): readonly string[] {
  return names.filter((name) => name !== '/' && !known.split(' ').includes(name.toLowerCase()));
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#96;', '`')
    .replaceAll('&amp;', '&');
}
