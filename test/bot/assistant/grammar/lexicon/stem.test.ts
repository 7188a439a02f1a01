import { describe, expect, it } from 'vitest';
import { stemOf } from '#bot/assistant/grammar/lexicon/stem.ts';

describe('stemOf', () => {
  it.each([
    ['en', 'assign', ['assigns', 'assigned', 'assigning']],
    ['en', 'stop', ['stops', 'stopped', 'stopping']],
    ['en', 'delivery', ['deliveries']],
    ['de', 'genehmigung', ['genehmigungen']],
    ['de', 'offene', ['offenen', 'offenes', 'offener']],
  ] as const)('knows in %s the forms of "%s"', (language, word, forms) => {
    const stems = forms.map((form) => stemOf(language, form));

    expect(new Set([stemOf(language, word), ...stems]).size).toBe(1);
  });

  it('leaves short words as they are', () => {
    expect(['as', 'is', 'der', 'es'].map((word) => stemOf('de', word))).toEqual([
      'as',
      'is',
      'der',
      'es',
    ]);
  });
});
