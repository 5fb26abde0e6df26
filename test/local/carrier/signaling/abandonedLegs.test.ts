import assert from 'node:assert/strict';
import { isAbandoned } from '../../../../local/carrier/signaling/callers.ts';

const SECOND = 1_000;
const at = (second: number) => second * SECOND;

describe('a browser’s leg', () => {
  it('is kept for as long as its browser asked when the socket is lost, whether or not it sounds', () => {
    for (const heardAt of [at(0), at(29)]) {
      const leg = { lostAt: at(0), heardAt, keptMs: 30 * SECOND };
      assert.deepEqual([isAbandoned(leg, at(29)), isAbandoned(leg, at(30))], [false, true]);
    }
  });

  it('that asked for nothing is kept for 15 s without socket and sound', () => {
    const leg = { lostAt: at(0), heardAt: at(10), keptMs: 0 };
    assert.deepEqual([isAbandoned(leg, at(24)), isAbandoned(leg, at(25))], [false, true]);
  });

  it('that falls silent without closing anything, as a computer that sleeps, is kept for 300 s', () => {
    const leg = { heardAt: at(0), keptMs: 30 * SECOND };
    assert.deepEqual([isAbandoned(leg, at(299)), isAbandoned(leg, at(300))], [false, true]);
  });
});
