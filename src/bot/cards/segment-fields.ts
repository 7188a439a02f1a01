// What a query may ask, as a card: a table of all, or in full where few are asked for.
import type { ListedField } from '#engine/segments/field-list.ts';
import { type Block, type Card, note, strong, type Text, text } from '../card.ts';
import type { Words } from '../words/en.ts';
import { oneLine } from './shorten.ts';

/** So many are told in full: a table cuts long meanings. */
const IN_FULL = 6;

/** The fields with a word in their name or meaning; all where there is no word. */
export function fieldsCard(words: Words, fields: readonly ListedField[], word: string): Card {
  const { segments } = words;
  return {
    title: segments.fieldsTitle,
    tone: 'neutral',
    blocks:
      fields.length === 0
        ? [text(segments.fieldsEmpty(oneLine(word, 60)))]
        : [...fieldBlocks(words, fields), note(segments.fieldsNote)],
  };
}

function fieldBlocks(words: Words, fields: readonly ListedField[]): readonly Block[] {
  const { segments } = words;
  if (fields.length <= IN_FULL)
    return [{ kind: 'list', items: fields.map((field) => ({ text: inFull(words, field) })) }];
  const held = fields.filter(({ answered }) => answered);
  const notHeld = fields.filter(({ answered }) => !answered).map(({ name }) => name);
  const rows = held.map((field) => [
    nameOf(words, field),
    segments.fieldType(field.type),
    segments.meaning(field.name, field.meaning),
    (field.values ?? field.params ?? []).join(', '),
  ]);
  const { fieldsTitle: caption, fieldColumns: columns } = segments;
  return [
    { kind: 'table', caption, columns, rows },
    ...(notHeld.length === 0 ? [] : [text(segments.notHeld(notHeld))]),
  ];
}

function inFull(words: Words, field: ListedField): Text {
  const { fieldType, fieldLine, fieldValues, fieldParams } = words.segments;
  const { name, type, values, params } = field;
  const meaning = words.segments.meaning(name, field.meaning);
  return [
    strong(nameOf(words, field)),
    fieldLine(fieldType(type), meaning),
    values === undefined ? '' : fieldValues(values),
    params === undefined || params.length === 0 ? '' : fieldParams(params),
  ];
}

function nameOf({ segments }: Words, { name, ours }: ListedField): string {
  return ours ? segments.ours(name) : name;
}
