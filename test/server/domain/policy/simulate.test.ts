import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Disclosure } from '../../../../server/domain/call/announcement.ts';
import { repOnCall } from '../../../../server/domain/call/call.ts';
import { MODES } from '../../../../server/domain/call/modes.ts';
import { NO_CONSENT_SETTINGS } from '../../../../server/domain/consent/decide.ts';
import { decidePolicy } from '../../../../server/domain/policy/decide.ts';
import type { PastCall } from '../../../../server/domain/policy/pastCall.ts';
import type { Policy } from '../../../../server/domain/policy/policy.ts';
import { simulate } from '../../../../server/domain/policy/simulate.ts';
import { person, qa, rep } from '../../../support/builders.ts';
import { DISCLOSED_ELSEWHERE } from '../../../support/samplePolicy.ts';
import { asked, askedByTheEntitled, policy } from './arbitrary.ts';
import { CASES_POLICY } from './casesPolicy.ts';

const maya = person();
const dana = person({ userId: 'dana', name: 'Dana Whitfield', managerIds: [] });
const tomas = person({ userId: 'tomas', name: 'Tomás Silva' });
const ravi = rep();
const jo = rep({ userId: 'jo', name: 'Jo Kim', managerIds: ['tomas', 'dana'] });
const people = [maya, dana, tomas, qa(), ravi, jo];

const TOLD = { before: DISCLOSED_ELSEWHERE, after: DISCLOSED_ELSEWHERE };
let number = 0;
const call = (
  who = ravi,
  answeredAt = '2026-11-18T20:00:00.000Z',
  more: Partial<PastCall> = {},
): PastCall => ({ callId: `c${(number += 1)}`, answeredAt, rep: repOnCall(who), ...more });
const policyOf = (...names: string[]): Policy => ({
  ...CASES_POLICY,
  version: names.join(),
  rules: CASES_POLICY.rules.filter(({ name }) => names.includes(name)),
});

function replay(before: Policy, after: Policy, calls: readonly PastCall[]) {
  const simulation = simulate({ before, after, consent: TOLD, people });
  simulation.add(calls);
  return { ...simulation.result(), lookAt: () => simulation.lookAt(calls) };
}

const BY_DAY = policyOf('managers-by-day');
const NIGHT = '2026-11-19T05:00:00.000Z';

describe('past calls under a policy', () => {
  it('say who could have joined which call, and how', () => {
    const [first] = replay(BY_DAY, BY_DAY, [call()]).lookAt();
    assert.deepEqual(
      first!.who.map(({ name, before }) => [name, before]),
      [
        ['Maya Okafor', ['monitor', 'whisper', 'barge']],
        ['Dana Whitfield', ['monitor', 'whisper', 'barge']],
      ],
    );
  });
  it('say at which hours of the rep nobody could have listened', () => {
    const { before } = replay(BY_DAY, BY_DAY, [call(), call(), call(ravi, NIGHT)]);
    assert.deepEqual(before.hours, [
      { weekday: 'Wed', hour: 12, calls: 2, uncovered: 0 },
      { weekday: 'Wed', hour: 21, calls: 1, uncovered: 1 },
    ]);
    assert.deepEqual(
      [before.uncovered, before.joinable.monitor, before.joinable.takeover],
      [1, 2, 0],
    );
  });
  it('say whose teams have nobody eligible', () => {
    const alone = rep({ userId: 'solo', name: 'Solo', managerIds: [] });
    assert.deepEqual(replay(BY_DAY, BY_DAY, [call(), call(jo), call(alone)]).before.teams, [
      { managerId: undefined, manager: undefined, calls: 1, uncovered: 1 },
      { managerId: 'maya', manager: 'Maya Okafor', calls: 1, uncovered: 0 },
      { managerId: 'tomas', manager: 'Tomás Silva', calls: 1, uncovered: 0 },
    ]);
  });
  it('look at the deal of the time', () => {
    const desk = person({ userId: 'dee', name: 'Dee', roles: ['deal_desk'] });
    const simulation = simulate({
      before: policyOf('desk-on-big-deals'),
      after: BY_DAY,
      consent: TOLD,
      people: [desk],
    });
    const emea = rep({ territoryIds: ['EMEA'] });
    simulation.add([
      call(emea, undefined, {
        opportunity: { opportunityId: 'o', name: 'Deal', stage: 'Proposal', amount: 300_000 },
      }),
      call(emea),
    ]);
    assert.equal(simulation.result().before.joinable.monitor, 1);
  });
  it('do not count who is not active', () => {
    const simulation = simulate({
      before: BY_DAY,
      after: BY_DAY,
      consent: TOLD,
      people: [person({ active: false })],
    });
    simulation.add([call()]);
    assert.equal(simulation.result().before.uncovered, 1);
  });
});

