import assert from 'node:assert/strict';
import { limitText, spokenLimits } from '../../softphone/src/panels/textLimit.ts';
import { de } from '../../softphone/src/texts/de.ts';
import { en } from '../../softphone/src/texts/en.ts';

describe('the note of a reason in the softphone', () => {
  it('says what is left once few characters are, and the limit when it is reached', () => {
    assert.deepEqual(
      [0, 229, 230, 254, 255].map((length) => limitText(length, 255, en)),
      ['', '', '25 characters left', '1 character left', 'Limit of 255 characters reached'],
    );
    assert.equal(limitText(250, 255, de), 'Noch 5 Zeichen frei');
  });

  it('is read out when the limit is near, when it is reached, and when there is room again', () => {
    const speak = spokenLimits(255, en);
    assert.deepEqual([1, 229, 230, 231, 254, 255, 255, 254, 253, 100, 99].map(speak), [
      undefined,
      undefined,
      '25 characters left',
      undefined,
      undefined,
      'Limit of 255 characters reached',
      undefined,
      '1 character left',
      undefined,
      '',
      undefined,
    ]);
  });
});
