import assert from 'node:assert/strict';
import {
  covertProgress,
  monitoringScope,
} from '../../../../server/domain/policy/monitoringScope.ts';
import { person } from '../../../support/builders.ts';
import { policyWithCovertRule, SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

const COVERT = { owner: 'Head of Compliance', purpose: 'Case 42', endsOn: '2026-12-31' };
const scopeAt = (now: string, who = person()) =>
  monitoringScope(policyWithCovertRule(COVERT), who, now);
const NOON = '2026-12-01T12:00:00Z';

describe('whose calls a person can monitor', () => {
  it('is the widest reach of the rules about their roles', () => {
    const reachOf = (roles: readonly string[], more = {}) =>
      monitoringScope(SAMPLE_POLICY, person({ roles, ...more }), NOON).reach;
    assert.equal(reachOf(['supervisor']), 'own_reports');
    assert.equal(reachOf(['supervisor', 'qa'], { seesAllCalls: true }), 'everyone');
    assert.equal(reachOf(['qa'], { seesAllCalls: false }), 'none');
    assert.equal(reachOf(['rep']), 'none');
    assert.equal(reachOf(['supervisor'], { permittedModes: [] }), 'none');
  });

  it('names covert rules with purpose and last day, in the language of the reader (G1)', () => {
    const [rule] = scopeAt(NOON).covert;
    assert.match(rule!.words, /Purpose: Case 42\. Owner: Head of Compliance\. Last day: /);
    const [german] = scopeAt(NOON, person({ locale: 'de' })).covert;
    assert.match(german!.words, /Zweck: Case 42\. Verantwortlicher: Head of Compliance\./);
    assert.deepEqual(scopeAt(NOON, person({ roles: ['qa'] })).covert, []);
  });

  it('counts a covert rule as over once its last day has ended everywhere', () => {
    const isOver = (now: string) => scopeAt(now).covert[0]!.isOver;
    assert.equal(isOver('2027-01-01T11:59:00Z'), false);
    assert.equal(isOver('2027-01-01T12:01:00Z'), true);
  });

  it('changes by the clock at each midnight on earth after the last day of a covert rule, and not before or after (G1)', () => {
    const progressAt = (now: string, who = person()) =>
      covertProgress(policyWithCovertRule(COVERT), who, now);
    const midnights = ['2026-12-31T10:00:00Z', '2026-12-31T18:15:00Z', '2027-01-01T12:00:00Z'];
    for (const midnight of midnights) {
      const before = new Date(Date.parse(midnight) - 1).toISOString();
      assert.notEqual(progressAt(before), progressAt(midnight), midnight);
    }
    assert.equal(progressAt(NOON), progressAt('2026-12-31T09:59:59Z'));
    assert.equal(progressAt('2027-01-01T12:00:00Z'), progressAt('2027-02-01T12:00:00Z'));
    const qa = person({ roles: ['qa'] });
    assert.equal(progressAt(NOON, qa), progressAt('2027-02-01T12:00:00Z', qa));
  });
});
