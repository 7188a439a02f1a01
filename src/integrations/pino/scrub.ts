// The last resort against secrets and personal data in a line: known values, known shapes, addresses.

/** What stands where a secret was. */
const SECRET = '[secret]';

/** Configured values shorter than this are not searched for: they would tear holes into ordinary words. */
const SHORTEST_SECRET = 6;

/**
 * Tokens by their shape: Slack, Shopify, WooCommerce, Standard Webhooks, OpenAI, bearer headers, `user:pass@` in an
 * address.
 */
const TOKENS = [
  /\bxox[a-z]-[\w-]+/gi,
  /\bxapp-[\w-]+/gi,
  /\bshp(?:at|ss|ca|pa|ua)_\w+/gi,
  /\bwhsec_[\w+/=-]+/gi,
  /\b(?:ck|cs)_[\da-z]{8,}/gi,
  /\bsk-[\w-]{8,}/gi,
  /\b(?:Bearer|Basic)\s+[\w+/=.~-]+/gi,
  /(?<=:\/\/)[^\s/@]*:[^\s@]*(?=@)/g,
] as const;

/** Where personal data may hide in a sentence of our own: an e-mail address, a phone number in international form. */
const PERSONAL = [
  { shape: /[^\s"'<>(),:;@]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu, instead: '[email]' },
  { shape: /\+\d[\d ()-]{6,}\d/g, instead: '[phone]' },
] as const;

/** A function that takes secrets and personal data out of a text; `secrets` are searched for as they stand. */
export function createScrubber(secrets: readonly string[]): (text: string) => string {
  // Longest first, so that a secret that holds another one leaves no rest.
  const known = [...new Set(secrets)]
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const withoutKnown = known.reduce((rest, secret) => rest.replaceAll(secret, SECRET), text);
    return scrubPersonal(scrubTokens(withoutKnown));
  };
}

/** Takes out everything that has the shape of a secret; keeps addresses, which an operator may have to read. */
export function scrubTokens(text: string): string {
  return TOKENS.reduce((rest, shape) => rest.replace(shape, SECRET), text);
}

function scrubPersonal(text: string): string {
  return PERSONAL.reduce((rest, { shape, instead }) => rest.replace(shape, instead), text);
}
