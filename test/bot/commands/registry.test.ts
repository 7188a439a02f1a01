// Every command of the list: its examples can be run, and what it answers has the contract's shape.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCommands } from '#bot/commands/registry.ts';
import { readArguments } from '#bot/line/command-arguments.ts';
import { findCommand, splitLine } from '#bot/line/line.ts';
import { en } from '#bot/words/en.ts';
import { ask, MARIA, VIEWER } from '../../support/asking.ts';
import { decidable } from '../../support/decidable.ts';
import type { World } from '../../support/world.ts';

const COMMANDS = createCommands(en);

let world: World;

beforeAll(async () => {
  world = await decidable();
});
afterAll(() => world.close());

describe('createCommands', () => {
  it('names each command once', () => {
    const names = COMMANDS.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
  });

  it.each(COMMANDS.flatMap(({ name, examples }) => examples.map((line) => [line, name] as const)))(
    'the example %j reads back as a call of its command',
    (line, name) => {
      const found = findCommand(COMMANDS, splitLine(line));

      expect(found).toMatchObject({ kind: 'command', command: { name } });
      if (found.kind === 'command')
        expect(readArguments(found.command.parameters, found.rest).kind).toBe('read');
    },
  );

  it.each([
    'customer forget',
    'automation live',
    'automation off',
    'event replay',
    'pause',
    'resume',
    'segment tag',
    'segment untag',
    'segment tier',
    'segment set',
    'batch confirm',
    'batch stop',
    'batch continue',
    'undo',
  ])('%s needs an administrator', (name) => {
    expect(COMMANDS.find((command) => command.name === name)?.role).toBe('admin');
  });

  it.each(['approval approve', 'approval reject', 'approval edit'])(
    '%s needs an approver',
    (name) => {
      expect(COMMANDS.find((command) => command.name === name)?.role).toBe('approver');
    },
  );
});

describe('what commands answer', () => {
  it('explains why an automation fired, with the value seen at every clause', async () => {
    const { json, text } = await ask(
      world,
      'automation explain vip-promotion maria@example.com',
      VIEWER,
    );

    expect(json).toMatchObject({
      matches: true,
      verdict: 'reentry',
      trace: {
        result: true,
        children: [
          { text: expect.stringContaining('amount_spent'), result: true, actual: '6200.00' },
          { result: false },
        ],
      },
    });
    expect(text).toContain('saw 6,200.00');
  });

  it('switches an automation and says who did', async () => {
    const { json } = await ask(world, 'automation shadow vip-promotion');

    expect(json).toMatchObject({ name: 'vip-promotion', mode: 'shadow', changedBy: 'You' });
    expect((await ask(world, 'automation list')).json).toContainEqual(
      expect.objectContaining({ name: 'vip-promotion', mode: 'shadow', runs: 1 }),
    );
  });

  it('lists events with the shops’ own ids as text', async () => {
    const { json } = await ask(world, 'event list');

    expect(json).toEqual([
      expect.objectContaining({ type: 'order.paid', shop: 'events', object: '1054' }),
    ]);
  });

  it('rebuilds profiles from the log without a difference', async () => {
    expect((await ask(world, 'event replay')).json).toMatchObject({
      events: 2,
      customers: 1,
      changed: 0,
    });
  });

  it('finds the audit log whole, with every decision in it', async () => {
    const { json } = await ask(world, 'audit verify');
    const list = await ask(world, 'audit list');

    expect(json).toMatchObject({ ok: true, entries: expect.any(Number) });
    expect(JSON.stringify(list.json)).toContain('automation.shadow');
  });

  it('previews a template for a customer, and stands in for what is not known yet', async () => {
    const { json } = await ask(world, 'email preview vip-thanks maria@example.com');

    expect(json).toMatchObject({
      subject: expect.any(String),
      html: expect.any(String),
      text: expect.stringContaining('"percent":50'),
    });
  });

  it('sends a test to an address of the team’s own, and to nothing else', async () => {
    const sent = await ask(world, 'email test vip-thanks me@example.com', MARIA);
    const bad = await ask(world, 'email test vip-thanks "me@example.com, you@example.com"', MARIA);

    expect(sent.refused).toBeUndefined();
    expect(bad.refused?.code).toBe('invalid');
    expect(world.mailer.sent.map(({ mail }) => mail.to)).toEqual(['me@example.com']);
    expect(world.mailer.sent[0]?.mail.subject).toMatch(/^\[Test\]/);
  });

  it('pauses and resumes, each once', async () => {
    expect((await ask(world, 'pause')).json).toEqual({ paused: true, changed: true });
    expect((await ask(world, 'pause')).json).toEqual({ paused: true, changed: false });
    expect((await ask(world, 'email test vip-thanks me@example.com')).refused?.code).toBe('paused');
    expect((await ask(world, 'resume')).json).toEqual({ paused: false, changed: true });
  });
});