describe('the difference of two policies', () => {
  const both = replay(BY_DAY, policyOf('managers-take-over', 'analysts-listen'), [
    call(),
    call(ravi, NIGHT),
    call(jo),
  ]);
  it('counts calls on which somebody could do more, and less', () =>
    assert.deepEqual([both.difference.callsGained, both.difference.callsLost], [3, 2]));
  it('says for each person and mode on how many calls', () => {
    const of = (name: string) =>
      both.difference.people
        .filter((one) => one.name === name)
        .map(({ way, before, after }) => `${way} ${before}→${after}`);
    assert.deepEqual(of('Dana Whitfield'), [
      'monitor 2→0',
      'whisper 2→0',
      'barge 2→0',
      'takeover 0→2',
    ]);
    assert.deepEqual(of('Quinn Ellis'), ['monitor 0→3', 'whisper 0→3']);
    assert.deepEqual(of('Ravi Patel'), []);
  });
  it('names the rules that differ', () =>
    assert.deepEqual(
      [both.difference.policy.added, both.difference.policy.removed],
      [['managers-take-over', 'analysts-listen'], ['managers-by-day']],
    ));
  it('is nothing between a policy and itself', () => {
    const { difference } = replay(BY_DAY, BY_DAY, [call()]);
    assert.deepEqual([difference.callsGained, difference.callsLost, difference.people], [0, 0, []]);
  });
});

describe('consent on past calls', () => {
  const TEXAN = { phone: '+15125550100' };
  const CALIFORNIAN = { phone: '+14155550142' };
  const played: Disclosure = {
    status: 'played',
    textId: 't',
    language: 'en',
    at: '2026-11-18T20:00:03.000Z',
    connectionId: '',
  };
  const STRICT = { before: NO_CONSENT_SETTINGS, after: NO_CONSENT_SETTINGS };
  const run = (
    before: Policy,
    after: Policy,
    consent: typeof STRICT,
    calls: readonly PastCall[],
  ) => {
    const simulation = simulate({ before, after, consent, people });
    simulation.add(calls);
    return { ...simulation.result(), lookAt: () => simulation.lookAt(calls) };
  };
  const both = (): PastCall[] => [
    call(ravi, undefined, { customer: CALIFORNIAN }),
    call(ravi, undefined, { customer: CALIFORNIAN, disclosure: played }),
    call(ravi, undefined, { customer: TEXAN }),
  ];

  it('bars what policy would have allowed, and the law is named', () => {
    const { before, lookAt } = run(BY_DAY, BY_DAY, STRICT, both());
    assert.deepEqual(
      [before.byPolicy.monitor, before.joinable.monitor, before.uncovered],
      [3, 2, 0],
    );
    assert.deepEqual([before.barred.calls, before.barred.by[0]!.code], [1, 'consent_missing']);
    assert.match(before.barred.by[0]!.rule, /Cal\. Penal Code/);
    assert.deepEqual(
      lookAt().map(({ consent }) => [
        consent.before.allowed,
        consent.before.disclosure,
        consent.before.jurisdictions,
      ]),
      [
        [false, 'none', ['US-CA']],
        [true, 'played', ['US-CA']],
        [true, 'none', ['US-TX']],
      ],
    );
  });
  it('is named as what made a difference, or policy is, or both', () => {
    const told = { before: NO_CONSENT_SETTINGS, after: DISCLOSED_ELSEWHERE };
    assert.deepEqual(run(BY_DAY, BY_DAY, told, both()).difference.madeBy.gained, {
      policy: 0,
      consent: 1,
      both: 0,
    });
    assert.deepEqual(run(policyOf(), BY_DAY, STRICT, both()).difference.madeBy.gained, {
      policy: 2,
      consent: 0,
      both: 0,
    });
    assert.deepEqual(run(policyOf(), BY_DAY, told, both()).difference.madeBy.gained, {
      policy: 2,
      consent: 0,
      both: 1,
    });
    assert.deepEqual(
      run(BY_DAY, policyOf(), { before: DISCLOSED_ELSEWHERE, after: NO_CONSENT_SETTINGS }, both())
        .difference.madeBy.lost,
      { policy: 2, consent: 0, both: 1 },
    );
    assert.deepEqual(
      [...new Set(run(BY_DAY, BY_DAY, told, both()).difference.people.map(({ madeBy }) => madeBy))],
      ['consent'],
    );
  });
  it('holds back what a new policy would give', () =>
    assert.equal(run(policyOf(), BY_DAY, STRICT, both()).difference.heldBack, 1));
});

it('a replayed call is decided as the live one would have been', () => {
  fc.assert(
    fc.property(
      policy,
      policy,
      fc.oneof(asked, askedByTheEntitled),
      (before, after, { person: who, rep: whose, call: about, now }) => {
        const simulation = simulate({ before, after, consent: TOLD, people: [who] });
        const [looked] = simulation.lookAt([
          { callId: 'c', answeredAt: now, rep: whose, ...about },
        ]);
        for (const [rules, side] of [
          [before, 'before'],
          [after, 'after'],
        ] as const) {
          const would = [
            ...MODES.filter(
              (mode) =>
                decidePolicy({ policy: rules, person: who, rep: whose, call: about, mode, now })
                  .allowed,
            ),
            ...(decidePolicy({
              policy: rules,
              person: who,
              rep: whose,
              call: about,
              mode: 'monitor',
              now,
              covert: true,
            }).allowed
              ? ['covert']
              : []),
          ];
          assert.deepEqual(looked!.who[0]?.[side] ?? [], would);
        }
      },
    ),
    { numRuns: 500 },
  );
});
