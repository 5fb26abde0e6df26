import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HEALTHY } from '../../../server/domain/audioCheck/audioCheck.ts';
import type { Call, Intervention, Transfer } from '../../../server/domain/call/call.ts';
import type { HelpRequest, TextWhisper } from '../../../server/domain/call/helpRequest.ts';
import { MODES } from '../../../server/domain/call/modes.ts';
import type { Person } from '../../../server/domain/call/people.ts';
import { callView } from '../../../server/http/views/presenters.ts';
import { viewsByKind } from '../../../server/http/views/readerKinds.ts';
import { active, at, liveCall, participant, person } from '../../support/builders.ts';
import { policy } from '../domain/policy/arbitrary.ts';

const ROLES = ['supervisor', 'qa', 'coach', 'admin', 'deal_desk'] as const;
const USERS = Array.from({ length: 10 }, (_, i) => `005-user-${i}-AAA`);
const user = fc.constantFrom(...USERS);
const team = fc.subarray(['a', 'b']);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Ten people, some of whom differ only in what is theirs alone. */
const people: fc.Arbitrary<Person[]> = fc
  .array(
    fc.record({
      roles: fc.constantFrom(...ROLES).map((role) => [role]),
      permittedModes: fc.constantFrom([...MODES], ['monitor' as const]),
      seesAllCalls: fc.boolean(),
      groupIds: team,
      queueIds: team,
      timeZone: fc.constantFrom('UTC', 'Asia/Kolkata'),
      locale: fc.constantFrom('en_US', 'de', undefined),
      managerIds: fc.subarray(USERS),
      active: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((kinds) =>
    USERS.map((userId, i) =>
      person({
        ...kinds[i % kinds.length],
        userId,
        name: `Name of ${i}`,
        username: `user${i}@example.com`,
        phones: { phone: `+1415555010${i}` },
        place: { country: i % 2 === 0 ? 'US' : 'DE' },
        asOf: at(i),
      }),
    ),
  );

const someone = user.map((userId) => ({
  userId,
  name: `Name of ${userId}`,
  role: 'supervisor' as const,
}));
const intervention: fc.Arbitrary<Intervention> = fc
  .record({
    supervisor: someone,
    interventionId: fc.constantFrom('i1', 'i2', 'i3'),
    noticeKinds: fc.constantFrom([], ['banner' as const]),
    mode: fc.constantFrom(...MODES),
    isOver: fc.boolean(),
  })
  .map(({ isOver, mode, ...facts }) =>
    isOver
      ? ({
          ...active(facts),
          status: 'ended',
          leftAt: at(9),
          endReason: 'revoked',
          outcome: { status: 'due' },
        } as unknown as Intervention)
      : active({ ...facts, mode }),
  );
const offered = fc.array(fc.subarray(USERS), { minLength: 1, maxLength: 3 });
const help: fc.Arbitrary<HelpRequest> = fc
  .record({ steps: offered, step: fc.nat({ max: 2 }), takenBy: maybe(someone) })
  .map(({ steps, step, takenBy }) => ({
    helpRequestId: 'h1',
    reasonCode: 'pricing',
    note: 'for helpers',
    at: at(1),
    offer: { steps, step: Math.min(step, steps.length - 1), stepSince: at(1), stepMs: 30_000 },
    ...(takenBy
      ? { status: 'taken' as const, takenBy, takenAt: at(2) }
      : { status: 'open' as const }),
  }));
const whisper: fc.Arbitrary<TextWhisper> = fc
  .record({ from: someone, interventionId: fc.constantFrom('i1', 'i2') })
  .map((facts) => ({ textWhisperId: 't1', text: 'between two', at: at(3), ...facts }));
const transfer: fc.Arbitrary<Transfer> = user.map((userId) => ({
  transferId: 'x1',
  status: 'requested',
  to: { userId, name: `Name of ${userId}`, managerIds: [] },
  requestedAt: at(4),
  completesItself: false,
}));
const calls: fc.Arbitrary<Call> = fc
  .record({
    rep: fc
      .record({ userId: user, managerIds: fc.subarray(USERS), groupIds: team, queueIds: team })
      .map((facts) => ({ name: 'Rep', ...facts })),
    interventions: fc.uniqueArray(intervention, {
      maxLength: 3,
      selector: ({ interventionId }) => interventionId,
    }),
    help: maybe(help),
    textWhispers: maybe(fc.array(whisper, { maxLength: 2 })),
    transfer: maybe(transfer),
    moments: fc.constantFrom(undefined, [
      { momentId: 'm1', at: at(5), byUserId: 'somebody', note: 'of the rep' },
    ]),
  })
  .map((facts) =>
    liveCall({
      ...facts,
      participants: [
        participant('customer'),
        participant('rep'),
        ...facts.interventions
          .filter(({ status }) => status === 'active')
          .map(({ interventionId }) => participant('supervisor', {}, interventionId)),
      ],
    }),
  );
const now = fc
  .integer({ min: 0, max: 400 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2026, 9, 1) + minutes * 60_000).toISOString());

describe('views of a call by kinds of readers', () => {
  it('are what each reader would get alone', () => {
    let shared = 0;
    fc.assert(
      fc.property(people, calls, policy, now, (readers, call, rules, time) => {
        const viewing = { policy: rules, now: time, carrierHealth: HEALTHY };
        const viewFor = viewsByKind((of: Call, reader) => callView(of, reader, viewing))(call);
        const given = new Set();
        for (const reader of readers) {
          const view = viewFor(reader);
          if (given.has(view)) shared += 1;
          given.add(view);
          assert.deepEqual(view, callView(call, reader, viewing));
        }
      }),
      // About one reader in ten shares: twice as many as are asked for.
      { numRuns: 1_000 },
    );
    assert.ok(shared > 500, `only ${shared} readers got a view that another had got`);
  });

  it('are made once for people who differ in nothing that gives rights', () => {
    let made = 0;
    const viewFor = viewsByKind(() => ({ number: (made += 1) }))(
      liveCall({ rep: { userId: USERS[0]!, name: 'Rep', managerIds: USERS.slice(1, 9) } }),
    );
    const team = USERS.slice(1, 9).map((userId, i) =>
      person({ userId, name: `Name of ${i}`, managerIds: USERS.slice(i + 2), asOf: at(i) }),
    );
    assert.equal(new Set(team.map(viewFor)).size, 1);
    assert.notEqual(viewFor(person({ userId: USERS[9]! })), viewFor(team[0]!), 'no manager');
    assert.notEqual(viewFor({ ...team[0]!, locale: 'de' }), viewFor(team[0]!), 'reads German');
    assert.equal(made, 3);
  });

  it('are made for nobody else of whom the call names', () => {
    const call = liveCall({
      rep: { userId: USERS[0]!, name: 'Rep', managerIds: USERS.slice(1, 4) },
      interventions: [
        active({ supervisor: { userId: USERS[1]!, name: 'One', role: 'supervisor' } }),
      ],
    });
    const viewFor = viewsByKind((_call, { userId, name }) => ({ userId, name }))(call);
    const named = person({ userId: USERS[1]!, name: 'One' });
    const others = [2, 3].map((i) => person({ userId: USERS[i]!, name: `Name of ${i}` }));
    assert.deepEqual(viewFor(named), { userId: USERS[1], name: 'One' });
    assert.deepEqual(
      others.map((one) => viewFor(one).name),
      ['', ''],
    );
  });
});
