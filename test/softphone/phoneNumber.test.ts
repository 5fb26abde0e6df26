import assert from 'node:assert/strict';
import { readableNumber } from '../../softphone/src/phoneNumber.ts';

describe('a number in the softphone', () => {
  it('is written as readers in North America write it', () => {
    assert.equal(readableNumber('+12065550100', 'en-US'), '(206) 555-0100');
    assert.equal(readableNumber('+12065550100', 'fr-CA'), '(206) 555-0100');
  });

  it('has its calling code elsewhere', () => {
    assert.equal(readableNumber('+12065550100', 'de'), '+1 206 555 0100');
    assert.equal(readableNumber('+4930901820', 'en-US'), '+49 30 901820');
  });

  it('stays as people wrote it', () => {
    assert.equal(readableNumber('206 555 0100 ext. 7', 'en-US'), '206 555 0100 ext. 7');
  });
});
