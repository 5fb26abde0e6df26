import type { PermissionExplanation } from 'c/adminApi';

/** The server's answer on why Maya may join Ravi's call: monitor now, barge only later. */
export const aPermissionExplanation = (
  more: Partial<PermissionExplanation> = {},
): PermissionExplanation => ({
  callId: 'call-1',
  person: { userId: '005M', name: 'Maya Okafor' },
  rep: { userId: '005R', name: 'Ravi Patel' },
  policyVersion: 'v7',
  modes: [
    {
      mode: 'monitor',
      allowed: true,
      rule: 'managers',
      answer: "Maya Okafor can monitor Ravi Patel's call. Allowed by the rule managers.",
      rules: [
        {
          rule: 'managers',
          words: 'Sales managers can monitor the calls of their direct and indirect reports.',
          allows: true,
          unmet: [],
        },
      ],
    },
    {
      mode: 'barge',
      allowed: false,
      rule: 'office-hours',
      answer: "Maya Okafor can't barge into Ravi Patel's call right now.",
      wouldChange:
        "The rule office-hours would allow it if they wait until 8:00 AM on Monday, Ravi Patel's time.",
      allowedFrom: '2026-11-23T08:00:00Z',
      rules: [
        {
          rule: 'office-hours',
          words:
            'Sales managers can barge into the calls of their direct and indirect reports, Monday to Friday from 08:00 to 18:00.',
          allows: false,
          unmet: [{ condition: 'hours', because: "It doesn't apply at this hour." }],
        },
      ],
    },
  ],
  ...more,
});
