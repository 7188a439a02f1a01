// What is wrong in a merchant's files, said in the team's language: every fault that a folder can have, in both languages.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { de } from '#bot/words/de.ts';
import { en } from '#bot/words/en.ts';
import type { TemplateFlaw } from '#engine/email/template-flaw.ts';
import { type Flaw, PLAIN_FLAWS } from '#engine/flaw.ts';
import type { PlaybookFault } from '#engine/playbook/playbook.ts';
import { createMailRenderer } from '#integrations/mjml/mail-renderer.ts';
import { loadPlaybook } from '#integrations/playbook/load.ts';
import { ENGLISH } from '../../support/english.ts';
import { aTemplate } from '../../support/mail-templates.ts';

const TEAM = `language: de
timezone: Berlin
currency: EURO
people:
  - { name: Maria, roles: [aprover] }
  - { name: Ben, roles: [agent], lang: de }
limits:
  discount_percent_max: 30
  second_approver_abov: 20
  email_cap_per_day: 0
  case_due: bald
  quiet_hours: nachts
  request_hosts: ["https://x"]
office_hours: { days: mon-fry, from: "9", to: "9" }
approvals: { remind_after: 1d, escalate_to: Mara }
routing: [{ over: -1, tier: Glod, to: vip }]
tiers: [{ name: Silber, from: 100 }, { name: Gold, from: 50, discount_percent: 101 }]
`;

const RULE = `name: Regel Eins
on: [order.payed, order.paid]
when: amount_spend > 5
reentry: manchmal
holdout: 90
rank: 1.5
mode: an
exit: 7
extra: 1
do:
  - tag: "a,b"
  - tagg: x
  - tag: a
    untag: b
  - set: { "a b": [] }
  - email: { template: x, discount: { percent: 3.5, amount: 0, expires: 9y, uses: 0, prefix: x, products: [], collections: [a] } }
  - wait: { usual: woche, else: "25" }
  - wait: { for: nichts, at_most: 9y }
  - request: { url: x }
  - task: {}
  - stop_if: 4
  - notify: { channel: vips, text: 5 }
  - nix
`;

const REFERRING = `name: verweise
on: { segment.entered: gibtsnicht }
do:
  - email: { template: fehlt, discount: { percent: 50, expires: 9d } }
  - notify: { channel: vips, mention: Mara, text: "{{ customr.name }} {{ customer.nam }}" }
  - notify: { channel: vips, text: "{{ customer.name | laut }}" }
  - notify: { channel: vips, text: "{% if customer.name %}" }
  - tier: Platin
  - request: { url: "https://user:pw@a.example" }
  - request: { url: "https://a.example" }
  - discount: { amount: 0.001, expires: 9d }
  - discount: { percent: tier, expires: 9d }
`;

const YAML = [
  'name: "offen',
  'name: a\nname: b',
  '\tname: a',
  'a: b: c',
  'name a\non: x',
  'do: [a b',
  'a: *b',
  'name: x\n  on: y',
  'name: %x',
  '---\na: 1\n---\nb: 2',
];

const FILES: Readonly<Record<string, string>> = {
  'team.yml': TEAM,
  'automations/a.yml': RULE,
  'automations/b.yml': REFERRING,
  'automations/c.yml': 'on: []\ndo: []\n',
  'automations/d.yml': 'name: d\non: { schedule: x }\nwhen: companies IS NULL\ndo: x\n',
  'automations/e.yml': 'name: e\non: { date: "1", offset: x, at: x }\ndo: [{ tag: 7 }]\n',
  'automations/f.yml': 'name: f\non: order.paid\ndo: [{ tag: x }]\n',
  'automations/g.yml': 'name: f\non: order.paid\ndo: [{ tag: x }]\n',
  'segments.yml': 'Große: x\nb: 4\nc: amount_spent >\nd: { query: companies IS NULL, titel: x }\n',
  'emails/A.mjml.liquid': '',
  'emails/b.mjml.liquid': 'x',
  'emails/c.xx.mjml.liquid': 'x',
  'emails/d.de.mjml.liquid': '---\nsubject: x\n---\n<mjml/>',
  'emails/e.mjml.liquid': '---\nsubject: ""\npurpose: werbung\n---\n<mjml/>',
  ...Object.fromEntries(YAML.map((text, at) => [`automations/y${at}.yml`, text])),
};

