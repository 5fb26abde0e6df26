import assert from 'node:assert/strict';
import fc from 'fast-check';
import { spellingsOf, toE164 } from '../../../../server/crm/customers/phones.ts';

describe('a phone number in a record', () => {
  for (const [written, number] of [
    ['+14155550142', '+14155550142'],
    ['+1 (415) 555-0142', '+14155550142'],
    ['(415) 555-0142', '+14155550142'],
    ['415.555.0142', '+14155550142'],
    ['4155550142', '+14155550142'],
    ['1-415-555-0142', '+14155550142'],
    ['(415) 555-0142 x12', '+14155550142'],
    ['415-555-0142 ext. 7', '+14155550142'],
    ['+44 20 7946 0958', '+442079460958'],
    ['+49 (30) 901820', '+4930901820'],
  ] as const) {
    it(`“${written}” is ${number}`, () => {
      assert.equal(toE164(written), number);
    });
  }

  for (const written of [
    '',
    'ask reception',
    '555-0142',
    '020 7946 0958',
    '+1 115 555 0142',
    '+12',
  ]) {
    it(`“${written}” cannot be told`, () => {
      assert.equal(toE164(written), undefined);
    });
  }
});

describe('the spellings of a North American number', () => {
  const digits = (length: number, first: string) =>
    fc
      .tuple(fc.constantFrom(...first), fc.stringMatching(new RegExp(`^\\d{${length - 1}}$`)))
      .map((parts) => parts.join(''));
  const number = fc
    .tuple(digits(3, '23456789'), digits(3, '23456789'), digits(4, '0123456789'))
    .map((parts) => `+1${parts.join('')}`);

  it('all mean the number', () => {
    fc.assert(
      fc.property(number, (phone) => {
        assert.deepEqual([...new Set(spellingsOf(phone).map(toE164))], [phone]);
      }),
    );
  });

  it('are each written once', () => {
    const spellings = spellingsOf('+14155550142');
    assert.equal(new Set(spellings).size, spellings.length);
  });
});

describe('the spellings of any other number', () => {
  it('are the number itself, and as it is written from abroad and in its country', () => {
    assert.deepEqual(spellingsOf('+442079460958'), [
      '+442079460958',
      '+44 20 7946 0958',
      '020 7946 0958',
      '02079460958',
    ]);
  });
});
