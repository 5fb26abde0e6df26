import assert from 'node:assert/strict';
import type { Call, Intervention } from '../../../server/domain/call/call.ts';
import type { RefusalCode } from '../../../server/domain/call/refusals.ts';
import { goneView } from '../../../server/http/views/goneView.ts';
import { isShownTo, visibilityScope } from '../../../server/http/views/presenters.ts';
import { active, at, liveCall, participant, person } from '../../support/builders.ts';
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

const COVERTLY_REVOKED: Intervention = { ...revoked, because: 'covert_rule_ended' };
const OPENLY_REVOKED: Intervention = { ...revoked, noticeKinds: ['banner'] };
const took = (intervention: Intervention, who = person()) =>
  goneView(withIntervention(intervention), who);

describe('a call of a supervisor who is taken off it', () => {
  it('is shown until they are taken off it, and not any longer (G1)', () => {
    const during = withIntervention(monitoring);
    const after = withIntervention(revoked);
    const shown = (call: Call, who = person()) => isShownTo(who, call, { ...OVER, ...VIEWING });
    assert.deepEqual([shown(during), shown(after)], [true, false]);
    assert.equal(shown(withIntervention(active())), true, 'also who is on it openly');
    assert.equal(shown(during, person({ userId: 'tomas' })), false);
    assert.equal(shown(during, person({ active: false })), false);
    assert.notEqual(visibilityScope(during, OVER), visibilityScope(after, OVER));
  });

  it('is gone with whose it was, why, and what to do, in their language (G1)', () => {
    assert.deepEqual(took(COVERTLY_REVOKED), {
      callId: 'c1',
      takenOff: {
        interventionId: 'i1',
        at: at(1),
        repName: 'Ravi Patel',
        opportunityId: withIntervention(revoked).opportunity?.opportunityId,
        message: 'The permission to monitor covertly has ended.',
        hint: 'If another rule allows it, join as usual. The rep will see you.',
      },
    });
    const german = took(COVERTLY_REVOKED, person({ locale: 'de' }));
    assert.equal(german.takenOff?.message, 'Die Erlaubnis zum verdeckten Mithören ist abgelaufen.');
  });

  const WORDS: readonly (readonly [RefusalCode | undefined, string, string])[] = [
    ['out_of_scope', 'no longer let you supervise this call', 'ask your administrator'],
    ['not_a_supervisor', 'no longer let you supervise this call', 'ask your administrator'],
    ['deal_out_of_scope', 'no longer let you supervise this call', 'ask your administrator'],
    ['no_policy', 'no longer let you supervise this call', 'ask your administrator'],
    [undefined, 'no longer let you supervise this call', 'ask your administrator'],
    ['mode_not_permitted', 'no longer allow the mode that you used', 'join it again'],
    ['monitoring_declined', "This customer doesn't want to be monitored", 'The rep can change it'],
    ['rights_unknown', "permissions couldn't be checked", 'Try again when Salesforce'],
    ['rep_not_notified', "The rep hasn't acknowledged the notice", 'on their Home page'],
  ];
  for (const [because, message, hint] of WORDS)
    it(`is gone with words for ${because ?? 'an end of before there were reasons'}`, () => {
      const { takenOff } = took({ ...OPENLY_REVOKED, because });
      assert.ok(takenOff?.message.includes(message), takenOff?.message);
      assert.ok(takenOff?.hint?.includes(hint), takenOff?.hint);
    });

  it('is gone with words of the rep, to whom it goes back, where the customer would have been alone', () => {
    const talking: Intervention = {
      ...OPENLY_REVOKED,
      because: 'mode_not_permitted',
      modeHistory: [{ mode: 'takeover', at: at(0) }],
    };
    const said = (facts: Parameters<typeof participant>[1]) =>
      goneView(
        {
          ...withIntervention(talking),
          participants: [participant('customer'), participant('rep', facts)],
        },
        person(),
      ).takenOff?.message;
    const goesBack = /The rep had left, so Dealside is calling the rep back/;
    assert.match(said({ status: 'left', leftAt: at(0) })!, goesBack);
    assert.doesNotMatch(said({})!, goesBack);
  });

  it('is gone without a word to others, and to who left by themselves (G1)', () => {
    const left: Intervention = { ...revoked, endReason: 'supervisor_left' };
    const words = [took(left), took(revoked, person({ userId: 'tomas' }))];
    assert.deepEqual(
      words.map(({ takenOff }) => takenOff),
      [undefined, undefined],
    );
  });
});
