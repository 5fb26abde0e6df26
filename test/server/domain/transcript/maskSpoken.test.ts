import assert from 'node:assert/strict';
import { LANGUAGES } from '../../../../server/domain/call/language.ts';
import {
  MASK,
  masked,
  maskedOpen,
  maskedTogether,
} from '../../../../server/domain/transcript/mask.ts';
import { digitRuns } from '../../../../server/domain/transcript/spokenNumbers.ts';
import {
  cardNumber,
  inHundreds,
  securityCode,
  seeded,
  socialSecurityNumber,
  WAYS,
} from './sayNumbers.ts';

const ROUNDS = 60;

const ASKS = {
  en: {
    card: ['Could you read me the card number, please?', 'What is the number on your card?'],
    code: ['And the security code?', 'cvv?', 'And the three digits on the back?'],
    social: ['And your social security number, please?', 'What is your social?'],
    waiting: ['Sure, one moment.', 'Take your time.', 'I have to find it.', 'No hurry.', 'Here.'],
  },
  de: {
    card: ['Wie ist Ihre Kartennummer bitte?', 'Sagen Sie mir die Nummer Ihrer Kreditkarte?'],
    code: [
      'Und die Prüfnummer?',
      'Und der Sicherheitscode?',
      'Die drei Ziffern auf der Rückseite?',
    ],
    social: ['Und Ihre Sozialversicherungsnummer?', 'Wie lautet Ihre Sozialversicherungsnummer?'],
    waiting: ['Moment bitte.', 'Kein Problem.', 'Ich muss sie suchen.', 'Gern.', 'So, hier.'],
  },
} as const;

/** Fails if a digit of a number can still be read, however it is said. */
function assertNothingLeft(texts: readonly string[], said: string): void {
  const left = texts.flatMap((text) => digitRuns(text).map(({ readings }) => readings[0]));
  assert.deepEqual(left, [], `left of: ${said}\n${texts.join('\n')}`);
}

for (const language of LANGUAGES)
  describe(`a number that is said in ${language}`, () => {
    const asks = ASKS[language];

    for (const [way, say] of Object.entries(WAYS)) {
      it(`is masked as a card number that nobody asked for, ${way}`, () => {
        const random = seeded(11);
        for (let round = 0; round < ROUNDS; round++) {
          const said = say(cardNumber(random), language, random).join(' ');
          assertNothingLeft([masked(said)], said);
        }
      });

      it(`is masked as a card number over several lines that were asked for, ${way}`, () => {
        const random = seeded(12);
        for (let round = 0; round < ROUNDS; round++) {
          const parts = say(cardNumber(random), language, random);
          const lines: string[] = [
            asks.card[round % 2]!,
            ...asks.waiting.slice(0, round % asks.waiting.length),
          ];
          const from = lines.length;
          for (const part of parts) lines.push(masked(part, lines), 'Mhm.');
          assertNothingLeft(lines.slice(from), parts.join(' | '));
        }
      });

      it(`is masked as a card number over several lines that nobody asked for, ${way}`, () => {
        const random = seeded(13);
        for (let round = 0; round < ROUNDS; round++) {
          const parts = say(cardNumber(random), language, random);
          let lines: { speaker: 'customer' | 'rep'; text: string }[] = [];
          for (let n = 0; n < parts.length; n += 4) {
            lines.push({ speaker: 'customer', text: parts.slice(n, n + 4).join(' ') });
            lines.push({ speaker: 'rep', text: 'Mhm.' });
            const texts = maskedTogether(lines);
            lines = lines.map((line, at) => ({ ...line, text: texts[at]! }));
          }
          assertNothingLeft(
            lines.map(({ text }) => text),
            parts.join(' | '),
          );
        }
      });

      it(`is masked as a social security number that was asked for, ${way}`, () => {
        const random = seeded(14);
        for (let round = 0; round < ROUNDS; round++) {
          const said = say(socialSecurityNumber(random), language, random).join(' ');
          const lines = [
            asks.social[round % 2]!,
            ...asks.waiting.slice(0, round % asks.waiting.length),
          ];
          assertNothingLeft([masked(said, lines)], said);
        }
      });

      it(`is not shown while it is being said, ${way}`, () => {
        const random = seeded(15);
        for (let round = 0; round < ROUNDS; round++) {
          const words = say(cardNumber(random), language, random).join(' ').split(' ');
          for (let heard = 1; heard <= words.length; heard++) {
            const interim = words.slice(0, heard).join(' ');
            assertNothingLeft([maskedOpen(interim, [asks.card[0]])], interim);
          }
        }
      });

      it(`is masked as a security code that was asked for up to five lines before, ${way}`, () => {
        const random = seeded(16);
        for (let round = 0; round < ROUNDS; round++) {
          const code = securityCode(random);
          const said =
            round % 2 === 0
              ? say(code, language, random).join(' ')
              : inHundreds(code, language, random);
          const lines = [asks.code[round % 3]!, ...asks.waiting.slice(0, round % 6)];
          assertNothingLeft([masked(said, lines)], said);
        }
      });
    }
  });

