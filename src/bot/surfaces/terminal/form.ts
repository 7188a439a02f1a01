// A form where none can be shown: what it would ask in words, each by the flag that answers it.
import { type Card, facts, type Inline, strong, text } from '../../card.ts';
import type { Field, Form } from '../../form.ts';

/** How the line is typed that needs no form: a form's fields are the flags of the command that opens it. */
export function usageOfForm(line: string, { fields }: Form): string {
  return [line, ...fields.map(({ name }) => `[--${name} ${name.toUpperCase()}]`)].join(' ');
}

/** The form as it stands, with the sentence that says how its answers are typed. */
export function formToCard({ title, intro, fields }: Form, sentence: string): Card {
  const asked = fields.map((field) => [`--${field.name}`, textOf(field)] as const);
  return { title, tone: 'neutral', blocks: [...intro, facts(...asked), text(sentence)] };
}

function textOf(field: Field): readonly Inline[] {
  const options = 'options' in field ? field.options : [];
  const list = options.map(({ value, label }) => `${value} (${label})`).join(', ');
  return [
    `${field.label}: `,
    strong(standingIn(field) || '–'),
    ...[field.hint, list].flatMap((more) => (more ? [` · ${more}`] : [])),
  ];
}

function standingIn(field: Field): string {
  if (field.kind === 'choices') return (field.values ?? []).join(', ');
  return String(field.value ?? '');
}
