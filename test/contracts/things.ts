// The cards and the form that the contract shows, and the text in them that must come out as it is.
import type { ActionRef } from '#bot/action-id.ts';
import { type Button, buttons, type Card, facts, text } from '#bot/card.ts';
import type { Form } from '#bot/form.ts';

/** Text that must come out as it is, or with its invisible characters spelled out. */
export const HOSTILE = [
  '<!channel> & <@U0123> <https://evil.example|your bank>',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '*bold* _it_ ~no~ `code` ```block``` :white_check_mark: @here #general',
  '[your bank](https://evil.example) @everyone ||no|| <@30000001>',
  'Maria\u202Egnp.exe\u2066\u200B\u0007',
  '\u001B]0;owned\u0007\u001B[31mred\u009B2J',
  "O'Brien & R&D <Sales> I <3 this shop",
  'محمد الأحمد — نگین می‌خواهد — 👨‍👩‍👧‍👦 — Nguyễn',
];

/** A refund request with so many facts and buttons. */
export function aCard(parts: {
  readonly words?: string;
  readonly facts?: number;
  readonly buttonCount?: number;
}): Card {
  const count = parts.buttonCount ?? 1;
  const entries = Array.from(
    { length: parts.facts ?? 1 },
    (_, at) => [`Fact ${at}`, 'value'] as const,
  );
  return {
    title: 'A refund request',
    tone: 'neutral',
    blocks: [
      text(parts.words ?? 'words'),
      ...entries.map((entry) => facts(entry)),
      buttons(...Array.from({ length: count }, (_, at) => aButton(at))),
    ],
  };
}

/** How often the words of `aCardOf` stand on it. */
export const TIMES = 9;

/** A card with the same words wherever text can stand. */
export function aCardOf(words: string): Card {
  return {
    title: words,
    tone: 'warning',
    blocks: [
      text('Before ', words),
      facts(['Name', words]),
      { kind: 'list', items: [{ text: [words], mark: 'done' }] },
      { kind: 'quote', text: words, by: words },
      { kind: 'code', language: 'diff', text: words },
      { kind: 'note', text: [words] },
      { kind: 'table', caption: 'Orders', columns: ['Name'], rows: [[words]] },
      buttons(aButton(0)),
    ],
  };
}

/** A card with a table of so many rows, each `Row 007` with its amount. */
export function aTableCard(rows: number): Card {
  const name = (at: number) => `Row ${String(at + 1).padStart(3, '0')}`;
  return {
    title: 'Best customers',
    tone: 'neutral',
    blocks: [
      {
        kind: 'table',
        caption: 'By lifetime spend',
        columns: ['Customer', 'Spent', 'Last order'],
        rows: Array.from({ length: rows }, (_, at) => [name(at), `$${at + 1}.50`, '2026-05-01']),
      },
    ],
  };
}

/** What the button of a card means. */
export function aPress(at: number): ActionRef {
  return { name: 'case.take', id: `case-${at}`, version: 1 };
}

function aButton(at: number): Button {
  return { label: 'Take', action: aPress(at), style: 'primary' };
}

/** A form with a field of every kind, filled in; `words` stand wherever a customer's could. */
export function aForm({ title = 'Edit the offer', words = 'Dear Maria' } = {}): Form {
  return {
    title,
    intro: [text('Nothing is sent before it is approved: ', words)],
    fields: [
      {
        ...{ kind: 'number', name: 'percent', label: 'Percent off' },
        ...{ required: true, min: 1, max: 70, value: 50 },
      },
      {
        ...{ kind: 'text', name: 'line', label: 'A personal line', required: false },
        ...{ hint: 'Stands at the top.', multiline: true, maxLength: 500, value: words },
      },
      {
        ...{ kind: 'choice', name: 'tone', label: 'Tone', required: true, value: 'warm' },
        options: [
          { value: 'warm', label: 'As to a friend' },
          { value: 'plain', label: 'As in a letter' },
        ],
      },
      {
        ...{ kind: 'choices', name: 'options', label: 'What is offered', required: true },
        options: [
          { value: 'exchange', label: 'Another item' },
          { value: 'credit', label: 'Store credit' },
        ],
        values: ['exchange'],
      },
    ],
    submitLabel: 'Save',
    action: { name: 'approval.edit', id: 'apr-1', version: 3 },
  };
}
