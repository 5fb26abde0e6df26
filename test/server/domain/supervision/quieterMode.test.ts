import assert from 'node:assert/strict';
import { HEALTHY, type CarrierHealth } from '../../../../server/domain/audioCheck/audioCheck.ts';
import { auditEvents } from '../../../../server/domain/audit/entries.ts';
import type { Active, Call } from '../../../../server/domain/call/call.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { AUDIBLE_TO, MODES, type Mode } from '../../../../server/domain/call/modes.ts';
import {
  afterLostRight,
  lostRight,
  stepDownAfterLostRight,
  type CurrentRights,
} from '../../../../server/domain/supervision/revoke.ts';
import { active, at, participant, person, rep, supervisedCall } from '../../../support/builders.ts';
import { SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

const RULE = SAMPLE_POLICY.rules[0]!;
const REASON = { code: 'large_deal' };

interface Facts {
  readonly allowed?: readonly Mode[];
  readonly rule?: Partial<typeof RULE>;
  readonly supervisor?: Partial<NonNullable<CurrentRights['supervisor']>>;
  readonly carrierHealth?: CarrierHealth;
  readonly lacksCourseFor?: readonly Mode[];
}

/** What the CRM says while Maya is allowed only some modes. */
const facts = ({
  allowed = MODES,
  rule = {},
  supervisor = {},
  carrierHealth = HEALTHY,
  lacksCourseFor = [],
}: Facts = {}) => ({
  rights: {
    policy: { ...SAMPLE_POLICY, rules: [{ ...RULE, ...rule }] },
    supervisor: person({ permittedModes: allowed, ...supervisor }),
    rep: rep(),
    isRepUnnotified: false,
    now: at(60),
  },
  grounds: { carrierHealth, lacksCourseFor },
});

/** Maya in this mode, at the carrier as in the store; a rep in a takeover listens. */
const inMode = (mode: Mode, more: Partial<Active> = {}, call: Partial<Call> = {}): Call =>
  supervisedCall({ mode, reason: REASON, ...more }, AUDIBLE_TO[mode], call as object);

/** What becomes of her: the mode that she is moved to, `off` the call, or `stays`. */
function outcome(call: Call, after: Facts): Mode | 'off' | 'stays' {
  const lost = afterLostRight(call, call.interventions[0]!, facts(after));
  return lost ? (lost.to?.mode ?? 'off') : 'stays';
}

const pending = (mode: Mode, more: object = {}) => ({
  pending: { mode, requestId: 'r', requestedAt: at(59), ...more },
});

describe('a supervisor who loses the right to their mode', () => {
  for (const [mode, allowed, expected] of [
    ['takeover', ['monitor', 'whisper', 'barge'], 'barge'],
    ['takeover', ['monitor', 'whisper'], 'whisper'],
    ['takeover', ['monitor'], 'monitor'],
    ['barge', ['monitor', 'whisper', 'takeover'], 'whisper'],
    ['barge', ['monitor', 'takeover'], 'monitor'],
    ['whisper', ['monitor', 'barge', 'takeover'], 'monitor'],
    ['barge', ['takeover'], 'off'],
    ['whisper', ['barge', 'takeover'], 'off'],
    ['monitor', ['whisper', 'barge', 'takeover'], 'off'],
    ['takeover', [], 'off'],
  ] as const)
    it(`of ${mode}, with ${allowed.join(', ') || 'nothing'} left: ${expected}`, () => {
      assert.equal(outcome(inMode(mode), { allowed }), expected);
    });

  it('stays where the mode is still theirs, also where a quieter one is not', () => {
    for (const mode of MODES) assert.equal(outcome(inMode(mode), { allowed: [mode] }), 'stays');
  });

  it('is off the call where they may not be on it in any mode', () => {
    assert.equal(outcome(inMode('barge'), { supervisor: { active: false } }), 'off');
    assert.equal(outcome(inMode('barge'), { supervisor: { roles: [] } }), 'off');
    const call = inMode('barge');
    const unnotified = { ...facts(), rights: { ...facts().rights, isRepUnnotified: true } };
    const lost = afterLostRight(call, call.interventions[0]!, unnotified);
    assert.deepEqual(lost, { because: 'rep_not_notified' });
  });

  it('is not moved to listening where the customer has declined it', () => {
    const monitoringChoice = {
      isDeclined: true,
      source: 'rep',
      exceptReasons: [],
      at: at(1),
    } as const;
    const takenOver = inMode('takeover', {}, { monitoringChoice });
    assert.equal(outcome(takenOver, { allowed: ['monitor', 'whisper', 'barge'] }), 'barge');
    assert.equal(outcome(takenOver, { allowed: ['monitor', 'whisper'] }), 'off');
  });
});

describe('a mode with voice that is left to a supervisor', () => {
  const allowed: readonly Mode[] = ['monitor', 'whisper'];

  it('is passed over where it would ask for something: they fall silent', () => {
    assert.equal(outcome(inMode('barge'), { allowed }), 'whisper');
    assert.equal(outcome(inMode('barge'), { allowed, rule: { demands: ['pin'] } }), 'monitor');
    assert.equal(outcome(inMode('barge'), { allowed, rule: { demands: ['passkey'] } }), 'monitor');
    assert.equal(outcome(inMode('barge'), { allowed, rule: { demands: ['reason'] } }), 'whisper');
    const unreasoned = inMode('whisper', { mode: 'barge', reason: undefined });
    assert.equal(outcome(unreasoned, { allowed, rule: { demands: ['reason'] } }), 'monitor');
    const point = { allowed: ['monitor', 'barge'] as const, rule: { demands: ['point'] as const } };
    assert.equal(outcome(inMode('takeover'), point), 'monitor');
    assert.equal(outcome(inMode('barge'), { allowed, lacksCourseFor: ['whisper'] }), 'monitor');
    const announced = { demands: ['notice_first'], noticeKinds: ['spoken_to_rep'] } as const;
    assert.equal(outcome(inMode('barge'), { allowed, rule: announced }), 'monitor');
  });

  it('is passed over outside the hours of its rule, in which listening goes on', () => {
    const hours = {
      clock: 'supervisor',
      days: ['Sun'],
      from: '03:00',
      to: '03:05',
    } as const;
    assert.equal(outcome(inMode('barge'), { allowed, rule: { hours } }), 'monitor');
  });

  it('is passed over while the audio check finds leaks, or another supervisor talks', () => {
    const carrierHealth = { status: 'unhealthy', findings: [], since: at(0) } as never;
    assert.equal(outcome(inMode('barge'), { allowed, carrierHealth }), 'monitor');
    const call = inMode('barge');
    const tomas = active({
      interventionId: 'i2',
      supervisor: { userId: 'tomas', name: 'Tomás Rivera', role: 'supervisor' },
      mode: 'whisper',
    });
    const both = { ...call, interventions: [...call.interventions, tomas] };
    const lost = afterLostRight(both, both.interventions[0]!, facts({ allowed }));
    assert.equal(lost?.to?.mode, 'whisper', 'Maya has the floor');
    const afterTomas = { ...both, interventions: both.interventions.toReversed() };
    const [, maya] = afterTomas.interventions;
    assert.equal(afterLostRight(afterTomas, maya!, facts({ allowed }))?.to?.mode, 'monitor');
  });

  it('is passed over while it is unsure who hears them: they fall silent', () => {
    const mayTakeOver: readonly Mode[] = ['monitor', 'whisper', 'takeover'];
    assert.equal(
      outcome(inMode('barge', pending('takeover')), { allowed: mayTakeOver }),
      'monitor',
    );
    assert.equal(outcome(inMode('whisper', pending('barge')), { allowed }), 'monitor');
    assert.equal(outcome(inMode('monitor', pending('barge')), { allowed }), 'monitor');
    const failed = inMode('barge', {
      problem: { code: 'not_confirmed', mode: 'whisper', at: at(50) },
    });
    assert.equal(outcome(failed, { allowed }), 'monitor');
  });
});

describe('a supervisor who loses a mode in which the customer hears them', () => {
  const allowed: readonly Mode[] = ['monitor', 'whisper', 'barge'];
  const withRep = (facts: Parameters<typeof participant>[1]): Partial<Call> => ({
    participants: [
      participant('customer'),
      participant('rep', facts),
      participant('supervisor', { audibleTo: 'everyone' }),
    ],
  });

  it('is not made silent while the rep cannot talk to the customer, but taken off as ever', () => {
    for (const gone of [{ status: 'left' }, { onHold: true }] as const)
      for (const mode of ['barge', 'takeover'] as const)
        assert.equal(outcome(inMode(mode, {}, withRep(gone)), { allowed: ['monitor'] }), 'off');
    assert.equal(outcome(inMode('takeover', {}, withRep({ status: 'left' })), { allowed }), 'off');
  });

  it('is not made silent either while a takeover may already have removed the rep', () => {
    const call = inMode('monitor', pending('takeover'), withRep({ status: 'left' }));
    assert.equal(outcome(call, { allowed }), 'off');
  });

  it('goes on where the rep listens, who then has the call again', () => {
    const listening = inMode('takeover', {}, withRep({ audibleTo: 'nobody' }));
    assert.equal(outcome(listening, { allowed }), 'barge');
  });
});

describe('a step down for a lost right', () => {
  const allowed: readonly Mode[] = ['monitor', 'whisper'];
  const stepDown = (call: Call) => stepDownAfterLostRight(call, 'i1', facts({ allowed }));
  const lost = { mode: 'barge', because: 'mode_not_permitted' } as const;

  it('is requested by Dealside and audited with the lost mode and the rule of the new one', () => {
    const events = stepDown(inMode('barge'));
    const [entry] = auditEvents(inMode('barge'), events, {
      actor: { kind: 'system' },
      nextId: () => 'a1',
    });
    const { action, details } = entry!;
    assert.equal(events.length, 1);
    assert.deepEqual(
      [action, details.mode, details.lostMode, details.because, details.policyRule],
      ['ModeRequested', 'whisper', 'barge', 'mode_not_permitted', RULE.name],
    );
  });

  it('is kept with the mode once the carrier confirms it, for as long as it lasts', () => {
    const call = evolveAll(inMode('barge'), [
      ...stepDown(inMode('barge')),
      { type: 'ModeConfirmed', interventionId: 'i1', mode: 'whisper', at: at(61) },
    ]);
    const [intervention] = call.interventions;
    assert.deepEqual(intervention!.modeHistory.at(-1), { mode: 'whisper', at: at(61), lost });
    assert.equal(outcome(call, { allowed }), 'stays');
  });

  it('is not requested again while it is under way, and goes on to silence if that is lost too', () => {
    const call = evolveAll(inMode('barge'), stepDown(inMode('barge')));
    assert.equal(outcome(call, { allowed }), 'stays');
    assert.equal(outcome(call, { allowed: ['monitor'] }), 'monitor');
    assert.equal(outcome(call, { allowed: [] }), 'off');
  });

  it('that the carrier does not confirm ends in silence, and that is kept too', () => {
    const failed = evolveAll(inMode('barge'), [
      ...stepDown(inMode('barge')),
      {
        type: 'ModeFailed',
        interventionId: 'i1',
        mode: 'whisper',
        problem: { code: 'not_confirmed', at: at(69) },
        at: at(69),
      },
    ]);
    assert.equal(outcome(failed, { allowed }), 'monitor');
    const silent = evolveAll(failed, [
      { type: 'ModeConfirmed', interventionId: 'i1', mode: 'monitor', at: at(70) },
    ]);
    const last = silent.interventions[0]!.modeHistory.at(-1);
    assert.deepEqual(last, { mode: 'monitor', at: at(70), lost });
    assert.equal(outcome(silent, { allowed }), 'stays');
  });

  it('whose silence fails too leaves nothing but to take the supervisor off', () => {
    const barging = inMode('barge', {
      problem: { code: 'not_confirmed', mode: 'monitor', at: at(50), lost },
    });
    assert.equal(outcome(barging, { allowed }), 'off');
    const silent = inMode('monitor', {
      problem: { code: 'not_confirmed', mode: 'monitor', at: at(50), lost },
    });
    assert.equal(outcome(silent, { allowed }), 'stays');
  });

  it('leaves a hand-back alone that the supervisor has already requested', () => {
    const call = inMode('barge', pending('monitor'));
    assert.equal(lostRight(call, call.interventions[0]!, facts({ allowed }).rights), undefined);
    assert.deepEqual(stepDown(call), []);
  });

  it('is not written where the intervention is over, or goes on as it is', () => {
    const over = evolveAll(inMode('barge'), [
      { type: 'InterventionEnded', interventionId: 'i1', endReason: 'supervisor_left', at: at(9) },
    ]);
    assert.deepEqual(stepDown(over), []);
    assert.deepEqual(stepDown(inMode('whisper')), []);
    assert.deepEqual(stepDown(inMode('barge', { leaving: true })), []);
  });
});
