import assert from 'node:assert/strict';
import { levelOf, toneFrom } from '../../../../server/telephony/audioCheck/tones.ts';

describe('a tone in mu-law', () => {
  const tone = toneFrom(800, 0, { samples: 800 });

  it('is as loud as it was made', () =>
    assert.ok(Math.abs(levelOf(800, tone) - 20 * Math.log10(0.25)) < 0.5));
  it('is not mistaken for another frequency', () => {
    for (const hz of [500, 1_100])
      assert.ok(levelOf(hz, tone) < -55, `${hz} Hz at ${levelOf(hz, tone)} dBFS`);
  });
  it('goes on without a seam from one piece to the next', () => {
    const pieces = Buffer.concat([
      toneFrom(500, 0, { samples: 400 }),
      toneFrom(500, 400, { samples: 400 }),
    ]);
    assert.deepEqual(pieces, toneFrom(500, 0, { samples: 800 }));
  });
});

describe('silence in mu-law', () => {
  it('has no tone in it', () => assert.ok(levelOf(800, Buffer.alloc(800, 0xff)) < -100));
});
