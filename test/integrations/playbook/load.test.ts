// The rules by which a merchant's folder becomes a playbook, and its faults get file and line.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { inLanguageOf } from '#engine/playbook/playbook.ts';
import { loadPlaybook } from '#integrations/playbook/load.ts';
import { saidIn } from '../../support/said.ts';

const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

/** A playbook with these files; team.yml is there and empty unless it is given. */
async function aPlaybook(files: Readonly<Record<string, string | Uint8Array>>) {
  const dir = await mkdtemp(join(tmpdir(), 'playbook-'));
  folders.push(dir);
  for (const [name, text] of Object.entries({ 'team.yml': '', ...files })) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), text);
  }
  return loadPlaybook(dir);
}

function linesOf(playbook: Awaited<ReturnType<typeof aPlaybook>>) {
  return playbook.faults.map(saidIn);
}

const TAG = 'name: tag\non: order.paid\ndo:\n  - tag: VIP\n';
const MAIL = '---\nsubject: Hello\npurpose: marketing\n---\n<mjml></mjml>\n';

function mailing(template: string, percent: number | 'tier'): string {
  return [
    'name: mailing',
    'on: order.paid',
    'do:',
    '  - tag: VIP',
    '  - email:',
    `      template: ${template}`,
    `      discount: { percent: ${percent}, expires: 30d }`,
  ].join('\n');
}

