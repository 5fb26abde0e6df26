import type { Pool } from 'pg';
import type { Person } from '../../server/domain/call/people.ts';
import type { Policy } from '../../server/domain/policy/policy.ts';
import { ORG, person } from './builders.ts';

const ZONES = [
  'America/Los_Angeles',
  'America/New_York',
  'Europe/London',
  'Europe/Berlin',
  'Asia/Tokyo',
];
const REPS = 240;
const MANAGERS = 30;

/** A company with reps, managers, quality analysts and coaches in five time zones. */
export const SALES_FLOOR: readonly Person[] = [
  person({ userId: 'vp', name: 'Vice President', managerIds: [] }),
  ...Array.from({ length: MANAGERS }, (_, i) =>
    person({
      userId: `m${i}`,
      name: `Manager ${i}`,
      managerIds: ['vp'],
      timeZone: ZONES[i % ZONES.length]!,
    }),
  ),
  ...Array.from({ length: 10 }, (_, i) =>
    person({
      userId: `q${i}`,
      name: `Analyst ${i}`,
      roles: ['qa'],
      permittedModes: ['monitor', 'whisper'],
      seesAllCalls: true,
      timeZone: ZONES[i % ZONES.length]!,
    }),
  ),
  ...Array.from({ length: 15 }, (_, i) =>
    person({
      userId: `c${i}`,
      name: `Coach ${i}`,
      roles: ['coach'],
      permittedModes: ['monitor', 'whisper'],
      groupIds: [`team${i}`],
    }),
  ),
  ...Array.from({ length: REPS }, (_, i) =>
    person({
      userId: `r${i}`,
      name: `Rep ${i}`,
      roles: ['rep'],
      permittedModes: [],
      managerIds: [`m${i % MANAGERS}`, 'vp'],
      timeZone: ZONES[i % ZONES.length]!,
      groupIds: [`team${i % 20}`],
    }),
  ),
];

const OFFICE = {
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
  from: '08:00',
  to: '18:00',
  clock: 'rep',
} as const;

/**
 * The company's policy, and a draft: shorter hours for managers, a rule for coaches, analysts by
 * their own time zone.
 */
export const FLOOR_POLICY: Policy = {
  version: 'floor',
  holidays: [{ calendar: 'US', date: '2026-11-26' }],
  rules: [
    {
      name: 'managers',
      role: 'supervisor',
      modes: ['monitor', 'whisper', 'barge', 'takeover'],
      reach: { kind: 'own_reports' },
      demands: [],
      noticeKinds: ['banner'],
    },
    {
      name: 'analysts',
      role: 'qa',
      modes: ['monitor', 'whisper'],
      reach: { kind: 'everyone' },
      hours: OFFICE,
      demands: [],
      noticeKinds: ['banner'],
    },
  ],
};
export const CHANGED_FLOOR_POLICY: Policy = {
  ...FLOOR_POLICY,
  version: 'changed',
  rules: [
    { ...FLOOR_POLICY.rules[0]!, hours: { ...OFFICE, exceptOn: 'US' } },
    { ...FLOOR_POLICY.rules[1]!, hours: { ...OFFICE, clock: 'supervisor' } },
    {
      name: 'coaches',
      role: 'coach',
      modes: ['monitor', 'whisper'],
      reach: { kind: 'team', groups: 'shared' },
      deals: { minimumAmount: 50_000 },
      demands: [],
      noticeKinds: ['banner'],
    },
  ],
};

export const FLOOR_PERIOD = {
  orgId: ORG,
  from: '2026-11-01T00:00:00.000Z',
  to: '2026-12-01T00:00:00.000Z',
};

/** Inserts this many answered calls of the company's reps, spread over November. */
export async function insertPastCalls(pool: Pool, count: number): Promise<void> {
  const client = await pool.connect();
  try {
    // Without triggers, which make each call's day due row by row: nobody counts these days.
    await client.query('set session_replication_role = replica');
    await client.query(
      `insert into "Call" ("callId", "orgId", "status", "direction", "startedAt", "answeredAt",
       "endedAt", "endReason", "repUserId", "repName", "repManagerIds", "repTimeZone",
       "repGroupIds", "repQueueIds", "repSkills", "repTerritoryIds", "customerName",
       "opportunityId", "opportunityName", "stage", "amount")
     select 'past-' || n, $1, 'ended', 'outbound', at, at,
       at + interval '6 minutes', 'hung_up', 'r' || rep, 'Rep ' || rep,
       array['m' || rep % ${MANAGERS}, 'vp'], ($2::text[])[1 + rep % ${ZONES.length}],
       array['team' || rep % 20], '{}', '{}', '{}', 'Customer',
       'o' || n, 'Deal', 'Proposal', (n * 13) % 100000
     from (
       select n, (n * 7919) % ${REPS} as rep,
         timestamptz '2026-11-01T00:00:00Z' + n * interval '30 days' / $3 as at
       from generate_series(1, $3 - 1) n) past`,
      [ORG, ZONES, count + 1],
    );
  } finally {
    client.release(true);
  }
}
