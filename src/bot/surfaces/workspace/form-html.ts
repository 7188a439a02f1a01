// A form as a dialog: fields with their labels, hints and places for faults.
import type { ActionCodec } from '../../action-id.ts';
import type { Field, Form, FormValues, Option, Preview } from '../../form.ts';
import { visibleText } from '../../visible-text.ts';
import { wordsIn } from '../../words/languages.ts';
import { blocksToHtml } from './html.ts';
import { icon } from './icons.ts';
import { html, type Markup } from './markup.ts';
import type { WorkspaceWords } from './words.ts';

/** Field names are prefixed in the page, so that none can pass for one of ours. */
const VALUE = 'value.';
const MANY = 'many.';

/** Draws the form as a `<dialog>`; the page's script opens it. */
export function formToHtml(form: Form, codec: ActionCodec, knownOrigin: string): Markup {
  const all = wordsIn(form.language);
  const words = all.workspace;
  const intro = blocksToHtml(form.intro, { id: 'form', knownOrigin, codec, words: all });
  const action = codec.encode(form.action);
  const fields = form.fields.map((field) =>
    fieldToHtml(field, words, watchOf(form, field, action)),
  );
  const preview =
    form.preview === undefined
      ? null
      : html`<p class="preview" id="${PREVIEW_ID}" role="status">${visibleText(form.preview.sentence)}</p>`;
  return html`<dialog class="dialog" id="form"${form.language === undefined ? null : html` lang="${form.language}"`} aria-labelledby="form-heading"><form hx-post="/workspace/submit" hx-swap="none" hx-sync="this:drop" autocomplete="off"><header class="dialog-head"><h2 id="form-heading" dir="auto">${visibleText(form.title)}</h2><button type="button" class="icon-button" data-close-dialog aria-label="${words.close}">${icon('close')}</button></header><div class="dialog-body">${intro}${fields}${preview}</div><footer class="dialog-foot"><button type="button" class="button plain" data-close-dialog>${words.cancel}</button><button type="submit" class="button primary" name="action" value="${action}">${form.submitLabel}</button></footer></form></dialog>`;
}

/** What is said of a form that is being filled in; the page's script writes `fill` into its field. */
export function previewToHtml({ sentence, fill }: Preview): Markup {
  const filled =
    fill === undefined
      ? null
      : html`<span hidden data-fill="${VALUE}${fill.field}" data-value="${fill.value}"></span>`;
  return html`${visibleText(sentence)}${filled}`;
}

/** The values of a submitted form, by the fields' own names; `choices` are lists, also empty ones. */
export function formValuesOf(form: URLSearchParams): FormValues {
  const values: [string, string | readonly string[]][] = [];
  for (const key of new Set(form.keys())) {
    if (key.startsWith(MANY)) {
      const name = key.slice(MANY.length);
      values.push([name, form.getAll(VALUE + name)]);
    } else if (key.startsWith(VALUE) && !form.has(MANY + key.slice(VALUE.length))) {
      values.push([key.slice(VALUE.length), form.get(key) ?? '']);
    }
  }
  return Object.fromEntries(values);
}

/** Where a field's fault is shown. */
export function faultElementId(name: string): string {
  return `fault-${name.replace(/[^\w-]/g, '_')}`;
}

/** Where the preview stands. */
const PREVIEW_ID = 'form-preview';

/** What makes a field ask for the preview anew: a text a moment after the last key, a choice at once. */
function watchOf({ preview }: Form, field: Field, action: string): Markup | null {
  if (preview?.of.includes(field.name) !== true) return null;
  const trigger = field.kind === 'text' ? 'input changed delay:400ms' : 'change';
  const vals = JSON.stringify({ action, changed: field.name });
  return html` hx-post="/workspace/preview" hx-vals="${vals}" hx-trigger="${trigger}" hx-target="#${PREVIEW_ID}" hx-swap="innerHTML" hx-sync="#${PREVIEW_ID}:replace"`;
}

type SingleField = Exclude<Field, { kind: 'choices' }>;

function fieldToHtml(field: Field, words: WorkspaceWords, watch: Markup | null): Markup {
  return field.kind === 'choices'
    ? checkboxesToHtml(field, words)
    : singleToHtml(field, words, watch);
}

function singleToHtml(field: SingleField, words: WorkspaceWords, watch: Markup | null): Markup {
  const id = `field-${faultElementId(field.name)}`;
  return html`<div class="field"><label for="${id}">${visibleText(field.label)}${optional(field, words)}</label>${controlToHtml(field, id, { words, watch })}${below(field, id)}</div>`;
}

function checkboxesToHtml(
  field: Extract<Field, { kind: 'choices' }>,
  words: WorkspaceWords,
): Markup {
  const id = `field-${faultElementId(field.name)}`;
  const boxes = field.options.map((option) => {
    const isChecked = field.values?.includes(option.value) ?? false;
    return html`<label class="check"><input type="checkbox" name="${VALUE}${field.name}" value="${option.value}"${isChecked ? html` checked` : null}><span>${optionLabel(option)}</span></label>`;
  });
  return html`<fieldset class="field" aria-describedby="${id}-hint ${faultElementId(field.name)}"><legend>${visibleText(field.label)}${optional(field, words)}</legend><input type="hidden" name="${MANY}${field.name}" value="1">${boxes}${below(field, id)}</fieldset>`;
}

function controlToHtml(
  field: SingleField,
  id: string,
  { words, watch }: { readonly words: WorkspaceWords; readonly watch: Markup | null },
): Markup {
  const common = html`id="${id}" name="${VALUE}${field.name}" aria-describedby="${id}-hint ${faultElementId(field.name)}"${field.required ? html` required` : null}${watch}`;
  if (field.kind === 'number') {
    return html`<input type="number" ${common} min="${field.min}" max="${field.max}" step="any" inputmode="decimal" value="${field.value ?? ''}">`;
  }
  if (field.kind === 'choice') {
    const none =
      field.value === undefined ? html`<option value="">${words.chooseOne}</option>` : null;
    return html`<select ${common}>${none}${field.options.map((option) => optionToHtml(option, field.value))}</select>`;
  }
  const rest = html`maxlength="${field.maxLength}" placeholder="${field.placeholder ?? ''}" dir="auto"`;
  if (!field.multiline)
    return html`<input type="text" ${common} ${rest} value="${field.value ?? ''}">`;
  // A line break right after <textarea> is dropped by the parser: this one, not the first of the text.
  return html`<textarea ${common} ${rest} rows="${rowsFor(field.value)}">\n${field.value ?? ''}</textarea>`;
}

/** As high as what stands in it, within what leaves the buttons in sight. */
function rowsFor(value = ''): number {
  return Math.min(14, Math.max(4, value.split('\n').length + 1));
}

function optionToHtml(option: Option, chosen: string | undefined): Markup {
  const label = option.hint === undefined ? option.label : `${option.label} (${option.hint})`;
  return html`<option value="${option.value}"${option.value === chosen ? html` selected` : null}>${label}</option>`;
}

function optionLabel(option: Option): Markup {
  const hint = option.hint === undefined ? null : html`<small>${visibleText(option.hint)}</small>`;
  return html`${visibleText(option.label)}${hint}`;
}

function optional(field: Field, words: WorkspaceWords): Markup | null {
  return field.required ? null : html` <span class="optional">${words.optional}</span>`;
}

function below(field: Field, id: string): Markup {
  return html`<p class="hint" id="${id}-hint">${field.hint === undefined ? null : visibleText(field.hint)}</p><p class="fault" id="${faultElementId(field.name)}" role="alert"></p>`;
}
