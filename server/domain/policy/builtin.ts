import type { Policy } from './policy.ts';

/**
 * The policy of an org that has none of its own in Salesforce (D17, D18, G32): managers on the calls of their reports,
 * quality analysts on everybody's but silent to the customer. Everyone who joins is seen.
 */
export const BUILT_IN_POLICY: Policy = {
  version: 'built-in-1',
  rules: [
    { name: 'supervisor-own-reports', role: 'supervisor', modes: ['monitor', 'whisper', 'barge', 'takeover'], reach: { kind: 'own_reports' }, demands: [], noticeKinds: ['banner'] },
    { name: 'qa-everyone', role: 'qa', modes: ['monitor', 'whisper'], reach: { kind: 'everyone' }, demands: [], noticeKinds: ['banner'] },
  ],
  holidays: [],
};
