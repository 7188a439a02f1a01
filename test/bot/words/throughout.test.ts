// Nobody who is answered in German reads an English sentence: every command, every button and every form of a busy shop.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '#bot/card.ts';
import { createCommands } from '#bot/commands/registry.ts';
import type { Form } from '#bot/form.ts';
import type { Input, Reply } from '#bot/router.ts';
import type { Teammate } from '#bot/teammate.ts';
import { de } from '#bot/words/de.ts';
import { en } from '#bot/words/en.ts';
import { MARIA } from '../../support/asking.ts';
import { anAutomation, DAY, withAutomations } from '../../support/automations.ts';
import { ENGLISH, wordsOf } from '../../support/english.ts';
import { anOrder, aReturn, someone } from '../../support/events.ts';
import { ASKED, PREVIEWS, WRONG } from '../../support/typed-lines.ts';
import { createWorld, type World } from '../../support/world.ts';

/** Typed by people, or named by the playbook. */
const NOT_OURS = [/prefers to be called in the morning/, /^(?:big-spenders|Text)$/];

/** Team and playbook are the merchant's own words, here German ones. */
const AUTOMATIONS = [
  anAutomation({
    name: 'vip-promotion',
    title: 'VIP-Beförderung',
    when: 'amount_spent > 5000 OR customer_added_date <= -2y',
    do: [
      { tag: 'VIP' },
      { notify: { channel: 'vips' } },
      {
        email: {
          template: 'vip-thanks',
          approval: 'required',
          discount: { percent: 50, expires: '30d', uses: 1 },
        },
      },
    ],
  }),
  anAutomation({
    name: 'series',
    title: 'Reihe',
    mode: 'shadow',
    when: "number_of_orders >= 1 AND NOT customer_tags CONTAINS 'ruhig'",
    do: [
      { wait: '2d' },
      { task: { title: 'Anrufen', due: '2d' } },
      { stop_if: 'number_of_orders > 3' },
      { set: { name: 'stufe', value: 'a' } },
      { discount: { amount: 5, expires: '14d' } },
      { open_case: { due: '2d' } },
    ],
  }),
];

let world: World;
const heard = new Set<string>();

beforeAll(async () => {
  world = await createWorld({
    playbook: (shipped) => {
      const own = withAutomations(...AUTOMATIONS)(shipped);
      const team = { ...own.team, language: 'de' as const };
      const segments = shipped.segments.map((one) => ({ ...one, title: one.name }));
      return { ...own, segments, team };
    },
  });
  await world.deliver(anOrder({ ref: '1054', total: 6_200 }));
  await world.deliver(aReturn({ orderRef: '1054', note: 'zerrissen' }));
  const other = someone({ ref: 'c-2', email: 'maria.lopez@example.org', lastName: 'Lopez' });
  await world.deliver(anOrder({ ref: '1055', total: 40, customer: other }));
});
afterAll(() => world.close());

describe('a team that speaks German', () => {
  it('reads no English sentence, whatever it types, presses and sends', async () => {
    const commands = createCommands(de);
    for (const { name, examples } of commands) {
      await follow({ kind: 'line', line: name });
      for (const line of examples) {
        await follow({ kind: 'line', line });
        await follow({ kind: 'line', line: await aboutWhatIsThere(line) });
      }
    }
    for (const line of [...WRONG, ...ASKED, ...PREVIEWS]) await follow({ kind: 'line', line });
    for (const { examples } of commands)
      for (const line of examples) await readReply(await world.router.handle(VIEWER, typed(line)));
    await follow({ kind: 'line', line: 'pause' });
    for (const { examples } of commands)
      for (const line of examples)
        await follow({ kind: 'line', line: await aboutWhatIsThere(line) });
    await follow({ kind: 'line', line: 'resume' });
    world.pass(3 * DAY);
    await world.runJobs({ early: true });
    for (const { card } of world.posted) await read(card);
    for (const command of commands)
      hear(command.summary, ...command.parameters.map(({ summary }) => summary));

    const english = [...heard].filter(
      (text) =>
        (ENGLISH.test(text) || ENGLISH_ALONE.has(text)) &&
        !NOT_OURS.some((ours) => ours.test(text)),
    );

    expect(heard.size).toBeGreaterThan(500);
    expect(english).toEqual([]);
    expect([...heard].filter((text) => AUDITED.test(text))).toEqual([]);
  }, 240_000);
});

