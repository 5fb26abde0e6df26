import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonicalJson } from '../../../../server/domain/audit/canonicalJson.ts';

describe('the canonical form', () => {
  it('is the one of RFC 8785', () => {
    // The example of section 3.2.3 of the RFC: sorted by UTF-16 code units.
    const sorted = canonicalJson({
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    });
    assert.deepEqual(
      [...sorted.matchAll(/:"([^"]+)"/g)].map((match) => match[1]),
      [
        'Carriage Return',
        'One',
        'Control',
        'Latin Small Letter O With Diaeresis',
        'Euro Sign',
        'Emoji: Grinning Face',
        'Hebrew Letter Dalet With Dagesh',
      ],
    );
    assert.equal(
      canonicalJson({
        numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
        literals: [null, true, false],
      }),
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0]}',
    );
  });
  it('is the same for any order of keys, and another for another value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        assert.equal(canonicalJson(JSON.parse(text)), text);
      }),
      { seed: 20261121 },
    );
    assert.equal(
      canonicalJson({ b: 1, a: undefined, c: [null] }),
      canonicalJson({ c: [null], b: 1 }),
    );
  });
  for (const [what, value] of [
    ['a lone surrogate', '\ud800'],
    ['a number without end', Infinity],
    ['a function', () => 1],
  ] as const) {
    it(`does not exist for ${what}`, () =>
      assert.throws(() => canonicalJson({ value }), /has no canonical form/));
  }
});
