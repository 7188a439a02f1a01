// emails/*.mjml.liquid → templates: front matter between two lines of ---, then MJML with Liquid.
import { z } from 'zod';
import type { Fault } from '#engine/errors.ts';
import { readData } from '#engine/path-faults.ts';
import type { MailTemplate } from '#engine/playbook/playbook.ts';
import { listFiles, readText } from './text-file.ts';
import { readYaml } from './yaml-file.ts';

const FOLDER = 'emails';
const ENDING = '.mjml.liquid';

const FrontMatter = z.strictObject({
  subject: z.string().trim().min(1, { error: 'must not be empty' }),
  preheader: z.string().default(''),
  /** Unset: marketing, which may go only to those who asked for it. */
  purpose: z.enum(['transactional', 'marketing']).default('marketing'),
});

/** The templates that can be read, and what is wrong with the others. */
export type ReadTemplates = {
  readonly templates: readonly MailTemplate[];
  readonly faults: readonly Fault[];
};

/** Reads every template of a playbook; the file's name is the template's. */
export async function loadTemplates(dir: string): Promise<ReadTemplates> {
  const files = await listFiles(dir, FOLDER, [ENDING]);
  const read = await Promise.all(files.map((file) => loadTemplate(dir, file)));
  return {
    templates: read.flatMap((one) => one.templates),
    faults: read.flatMap((one) => one.faults),
  };
}

async function loadTemplate(dir: string, file: string): Promise<ReadTemplates> {
  const name = file.slice(FOLDER.length + 1, -ENDING.length);
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name))
    return refuse(file, 'must be named in lower-case letters, digits and hyphens');
  const read = await readText(dir, file);
  if (read.kind === 'missing') return { templates: [], faults: [] };
  if (read.kind === 'unreadable') return refuse(file, read.message);
  return parseTemplate(name, file, read.text);
}

function parseTemplate(name: string, file: string, text: string): ReadTemplates {
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (match === null)
    return refuse(`${file}:1`, 'must begin with its subject between two lines of ---');
  const yaml = readYaml(file, match[1] ?? '', 1);
  if (!yaml.ok) return { templates: [], faults: yaml.faults };
  const front = readData(FrontMatter, yaml.file.data ?? {});
  if (!front.ok) return { templates: [], faults: yaml.file.placeFaults(front.faults) };
  const template = { name, ...front.value, source: text.slice(match[0].length) };
  return { templates: [template], faults: [] };
}

function refuse(where: string, message: string): ReadTemplates {
  return { templates: [], faults: [{ where, message }] };
}
