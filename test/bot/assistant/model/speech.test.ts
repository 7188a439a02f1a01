// What is shown of a model's words while it speaks: a beginning of what is shown at the end, and never more than that.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMasker } from '#bot/assistant/model/masker.ts';
import { createSpeech, settledPart, toShown } from '#bot/assistant/model/speech.ts';

const OWN = 'shop.example';

function showing(isMasked = false) {
  const masker = createMasker();
  masker.hideIn([
    { email: 'maria@example.com', name: 'Maria Silva', phone: '+49 30 1234567' },
    { id: 'cus_1', name: '<!channel> https://evil.example/n' },
  ]);
  return { masker, ownHost: OWN, isMasked };
}

/** Everything that was shown while a text came in pieces of one letter. */
function heardLetterByLetter(said: string, isMasked = false): readonly string[] {
  const speech = createSpeech(showing(isMasked));
  return Array.from(said, (_letter, at) => speech.hear(said.slice(0, at + 1)));
}

describe('settledPart', () => {
  it.each([
    ['One. Two', 'One. '],
    ['One.\nTwo', 'One.\n'],
    ['No end yet', ''],
    ['Call 030. 123', ''],
    ['Look at https://evil.example/a.b', ''],
    ['Dear <!channel. Listen', 'Dear '],
  ])('of %j is %j', (said, settled) => {
    expect(settledPart(said)).toBe(settled);
  });
});

/** Texts that would show something for a moment if they were shown letter by letter. */
const ATTACKS = [
  'Read this. Then see https://evil.example/?q=1 now. The end.',
  'Hello <!channel> all. Next <@U123|boss. man> here. Bye.',
  'Ask @everyone. And @here too. Or @channel. Done.',
  'It is person_12. Or person_1. Who knows person_1_2? Nobody.',
  'See [the. Label](https://evil.example/a) and ![x](https://evil.example/b). Good.',
  'Call person_1_3. Or +49 30 12. 345678 now. Right.',
  'Go to <id:guide. Now> please. Or </cus tomer:12. Here> then. Ok. Yes.',
  'Write to evil. Or javascript:alert(1). Or www.evil.example now. Or a_https://evil.example/x. Ok.',
  'Mine is https://shop.example/c/vips. Really.',
  'Go to evil.example/a. Or [b](evil.example). Or https://shop.example@evil.example/x. Done.',
];

describe('createSpeech', () => {
  it.each(ATTACKS)('shows a beginning of the end, letter by letter: %j', (said) => {
    for (const isMasked of [false, true]) {
      const end = toShown(said, showing(isMasked));
      for (const shown of heardLetterByLetter(said, isMasked))
        expect(end.startsWith(shown)).toBe(true);
    }
  });

  it.each(ATTACKS)('shows no link, no call and no stranger at any moment: %j', (said) => {
    const shown = heardLetterByLetter(said, true).join('\n');

    expect(shown).not.toMatch(/evil\.example/);
    expect(shown).not.toMatch(/<[!@#]|<id:|<\/cus|@everyone|@here|@channel/);
    expect(shown).not.toMatch(/maria@|1234567/);
  });

  it('shows sentences while others are still being said', () => {
    const shown = new Set(heardLetterByLetter('person_1 is here. person_1_2 is not. Bye.'));

    expect([...shown]).toEqual([
      '',
      'maria@example.com is here.',
      'maria@example.com is here. Maria Silva is not.',
    ]);
  });

  it.each([
    'evil.example/reset',
    'discord.gg/abc',
    '[reset](evil.com)',
    '_EVIL.COM_.',
    'sub.evil.co.uk:8080?q=1',
    'xn--80ak6aa92e.com',
    'evil．com and evil。com/x',
    'пример.рф',
    '203.0.113.9/reset',
    'https://shop.example\\@evil.example/x',
    'https://shop.example@evil.example/x',
    'https://evil@shop.example/x',
    'shop.example.evil.net/c',
    'a.b@evil.com and evil.com@a',
  ])('shows no place to go to: %s', (said) => {
    expect(toShown(said, showing())).not.toMatch(/evil|discord|reset$|xn--|пример|203|shop/i);
  });

  it.each([
    'node.js, e.g. 10.5 of v1.2.3.4, i.e. z.B. "Blue.Train" in team.yml and orders.csv at 10.30',
    'https://shop.example/c/vips and shop.example/c/vips',
  ])('leaves what leads nowhere else: %s', (said) => {
    expect(toShown(said, showing())).toBe(said);
  });

  it('takes a name for a name, whatever is in it', () => {
    expect(toShown('It is person_2!', showing())).toBe('It is […] […]!');
  });

  it('never takes back what it showed, however the pieces fall', () => {
    const word = fc.constantFrom(
      ...ATTACKS.flatMap((one) => one.split(/(?<=\s)/)),
      '\n',
      '+49 ',
      '(0',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.boolean(), (words, isMasked) => {
        const said = words.join('');
        let last = '';
        for (const shown of heardLetterByLetter(said, isMasked)) {
          expect(shown.startsWith(last)).toBe(true);
          last = shown;
        }
      }),
      { numRuns: 50 },
    );
  });
});
