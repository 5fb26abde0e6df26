import assert from 'node:assert/strict';
import { readableNumber } from '../../../../server/domain/numbers/readable.ts';

describe('a number that people read', () => {
  for (const [phone, country, written] of [
    ['+15125550142', 'US', '(512) 555-0142'],
    ['+15125550142', 'CA', '(512) 555-0142'],
    ['+15125550142', 'DE', '+1 512 555 0142'],
    ['+15125550142', undefined, '+1 512 555 0142'],
    ['+4930901820', 'US', '+49 30 901820'],
    ['+4930901820', 'DE', '+49 30 901820'],
    ['+80012345678', 'US', '+800 1234 5678'],
  ] as const) {
    it(`is ${written} for ${phone} in ${country ?? 'an unknown country'}`, () => {
      assert.equal(readableNumber(phone, country), written);
    });
  }

  it('stays as it is if it is no number in E.164', () => {
    for (const words of ['Priya Raman', 'Acme 512 555 0142', '(512) 555-0142', '+999123456789', ''])
      assert.equal(readableNumber(words, 'US'), words);
  });
});
