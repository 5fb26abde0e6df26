import assert from 'node:assert/strict';
import { claimCall } from '../../../../server/commands/alerts/claimCall.ts';
import type { Person } from '../../../../server/domain/call/people.ts';
import type { Policy } from '../../../../server/domain/policy/policy.ts';
import type { CallClaim } from '../../../../server/ports/index.ts';
import { at, liveCall, person } from '../../../support/builders.ts';
import { policyWithCovertRule, SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

const WITH_COVERT = policyWithCovertRule({
  owner: 'Head of Compliance',
  purpose: 'Case 42',
  endsOn: '2026-12-31',
});
const COVERT_ALONE: Policy = {
  ...WITH_COVERT,
  rules: WITH_COVERT.rules.filter(({ covert }) => covert !== undefined),
};

describe('a call that needs somebody', () => {
  async function claims(who: Person, policy: Policy) {
    const held: CallClaim[] = [];
    const told: string[] = [];
    const result = await claimCall(
      {
        claims: {
          claim: async (claim) => {
            held.push(claim);
            return claim;
          },
        },
        clock: { now: () => at(10) },
        onClaimed: ({ callId }) => told.push(callId),
      },
      who,
      { call: liveCall(), policy },
    );
    return { result, held, told };
  }

  it('is claimed by who may join it, also where a covert rule would let them', async () => {
    for (const policy of [SAMPLE_POLICY, WITH_COVERT]) {
      const { held, told } = await claims(person(), policy);
      assert.deepEqual([held.map(({ userId }) => userId), told.length], [[person().userId], 1]);
    }
  });

  it('is not claimed, and names nobody, by who may monitor it only covertly', async () => {
    const { result, held, told } = await claims(person(), COVERT_ALONE);
    assert.ok('refusal' in result);
    assert.deepEqual([held, told], [[], []]);
  });

  it('is not claimed by who may not join it', async () => {
    const { result, held } = await claims(person({ roles: ['rep'] }), SAMPLE_POLICY);
    assert.ok('refusal' in result);
    assert.deepEqual(held, []);
  });
});