describe('a bare number of nine digits', () => {
  for (const text of ['my social is 123456789', '123456789', 'It is 123 45 6789.'])
    it(`is masked: ${text}`, () => assertNothingLeft([masked(text)], text));

  for (const text of [
    'Your order number is 123456789.',
    'Die Auftragsnummer lautet 123456789.',
    'Invoice 123456789 is overdue.',
    'Call me at 123456789.',
    'That is 123,456,789 dollars.',
    'Wir reden von 123.456.789 Euro.',
    'Meine Telefonnummer ist 030 123456.',
  ])
    it(`stays where it is another number: ${text}`, () => assert.equal(masked(text), text));

  it('stays where the question says that it is another number', () =>
    assert.equal(masked('123456789.', ['What is the order number?']), '123456789.'));
});

describe('ordinary numbers', () => {
  const random = seeded(21);
  const price = (): string => `${1 + random(99)},${100 + random(900)}`;
  const phone = (): string => `${200 + random(700)} 555 ${1000 + random(9000)}`;
  const texts = {
    en: [
      () => `It is ${price()} dollars a year for ${1 + random(500)} seats.`,
      () => `We could go down to twenty-${['one', 'two', 'five'][random(3)]} percent.`,
      () => `Let us meet on November ${1 + random(30)}, ${2024 + random(5)} at ${1 + random(12)}.`,
      () => `My phone number is ${phone()}.`,
      () => `The order is ${10_000_000 + random(90_000_000)}.`,
      () => `We have four hundred and ${['twelve', 'fifty', 'six'][random(3)]} users.`,
      () => `About two thousand and then another ${1 + random(900)}.`,
    ],
    de: [
      () => `Das kostet ${1 + random(99)}.${100 + random(900)} Euro für ${1 + random(500)} Plätze.`,
      () => `Wir geben Ihnen ${['einundzwanzig', 'dreizehn', 'fünfzehn'][random(3)]} Prozent.`,
      () =>
        `Sehen wir uns am ${1 + random(30)}. November ${2024 + random(5)} um ${random(24)} Uhr.`,
      () => `Meine Telefonnummer ist 0171 ${1_000_000 + random(9_000_000)}.`,
      () => `Die Auftragsnummer ist ${10_000_000 + random(90_000_000)}.`,
      () => `Wir haben dreihundert${['zwölf', 'fünfzig', 'sechs'][random(3)]} Nutzer.`,
      () => `Ungefähr zweitausend und dann noch ${1 + random(900)}.`,
    ],
  };

  for (const language of LANGUAGES)
    it(`stay as they are said where nobody asks for a secret one (${language})`, () => {
      for (let round = 0; round < ROUNDS; round++) {
        const lines = texts[language].map((say) => say());
        const said = lines.map((text, n) => ({
          speaker: n % 2 === 0 ? ('customer' as const) : ('rep' as const),
          text,
        }));
        assert.deepEqual(maskedTogether(said), lines);
      }
    });

  it('stay after a number was given and something else is asked', () => {
    const lines = ['And the security code?', MASK, 'Thanks. How many seats would you like?'];
    assert.equal(masked('Fifty.', lines), 'Fifty.');
  });
});
