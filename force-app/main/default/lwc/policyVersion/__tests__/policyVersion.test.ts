import { followPolicyVersion, policyVersion, policyVersionIs } from 'c/policyVersion';

it('tells each new version once, until nobody follows', () => {
  const told: (string | undefined)[] = [];
  const stop = followPolicyVersion(() => told.push(policyVersion()));
  policyVersionIs('v1');
  policyVersionIs('v1');
  policyVersionIs(undefined);
  policyVersionIs('v2');
  stop();
  policyVersionIs('v3');
  expect(told).toEqual(['v1', 'v2']);
});