describe('loadPlaybook', () => {
  test('a value that no text can show, a person and a code that are not there have file and line', async () => {
    const playbook = await aPlaybook({
      'team.yml': 'people: [{ name: Maria, roles: [agent] }]\n',
      'emails/code.mjml.liquid':
        '---\nsubject: "{{ discount.code }}"\npurpose: marketing\n---\n<mjml></mjml>\n',
      'automations/a.yml': [
        'name: a',
        'on: order.paid',
        'do:',
        '  - notify:',
        '      channel: sales',
        '      text: "{{ customer.nam }} {{ event.total }} {{ discount.code }}"',
        '      mention: Mara',
        '  - email: { template: code }',
      ].join('\n'),
      'automations/b.yml':
        'name: b\non: { date: birthday }\ndo: [{ notify: { channel: vips, text: "{{ event.type }}" } }]\n',
    });

    expect(linesOf(playbook)).toEqual([
      expect.stringMatching(
        /^automations\/a.yml:6 do\[0\].notify.text: customer has no nam; it has name/,
      ),
      expect.stringMatching(
        /^automations\/a.yml:6 do\[0\].notify.text: there is no value discount/,
      ),
      "automations/a.yml:7 do[0].notify.mention: 'Mara' is nobody in people of team.yml. Did you mean 'Maria'?",
      'automations/a.yml:8 do[1].email.template: emails/code.mjml.liquid shows a discount, but no code is made: add discount',
      expect.stringMatching(/^automations\/b.yml:3 do\[0\].notify.text: there is no value event/),
    ]);
  });

  test('a request goes to a host that team.yml names, and carries no password', async () => {
    const request = (url: string) => `  - request: { url: "${url}" }`;
    const playbook = await aPlaybook({
      'team.yml': 'limits: { request_hosts: [hooks.example.com] }\n',
      'automations/a.yml': [
        'name: a',
        'on: order.paid',
        'do:',
        request('https://hooks.example.com/vip'),
        request('https://hook.example.com/vip'),
        request('https://me:secret@hooks.example.com/vip'),
      ].join('\n'),
    });

    expect(linesOf(playbook)).toEqual([
      "automations/a.yml:5 do[1].request.url: hook.example.com is not among limits.request_hosts of team.yml. Did you mean 'hooks.example.com'?",
      'automations/a.yml:6 do[2].request.url: must carry no credentials: requests are signed',
    ]);
  });

  test('one broken file is named with line and suggestion, and never stops the others', async () => {
    const playbook = await aPlaybook({
      'automations/a.yml': 'name: a\non: order.paid\n\nwhn: amount_spent > 5\ndo: [{ tag: VIP }]\n',
      'automations/b.yml':
        'name: b\non: order.payed\ndo:\n  - tag: x\n  - notify: { channel: vip }\n',
      'automations/c.yml': 'name: c\non: order.paid\non: order.placed\ndo: [{',
      'automations/d.yml': TAG,
    });

    expect(playbook.automations.map(({ name }) => name)).toEqual(['tag']);
    expect(linesOf(playbook).slice(0, 3)).toEqual([
      "automations/a.yml:4 whn: is no key that is known here. Did you mean 'when'?",
      "automations/b.yml:2 on: 'order.payed' is no event that is known here. Did you mean 'order.paid'?",
      "automations/b.yml:5 do[1].notify.channel: is not known. Did you mean 'vips'?",
    ]);
    expect(linesOf(playbook).slice(3)).toEqual([
      expect.stringMatching(/^automations\/c\.yml:3 .*unique/),
    ]);
  });

  test('without team.yml there are defaults and a fault that says so', async () => {
    const playbook = await loadPlaybook(join(tmpdir(), 'there-is-no-such-folder'));

    expect(playbook.team).toMatchObject({ currency: 'USD', timezone: 'UTC', people: [] });
    expect(linesOf(playbook)).toEqual(['team.yml is missing: every setting has its default']);
  });

  test('an automation that names a template nobody has is left out', async () => {
    const playbook = await aPlaybook({
      'emails/vip-thanks.mjml.liquid': MAIL,
      'automations/m.yml': mailing('vip-thank', 10),
    });

    expect(playbook.automations).toEqual([]);
    expect(linesOf(playbook)).toEqual([
      "automations/m.yml:6 do[1].email.template: there is no template 'vip-thank' that can be used. Did you mean 'vip-thanks'?",
    ]);
  });

  test('an automation may not give away more than the team allows', async () => {
    const files = { 'emails/a.mjml.liquid': MAIL, 'automations/m.yml': mailing('a', 50) };
    const strict = await aPlaybook({
      ...files,
      'team.yml': 'limits: { discount_percent_max: 40 }',
    });
    const lax = await aPlaybook({ ...files, 'team.yml': 'limits: { discount_percent_max: 50 }' });

    expect(linesOf(strict)[0]).toMatch(
      /^automations\/m\.yml:7 do\[1\]\.email\.discount\.percent: .*\(40\)$/,
    );
    expect(strict.automations).toEqual([]);
    expect(lax.automations).toHaveLength(1);
  });

  test('a discount needs a template that is marketing, a tier one of the list', async () => {
    const playbook = await aPlaybook({
      'emails/a.mjml.liquid': MAIL.replace('marketing', 'transactional'),
      'automations/m.yml': mailing('a', 50),
      'automations/t.yml': 'name: t\non: order.paid\ndo: [{ tier: Gould }]',
      'team.yml': 'tiers: [Silver, Gold]',
    });

    expect(linesOf(playbook)).toEqual([
      expect.stringMatching(/^automations\/m\.yml:7 .*a mail with a discount is marketing/),
      expect.stringMatching(/^automations\/t\.yml:3 do\[0\]\.tier: .*Did you mean 'Gold'\?$/),
    ]);
  });

  test('a discount by tier needs a level that gives something', async () => {
    const files = { 'emails/a.mjml.liquid': MAIL, 'automations/m.yml': mailing('a', 'tier') };
    const bare = await aPlaybook({ ...files, 'team.yml': 'tiers: [Silver, Gold]' });
    const giving = await aPlaybook({
      ...files,
      'team.yml': 'tiers: [{ name: Silver }, { name: Gold, discount_percent: 50 }]',
    });

    expect(linesOf(bare)).toEqual([
      expect.stringMatching(
        /^automations\/m\.yml:7 .*percent: needs a discount_percent at a level/,
      ),
    ]);
    expect(giving.automations).toHaveLength(1);
  });

  test('of two automations with one name the first file counts', async () => {
    const playbook = await aPlaybook({ 'automations/a.yml': TAG, 'automations/b.yml': TAG });

    expect(playbook.automations).toHaveLength(1);
    expect(linesOf(playbook)).toEqual([
      'automations/b.yml name: automations/a.yml has this name already',
    ]);
  });

  test('a case without a due time has the team’s', async () => {
    const playbook = await aPlaybook({
      'team.yml': 'limits: { case_due: 48h }',
      'automations/r.yml':
        'name: r\non: return.requested\ndo: [{ open_case: { channel: refunds } }]',
    });

    expect(playbook.automations[0]?.actions[0]?.summary).toMatchObject({
      due: { amount: 48, unit: 'h' },
    });
  });

  test.each([
    ['\xFF', Uint8Array.of(0xff, 0xfe, 0xfd), 'is not UTF-8 text'],
    [
      'a bomb of aliases',
      `a: &a [1,1]\n${Array.from({ length: 99 }, (_, n) => `b${n}: *a`).join('\n')}`,
      'Excessive alias count',
    ],
    ['600 KiB', ' '.repeat(600 * 1024), 'is larger than 512 KiB'],
    ['nothing', '', 'must be a list of keys with values'],
  ])('a file of %s is a fault, not a crash', async (_, content, message) => {
    const playbook = await aPlaybook({ 'automations/a.yml': content });

    expect(linesOf(playbook).join('\n')).toContain(message);
  });
});

