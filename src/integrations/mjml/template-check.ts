// What is wrong with a mail template, before any mail is made from it.
import { Parser } from 'htmlparser2';
import type { Misplacement } from '#engine/email/template-flaw.ts';
import type { MailTemplate } from '#engine/playbook/playbook.ts';
import { type KnownValues, unknownValue } from '../liquid/faults.ts';
import type { MailLiquid } from '../liquid/mail.ts';
import type { CompiledTemplate } from './compile.ts';
import type { TemplateProblem } from './scan-template.ts';

/** The values a template may show; `[]` holds entries of a list and has no names of its own here. */
const MAIL_VALUES: KnownValues = {
  customer: ['first_name', 'last_name', 'name', 'email', 'tier'],
  shop: ['name', 'postal_address', 'timezone'],
  sender: ['name'],
  discount: ['code', 'percent', 'worth', 'expires_at'],
  order: ['number', 'total', 'items', 'url'],
  checkout: ['total', 'items', 'url'],
  appointment: ['title', 'place', 'starts_at'],
  recommended: [],
  offer: ['line', 'options', 'survey_url'],
  decline: ['text'],
  reply: ['text'],
  credit: ['amount', 'text'],
  exchange: ['text'],
  unsubscribe_url: [],
  return_url: [],
  subject: [],
  preheader: [],
};

type Tools = {
  readonly liquid: MailLiquid;
  readonly compile: (source: string) => Promise<CompiledTemplate>;
  readonly describeFault: (error: unknown) => TemplateProblem;
};

/** A value that the mail does not give. */
function checkName(name: Name): readonly TemplateProblem[] {
  const fault = unknownValue(name, MAIL_VALUES);
  return fault === null ? [] : [fault];
}

type Name = { readonly path: readonly string[]; readonly line: number };

/** Every problem of a template, by line: Liquid, MJML, unknown values, unsafe places, and what its purpose asks for. */
export async function checkTemplate(
  template: MailTemplate,
  tools: Tools,
): Promise<readonly TemplateProblem[]> {
  const problems = [...checkLine('subject', template.subject, tools)];
  if (template.subject.trim() === '') problems.push({ line: null, flaw: { reason: 'no-subject' } });
  problems.push(...checkLine('preheader', template.preheader, tools));
  try {
    const compiled = await tools.compile(template.source);
    const names = tools.liquid.readNames(template.source);
    problems.push(...compiled.problems, ...names.flatMap(checkName));
    problems.push(...checkPlaces(compiled.html, template.source));
    problems.push(...checkPurpose(template, names, compiled.html));
  } catch (error) {
    problems.push(tools.describeFault(error));
  }
  return problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function checkLine(
  field: 'subject' | 'preheader',
  source: string,
  tools: Tools,
): readonly TemplateProblem[] {
  try {
    const problems = tools.liquid.readNames(source).flatMap(checkName);
    return problems.map(({ flaw }) => ({ line: null, flaw: { reason: 'in-field', field, flaw } }));
  } catch (error) {
    const { flaw } = tools.describeFault(error);
    return [{ line: null, flaw: { reason: 'in-field', field, flaw } }];
  }
}

/** A value may stand in text and in plain attributes; in a link only a link of ours may, in a style or a comment none. */
function checkPlaces(html: string, source: string): readonly TemplateProblem[] {
  const found: TemplateProblem[] = [];
  const report = (text: string, reason: Misplacement) =>
    found.push({ line: lineOf(source, text), flaw: { reason, text } });
  const checkStyle = (css: string) => {
    for (const output of outputsIn(css)) report(output, 'in-style');
  };
  let element = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      element = name;
      const { href, src, style = '' } = attributes;
      checkStyle(style);
      for (const address of [href, src]) checkAddress(address, report);
    },
    ontext(data) {
      if (element === 'style') checkStyle(data);
    },
    oncomment: (data) => {
      for (const output of outputsIn(data)) report(output, 'in-comment');
    },
  });
  parser.end(html);
  return found;
}

function checkAddress(
  address: string | undefined,
  report: (text: string, reason: Misplacement) => void,
): void {
  if (address === undefined) return;
  const outputs = outputsIn(address);
  for (const output of outputs) {
    if (!/^\{\{-?\s*([a-z_]+\.)*([a-z_]+_)?url\s*-?\}\}$/.test(output)) {
      report(output, 'in-link');
    }
  }
  if (outputs.length === 0 && !/^(https:\/\/|mailto:|tel:)/i.test(address)) {
    report(address, 'bad-link');
  }
}

function checkPurpose(
  template: MailTemplate,
  names: readonly Name[],
  html: string,
): readonly TemplateProblem[] {
  const has = (path: string) => names.some((name) => name.path.join('.') === path);
  if (template.purpose === 'transactional') {
    if (!names.some(({ path }) => path[0] === 'discount')) return [];
    return [{ line: null, flaw: { reason: 'not-marketing' } }];
  }
  const problems: TemplateProblem[] = [];
  if (!/href="\{\{-?\s*unsubscribe_url\s*-?\}\}"/.test(html)) {
    problems.push({ line: null, flaw: { reason: 'no-way-out' } });
  }
  if (!has('shop.postal_address')) {
    problems.push({
      line: null,
      flaw: { reason: 'no-postal-address' },
    });
  }
  return problems;
}

function outputsIn(text: string): readonly string[] {
  return text.match(/\{\{[\s\S]*?\}\}/g) ?? [];
}

function lineOf(source: string, text: string): number | null {
  const at = source.indexOf(text);
  return at < 0 ? null : source.slice(0, at).split('\n').length;
}
