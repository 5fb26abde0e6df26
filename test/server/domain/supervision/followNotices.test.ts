import assert from 'node:assert/strict';
import { followersNamedToRep } from '../../../../server/domain/supervision/followNotices.ts';
import { at, liveCall, person } from '../../../support/builders.ts';
import { policyWithCovertRule, SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

const maya = person();
const stranger = person({ userId: 'tomas', managerIds: [] });
const call = liveCall({
  rep: { userId: 'ravi', name: 'Ravi Patel', managerIds: ['maya'], timeZone: 'UTC' },
});
const told = (policy = SAMPLE_POLICY) =>
  followersNamedToRep([maya, stranger], { policy, call, now: at(60) }).map(({ userId }) => userId);

describe('a rep whose call begins', () => {
  it('is told of followers who may join it, as the policy tells of who joins', () => {
    assert.deepEqual(told(), ['maya']);
  });

  it('is told of nobody whom no rule lets in openly', () => {
    const { rules, ...policy } = policyWithCovertRule({
      owner: 'Compliance',
      purpose: 'Fraud',
      endsOn: '2026-12-31',
    });
    const covertOnly = { ...policy, rules: rules.filter(({ covert }) => covert !== undefined) };
    assert.deepEqual(told(covertOnly), []);
  });
});