describe('team.yml', () => {
  test('a wrong value is left out and the rest counts', async () => {
    const { team, faults } = await aPlaybook({
      'team.yml': [
        'timezone: Mars/Base',
        'currency: EUR',
        'people:',
        '  - { name: Maria, roles: [aprover] }',
        '  - { name: Ben, roles: [agent] }',
      ].join('\n'),
    });

    expect(team).toMatchObject({ timezone: 'UTC', currency: 'EUR', people: [{ name: 'Ben' }] });
    expect(faults.map(saidIn)).toEqual([
      expect.stringContaining('team.yml:1 timezone: must be an IANA time zone'),
      expect.stringMatching(/^team.yml:4 .*Did you mean 'approver'\?/),
    ]);
  });

  test.each([
    ['limits: { second_approver_abov: 30 }', { second_approver_above: 0.01 }],
    ['limits: { second_approver_above: "30%" }', { second_approver_above: 0.01 }],
    ['limits: { discount_percent_max: 300 }', { discount_percent_max: 1 }],
    ['limits: none', { discount_percent_max: 1, second_approver_above: 0.01 }],
    ['limits: { storm_treshold: 5, discount_percent_max: 60 }', { discount_percent_max: 60 }],
  ])('%s: a limit nobody can read is no licence', async (text, limits) => {
    const { team, faults } = await aPlaybook({ 'team.yml': text });

    expect(team.limits).toMatchObject(limits);
    expect(faults).toHaveLength(1);
  });
});

describe('templates', () => {
  test('front matter is taken off, and its faults have their line', async () => {
    const good = await aPlaybook({ 'emails/a.mjml.liquid': MAIL });
    const bad = await aPlaybook({
      'emails/a.mjml.liquid': '---\npurpose: marketting\nsubjct: Hi\n---\n<mjml/>',
      'emails/b.mjml.liquid': '<mjml/>\n---\nsubject: late\n---\n',
    });

    expect(good.templates).toEqual([
      {
        name: 'a',
        subject: 'Hello',
        preheader: '',
        purpose: 'marketing',
        source: '<mjml></mjml>\n',
      },
    ]);
    expect(linesOf(bad)).toEqual([
      'emails/a.mjml.liquid:2 subject: is missing',
      "emails/a.mjml.liquid:2 purpose: is not known. Did you mean 'marketing'?",
      "emails/a.mjml.liquid:3 subjct: is no key that is known here. Did you mean 'subject'?",
      'emails/b.mjml.liquid:1 must begin with its subject between two lines of ---',
    ]);
  });
});

describe('a template in another language', () => {
  test('belongs to the one that it translates, with its purpose', async () => {
    const { templates, faults } = await aPlaybook({
      'emails/a.mjml.liquid': MAIL,
      'emails/a.de.mjml.liquid': MAIL.replace('Hello', 'Guten Tag').replace(
        'marketing',
        'transactional',
      ),
    });
    const [mail] = templates;
    if (mail === undefined) throw new Error('a template was expected');
    const subjectFor = (locale: string | null, language: 'en' | 'de' = 'en') =>
      inLanguageOf(mail, locale, { language }).subject;

    expect(faults).toEqual([]);
    expect(templates).toHaveLength(1);
    expect(inLanguageOf(mail, 'de-AT', { language: 'en' })).toMatchObject({
      name: 'a.de',
      language: 'de',
      subject: 'Guten Tag',
      purpose: 'marketing',
    });
    expect([subjectFor('en'), subjectFor('fr'), subjectFor(null)]).toEqual(Array(3).fill('Hello'));
    expect([subjectFor(null, 'de'), subjectFor('en', 'de')]).toEqual(['Guten Tag', 'Hello']);
  });

  test('has a fault when there is nothing that it translates, or no such language', async () => {
    const playbook = await aPlaybook({
      'emails/a.de.mjml.liquid': MAIL,
      'emails/b.mjml.liquid': MAIL,
      'emails/b.xx.mjml.liquid': MAIL,
    });

    expect(playbook.templates.map(({ name }) => name)).toEqual(['b']);
    expect(linesOf(playbook).toSorted()).toEqual([
      'emails/a.de.mjml.liquid translates a.mjml.liquid, which is not there',
      "emails/b.xx.mjml.liquid 'xx' is no language of mails. Known here: en, de.",
    ]);
  });
});

