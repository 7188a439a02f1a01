// Tells an English sentence from a German one.

/** Words that no German sentence has: where one is left, an English sentence is left. */
const ENGLISH_WORDS =
  'the this that these is are were has have been not of and or with without it its which nothing yet than cannot ' +
  'does did their there they you your please when more only must should because such another less least most need ' +
  'needs invalid expected missing unknown sorry';

export const ENGLISH = new RegExp(
  `(?<![\\w/@.:=–-])(?:${ENGLISH_WORDS.split(' ')
    .map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
    .join('|')})(?![\\w:@=-])`,
);