/** The line with ids of things that there are. */
async function aboutWhatIsThere(line: string): Promise<string> {
  let said = line.replace('Maria Lopez', '"Maria Silva"');
  for (const [prefix, list] of Object.entries(LISTS)) {
    const pattern = new RegExp(`${prefix}_7ZK3QW8XN2AB`);
    if (!pattern.test(said)) continue;
    const reply = await world.router.handle(ADMIN, { kind: 'line', line: list });
    const json = reply.kind === 'card' ? JSON.stringify(reply.json) : '';
    said = said.replace(pattern, new RegExp(`${prefix}_\\w+`).exec(json)?.[0] ?? '$&');
  }
  return said;
}

const LISTS = {
  case: 'case list',
  task: 'task list',
  apr: 'approval list',
  run: 'automation runs',
  bat: 'batch list',
  evt: 'event list',
  mrg: 'customer merges',
};

const ADMIN: Teammate = {
  person: de.localAdmin,
  name: de.localAdmin,
  role: 'admin',
  surface: 'terminal',
};

/** The name of an action in the audit log, which has words. */
const AUDITED =
  /^(?:access|approval|automation|batch|case|channel|customer|effects?|email|plan|run|segment|step|task)\.[a-z-]+$/;

const VIEWER: Teammate = { ...ADMIN, name: 'Vera', role: 'viewer' };

function typed(line: string): Input {
  return { kind: 'line', line };
}

/** What the English catalogue says and the German one does not. */
const ENGLISH_ALONE = new Set(textsIn(en).filter((text) => !new Set(textsIn(de)).has(text)));

function textsIn(words: object): readonly string[] {
  return Object.values(words).flatMap((said: unknown) => {
    if (typeof said === 'string') return [said];
    return typeof said === 'object' && said !== null ? textsIn(said) : [];
  });
}

const pressed = new Map<string, number>();

/** Does it, reads what comes of it, and goes on with every button and form in it. */
async function follow(input: Input): Promise<void> {
  const who = heard.size % 2 === 0 ? ADMIN : { ...MARIA, role: 'admin' as const };
  const reply = await world.router.handle(who, input, { channel: 'refunds' });
  await world.runJobs();
  await readReply(reply);
}

async function readReply(reply: Reply): Promise<void> {
  switch (reply.kind) {
    case 'card':
      if (reply.refused !== undefined) hear(reply.refused.message);
      return read(reply.card);
    case 'faults':
      return hear(...reply.faults.map(({ message }) => message));
    case 'form':
      return fillIn(reply.form);
    case 'done':
      return;
  }
}

async function read(card: Card): Promise<void> {
  hear(card.title, ...card.blocks.flatMap(wordsOf));
  for (const block of card.blocks) {
    if (block.kind !== 'buttons') continue;
    for (const { action } of block.buttons) {
      const times = pressed.get(action.name) ?? 0;
      pressed.set(action.name, times + 1);
      if (times < 3) await follow({ kind: 'press', action });
    }
  }
}

/** Sends it as it stands, and then as nobody should. */
async function fillIn(form: Form): Promise<void> {
  hear(form.title, form.submitLabel, ...form.intro.flatMap(wordsOf));
  if (form.preview !== undefined) hear(form.preview.sentence);
  for (const field of form.fields) {
    hear(field.label, field.hint ?? '');
    if (field.kind === 'text') hear(field.placeholder ?? '');
    if ('options' in field)
      hear(...field.options.flatMap(({ label, hint }) => [label, hint ?? '']));
  }
  const times = pressed.get(`form ${form.action.name}`) ?? 0;
  pressed.set(`form ${form.action.name}`, times + 1);
  if (times >= 2) return;
  const nonsense = Object.fromEntries(form.fields.map(({ name }) => [name, 'xyz,\u0007 9e9']));
  const empty = Object.fromEntries(form.fields.map(({ name }) => [name, '']));
  const asItIs = Object.fromEntries(
    form.fields.map((field) => {
      if (field.kind === 'choices') return [field.name, field.values ?? []];
      if (field.kind === 'choice')
        return [field.name, field.value ?? field.options[0]?.value ?? ''];
      return [field.name, String(field.value ?? 'abc')];
    }),
  );
  for (const values of [nonsense, empty, asItIs]) {
    for (const changed of form.preview?.of ?? []) {
      const said = await world.router.preview(ADMIN, form.action, { values, changed });
      if (said !== null) hear(said.sentence);
    }
    await follow({ kind: 'submit', action: form.action, values });
  }
}

function hear(...texts: readonly string[]): void {
  for (const text of texts) if (text !== '') heard.add(text);
}
