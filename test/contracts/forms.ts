// Forms: opened as things stand, taken letter by letter, and with their faults beside what was typed; or said in words.
import { expect, it } from 'vitest';
import type { FormValues } from '#bot/form.ts';
import type { Reply } from '#bot/router.ts';
import { visibleText } from '#bot/visible-text.ts';
import { formOf, type Heard, messageOf, press, type ShownForm, type Stage, see } from './face.ts';
import { aCard, aForm, HOSTILE } from './things.ts';

const { action, title } = aForm();
const AS_IT_STANDS: FormValues = {
  ...{ percent: '50', line: 'Dear Maria', tone: 'warm', options: ['exchange'] },
};
/** All that a person has to read to fill it in. */
const SAID = [
  'Nothing is sent before it is approved: Dear Maria',
  'Percent off',
  'A personal line',
  'Stands at the top.',
  'Tone',
  'As to a friend',
  'As in a letter',
  'What is offered',
  'Another item',
  'Store credit',
];
const FAULTS: Reply = { kind: 'faults', faults: [{ field: 'percent', message: 'At most 70.' }] };

/** The laws of forms on a surface that can show one. */
export function describeForms(at: () => Stage): void {
  it('opens a form on a press, with all it says, filled in as things stand', async () => {
    const form = await open(at());

    for (const said of [title, ...SAID]) expect(form.text).toContain(said);
    expect(form.values).toEqual(AS_IT_STANDS);
    expect(form.active).toEqual([]);
  });

  it('opens one for what was asked, and leaves what is not touched as it stands', async () => {
    const { face, script } = at();
    script.answers({ kind: 'form', form: aForm() });
    const form = formOf(await face.ask());

    const heard = await form.send({ percent: '60', options: ['exchange', 'credit'] });

    expect(isClosed(heard)).toBe(true);
    const values = { ...AS_IT_STANDS, percent: '60', options: ['exchange', 'credit'] };
    expect(script.asked.at(-1)).toMatchObject({
      teammate: { person: 'Maria' },
      input: { kind: 'submit', action, values },
    });
  });

  it('says what is wrong with what was typed, keeps it, and takes it when it is mended', async () => {
    const { script } = at();
    const form = await open(at());
    script.answers(FAULTS);

    const again = formOf(await form.send({ percent: '7', line: 'Dear *Maria*' }));
    const heard = await again.send({ percent: '60' });

    expect(again.text).toContain('At most 70.');
    expect(again.values).toEqual({ ...AS_IT_STANDS, percent: '7', line: 'Dear *Maria*' });
    expect(isClosed(heard)).toBe(true);
    expect(script.asked.at(-1)?.input).toMatchObject({
      values: { percent: '60', line: 'Dear *Maria*' },
    });
  });

  it('opens one that says more than there is room for, with every field', async () => {
    const long = { title: 'Edit '.repeat(100), words: 'Dear Maria '.repeat(45).slice(0, 490) };

    const form = await open(at(), long);

    expect(form.text).toContain('Nothing is sent before');
    expect(form.values).toEqual({ ...AS_IT_STANDS, line: long.words });
  });

  it('shows text that would be more as harmless text, and gives it back letter by letter', async () => {
    const { script } = at();
    const card = await see(at(), aCard({}));
    for (const words of HOSTILE) {
      script.answers({ kind: 'form', form: aForm({ words }) });
      const form = formOf(await press(card, 'Take'));

      await form.send({});

      expect.soft(form.text).toContain(visibleText(words));
      expect.soft(form.active).toEqual([]);
      expect.soft(form.values).toEqual({ ...AS_IT_STANDS, line: words });
      expect.soft(script.asked.at(-1)?.input).toMatchObject({ values: { line: words } });
    }
  });
}

/** What stands for them where none can be shown: what it would ask is said, each by the flag that answers it. */
export function describeFormsInWords(at: () => Stage): void {
  it('says by which flag each thing is said that a form would ask, and how it stands', async () => {
    const { face, script } = at();
    script.answers({ kind: 'form', form: aForm() });

    const { text, active } = messageOf(await face.ask());

    for (const said of [title, ...SAID]) expect(text).toContain(said);
    for (const [flag, value] of Object.entries(AS_IT_STANDS))
      expect(text).toMatch(new RegExp(`--${flag}: .*${[value].flat().join()}`));
    expect(active).toEqual([]);
    expect(script.asked).toHaveLength(1);
  });

  it('says what is wrong with what was typed', async () => {
    const { face, script } = at();
    script.answers(FAULTS);

    expect(messageOf(await face.ask()).text).toContain('percent: At most 70.');
  });

  it('says text that would be more as harmless text', async () => {
    const { face, script } = at();
    for (const words of HOSTILE) {
      script.answers({ kind: 'form', form: aForm({ words }) });

      const { text, active } = messageOf(await face.ask());

      expect.soft(text.split(visibleText(words)).length - 1, words).toBe(2);
      expect.soft(active).toEqual([]);
    }
  });
}

/** Whether a form is gone; at most who sent it is told that it is done. */
function isClosed(heard: Heard): boolean {
  return heard.kind === 'nothing' || (heard.kind === 'message' && heard.to === 'asker');
}

async function open(stage: Stage, parts: Parameters<typeof aForm>[0] = {}): Promise<ShownForm> {
  const card = await see(stage, aCard({}));
  stage.script.answers({ kind: 'form', form: aForm(parts) });
  return formOf(await press(card, 'Take'));
}
