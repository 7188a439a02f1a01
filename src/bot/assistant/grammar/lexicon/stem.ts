// What the forms of a word have in common, so that "assigning" is known where "assign" is: endings are taken off, no more.

/**
 * The stem of a folded word. English after step 1 of Porter (An algorithm for suffix stripping, 1980); German by the endings
 * of nouns, adjectives and verbs. Two words of one stem are forms of one word often enough where neither is known by itself.
 */
export function stemOf(language: 'en' | 'de', word: string): string {
  return language === 'en' ? stemEnglish(word) : stemGerman(word);
}

const SHORTEST = 3;

function stemEnglish(word: string): string {
  const single = withoutPlural(word);
  const [, root] = /^(.*[aeiouy].*?)(?:ing|ed)$/.exec(single) ?? [];
  const stem = root === undefined || root.length < SHORTEST ? single : undoubled(root);
  return stem.length > SHORTEST ? stem.replace(/e$/, '').replace(/y$/, 'i') : stem;
}

function withoutPlural(word: string): string {
  if (word.length <= SHORTEST) return word;
  if (/ies$/.test(word)) return word.replace(/ies$/, 'y');
  return word.replace(/(?<=[^aeious])s$|(?<=[ae])s$/, '');
}

/** "stopping" is of "stop"; "calling" is of "call". */
function undoubled(root: string): string {
  return /([bdfgmnprt])\1$/.test(root) ? root.slice(0, -1) : root;
}

const GERMAN_ENDINGS = /(?:ten|tet|test|te|est|et|en|em|er|es|st|e|n|s|t)$/;

function stemGerman(word: string): string {
  const stem = word.replace(GERMAN_ENDINGS, '');
  return stem.length < SHORTEST ? word : stem;
}
