import assert from 'node:assert/strict';
import { MASK, masked, maskedOpen } from '../../../../server/domain/transcript/mask.ts';

describe('a line before it is stored', () => {
  for (const card of [
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    'four one one one one one one one one one one one one one one one',
  ])
    it(`has no card number, such as ${card}`, () =>
      assert.equal(masked(`it's ${card}, thanks`), `it's ${MASK}, thanks`));

  it('has no part of a card number that was asked for', () => {
    const asked = ['Could you read me the card number?'];
    assert.equal(masked('4111 1111', asked), MASK);
    assert.equal(masked('eleven eleven 1111', [...asked, MASK]), MASK);
  });

  it('has no security code that was asked for, in English and in German', () => {
    assert.equal(masked('One two three.', ['And the security code?']), `${MASK}.`);
    assert.equal(masked('Die Prüfnummer ist 123.'), `Die Prüfnummer ist ${MASK}.`);
  });

  it('has no social security number', () => {
    assert.equal(masked('It is 123-45-6789.'), `It is ${MASK}.`);
    assert.equal(
      masked('one two three four five six seven eight nine', [
        'Your social security number, please.',
      ]),
      MASK,
    );
  });

  it('keeps prices, years and phone numbers', () => {
    const text = 'We pay 12,000 for 250 seats since 2024, call me on 206 555 0187.';
    assert.equal(masked(text), text);
  });

  it('shows no digits while they are being said', () =>
    assert.equal(maskedOpen('my card is 4111 1111'), `my card is ${MASK}`));
});
