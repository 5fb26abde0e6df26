import assert from 'node:assert/strict';
import type {
  Active,
  Call,
  Intervention,
  Participant,
} from '../../../../server/domain/call/call.ts';
import type { Decision } from '../../../../server/domain/call/events.ts';
import { AUDIBLE_TO, MODES, type Mode } from '../../../../server/domain/call/modes.ts';
import type { OtherCall } from '../../../../server/domain/call/otherCall.ts';
import type { Refusal } from '../../../../server/domain/call/refusals.ts';
import {
  decideMoveAway,
  supervisesByThisSoftphone,
} from '../../../../server/domain/supervision/moveToCall.ts';
import { decideStart } from '../../../../server/domain/supervision/startIntervention.ts';
import { refusalText } from '../../../../server/domain/texts/render.ts';
import { active, at, liveCall, participant, person } from '../../../support/builders.ts';
import { DISCLOSED_ELSEWHERE, SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

const maya = person();

/** Who is with the customer besides Maya. */
const OTHERS: Record<string, readonly Participant[]> = {
  'the rep': [participant('rep')],
  'the rep, whom a takeover silenced': [participant('rep', { audibleTo: 'nobody' })],
  'a colleague': [participant('colleague', {}, 'lena')],
  'another supervisor who is heard': [participant('supervisor', { connectionId: 'CA-2' }, 'i2')],
  'another supervisor who listens': [
    participant('supervisor', { connectionId: 'CA-2', audibleTo: 'nobody' }, 'i2'),
  ],
  'the rep being rung': [participant('rep', { status: 'ringing' })],
  'a colleague being rung': [participant('colleague', { status: 'ringing' }, 'lena')],
  'the rep gone': [participant('rep', { status: 'left' })],
  nobody: [],
};

/** What a move out of each mode answers, by who is with the customer: yes, or the refusal. */
const TABLE: Record<keyof typeof OTHERS, Record<Mode, 'yes' | 'no'>> = {
  'the rep': { monitor: 'yes', whisper: 'yes', barge: 'yes', takeover: 'yes' },
  'the rep, whom a takeover silenced': {
    monitor: 'yes',
    whisper: 'yes',
    barge: 'yes',
    takeover: 'yes',
  },
  'a colleague': { monitor: 'yes', whisper: 'yes', barge: 'yes', takeover: 'yes' },
  'another supervisor who is heard': {
    monitor: 'yes',
    whisper: 'yes',
    barge: 'yes',
    takeover: 'yes',
  },
  'another supervisor who listens': {
    monitor: 'no',
    whisper: 'no',
    barge: 'no',
    takeover: 'no',
  },
  'the rep being rung': { monitor: 'yes', whisper: 'yes', barge: 'no', takeover: 'no' },
  'a colleague being rung': { monitor: 'yes', whisper: 'yes', barge: 'no', takeover: 'no' },
  'the rep gone': { monitor: 'no', whisper: 'no', barge: 'no', takeover: 'no' },
  nobody: { monitor: 'no', whisper: 'no', barge: 'no', takeover: 'no' },
};

const callWith = (
  others: readonly Participant[],
  intervention: Partial<Intervention & Active>,
  facts: Partial<Extract<Call, { status: 'live' }>> = {},
): Call =>
  liveCall({
    participants: [
      participant('customer'),
      ...others,
      participant('supervisor', { audibleTo: AUDIBLE_TO[intervention.mode ?? 'monitor'] }),
    ],
    interventions: [active(intervention)],
    ...facts,
  });

const move = (call: Call, supervisor = maya): Decision =>
  decideMoveAway(call, { interventionId: 'i1', supervisor, movingTo: 'c2' }, at(5));
const said = (decision: Decision): string =>
  'refusal' in decision
    ? decision.refusal.code
    : decision.events.map((event) => event.type).join(' ') || 'nothing';

describe('a supervisor who wants to leave a call for another one', () => {
  for (const [company, byMode] of Object.entries(TABLE))
    for (const mode of MODES) {
      const answer = byMode[mode] === 'yes' ? 'LeaveRequested' : 'customer_needs_you';
      it(`in ${mode}, with ${company} beside the customer: ${answer}`, () =>
        assert.equal(said(move(callWith(OTHERS[company]!, { mode }))), answer));
    }

  it('is asked to wait while a takeover is on its way: the rep may be about to go', () => {
    const pending = { mode: 'takeover' as const, requestId: 'r', requestedAt: at(4) };
    assert.equal(
      said(move(callWith(OTHERS['the rep']!, { mode: 'barge', pending }))),
      'switch_pending',
    );
  });

  it('hands a takeover back by leaving, also while that is on its way', () => {
    const pending = { mode: 'monitor' as const, requestId: 'r', requestedAt: at(4) };
    assert.equal(
      said(move(callWith(OTHERS['the rep']!, { mode: 'takeover', pending }))),
      'LeaveRequested',
    );
  });

  it('stays while the customer may hear them already, and nobody else', () => {
    const pending = { mode: 'barge' as const, requestId: 'r', requestedAt: at(4) };
    assert.equal(
      said(move(callWith(OTHERS['the rep being rung']!, { mode: 'monitor', pending }))),
      'customer_needs_you',
    );
  });

  it('goes where the customer has gone', () => {
    const call = callWith([], { mode: 'takeover' });
    const participants = call.participants.filter(({ party }) => party.role !== 'customer');
    assert.equal(said(move({ ...call, participants })), 'LeaveRequested');
  });

  it('has left at once before having joined', () => {
    const { mode: _mode, modeSince: _since, joinedAt: _joined, ...facts } = active();
    const joining = { ...facts, status: 'joining' } as Intervention;
    assert.equal(said(move(liveCall({ interventions: [joining] }))), 'InterventionEnded');
  });

  it('means nothing new when it is repeated, or after having left', () => {
    assert.equal(
      said(move(callWith(OTHERS['the rep']!, { mode: 'barge', leaving: true }))),
      'nothing',
    );
    const ended = { ...active(), status: 'ended', leftAt: at(4), endReason: 'supervisor_left' };
    assert.equal(said(move(liveCall({ interventions: [ended as never] }))), 'nothing');
  });

  it('moves nobody else', () =>
    assert.equal(
      said(move(callWith(OTHERS['the rep']!, {}), person({ userId: 'dana' }))),
      'not_your_intervention',
    ));

  it('says where they went', () => {
    const decided = move(callWith(OTHERS['the rep']!, { mode: 'barge' }));
    assert.ok('events' in decided);
    assert.deepEqual(decided.events, [
      { type: 'LeaveRequested', interventionId: 'i1', movingTo: 'c2', at: at(5) },
    ]);
  });

  it('reads why not, and what to do, by name and in both languages', () => {
    const takeover = move(callWith(OTHERS['the rep gone']!, { mode: 'takeover' }));
    const monitor = move(callWith(OTHERS['the rep gone']!, { mode: 'monitor' }));
    assert.ok('refusal' in takeover && 'refusal' in monitor);
    assert.deepEqual(refusalText(takeover.refusal, 'en'), {
      message: "Ravi Patel isn't on the call, so Priya Raman would have no one to talk to.",
      hint: 'Wait until Ravi Patel is back and hand back the call, or leave to end it.',
    });
    assert.equal(
      refusalText(monitor.refusal, 'de').hint,
      'Übernehmen Sie den Anruf, warten Sie, bis Ravi Patel zurück ist, oder beenden Sie den Anruf, indem Sie ihn verlassen.',
    );
  });
});

describe('a supervisor who is on a call', () => {
  const lena: OtherCall = {
    as: 'supervisor',
    callId: 'c2',
    interventionId: 'i9',
    repName: 'Lena Brandt',
  };
  const own: OtherCall = { as: 'rep', callId: 'c3', customerName: 'Jo Kim' };
  const join = (otherCalls: readonly OtherCall[], more: object = {}): Refusal | undefined => {
    const decided = decideStart(
      liveCall(),
      {
        interventionId: 'i1',
        supervisor: person({ phones: { phone: '+14155550199' } }),
        policy: SAMPLE_POLICY,
        consent: DISCLOSED_ELSEWHERE,
        otherCalls,
        ...more,
      },
      at(5),
    );
    return 'refusal' in decided ? decided.refusal : undefined;
  };

  it('is refused a second one, and told which one they are on', () => {
    const why = join([lena]);
    assert.equal(why?.code, 'already_on_another_call');
    assert.deepEqual(why.otherCall, {
      callId: 'c2',
      interventionId: 'i9',
      repName: 'Lena Brandt',
    });
    assert.equal(refusalText(why, 'en').message, "You're on Lena Brandt's call.");
    assert.equal(refusalText(why, 'de').message, 'Sie sind im Anruf von Lena Brandt.');
  });

  it('hears first that they have no right to the second one', () =>
    assert.equal(join([lena], { supervisor: person({ userId: 'tomas' }) })?.code, 'out_of_scope'));

  it('cannot listen by softphone during a call of their own, and can by another phone', () => {
    const why = join([own]);
    assert.equal(why?.code, 'already_on_another_call');
    assert.equal(why.otherCall, undefined);
    assert.equal(refusalText(why, 'en').message, "You're on your own call with Jo Kim.");
    assert.equal(join([own], { device: 'phone' }), undefined);
  });
});

describe('a supervisor who wants to place a call of their own', () => {
  const supervised = (more: object = {}): Call =>
    liveCall({ interventions: [active({ interventionId: 'i1', ...more })] });

  it('has to leave the one that their softphone is on', () => {
    const why = supervisesByThisSoftphone([supervised()], maya);
    assert.equal(why?.code, 'already_on_another_call');
    assert.equal(why.otherCall?.interventionId, 'i1');
    assert.equal(refusalText(why, 'en').hint, 'Leave that call to place one of your own.');
  });

  it('is free once they agree to leave that one, and no other', () => {
    assert.equal(supervisesByThisSoftphone([supervised()], maya, 'i1'), undefined);
    assert.equal(
      supervisesByThisSoftphone([supervised()], maya, 'i2')?.otherCall?.interventionId,
      'i1',
    );
  });

  it('may listen by another phone meanwhile', () =>
    assert.equal(supervisesByThisSoftphone([supervised({ device: 'phone' })], maya), undefined));

  it('is not kept by what others supervise', () =>
    assert.equal(supervisesByThisSoftphone([supervised()], person({ userId: 'dana' })), undefined));
});
