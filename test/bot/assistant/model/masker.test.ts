// What a model is told of people: handles, however somebody is written; and what it says of them comes back as it was.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMasker } from '#bot/assistant/model/masker.ts';

const MARIA = {
  id: 'cus_7ZK3QW8XN2AB',
  email: 'maria.lopez@example.com',
  phone: '+49 170 1234567',
  firstName: 'Maria José',
  lastName: 'O’Neil-Müller',
  birthday: '1985-03-14',
  city: 'Gelsenkirchen',
};

function maskerFor(person: Readonly<Record<string, string | null>> = MARIA) {
  const masker = createMasker();
  masker.know(person);
  return masker;
}

/** A text as it is to whoever reads it. */
function toSeen(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

describe('a text about somebody who is known', () => {
  it.each([
    ['maria josé o’neil-müller phoned from 0170 1234567'],
    ['MÜLLER, MARIA: 170-1234567'],
    ['Frau Mueller and Joses things, Marias parcel'],
    ["O'NEIL / ONEIL / o neil"],
    ['Ma\u200Bria and Mari\u0301a and Ｍａｒｉａ'],
    ['m.a.r.i.a or M A R I A'],
    ['MariaJosé_ONeilMüller, mariajosé oneil-MUELLER'],
    ['Maria.Lopez @ Example.com, maria.lopez (at) example dot com, MARIA.LOPEZ@EXAMPLE.COM'],
    ['49 (170) 123 45 67 or +49/170/1234567 or 1234567'],
    ['born 14.03.1985, 14 March 1985, March 14th, 1985, 14. März 1985'],
    ['45879 Gelsenkirchen, GELSENKIRCHEN, gelsenkirchen 45879'],
  ])('says nothing of them: %s', (text) => {
    const masker = maskerFor();
    const hidden = masker.hide(text);

    expect(hidden).not.toMatch(
      /mari|jos|m\S{1,2}ller|neil|lopez|example|1234567|123 45|1985|kirchen/i,
    );
    expect(hidden).not.toMatch(/45879|M A R/);
    expect(masker.reveal(hidden)).toBe(toSeen(text));
  });

  it('says of one person that it is one', () => {
    const masker = maskerFor();

    expect(masker.hide('Maria José rang. O’Neil-Müller lives in Gelsenkirchen.')).toBe(
      'person_1 rang. person_1_2 lives in person_1_3.',
    );
  });

  it.each([
    ['Ann', 'Annual plans of Hanna and annually'],
    ['Jo', 'Jot it down, John joked'],
    ['Al', 'All also already'],
    ['Mark', 'Markus remarked on a bookmark'],
  ])('leaves words whole that only hold the name %s', (firstName, text) => {
    expect(maskerFor({ firstName, lastName: null }).hide(text)).toBe(text);
  });

  it.each([
    ['Jo', 'ask jo about it', 'ask person_1 about it'],
    ['Bo', 'It is for BO.', 'It is for person_1.'],
    ['小明', '王小明先生', '王person_1先生'],
  ])('knows the short name %s', (firstName, text, hidden) => {
    expect(maskerFor({ firstName, lastName: null }).hide(text)).toBe(hidden);
  });

  it('takes a word that everybody says for a name where it is written as one', () => {
    const masker = maskerFor({ firstName: 'Will', lastName: 'May' });

    expect(masker.hide('Will you? I will, and may. Ask Will, or will may.')).toBe(
      'person_1 you? I will, and may. Ask person_1, or person_1_2.',
    );
  });
});

describe('a text about nobody who is known', () => {
  it.each([
    'mail to tom@example.net',
    'ring 0170 1234567 or (555) 123-4567 or +1 555 123 4567',
    'DE89 3704 0044 0532 0130 00 and de89370400440532013000',
    'card 4111 1111 1111 1111',
    'Hauptstr. 5, 10115 Berlin',
    'Lange Straße 12 a',
    'Keizersgracht 3, 1015 CJ Amsterdam',
    '12 Oak Lane, Apt 4',
    'Am Markt 3, 10115 Berlin',
    '12, rue de la Paix',
    'SW1A 1AA',
    'P.O. Box 123',
  ])('says nothing by which somebody is found: %s', (text) => {
    const masker = createMasker();
    const hidden = masker.hide(text);

    expect(hidden).not.toMatch(/\d{3}|@|Oak|Hauptstr|Lange|Keizer|Paix|Markt|SW1A/);
    expect(masker.reveal(hidden)).toBe(text);
  });

  it.each([
    '$5,300.00 in 3 orders, 4,916 of 5,000',
    'order #1054 of 2026-11-26 10:30, on 01.02.2026',
    'ordering 3 items during 2026, 2 of them by Monday',
    'the order 1000234567 of gid://shopify/Customer/9007199254740993',
  ])('leaves what is said of things: %s', (text) => {
    expect(createMasker().hide(text)).toBe(text);
  });

  it('gives back what only looked like a handle', () => {
    const masker = maskerFor();
    const hidden = masker.hide('person_1 wrote to Maria');

    expect(masker.reveal(hidden)).toBe('person_1 wrote to Maria');
  });
});

/** Ways to write a word that leave it what it is to whoever reads it. */
const HOSTILE: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => word.toLowerCase(),
  (word) => word.normalize('NFD'),
  (word) => [...word].join('\u200B'),
  (word) => [...word].join('\u00AD'),
  (word) => `(${word})`,
  (word) => `*${word}*`,
  (word) => `"${word}":`,
  (word) => `${word}’s`,
  (word) => `_${word}_`,
];

