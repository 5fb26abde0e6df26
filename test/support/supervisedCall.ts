import type { Call, Intervention } from '../../server/domain/call/call.ts';
import { WITH_CUSTOMER } from '../../server/domain/call/purpose.ts';

export type EndedIntervention = Extract<Intervention, { status: 'ended' }>;

/** Maya's ended intervention on Ravi's call with Priya: monitor, whisper, barge, and an outcome. */
export const intervention = (more: Partial<EndedIntervention> = {}): EndedIntervention => ({
  interventionId: 'i-1',
  supervisor: { userId: '005000000000002AAA', name: 'Maya Okafor', role: 'supervisor' },
  policyVersion: '2026-11',
  policyRule: 'supervisor-own-reports',
  noticeKinds: ['banner'],
  device: 'softphone',
  isRecorded: false,
  requestedAt: '2026-11-20T17:00:00.000Z',
  modeHistory: [
    { mode: 'monitor', at: '2026-11-20T17:00:01.000Z' },
    { mode: 'whisper', at: '2026-11-20T17:01:00.000Z' },
    { mode: 'barge', at: '2026-11-20T17:02:11.000Z', reasonCode: 'negotiation_help' },
  ],
  whisperSkipped: false,
  status: 'ended',
  joinedAt: '2026-11-20T17:00:01.000Z',
  leftAt: '2026-11-20T17:05:03.600Z',
  endReason: 'supervisor_left',
  reason: { code: 'negotiation_help' },
  outcome: {
    status: 'given',
    code: 'advanced',
    note: 'Agreed on three years.',
    at: '2026-11-20T17:06:00.000Z',
  },
  ...more,
});

export const supervisedCall = (more: Partial<Call> = {}): Call => ({
  orgId: '00D000000000001AAA',
  callId: 'call-1',
  direction: 'outbound',
  purpose: WITH_CUSTOMER,
  status: 'ended',
  startedAt: '2026-11-20T16:55:00.000Z',
  answeredAt: '2026-11-20T16:55:20.000Z',
  endedAt: '2026-11-20T17:20:00.000Z',
  endReason: 'hung_up',
  rep: { userId: '005000000000003AAA', name: 'Ravi Patel', managerIds: ['005000000000002AAA'] },
  customer: {
    name: 'Priya Raman',
    phone: '+14155550142',
    contactId: '003000000000001AAA',
    accountId: '001000000000001AAA',
    accountName: 'Halcyon Logistics',
  },
  opportunity: {
    opportunityId: '006000000000001AAA',
    name: 'Halcyon Logistics – 3-year renewal',
    stage: 'Negotiation',
    amount: 184000,
  },
  participants: [],
  interventions: [intervention()],
  notices: [],
  recordings: [],
  announcements: [],
  opensWithDisclosure: false,
  ...more,
});
