import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Refusal } from '../../../../server/domain/call/refusals.ts';
import {
  beginPinAttempt,
  DEFAULT_STEP_UP,
  withPinProved,
  pinWeakness,
  failedPinAttempt,
  type Pin,
} from '../../../../server/domain/stepUp/pin.ts';
import { missingProof, type Proofs } from '../../../../server/domain/stepUp/proofs.ts';
import { refusalText } from '../../../../server/domain/texts/render.ts';
import { at } from '../../../support/builders.ts';

const saidOf = (refusal: Refusal | undefined): string | undefined =>
  refusal && refusalText(refusal, 'en').message;

const RULE = DEFAULT_STEP_UP;
const MINUTE = 60;
const fresh: Pin = { hash: 'h', setAt: at(0), failures: 0, locks: 0 };

/**
 * Wrong tries one after the other, each at its second; answers the codes and the PIN after them.
 */
function triesAt(pin: Pin, ...seconds: number[]): { codes: string[]; pin: Pin } {
  return seconds.reduce<{ codes: string[]; pin: Pin }>(
    ({ codes, pin: before }, second) => {
      const begun = beginPinAttempt(before, RULE, at(second));
      return 'refusal' in begun
        ? { codes: [...codes, begun.refusal.code], pin: before }
        : { codes: [...codes, failedPinAttempt(begun.pin, RULE).code], pin: begun.pin };
    },
    { codes: [], pin },
  );
}

describe('a PIN that is chosen', () => {
  for (const [pin, verdict] of [
    ['482913', undefined],
    ['906127', undefined],
    ['482913482914', undefined],
    ['48291', 'Use 6 to 12 digits in a PIN.'],
    ['4829134829134', 'Use 6 to 12 digits in a PIN.'],
    ['48291a', 'Use only digits in a PIN.'],
    ['', 'Use only digits in a PIN.'],
    ['４８２９１３', 'Use only digits in a PIN.'],
    ['111111', 'Use at least three different digits.'],
    ['121212', 'Use at least three different digits.'],
    ['123456', "Don't use digits in sequence, such as 123456."],
    ['890123', "Don't use digits in sequence, such as 123456."],
    ['654321', "Don't use digits in sequence, such as 123456."],
    ['123123', "Don't repeat a group of digits, such as 123123."],
    ['48294829', "Don't repeat a group of digits, such as 123123."],
  ] as const) {
    it(`“${pin}” is ${verdict ? `refused: ${verdict}` : 'taken'}`, () => {
      assert.deepEqual(saidOf(pinWeakness(pin, RULE)), verdict);
      assert.equal(pinWeakness(pin, RULE)?.code, verdict && 'pin_too_weak');
    });
  }

  it('is as long as the admin asks', () => {
    assert.equal(pinWeakness('4829', { ...RULE, pinMinLength: 4 }), undefined);
    assert.equal(
      saidOf(pinWeakness('482913', { ...RULE, pinMinLength: 8 })),
      'Use 8 to 12 digits in a PIN.',
    );
  });
});

describe('a PIN', () => {
  it('that is not set cannot be tried', () => {
    const begun = beginPinAttempt(undefined, RULE, at(0));
    assert.equal('refusal' in begun && begun.refusal.code, 'pin_not_set');
  });

  it('says how many tries are left', () => {
    const [first] = [beginPinAttempt(fresh, RULE, at(1))];
    assert.equal('pin' in first && failedPinAttempt(first.pin, RULE).triesLeft, 4);
  });

  it('is locked by the fifth wrong try, and says until when', () => {
    const { codes, pin } = triesAt(fresh, 1, 2, 3, 4, 5);
    assert.deepEqual(codes, ['pin_wrong', 'pin_wrong', 'pin_wrong', 'pin_wrong', 'pin_locked']);
    const again = beginPinAttempt(pin, RULE, at(6));
    assert.deepEqual('refusal' in again && [again.refusal.code, again.refusal.until], [
      'pin_locked',
      at(5 + 15 * MINUTE),
    ]);
  });

  it('takes tries again when the lock is over, and is then locked for twice as long', () => {
    const { pin } = triesAt(fresh, 1, 2, 3, 4, 5);
    const over = 5 + 15 * MINUTE;
    const { codes, pin: after } = triesAt(pin, over, over + 1, over + 2, over + 3, over + 4);
    assert.deepEqual(codes.slice(3), ['pin_wrong', 'pin_locked']);
    assert.equal(after.lockedUntil, at(over + 4 + 30 * MINUTE));
  });

  it('is never locked for more than a day', () => {
    const begun = beginPinAttempt({ ...fresh, failures: 4, locks: 30 }, RULE, at(0));
    assert.equal('pin' in begun && begun.pin.lockedUntil, at(1_440 * MINUTE));
  });

  it('that is proved has nothing counting against it, and is not asked for again for the period', () => {
    const { pin } = triesAt(fresh, 1, 2);
    assert.deepEqual(withPinProved(pin, RULE, at(3)), {
      hash: 'h',
      setAt: at(0),
      failures: 0,
      locks: 0,
      provedUntil: at(3 + 480 * MINUTE),
    });
  });

  it('whatever the order of tries, is wrong at most five times between two locks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 60 }), (seconds) => {
        let wrong = 0;
        let pin = fresh;
        for (const second of seconds.toSorted((a, b) => a - b)) {
          const begun = beginPinAttempt(pin, RULE, at(second));
          if ('refusal' in begun) continue;
          wrong = begun.pin.lockedUntil && begun.pin.lockedUntil > at(second) ? 0 : wrong + 1;
          pin = begun.pin;
          assert.ok(wrong < RULE.pinAttempts);
        }
      }),
    );
  });
});

describe('what policy wants proved', () => {
  const none: Proofs = { pin: { status: 'not_set' }, passkey: { status: 'not_set' } };
  const proofs = (pinUntil?: string, passkeyUntil?: string): Proofs => ({
    pin: { status: 'set', provedUntil: pinUntil },
    passkey: { status: 'set', provedUntil: passkeyUntil },
  });
  const owed = (demands: { pin?: boolean; passkey?: boolean }, has: Proofs) =>
    missingProof({ pin: false, passkey: false, ...demands }, has, at(10))?.code;

  it('is nothing where it demands nothing', () => assert.equal(owed({}, none), undefined));
  it('is a PIN, which must be set first', () =>
    assert.equal(owed({ pin: true }, none), 'pin_not_set'));
  it('is a PIN that was never given, or whose period is over', () => {
    assert.deepEqual(
      [owed({ pin: true }, proofs()), owed({ pin: true }, proofs(at(10)))],
      ['pin_required', 'pin_required'],
    );
  });
  it('is satisfied by a PIN within its period', () =>
    assert.equal(owed({ pin: true }, proofs(at(11))), undefined));
  it('is a passkey, which must be registered first', () =>
    assert.equal(owed({ passkey: true }, none), 'passkey_not_set'));
  it('is a passkey that was used lately; a PIN does not do', () => {
    assert.deepEqual(
      [
        owed({ passkey: true }, proofs(at(99))),
        owed({ passkey: true }, proofs(undefined, at(10))),
        owed({ passkey: true }, proofs(undefined, at(11))),
      ],
      ['passkey_required', 'passkey_required', undefined],
    );
  });
  it('is both where it demands both', () =>
    assert.equal(owed({ pin: true, passkey: true }, proofs(at(11))), 'passkey_required'));
});
