import assert from 'node:assert/strict';
import type { Call, Intervention } from '../../../server/domain/call/call.ts';
import { goneView } from '../../../server/http/views/goneView.ts';
import { isShownTo, visibilityScope } from '../../../server/http/views/presenters.ts';
import { active, at, liveCall, person } from '../../support/builders.ts';
import { policyWithCovertRule } from '../../support/samplePolicy.ts';

const policyUntil = (endsOn: string) =>
  policyWithCovertRule({ owner: 'Head of Compliance', purpose: 'Case 42', endsOn });
const OVER = {
  policy: {
    ...policyUntil('2026-10-01'),
    rules: policyUntil('2026-10-01').rules.filter((rule) => 'covert' in rule && rule.covert),
  },
  now: at(1),
};
const VIEWING = { carrierHealth: { status: 'unknown' } as never };
const withIntervention = (intervention: Intervention): Call =>
  liveCall({
    rep: {
      userId: 'ravi',
      name: 'Ravi Patel',
      managerIds: ['maya'],
      timeZone: 'America/Los_Angeles',
    },
    interventions: [intervention],
  });
const monitoring = active({ noticeKinds: [] });
const revoked: Intervention = {
  ...monitoring,
  status: 'ended',
  leftAt: at(1),
  endReason: 'revoked',
  outcome: { status: 'not_asked' },
};

describe('a call of somebody who monitored it covertly until the rule ended', () => {
  it('is shown until they are taken off it, and not any longer (G1)', () => {
    const during = withIntervention(monitoring);
    const after = withIntervention(revoked);
    const shown = (call: Call, who = person()) => isShownTo(who, call, { ...OVER, ...VIEWING });
    assert.deepEqual([shown(during), shown(after)], [true, false]);
    assert.equal(shown(during, person({ userId: 'tomas' })), false);
    assert.equal(shown(during, person({ active: false })), false);
    assert.equal(shown(withIntervention(active())), false, 'who is not covert needs a rule');
    assert.notEqual(visibilityScope(during, OVER), visibilityScope(after, OVER));
  });

  it('is gone with whose it was and why, in their language (G1)', () => {
    const after = withIntervention(revoked);
    assert.deepEqual(goneView(after, person(), OVER), {
      callId: 'c1',
      takenOff: {
        repName: 'Ravi Patel',
        message: 'The permission to monitor covertly has ended.',
      },
    });
    const german = goneView(after, person({ locale: 'de' }), OVER);
    assert.equal(german.takenOff?.message, 'Die Erlaubnis zum verdeckten Mithören ist abgelaufen.');
  });

  it('is gone without a word to others, and to who left by themselves (G1)', () => {
    const left = withIntervention({ ...revoked, endReason: 'supervisor_left' });
    for (const [call, who] of [
      [left, person()],
      [withIntervention(revoked), person({ userId: 'tomas' })],
      [withIntervention({ ...revoked, noticeKinds: ['banner'] }), person()],
    ] as const)
      assert.deepEqual(goneView(call, who, OVER), { callId: 'c1' });
  });
});
