// Lines as people type them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCommands } from '#bot/commands/registry.ts';
import { findCommand, quoteWord, splitLine, splitUnfinished, startOfWord } from '#bot/line/line.ts';
import { en } from '#bot/words/en.ts';

const COMMANDS = createCommands(en);

describe('splitLine', () => {
  it.each([
    ['customer show Maria', ['customer', 'show', 'Maria']],
    ['tag "Maria Lopez" big', ['tag', 'Maria Lopez', 'big']],
    ['tag “Maria Lopez” big', ['tag', 'Maria Lopez', 'big']],
    ["show Sean O'Brien", ['show', 'Sean', "O'Brien"]],
    ["show 'tis fine", ['show', "'tis", 'fine']],
    ['show "Maria Lo', ['show', 'Maria Lo']],
    ['open x --reason="too small" y', ['open', 'x', '--reason=too small', 'y']],
    ['  a \t b ', ['a', 'b']],
  ])('cuts %j where a person means it', (line, words) => {
    expect(splitLine(line)).toEqual(words);
  });

  it('gives back every word that was quoted for it', () => {
    const word = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((text) => !(text.includes('"') && text.includes("'")) && !/["']$/.test(text));

    fc.assert(
      fc.property(word, (text) => {
        expect(splitLine(`x ${quoteWord(text)} y`)).toEqual(['x', text, 'y']);
      }),
    );
  });
});

describe('splitUnfinished', () => {
  it.each([
    ['customer sh', ['customer'], 'sh'],
    ['customer ', ['customer'], ''],
    ['customer show "Maria Lo', ['customer', 'show'], 'Maria Lo'],
    ['customer show "Maria Lopez"', ['customer', 'show', 'Maria Lopez'], ''],
  ])('knows which word of %j is still being typed', (line, before, current) => {
    expect(splitUnfinished(line)).toEqual({ before, current });
  });
});

describe('findCommand', () => {
  it.each([
    'customer show maria',
    '/customer show maria',
    'regulars customer show maria',
    'Customer SHOW maria',
  ])('finds the command in %j', (line) => {
    expect(findCommand(COMMANDS, splitLine(line))).toMatchObject({
      kind: 'command',
      command: { name: 'customer show' },
      rest: ['maria'],
    });
  });

  it('names the nearest command for a slip of the keyboard', () => {
    expect(findCommand(COMMANDS, ['aproval', 'list'])).toEqual({
      kind: 'unknown',
      nearest: 'approval list',
    });
  });

  it('lists the verbs of a noun whose verb is none of ours', () => {
    const found = findCommand(COMMANDS, ['audit', 'somethingelse']);

    expect(found).toEqual({ kind: 'noun', noun: 'audit', verbs: ['list', 'feedback', 'verify'] });
  });
});

describe('startOfWord', () => {
  it.each([
    ['', 0],
    ['cust', 0],
    ['customer ', 9],
    ['customer sh', 9],
    ['customer show "Maria Al', 14],
    ['customer show Maria Al', 20],
    ["customer show O'Br", 14],
    ['customer show "Maria Almeida" ', 30],
  ])('of %j is %i', (line, start) => {
    expect(startOfWord(line)).toBe(start);
  });

  it('leaves the whole words before it as they are', () => {
    const pieces = fc.array(
      fc.constantFrom('a', 'show', ' ', '  ', '"', "'", '“', '”', 'x y', '\t'),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const line = parts.join('');
        const kept = splitUnfinished(line.slice(0, startOfWord(line)));
        expect(kept).toEqual({ before: splitUnfinished(line).before, current: '' });
      }),
    );
  });
});
