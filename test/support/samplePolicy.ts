import type { ConsentSettings } from '../../server/domain/consent/decide.ts';
import type { Policy } from '../../server/domain/policy/policy.ts';

/** Managers on the calls of their reports, quality analysts on everybody's but silent to the customer; all are seen. */
export const SAMPLE_POLICY: Policy = {
  version: 'sample',
  rules: [
    { name: 'supervisor-own-reports', role: 'supervisor', modes: ['monitor', 'whisper', 'barge', 'takeover'], reach: { kind: 'own_reports' }, demands: [], noticeKinds: ['banner'] },
    { name: 'qa-everyone', role: 'qa', modes: ['monitor', 'whisper'], reach: { kind: 'everyone' }, demands: [], noticeKinds: ['banner'] },
  ],
  holidays: [],
};

/** An org whose callers are told before calls reach Dealside. */
export const TOLD_ELSEWHERE: ConsentSettings = {
  // Californians are not told who joins, as this org's counsel reads the law.
  overrides: [{ country: 'US', region: 'CA', consent: 'all_party', announcesSupervisor: undefined, basis: 'memo 4' }], disclosedElsewhere: true,
};
