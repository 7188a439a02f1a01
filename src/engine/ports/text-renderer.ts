// The TextRenderer port: a text with Liquid in it and its values become plain text.

export interface TextRenderer {
  /** Renders with no value escaped: the text is data for who shows it. Throws UserError (`invalid`) naming what is wrong. */
  renderText(source: string, values: Readonly<Record<string, unknown>>): Promise<string>;
}
