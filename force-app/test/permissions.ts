import type { PermissionExplanation } from 'c/adminApi';

/** What the server answers to why Maya may join Ravi's call: listening now, barging only later. */
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
      answer: 'Maya Okafor may use monitor on Ravi Patel’s call: the rule managers allows it.',
      rules: [
        {
          rule: 'managers',
          words: 'Sales managers may listen to calls of those who report to them.',
          allows: true,
          unmet: [],
        },
      ],
    },
    {
      mode: 'barge',
      allowed: false,
      rule: 'office-hours',
      answer: 'Maya Okafor may not use barge on Ravi Patel’s call now.',
      wouldChange: 'The rule office-hours would allow it if they wait.',
      allowedFrom: '2026-11-23T08:00:00Z',
      rules: [
        {
          rule: 'office-hours',
          words: 'Sales managers may speak on calls of those who report to them, Monday to Friday.',
          allows: false,
          unmet: [{ condition: 'hours', because: 'It is not open at this hour.' }],
        },
      ],
    },
  ],
  ...more,
});
