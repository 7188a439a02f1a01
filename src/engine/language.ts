// The languages that Regulars speaks, and which of them a locale of a shop means.

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of a locale as shops give it ("de", "de-AT", "en_US"); null where it is none of ours. */
export function languageOf(locale: string | null): Language | null {
  const [primary] = (locale ?? '').toLowerCase().split(/[-_]/);
  return LANGUAGES.find((language) => language === primary) ?? null;
}
