// Words as the arguments of a command.
import { describe, expect, it } from 'vitest';
import type { Parameter } from '#bot/command.ts';
import { readArguments, usageOf } from '#bot/line/command-arguments.ts';

const WHO: Parameter = {
  name: 'who',
  summary: '',
  place: 'positional',
  required: true,
  completes: 'customer',
};
const TAG: Parameter = { name: 'tag', summary: '', place: 'positional', required: true };
const TEXT: Parameter = { name: 'text', summary: '', place: 'rest', required: true };
const LIMIT: Parameter = { name: 'limit', summary: '', place: 'flag', required: false };
const ALL: Parameter = { ...LIMIT, name: 'all', values: ['true'] };
const BY: Parameter = { ...LIMIT, name: 'by', values: ['spend', 'orders'] };

describe('readArguments', () => {
  it('gives the words beyond the last place to a customer whose name has spaces', () => {
    const read = readArguments([WHO, TAG], ['Maria', 'da', 'Silva', 'wholesale']);

    expect(read).toEqual({ kind: 'read', args: { who: 'Maria da Silva', tag: 'wholesale' } });
  });

  it('gives them to the last place when the customer is named by a key', () => {
    const read = readArguments([WHO, TAG], ['maria@example.com', 'big', 'spender']);

    expect(read).toEqual({ kind: 'read', args: { who: 'maria@example.com', tag: 'big spender' } });
  });

  it.each([
    [['--limit', '5'], { limit: '5' }],
    [['--limit=5'], { limit: '5' }],
    [['—limit', '5'], { limit: '5' }],
    [['--all'], { all: 'true' }],
  ])('reads the flags %j', (words, args) => {
    expect(readArguments([LIMIT, ALL], words)).toEqual({ kind: 'read', args });
  });

  it('leaves what is no flag of ours in free text alone', () => {
    const read = readArguments([WHO, TEXT], ['maria@example.com', 'likes', '--loud', 'music']);

    expect(read).toMatchObject({ args: { text: 'likes --loud music' } });
  });

  it('takes everything after a bare -- as plain words', () => {
    const read = readArguments([WHO, TEXT, ALL], ['m@example.com', '--', '--all', 'of', 'it']);

    expect(read).toEqual({ kind: 'read', args: { who: 'm@example.com', text: '--all of it' } });
  });

  it.each([
    [[WHO, TAG], ['maria'], { reason: 'missing', name: 'tag' }],
    [[LIMIT], ['--nope'], { reason: 'unknown-flag', name: 'nope' }],
    [[LIMIT], ['--limit'], { reason: 'flag-without-value', name: 'limit' }],
    [[LIMIT], ['5'], { reason: 'surplus', name: '5' }],
    [[BY], ['--by', 'luck'], { reason: 'not-among', name: 'by' }],
  ])('says what is wrong with %#', (parameters, words, fault) => {
    expect(readArguments(parameters, words)).toEqual({ kind: 'fault', fault });
  });
});

describe('usageOf', () => {
  it('shows places, choices and flags as they are typed', () => {
    const usage = usageOf({ name: 'customer tag', parameters: [WHO, TAG, LIMIT, ALL, BY] });

    expect(usage).toBe('customer tag <who> <tag> [--limit LIMIT] [--all] [--by spend|orders]');
  });
});