/** Bodies of templates that are each wrong in a way of their own. */
const BODIES = [
  '<mj-text>{{ customer.nmae }} {{ nichts }}</mj-text>',
  '<mj-text>{% if customer.name %}</mj-text>',
  '<mj-text>{{ customer.name | laut }}</mj-text>',
  '<mj-text>{% nichts %}</mj-text>',
  '<mj-text>{{ customer.name</mj-text>',
  '<mj-text>offen',
  '</mj-text>',
  '<mj-nichts>x</mj-nichts>',
  '<mj-text farbe="x">x</mj-text>',
  '<mj-include path="x" />',
  '<mj-section><mj-column></mj-column></mj-section>',
  '<mj-text><a href="http://x.example">x</a></mj-text>',
  '<mj-text><a href="https://x/{{ customer.name }}">x</a></mj-text>',
  '<mj-text><p style="color: {{ customer.name }}">x</p></mj-text>',
  '<mj-text><!-- {{ customer.name }} --></mj-text>',
];

/** A library's own sentence that has no German form is shown within a German one. */
const UNTRANSLATED = /ist (?:so )?kein (?:lesbares )?(?:YAML|Liquid|MJML)/;

/** Keys are typed as they are, also `when`. */
function withoutKeys(german: string): string {
  return german.replace(/Bekannt sind: .*$/, '');
}

const renderer = createMailRenderer({
  publicUrl: 'http://127.0.0.1',
  timezone: 'UTC',
  locale: 'de',
});
let folder = '';
let faults: readonly PlaybookFault[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flaws-'));
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  faults = (await loadPlaybook(folder)).faults;
});
afterAll(async () => {
  await renderer.close();
  await rm(folder, { recursive: true });
});

describe('faults of the files', () => {
  it('are said in German, each otherwise than in English', () => {
    const said = faults.map((fault) => [
      en.flaws.playbookFault(fault),
      de.flaws.playbookFault(fault),
    ]);

    expect(said.length).toBeGreaterThan(60);
    expect(said.filter(([english, german]) => english === german)).toEqual([]);
    expect(said.filter(([, german = '']) => ENGLISH.test(withoutKeys(german)))).toEqual([]);
    expect(said.filter(([, german = '']) => UNTRANSLATED.test(german))).toEqual([]);
  });

  it('name what is meant, with values and places', () => {
    const said = faults.map((fault) => `${fault.where} ${de.flaws.playbookFault(fault)}`);

    expect(said).toEqual(
      expect.arrayContaining([
        'team.yml:2 timezone: muss eine IANA-Zeitzone sein, etwa Europe/Berlin',
        expect.stringMatching(/^team.yml:5 .*Vielleicht gemeint: 'approver'\?$/),
        "automations/a.yml:2 on[0]: 'order.payed' ist kein bekanntes Ereignis. Vielleicht gemeint: 'order.paid'?",
        expect.stringMatching(/^automations\/a.yml:3 when: Zeile 1, Spalte 0: Einen Filter/),
        'automations/y0.yml:1 das schließende Anführungszeichen " fehlt',
      ]),
    );
  });

  it('have words in both languages for every reason', () => {
    for (const reason of PLAIN_FLAWS) {
      const of: Flaw = { reason };
      expect(de.flaws.flaw(of)).not.toBe(en.flaws.flaw(of));
      expect(de.flaws.flaw(of)).not.toMatch(ENGLISH);
    }
  });
});

describe('faults of the templates', () => {
  it('are said in German, each otherwise than in English', async () => {
    const found = await Promise.all([
      ...BODIES.map((body) => renderer.checkTemplate(aTemplate({ body }))),
      renderer.checkTemplate(aTemplate({ subject: '{{ nichts }}', purpose: 'marketing' })),
    ]);
    const flaws: readonly TemplateFlaw[] = found.flat().map(({ flaw }) => flaw);
    const said = flaws.map((flaw) => [en.flaws.templateFlaw(flaw), de.flaws.templateFlaw(flaw)]);

    expect(said.length).toBeGreaterThan(BODIES.length);
    expect(said.filter(([english, german]) => english === german)).toEqual([]);
    expect(said.filter(([, german = '']) => ENGLISH.test(german))).toEqual([]);
    expect(said.filter(([, german = '']) => UNTRANSLATED.test(german))).toEqual([]);
  });
});
