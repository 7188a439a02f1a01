// HTML as a value: a tagged template in which every piece is escaped unless it is markup already.

/** A piece of finished HTML. Only this file makes one, so a plain string can never pass for it. */
export type Markup = { readonly markup: string };

/** What may stand in a template: text is escaped, lists are joined, null and false leave nothing. */
export type Piece = Markup | string | number | null | false | readonly Piece[];

/** Builds HTML; text put into it is escaped for element content and quoted attributes. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const parts = strings.map((part, index) => part + pieceToHtml(pieces[index] ?? null));
  return { markup: parts.join('') };
}

/** Takes a text that is HTML already: only for constants of our own, never for anything from outside. */
export function trusted(markup: string): Markup {
  return { markup };
}

/** Escapes a text for element content and for quoted attributes. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => ENTITY[character] ?? character);
}

function pieceToHtml(piece: Piece): string {
  if (piece === null || piece === false) return '';
  if (typeof piece === 'string') return escapeHtml(piece);
  if (typeof piece === 'number') return String(piece);
  return 'markup' in piece ? piece.markup : piece.map(pieceToHtml).join('');
}

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};
