// What a person sees of the workspace in a browser, and how they fill in its form.
import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { FormValues } from '#bot/form.ts';

/** A message as it is drawn; `selector` finds it. */
export type Drawn = z.infer<typeof Drawn>;
const Drawn = z.object({
  id: z.string(),
  selector: z.string(),
  threadOf: z.string().nullable(),
  text: z.string(),
  buttons: z.array(z.object({ label: z.string(), value: z.string() })),
  active: z.array(z.string()),
});

/** The elements that are drawn of a card or a form; whatever else stands in one came out of its text. */
const ELEMENTS =
  'article b blockquote br button caption code dd details dialog div dl dt fieldset footer form h2 h3 header hr input label legend ' +
  'li option p path pre circle rect select small span strong summary svg table tbody td textarea th thead time tr ul wbr';

/** Runs in the page. What is folded away counts as shown: a press of a person unfolds it. */
const READ = `
  const known = new Set('${ELEMENTS}'.split(' '));
  const isOdd = (element) =>
    !known.has(element.localName) ||
    [...element.attributes].some(({ name }) => /^on|^style$|^href$|^src$/.test(name));
  const activeIn = (root) =>
    [...root.querySelectorAll('*')].filter(isOdd).map((one) => one.outerHTML.slice(0, 200));
  const read = (article, threadOf) => ({
    id: article.id.replace(/^m-/, ''),
    selector: '#' + article.id,
    threadOf,
    text: article.querySelector('.card').innerText,
    buttons: [...article.querySelectorAll('button[name=action]')].map((button) => ({
      label: button.innerText,
      value: button.value,
    })),
    active: activeIn(article),
  });
`;

/** The messages of the open channel, oldest first, and what is said under them; or its private answers. */
export async function readPage(
  page: Page,
  which: ':not(.whisper)' | '.whisper' = ':not(.whisper)',
): Promise<readonly Drawn[]> {
  const cards = await evaluate(page, `document.querySelectorAll('#messages > article${which}')`);
  const replies: Drawn[] = [];
  for (const { id } of cards) {
    const link = page.locator(`#replies-${id}`);
    if ((await link.count()) === 0) continue;
    await link.click();
    await page.locator(`#thread-${id} > article`).first().waitFor();
    const found = `document.querySelectorAll('#thread-${id} > article')`;
    replies.push(...(await evaluate(page, found, id)));
  }
  return [...cards, ...replies];
}

async function evaluate(page: Page, found: string, threadOf: string | null = null) {
  const under = JSON.stringify(threadOf);
  const script = `(() => {${READ} return [...${found}].map((one) => read(one, ${under})); })()`;
  return z.array(Drawn).parse(await page.evaluate(script));
}

const DrawnForm = z.object({
  text: z.string(),
  active: z.array(z.string()),
  /** How many faults are said in it. */
  faults: z.int(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

/** The form that is open. Throws where none is. */
export async function readForm(page: Page): Promise<z.infer<typeof DrawnForm>> {
  const script = `(() => {${READ}
    const form = document.querySelector('#form[open]');
    const texts = [...form.querySelectorAll('h2, .dialog-body > :not(.field), label:not(.check), legend, .check, .hint, option, .fault, [type=submit]')];
    const values = {};
    for (const { name, type, value, checked } of form.querySelectorAll('[name^="value."], [name^="many."]')) {
      const field = name.replace(/^(value|many)[.]/, '');
      if (name.startsWith('many.')) values[field] = [];
      else if (type !== 'checkbox') values[field] = value;
      else if (checked) values[field].push(value);
    }
    return {
      text: texts.map((one) => one.textContent).join('\\n'),
      active: activeIn(form),
      faults: [...form.querySelectorAll('.fault')].filter((one) => one.textContent !== '').length,
      values,
    };
  })()`;
  return DrawnForm.parse(await page.evaluate(script));
}

/** Fills in what is named. */
export async function fillIn(page: Page, values: FormValues): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`#form [name="value.${name}"]`);
    if (typeof value !== 'string')
      for (const box of await field.all())
        await box.setChecked(value.includes((await box.getAttribute('value')) ?? ''));
    else if ((await field.evaluate(({ localName }) => localName)) === 'select')
      await field.selectOption(value);
    else await field.fill(value);
  }
}
