// What is wrong with a template of a mail, in German.
import type { TemplateFlaw } from '#engine/email/template-flaw.ts';
import { liquidFlaw } from './de-flaws.ts';
import { mjmlDetail } from './de-foreign.ts';

/** The flaw in a sentence without a full stop. Texts in it are untrusted. */
export function templateFlaw(of: TemplateFlaw): string {
  switch (of.reason) {
    case 'liquid':
    case 'no-value':
    case 'no-member':
      return liquidFlaw(of);
    case 'in-field':
      return `${of.field === 'subject' ? 'Betreff' : 'Vorschautext'}: ${templateFlaw(of.flaw)}`;
    case 'mjml':
      return `<${of.tag}>: ${mjmlDetail(of.detail)}`;
    case 'unclosed':
      return `<${of.tag}> wird nie geschlossen`;
    case 'closes-nothing':
      return `</${of.tag}> schließt nichts`;
    case 'between-elements':
      return `${of.text} steht zwischen Elementen, wo kein Text erscheint: bitte in <mj-text> setzen`;
    case 'no-effect':
      return `${of.text} hat hier keine Wirkung: bitte nach <mj-body> verschieben`;
    case 'in-style':
      return `${of.text} darf nicht in einer Formatvorgabe (style) stehen`;
    case 'in-comment':
      return `${of.text} darf nicht in einem Kommentar stehen`;
    case 'in-link':
      return `${of.text} darf nicht in einem Link stehen: nur ein Wert, der selbst ein Link ist, darf das`;
    case 'bad-link':
      return `${of.text} ist kein Link für eine E-Mail: er muss mit https:// oder mailto: beginnen`;
    case 'no-subject':
      return 'der Betreff ist leer';
    case 'subject-came-out-empty':
      return 'der Betreff blieb leer';
    case 'include':
      return '<mj-include> gibt es hier nicht: bitte den Teil in diese Datei setzen';
    case 'not-marketing':
      return 'eine E-Mail mit Rabatt ist Werbung: bitte purpose: marketing angeben';
    case 'no-way-out':
      return 'eine Werbe-E-Mail muss auf {{ unsubscribe_url }} verlinken';
    case 'no-postal-address':
      return 'eine Werbe-E-Mail muss {{ shop.postal_address }} zeigen';
    case 'bad-address':
      return 'ein Link oder Bild beginnt nicht mit https:// oder mailto:';
    case 'too-much':
      return 'braucht zu lange oder zu viel Speicher';
  }
}
