import assert from 'node:assert/strict';
import { covertView } from '../../../server/http/views/covertView.ts';
import { at, liveCall, person, rep } from '../../support/builders.ts';
import { policyWithCovertRule, SAMPLE_POLICY } from '../../support/samplePolicy.ts';

const COVERT = { owner: 'Head of Compliance', purpose: 'Case 42', endsOn: '2026-12-31' };
const POLICY = policyWithCovertRule(COVERT);
const ravi = {
  userId: 'ravi',
  name: 'Ravi Patel',
  managerIds: ['maya', 'dana'],
  timeZone: 'America/Los_Angeles',
};
const call = liveCall({ rep: ravi });
const codeOf = (view: ReturnType<typeof covertView>) =>
  view && 'code' in view ? view.code : undefined;

describe('covert monitoring on a call', () => {
  it('is offered with owner, purpose and last day where a written rule allows it (G1)', () => {
    const view = covertView(call, person(), { policy: POLICY, now: at(1) });
    assert.deepEqual(
      [view?.allowed, view && 'owner' in view && [view.owner, view.purpose, view.endsOn]],
      [true, ['Head of Compliance', 'Case 42', '2026-12-31']],
    );
  });

  it('is refused with why where the rule does not reach, or has ended (G1)', () => {
    const another = liveCall({ rep: { ...ravi, managerIds: ['tomas'] } });
    const refused = covertView(another, person(), { policy: POLICY, now: at(1) });
    assert.deepEqual([refused?.allowed, codeOf(refused)], [false, 'out_of_scope']);
    const ended = {
      ...POLICY,
      rules: POLICY.rules.map((rule) =>
        'covert' in rule && rule.covert
          ? { ...rule, covert: { ...COVERT, endsOn: '2026-10-01' } }
          : rule,
      ),
    };
    const over = covertView(call, person(), { policy: ended, now: at(1) });
    assert.equal(codeOf(over), 'covert_rule_ended');
  });

  it('is not mentioned where no rule is written, nor to the rep, nor to other roles (G1)', () => {
    const viewing = { policy: POLICY, now: at(1) };
    assert.equal(covertView(call, person(), { ...viewing, policy: SAMPLE_POLICY }), undefined);
    assert.equal(covertView(call, rep({ roles: ['rep', 'supervisor'] }), viewing), undefined);
    assert.equal(covertView(call, person({ roles: ['qa'] }), viewing), undefined);
    assert.equal(
      covertView(
        { ...call, status: 'ended', endedAt: at(9), endReason: 'hung_up' },
        person(),
        viewing,
      ),
      undefined,
    );
  });
});
