import type { Group, Policy, Weekday } from '../../../../server/domain/policy/policy.ts';

const WORKDAYS: readonly Weekday[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
const EVERY_DAY: readonly Weekday[] = [...WORKDAYS, 'Sat', 'Sun'];
const named = (...names: string[]): Group[] => names.map((name) => ({ groupId: name, name }));
const BY_DAY = {
  days: WORKDAYS,
  from: '08:00',
  to: '18:00',
  clock: 'rep',
  exceptOn: 'US',
} as const;

/** The policy that cases.md judges by; the file says each rule in words. */
export const CASES_POLICY: Policy = {
  version: 'cases',
  rules: [
    {
      name: 'managers-by-day',
      role: 'supervisor',
      modes: ['monitor', 'whisper', 'barge'],
      reach: { kind: 'own_reports' },
      hours: BY_DAY,
      demands: [],
      noticeKinds: ['banner'],
    },
    {
      name: 'managers-take-over',
      role: 'supervisor',
      modes: ['takeover'],
      reach: { kind: 'own_reports' },
      hours: BY_DAY,
      demands: ['pin'],
      noticeKinds: ['banner', 'tone'],
    },
    {
      name: 'analysts-listen',
      role: 'qa',
      modes: ['monitor', 'whisper'],
      reach: { kind: 'everyone' },
      atOnce: 3,
      hours: { days: EVERY_DAY, from: '06:00', to: '22:00', clock: 'supervisor' },
      demands: [],
      noticeKinds: ['banner'],
    },
    {
      name: 'coaches-onboarding',
      role: 'coach',
      modes: ['monitor', 'whisper'],
      reach: { kind: 'team', groups: named('Onboarding') },
      demands: [],
      noticeKinds: ['banner', 'tone'],
    },
    {
      name: 'specialists-by-skill',
      role: 'specialist',
      modes: ['monitor', 'whisper'],
      reach: { kind: 'skill', groups: 'shared' },
      demands: [],
      noticeKinds: ['banner'],
    },
    {
      name: 'desk-on-big-deals',
      role: 'deal_desk',
      modes: ['monitor', 'barge'],
      reach: { kind: 'territory', groups: named('EMEA') },
      deals: { stages: ['Proposal', 'Negotiation'], minimumAmount: 250_000 },
      demands: ['reason'],
      noticeKinds: ['banner', 'spoken_to_rep'],
    },
    {
      name: 'night-lead',
      role: 'night_lead',
      modes: ['monitor', 'whisper', 'barge'],
      reach: { kind: 'queue', groups: named('West Inbound') },
      hours: {
        days: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu'],
        from: '22:00',
        to: '06:00',
        clock: 'rep',
        exceptOn: 'US',
      },
      demands: [],
      noticeKinds: ['banner'],
    },
    {
      name: 'refund-fraud',
      role: 'fraud_investigator',
      modes: ['monitor'],
      reach: { kind: 'queue', groups: named('Refunds') },
      demands: ['passkey'],
      noticeKinds: [],
      covert: {
        owner: 'Head of Compliance',
        purpose: 'Investigation of refund fraud, case 2026-118',
        endsOn: '2026-11-30',
      },
    },
    {
      name: 'admins-check',
      role: 'admin',
      modes: ['monitor'],
      reach: { kind: 'everyone' },
      demands: ['passkey'],
      noticeKinds: ['banner'],
    },
  ],
  holidays: [
    { calendar: 'US', date: '2026-11-26' },
    { calendar: 'US', date: '2026-12-25' },
  ],
};
