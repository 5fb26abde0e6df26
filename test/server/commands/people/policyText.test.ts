import assert from 'node:assert/strict';
import {
  acknowledgePolicyText,
  ownPolicyText,
} from '../../../../server/commands/people/policyText.ts';
import type { AuditEntry } from '../../../../server/domain/audit/entries.ts';
import { EMPTY_POLICY, type Policy } from '../../../../server/domain/policy/policy.ts';
import type { AcknowledgedNotice } from '../../../../server/domain/supervision/employeeNotices.ts';
import { rep } from '../../../support/builders.ts';
import { SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

const RAVI = rep({ managerIds: ['maya'] });

describe('the text of the policy, as a rep reads it', () => {
  let policy: Policy;
  let kept: AcknowledgedNotice[];
  let audit: AuditEntry[];
  const deps = {
    policies: { lastKnown: () => policy },
    acknowledgements: {
      of: async () => kept,
      add: async (_who: unknown, one: AcknowledgedNotice, entry: AuditEntry) => {
        kept.push(one);
        audit.push(entry);
      },
    },
    clock: { now: () => `2026-11-2${kept.length}T12:00:00.000Z` },
    ids: { next: () => `id-${audit.length}` },
  };
  beforeEach(() => {
    policy = SAMPLE_POLICY;
    [kept, audit] = [[], []];
  });
  const acknowledge = async () => {
    const { version } = await ownPolicyText(deps, RAVI);
    return acknowledgePolicyText(deps, RAVI, { version: version! });
  };

  it('is acknowledged once by its version, on the audit (P12)', async () => {
    const first = await acknowledge();
    assert.ok('ok' in first);
    assert.equal(first.ok.acknowledgedAt, '2026-11-20T12:00:00.000Z');
    await acknowledge();
    assert.deepEqual(
      audit.map(({ action, details }) => [action, details]),
      [
        [
          'PolicyAcknowledged',
          { textVersion: first.ok.version, policyVersion: SAMPLE_POLICY.version },
        ],
      ],
    );
  });

  it('is asked for anew when the rules that reach the rep have changed, and not for other rules (P12)', async () => {
    await acknowledge();
    const [managers, ...others] = SAMPLE_POLICY.rules;
    const elsewhere = {
      ...managers!,
      name: 'elsewhere',
      reach: { kind: 'team' as const, groups: [{ groupId: 'G9', name: 'Elsewhere' }] },
    };
    policy = { ...SAMPLE_POLICY, version: 'v2', rules: [...SAMPLE_POLICY.rules, elsewhere] };
    assert.ok((await ownPolicyText(deps, RAVI)).acknowledgedAt);
    policy = {
      ...SAMPLE_POLICY,
      version: 'v3',
      rules: [{ ...managers!, modes: ['monitor'] }, ...others],
    };
    const own = await ownPolicyText(deps, RAVI);
    assert.deepEqual([own.acknowledgedAt, own.formerAt], [undefined, '2026-11-20T12:00:00.000Z']);
  });

  it('is the same in another language and under another manager', async () => {
    await acknowledge();
    const moved = { ...RAVI, locale: 'de', managerIds: ['dana'] };
    assert.ok((await ownPolicyText(deps, moved)).acknowledgedAt);
  });

  it('cannot be acknowledged as it was before, nor where there is none', async () => {
    const old = await acknowledgePolicyText(deps, RAVI, { version: 'another' });
    assert.deepEqual('refusal' in old && old.refusal.code, 'policy_text_changed');
    policy = EMPTY_POLICY;
    assert.deepEqual(await ownPolicyText(deps, RAVI), {});
  });
});
