import type { ConsentSettings } from '../../server/domain/consent/decide.ts';
import type { Policy } from '../../server/domain/policy/policy.ts';

/**
 * Managers in all modes on their reports' calls; quality analysts in monitor and whisper on all
 * calls. Nobody is covert.
 */
export const SAMPLE_POLICY: Policy = {
  version: 'sample',
  rules: [
    {
      name: 'supervisor-own-reports',
      role: 'supervisor',
      modes: ['monitor', 'whisper', 'barge', 'takeover'],
      reach: { kind: 'own_reports' },
      demands: [],
      noticeKinds: ['banner'],
    },
    {
      name: 'qa-everyone',
      role: 'qa',
      modes: ['monitor', 'whisper'],
      reach: { kind: 'everyone' },
      demands: [],
      noticeKinds: ['banner'],
    },
  ],
  holidays: [],
};

/** The sample policy, by which supervisors may also monitor their own reports covertly. */
export const policyWithCovertRule = (
  covert: NonNullable<Policy['rules'][number]['covert']>,
): Policy => ({
  ...SAMPLE_POLICY,
  rules: [
    ...SAMPLE_POLICY.rules,
    {
      name: 'investigation',
      role: 'supervisor',
      modes: ['monitor'],
      reach: { kind: 'own_reports' },
      demands: [],
      noticeKinds: [],
      covert,
    },
  ],
});

/** An org that plays the disclosure before calls reach Dealside. */
export const DISCLOSED_ELSEWHERE: ConsentSettings = {
  // The org overrides California's requirement to announce supervisors.
  overrides: [
    {
      country: 'US',
      region: 'CA',
      consent: 'all_party',
      announcesSupervisor: undefined,
      basis: 'memo 4',
    },
  ],
  disclosedElsewhere: true,
};
