// What went wrong, in English: one sentence that says what happened and what to do.

import type { Candidate, NamedThing, Problem } from '#engine/errors.ts';
import type { BadValue } from '../line/bad-value.ts';
import { invalid } from './en-invalid.ts';
import { either } from './en-speech.ts';
import { things } from './en-things.ts';
import { brief, candidateText, sentences } from './problem-parts.ts';

const FIND: Partial<Record<NamedThing, string>> = {
  segment: 'See them all with: segment list',
  batch: 'See the newest with: batch list',
  customer: 'Try an e-mail address, an order number or part of the name.',
  approval: 'See those that wait with: approval list',
  case: 'See the open ones with: case list',
  task: 'See the open ones with: task list',
  automation: 'See them all with: automation list',
  run: 'See those of an automation with: automation runs NAME',
  event: 'See the newest with: event list',
  command: 'See them all with: help',
  suggestion: 'See those that wait with: customer merges',
  mail: 'See the newest with: email outbox',
};

/** A problem as people read it. */
export function problem(fault: Problem): string {
  switch (fault.code) {
    case 'not-found':
      return sentences(
        `No ${things.named[fault.what]} matches “${brief(fault.who)}”.`,
        nearest(fault.nearest ?? []) ?? FIND[fault.what],
      );
    case 'ambiguous':
      return `“${brief(fault.who)}” could be ${either(fault.candidates.map(candidate))}. Say which one by id or e-mail.`;
    case 'forbidden':
      return `That needs ${things.role[fault.needs]}; you are ${things.role[fault.has]}.`;
    case 'usage':
      return sentences(fault.message, fault.usage && `Usage: ${fault.usage}`);
    case 'invalid':
      return `${fault.field}: ${invalid(fault)}`;
    case 'stale':
      return stale(fault);
    case 'automation-off':
      return `${fault.automation} is off. Switch it on first: automation shadow ${fault.automation}, or automation live ${fault.automation}`;
    case 'not-connected':
      return `${fault.what} is not connected.`;
    case 'unavailable':
      return `${fault.what} does not answer at the moment. Nothing was changed; try again in a minute.`;
  }
}

/** What could not be done, as titles and sentences around it. */
export const problems = {
  problem,
  invalid,
  title: 'That did not work',
  forbiddenTitle: 'Not for your role',
  notFoundTitle: 'Not found',
  usageTitle: 'How to write that',
  vendorDown: (vendor: string) =>
    `${vendor} does not answer at the moment. Nothing more was done; try again in a minute.`,
  vendorRefused: (vendor: string) => `${vendor} refused that. The details are in the log.`,
  busy: 'The database is busy or not there. Nothing more was done; try again in a minute.',
  unexpected: (id: string) =>
    `Something went wrong on our side. It is in the log under ${id}; nothing more was done.`,
  unknownCommand: (line: string) => `There is no command “${line}”.`,
  didYouMean: (name: string) => `Did you mean: ${name}?`,
  verbsOf: (noun: string, verbs: readonly string[]) => `${noun} can: ${verbs.join(', ')}.`,
  emptyLine: 'Type a command, or “help” to see them all.',
  missing: (name: string) => `${name} is missing.`,
  surplus: (word: string) => `“${word}” is one word too many.`,
  unknownFlag: (flag: string) => `There is no option “--${flag}” here.`,
  flagWithoutValue: (flag: string) => `The option “--${flag}” needs a value.`,
  notAmong: (name: string, values: readonly string[]) => `${name} must be ${either(values)}.`,
  badArgument: (name: string, message: string) => `${name}: ${message}`,
  badValue,
  fieldMissing: 'Please fill this in.',
  oldButton: 'This button is no longer in use. Open the card anew to see where things stand.',
  needsForm: (usage: string) => `Say what to change. Usage: ${usage}`,
};

function stale(fault: Extract<Problem, { code: 'stale' }>): string {
  const by = fault.by === undefined ? '' : ` by ${fault.by}`;
  return `This ${things.named[fault.what]} has moved on: it is ${fault.state}${by}.`;
}

function candidate(meant: Candidate): string {
  return candidateText(meant, (number, shop) => `order ${number} in ${things.shop(shop)}`);
}

function nearest(candidates: readonly Candidate[]): string | undefined {
  return candidates.length === 0 ? undefined : `Did you mean ${either(candidates.map(candidate))}?`;
}

function badValue(of: BadValue): string {
  switch (of.kind) {
    case 'no-number':
      return 'must be a number';
    case 'no-whole-number':
      return 'must be a whole number';
    case 'empty':
      return 'must not be empty';
    case 'other':
      return 'is no value that is taken here';
    case 'too-small':
      return `must be at least ${of.bound}`;
    case 'too-big':
      return `must be at most ${of.bound}`;
    case 'too-long':
      return `must have at most ${of.bound} characters`;
    case 'wanted':
      return WANTED[of.what];
  }
}

const WANTED: Readonly<Record<Extract<BadValue, { kind: 'wanted' }>['what'], string>> = {
  duration: 'must be a duration such as 2h or 1d',
  since: 'must be a day such as 2026-01-31, or how long ago, such as 90d',
  version: 'must be the number of a version, such as 3',
};
