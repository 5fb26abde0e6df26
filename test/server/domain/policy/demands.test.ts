import assert from 'node:assert/strict';
import type { Decision } from '../../../../server/domain/call/events.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { MODES } from '../../../../server/domain/call/modes.ts';
import { asksForProof } from '../../../../server/domain/policy/decide.ts';
import type { Policy, Rule } from '../../../../server/domain/policy/policy.ts';
import {
  decideModeChange,
  type ChangeMode,
} from '../../../../server/domain/supervision/changeMode.ts';
import {
  decideStart,
  type StartIntervention,
} from '../../../../server/domain/supervision/startIntervention.ts';
import { at, liveCall, person, supervisedCall } from '../../../support/builders.ts';
import { SAMPLE_POLICY, DISCLOSED_ELSEWHERE } from '../../../support/samplePolicy.ts';

const [managers] = SAMPLE_POLICY.rules as [Rule];
const policyWith = (facts: Partial<Rule>): Policy => ({
  ...SAMPLE_POLICY,
  rules: [{ ...managers, ...facts }],
});
const said = (decision: Decision): string =>
  'refusal' in decision ? decision.refusal.code : decision.events.map(({ type }) => type).join();
const start = (policy: Policy, more: Partial<StartIntervention> = {}) =>
  decideStart(
    liveCall(),
    { interventionId: 'i2', supervisor: person(), policy, consent: DISCLOSED_ELSEWHERE, ...more },
    at(5),
  );
const change = (policy: Policy, more: Partial<ChangeMode> = {}) =>
  decideModeChange(
    supervisedCall(),
    {
      interventionId: 'i1',
      supervisor: person(),
      policy,
      consent: DISCLOSED_ELSEWHERE,
      mode: 'whisper',
      requestId: 'r1',
      ...more,
    },
    at(5),
  );

describe('the one point that a barge is to add', () => {
  const barge = (policy: Policy, more: Partial<ChangeMode> = {}) =>
    change(policy, { mode: 'barge', reasonCode: 'negotiation_help', ...more });
  const kept = (decision: Decision) =>
    'events' in decision && decision.events[0]?.type === 'ModeRequested'
      ? decision.events[0].pending.reason
      : undefined;

  it('can be stated, is kept with the reason, and can be left out (R15)', () => {
    const policy = policyWith({ modes: MODES });
    assert.deepEqual(kept(barge(policy, { point: ' The price holds until Friday. ' })), {
      code: 'negotiation_help',
      point: 'The price holds until Friday.',
    });
    assert.deepEqual(kept(barge(policy)), { code: 'negotiation_help' });
  });
  it('must be stated where a rule demands it, before a barge alone (R15)', () => {
    const policy = policyWith({ modes: MODES, demands: ['point'] });
    assert.equal(said(barge(policy)), 'point_required');
    assert.equal(said(barge(policy, { point: '  ' })), 'point_required');
    assert.match(said(barge(policy, { point: 'The price.' })), /^ModeRequested/);
    assert.match(said(change(policy)), /^ModeRequested/);
    assert.match(
      said(change(policy, { mode: 'takeover', reasonCode: 'negotiation_help' })),
      /^ModeRequested/,
    );
  });
});

describe('a rule that demands a reason', () => {
  const policy = policyWith({ demands: ['reason'] });
  it('has one given even to listen', () => {
    assert.deepEqual(
      [said(start(policy)), said(start(policy, { reasonCode: 'new_rep_support' }))],
      ['reason_required', 'InterventionRequested'],
    );
  });
  it('has it kept with the intervention, so that it is not asked for again', () => {
    const decided = start(policy, { reasonCode: 'other', note: 'Case 7' });
    const [kept] =
      'events' in decided
        ? evolveAll(liveCall(), [
            ...decided.events,
            { type: 'SupervisorJoined', interventionId: 'i2', at: at(6) },
          ]).interventions
        : [];
    assert.deepEqual(kept?.reason, { code: 'other', note: 'Case 7' });
  });
  it('has one given to whisper', () =>
    assert.deepEqual(
      [said(change(policy)), said(change(policy, { reasonCode: 'rep_support' }))],
      ['reason_required', 'ModeRequested'],
    ));
});

describe('a rule for so many calls at a time', () => {
  const policy = policyWith({ atOnce: 2 });
  it('lets nobody join a second one: everybody is on one call at a time', () => {
    const otherCalls = [
      { as: 'supervisor', callId: 'c2', interventionId: 'i9', repName: 'Lena Brandt' },
    ] as const;
    assert.deepEqual(
      [[], otherCalls].map((others) => said(start(policy, { otherCalls: others }))),
      ['InterventionRequested', 'already_on_another_call'],
    );
  });
  it('lets nobody become heard on one more', () =>
    assert.deepEqual(
      [1, 2].map((runningElsewhere) => said(change(policy, { runningElsewhere }))),
      ['ModeRequested', 'too_many_at_once'],
    ));
  it('lets everybody fall silent', () => {
    const decided = decideModeChange(
      supervisedCall({ mode: 'whisper' }, 'rep'),
      {
        interventionId: 'i1',
        supervisor: person(),
        policy,
        consent: DISCLOSED_ELSEWHERE,
        mode: 'monitor',
        requestId: 'r1',
        runningElsewhere: 9,
      },
      at(5),
    );
    assert.equal(said(decided), 'ModeRequested');
  });
});

describe('without a policy', () => {
  const none: Policy = { version: 'none', rules: [], holidays: [] };
  it('nobody joins, and is told so', () => assert.equal(said(start(none)), 'no_policy'));
  it('whoever speaks may fall silent', () => {
    const decided = decideModeChange(
      supervisedCall({ mode: 'barge' }, 'everyone'),
      {
        interventionId: 'i1',
        supervisor: person(),
        policy: none,
        consent: DISCLOSED_ELSEWHERE,
        mode: 'monitor',
        requestId: 'r1',
      },
      at(5),
    );
    assert.equal(said(decided), 'ModeRequested');
  });
});

describe('whether a person may owe a proof', () => {
  const owes = (facts: Partial<Rule>, roles = person().roles) =>
    asksForProof(policyWith(facts), person({ roles }));

  it('is so when a rule of their role demands a PIN or a passkey', () => {
    assert.equal(owes({ demands: ['pin'] }), true);
    assert.equal(owes({ demands: ['reason', 'passkey'] }), true);
  });
  it('is not so when no rule does, or only one of another role', () => {
    assert.equal(owes({ demands: ['reason', 'recorded', 'notice_first'] }), false);
    assert.equal(owes({ demands: ['pin'] }, ['qa']), false);
  });
});