const person = fc.record({
  firstName: fc.constantFrom('Zdenka', 'Jürgen', 'Łukasz', 'Søren', 'Íñigo', 'Xu', 'Anne-Marie'),
  lastName: fc.constantFrom('Wójcik', 'Straußberger', 'd’Arcy', 'van der Meer', 'Ng', 'Öztürk'),
  email: fc.constantFrom('zd.wo+shop@mail.example', 'x@bücher.example'),
  phone: fc.constantFrom('+48 601 234 567', '0043-660-9876543', '+1 (555) 010-9988'),
  city: fc.constantFrom('Gdańsk', 'Bad Ischl', 'Zürich'),
});
const field = fc.constantFrom('firstName', 'lastName', 'email', 'phone', 'city');
const filler = fc.constantFrom(
  'wrote',
  'that',
  'the parcel',
  'is late,',
  'again;',
  '#1054',
  '\n',
  '€ 5',
);
const piece = fc.oneof(
  filler.map((text) => ({ text })),
  fc.record({ field, hostile: fc.constantFrom(...HOSTILE) }),
);

describe('whatever is written of somebody', () => {
  it('holds nothing of theirs when it is told, and all of it when it is given back', () => {
    fc.assert(
      fc.property(person, fc.array(piece, { minLength: 1, maxLength: 8 }), (someone, pieces) => {
        const text = pieces
          .map((one) => ('text' in one ? one.text : one.hostile(someone[one.field])))
          .join(' ');
        const masker = maskerFor(someone);
        const hidden = masker.hide(text);

        const plain = hidden
          .normalize('NFKD')
          .replace(/[\p{M}\p{Cf}]/gu, '')
          .toLowerCase();
        for (const held of Object.values(someone))
          for (const word of held
            .normalize('NFKD')
            .replace(/\p{M}/gu, '')
            .split(/[^\p{L}\p{N}]+/u))
            if (word.length > 3) expect(plain).not.toContain(word.toLowerCase());
        expect(masker.reveal(hidden)).toBe(toSeen(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a result', () => {
  it('hides who its rows are of wherever a text of it mentions them', () => {
    const masker = createMasker();
    const told = masker.hideIn({
      customer: { id: 'cus_7ZK3QW8XN2AB', email: 'maria@example.com', name: 'Maria Silva' },
      note: 'SILVA rang. maria says hello.',
      moved: { from: 'Silver', to: 'Gold' },
    });

    expect(told).toEqual({
      customer: { id: 'cus_7ZK3QW8XN2AB', email: 'person_1', name: 'person_1_2' },
      note: 'person_1_3 rang. person_1_4 says hello.',
      moved: { from: 'Silver', to: 'Gold' },
    });
    expect(masker.reveal(JSON.stringify(told))).toContain('SILVA rang. maria says hello.');
  });

  it('cuts no handle in half', () => {
    const masker = maskerFor();
    const told = String(masker.hideIn(`${'x '.repeat(247)}Maria Maria Maria`));

    expect(masker.reveal(told)).not.toMatch(/person_|Mari\b/);
  });
});
