import fc from 'fast-check';
import { repOnCall } from '../../../../server/domain/call/call.ts';
import { MODES } from '../../../../server/domain/call/modes.ts';
import { NOTICE_KINDS } from '../../../../server/domain/call/noticeKinds.ts';
import { GROUP_KINDS } from '../../../../server/domain/call/people.ts';
import type { PolicyQuestion } from '../../../../server/domain/policy/examine.ts';
import {
  DEMANDS,
  WEEKDAYS,
  type Demand,
  type Policy,
  type Rule,
} from '../../../../server/domain/policy/policy.ts';
import { person, rep } from '../../../support/builders.ts';

const ZONES = [
  'America/Los_Angeles',
  'America/New_York',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'UTC',
];
const GROUPS = ['a', 'b', 'c'];
const ROLES = ['supervisor', 'qa', 'coach', 'deal_desk'];
const STAGES = ['Proposal', 'Negotiation', 'Closed Won'];

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const time = fc
  .integer({ min: 0, max: 24 * 4 - 1 })
  .map(
    (quarter) =>
      `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  );
const date = fc
  .integer({ min: 0, max: 400 })
  .map((days) => new Date(Date.UTC(2026, 9, 1) + days * 86_400_000).toISOString().slice(0, 10));

const reach = fc.oneof(
  fc.constantFrom({ kind: 'own_reports' } as const, { kind: 'everyone' } as const),
  fc.record({
    kind: fc.constantFrom(...GROUP_KINDS),
    groups: fc.oneof(
      fc.constant('shared' as const),
      some(GROUPS).map((ids) => ids.map((id) => ({ groupId: id, name: id }))),
    ),
  }),
);
const hours = fc
  .record({
    days: some(WEEKDAYS),
    from: time,
    to: time,
    clock: fc.constantFrom('rep' as const, 'supervisor' as const),
    exceptOn: maybe(fc.constant('US')),
  })
  .filter(({ from, to }) => from !== to);

const common = {
  name: fc.uuid(),
  role: fc.constantFrom(...ROLES),
  reach,
  hours: maybe(hours),
  demands: fc.subarray([...DEMANDS]),
  atOnce: maybe(fc.integer({ min: 1, max: 3 })),
  deals: maybe(
    fc.oneof(
      fc.record({ stages: some(STAGES) }),
      fc.record({ minimumAmount: fc.integer({ min: 0, max: 500_000 }) }),
    ),
  ),
};
const given = (rule: object): Rule =>
  Object.fromEntries(
    Object.entries(rule).filter(([, value]) => value !== undefined),
  ) as unknown as Rule;

export const visibleRule: fc.Arbitrary<Rule> = fc
  .record({
    ...common,
    modes: some(MODES),
    noticeKinds: fc.subarray(NOTICE_KINDS.slice(1)).map((more) => ['banner' as const, ...more]),
  })
  .map((one) =>
    given({
      ...one,
      demands: one.noticeKinds.length > 1 ? one.demands : withoutAnnouncing(one.demands),
    }),
  );

const withoutAnnouncing = (demands: readonly Demand[]): Demand[] =>
  demands.filter((demand) => demand !== 'notice_first');

export const covertRule: fc.Arbitrary<Rule> = fc
  .record({
    ...common,
    modes: fc.constant(['monitor' as const]),
    noticeKinds: fc.constant([]),
    covert: fc.record({
      owner: fc.constant('Compliance'),
      purpose: fc.constant('Fraud'),
      endsOn: date,
    }),
  })
  .map((one) => given({ ...one, demands: withoutAnnouncing(one.demands) }));

export const rule = fc.oneof(
  { weight: 3, arbitrary: visibleRule },
  { weight: 1, arbitrary: covertRule },
);

export const policy: fc.Arbitrary<Policy> = fc.record({
  version: fc.constant('v'),
  rules: fc.uniqueArray(rule, { maxLength: 6, selector: ({ name }) => name }),
  holidays: fc
    .uniqueArray(date, { maxLength: 4 })
    .map((dates) => dates.map((day) => ({ calendar: 'US', date: day }))),
});

const belongings = {
  queueIds: fc.subarray(GROUPS),
  groupIds: fc.subarray(GROUPS),
  territoryIds: fc.subarray(GROUPS),
  skills: fc.subarray(GROUPS),
  timeZone: fc.constantFrom(...ZONES),
};

/** Somebody asks for a mode on somebody's call at some moment within 400 days. */
export const asked: fc.Arbitrary<Omit<PolicyQuestion, 'policy'>> = fc.record({
  person: fc
    .record({
      ...belongings,
      roles: some(ROLES),
      permittedModes: fc.subarray([...MODES]),
      seesAllCalls: fc.boolean(),
      active: fc.boolean(),
    })
    .map(person),
  rep: fc
    .record({ ...belongings, managerIds: fc.constantFrom(['maya', 'dana'], ['dana'], []) })
    .map((facts) => repOnCall(rep(facts))),
  call: fc.record({
    opportunity: maybe(
      fc.record({
        opportunityId: fc.constant('o'),
        name: fc.constant('Deal'),
        stage: fc.constantFrom(...STAGES),
        amount: fc.integer({ min: 0, max: 500_000 }),
      }),
    ),
  }),
  mode: fc.constantFrom(...MODES),
  now: fc
    .integer({ min: 0, max: 400 * 24 * 60 })
    .map((minutes) => new Date(Date.UTC(2026, 9, 1) + minutes * 60_000).toISOString()),
  covert: fc.boolean(),
  runningElsewhere: fc.integer({ min: 0, max: 3 }),
});

/** The same, by somebody who is let in by everything but the rule. */
export const askedByTheEntitled = asked.map((question) => ({
  ...question,
  person: {
    ...question.person,
    active: true,
    permittedModes: MODES,
    roles: ROLES,
    seesAllCalls: true,
  },
}));