describe('segments.yml', () => {
  test('gives a name to a query, with or without a title', async () => {
    const playbook = await aPlaybook({
      'segments.yml': [
        '# Why.',
        "vips: customer_tags CONTAINS 'VIP'",
        'old:',
        '  title: Long with us',
        '  query: >-',
        '    customer_added_date <= -2y',
        '    AND number_of_orders > 0',
      ].join('\n'),
    });

    expect(playbook.faults).toEqual([]);
    expect(playbook.segments).toMatchObject([
      { name: 'vips', title: 'vips', condition: { kind: 'field', field: 'customer_tags' } },
      {
        name: 'old',
        title: 'Long with us',
        query: 'customer_added_date <= -2y AND number_of_orders > 0',
        condition: { kind: 'and' },
      },
    ]);
  });

  test('what is wrong has its line, and its column inside the query; the others stay', async () => {
    const playbook = await aPlaybook({
      'segments.yml': [
        'good: amount_spent > 5',
        'Bad Name: amount_spent > 5',
        'typo: amount_spend > 5',
        'b2b: companies IS NULL',
        'keyed: { query: tier >, titel: x }',
        'late:',
        '  query: |',
        '    amount_spent > 5',
        '    AND tier > 5',
        'five: 5',
        'waking: event.total > 5',
      ].join('\n'),
    });

    expect(playbook.segments.map(({ name }) => name)).toEqual(['good']);
    expect(linesOf(playbook)).toEqual([
      'segments.yml:2 Bad Name: a name has lower-case letters, digits and hyphens, such as big-spenders',
      "segments.yml:3 typo: line 1, column 0: 'amount_spend' filter cannot be found. Did you mean 'amount_spent'?",
      'segments.yml:4 b2b: companies cannot be evaluated here: no business customers are kept',
      "segments.yml:5 keyed.titel: is no key that is known here. Did you mean 'title'?",
      'segments.yml:7 late.query: line 2, column 9: tier has no order: ask with = or !=.',
      'segments.yml:10 five: must be a query in one text, or a query and a title',
      "segments.yml:11 waking: line 1, column 0: 'event.total' is known only inside automations that an event starts.",
    ]);
  });

  test('a file that is no list of names is refused as a whole, and an empty one is none', async () => {
    const list = await aPlaybook({ 'segments.yml': '- amount_spent > 5' });
    const empty = await aPlaybook({ 'segments.yml': '# nothing yet' });
    const twice = await aPlaybook({ 'segments.yml': 'a: tier IS NULL\na: tier IS NULL' });

    expect(linesOf(list)).toEqual(['segments.yml must be a list of names, each with its query']);
    expect(linesOf(empty)).toEqual([]);
    expect(linesOf(twice)).toEqual([expect.stringMatching(/^segments\.yml:2 .*unique/)]);
  });

  test('an automation that waits for a segment nobody has is left out', async () => {
    const playbook = await aPlaybook({
      'segments.yml': 'best-customers: amount_spent > 5',
      'automations/a.yml': 'name: a\non:\n  segment.entered: best-customer\ndo: [{ tag: VIP }]\n',
      'automations/b.yml': 'name: b\non: { segment.left: best-customers }\ndo: [{ untag: VIP }]\n',
    });

    expect(playbook.automations.map(({ name }) => name)).toEqual(['b']);
    expect(linesOf(playbook)).toEqual([
      "automations/a.yml:3 on.segment.entered: there is no segment 'best-customer' that can be used. Did you mean 'best-customers'?",
    ]);
  });
});
