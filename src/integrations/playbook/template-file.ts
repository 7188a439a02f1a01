// emails/*.mjml.liquid → templates: front matter between two lines of ---, then MJML with Liquid.
import { z } from 'zod';
import { type Flaw, unknownName } from '#engine/flaw.ts';
import { LANGUAGES } from '#engine/language.ts';
import { readData } from '#engine/path-faults.ts';
import type { MailTemplate, PlaybookFault } from '#engine/playbook/playbook.ts';
import { listFiles, readText } from './text-file.ts';
import { readYaml } from './yaml-file.ts';

const FOLDER = 'emails';
const ENDING = '.mjml.liquid';

const FrontMatter = z.strictObject({
  subject: z.string().trim().min(1),
  preheader: z.string().default(''),
  /** Unset: marketing, which may go only to those who asked for it. */
  purpose: z.enum(['transactional', 'marketing']).default('marketing'),
});

/** The templates that can be read, and what is wrong with the others. */
export type ReadTemplates = {
  readonly templates: readonly MailTemplate[];
  readonly faults: readonly PlaybookFault[];
};

/**
 * Reads every template of a playbook; the file's name is the template's. `thank-you.de.mjml.liquid` is `thank-you` in
 * German.
 */
export async function loadTemplates(dir: string): Promise<ReadTemplates> {
  const files = await listFiles(dir, FOLDER, [ENDING]);
  const read = await Promise.all(files.map((file) => loadTemplate(dir, file)));
  const all = read.flatMap((one) => one.templates);
  const [templates, strays] = withTranslations(all);
  return { templates, faults: [...read.flatMap((one) => one.faults), ...strays] };
}

/** Each template with its translations, and a fault for a translation of nothing. */
function withTranslations(
  all: readonly MailTemplate[],
): readonly [readonly MailTemplate[], readonly PlaybookFault[]] {
  const originals = all.filter(({ language }) => language === undefined);
  const isOf = (original: MailTemplate, one: MailTemplate) =>
    one.name === `${original.name}.${one.language}`;
  const templates = originals.map((original) => {
    const own = all.filter((one) => isOf(original, one));
    if (own.length === 0) return original;
    return { ...original, translations: own.map((one) => ({ ...one, purpose: original.purpose })) };
  });
  const strays = all.filter(
    (one) => one.language !== undefined && !originals.some((original) => isOf(original, one)),
  );
  const faults = strays.map(({ name, language = '' }): PlaybookFault => {
    const file = `${name.slice(0, -language.length - 1)}${ENDING}`;
    return {
      where: `${FOLDER}/${name}${ENDING}`,
      path: null,
      flaw: { reason: 'no-original', file },
    };
  });
  return [templates, faults];
}

async function loadTemplate(dir: string, file: string): Promise<ReadTemplates> {
  const name = file.slice(FOLDER.length + 1, -ENDING.length);
  const named = /^[a-z0-9][a-z0-9-]*(?:\.(?<suffix>[a-z-]+))?$/.exec(name);
  if (named === null) return refuse(file, { reason: 'template-name' });
  const suffix = named.groups?.['suffix'];
  const language = LANGUAGES.find((one) => one === suffix);
  if (suffix !== undefined && language === undefined)
    return refuse(file, unknownName('language', suffix, LANGUAGES));
  const read = await readText(dir, file);
  if (read.kind === 'missing') return { templates: [], faults: [] };
  if (read.kind === 'unreadable') return refuse(file, read.flaw);
  return parseTemplate({ name, ...(language === undefined ? {} : { language }) }, file, read.text);
}

function parseTemplate(
  named: Pick<MailTemplate, 'name' | 'language'>,
  file: string,
  text: string,
): ReadTemplates {
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (match === null) return refuse(`${file}:1`, { reason: 'subject-missing' });
  const yaml = readYaml(file, match[1] ?? '', 1);
  if (!yaml.ok) return { templates: [], faults: yaml.faults };
  const front = readData(FrontMatter, yaml.file.data ?? {});
  if (!front.ok) return { templates: [], faults: yaml.file.placeFaults(front.faults) };
  const template = { ...named, ...front.value, source: text.slice(match[0].length) };
  return { templates: [template], faults: [] };
}

function refuse(where: string, flaw: Flaw): ReadTemplates {
  return { templates: [], faults: [{ where, path: null, flaw }] };
}
