import assert from 'node:assert/strict';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { observe } from '../../../../server/domain/carrier/observe.ts';
import { pendingActions } from '../../../../server/domain/carrier/pendingActions.ts';
import { removalSteps } from '../../../../server/domain/carrier/silence.ts';
import { loseSupervisor } from '../../../../server/domain/supervision/leave.ts';
import { active, at, participant, supervisedCall } from '../../../support/builders.ts';

const owed = (call: Parameters<typeof pendingActions>[0]) =>
  pendingActions(call).map((duty) => duty.do);

describe('a supervisor whose softphone is gone', () => {
  it('is off the call with that reason', () => {
    const events = loseSupervisor(supervisedCall({ mode: 'barge' }, 'everyone'), 'i1', at(60));
    assert.deepEqual(events, [
      { type: 'InterventionEnded', interventionId: 'i1', endReason: 'connection_lost', at: at(60) },
    ]);
  });
  it('is silenced before the participant is removed, so that the removal ends nothing', () => {
    const steps = removalSteps(
      supervisedCall({ mode: 'barge' }, 'everyone'),
      active({ mode: 'barge' }),
    );
    assert.deepEqual(steps, [
      {
        do: 'set',
        connectionId: 'CA-supervisor',
        audibleTo: 'nobody',
        whispersToConnectionId: 'CA-rep',
        endsCall: false,
      },
      { do: 'remove', connectionId: 'CA-supervisor' },
    ]);
  });
  it('gives a silenced rep the voice back', () => {
    const call = supervisedCall({ mode: 'takeover' }, 'everyone', {
      participants: [
        participant('customer'),
        participant('rep', { audibleTo: 'nobody' }),
        participant('supervisor'),
      ],
    });
    assert.ok(
      removalSteps(call, active({ mode: 'takeover' })).some(
        (step) =>
          step.do === 'set' && step.connectionId === 'CA-rep' && step.audibleTo === 'everyone',
      ),
    );
  });
  it('means nothing once the intervention has ended', () => {
    const call = supervisedCall();
    const ended = evolveAll(call, loseSupervisor(call, 'i1', at(1)));
    assert.deepEqual(loseSupervisor(ended, 'i1', at(2)), []);
  });
});

describe('a customer whom a lost supervisor would leave alone', () => {
  const takenOver = supervisedCall({ mode: 'takeover' }, 'everyone', {
    participants: [
      participant('customer'),
      participant('rep', { status: 'left' }),
      participant('supervisor'),
    ],
  });
  const lost = evolveAll(takenOver, loseSupervisor(takenOver, 'i1', at(60)));
  const alone = evolveAll(
    lost,
    observe(
      lost,
      {
        type: 'participant-left',
        callId: 'c1',
        conferenceId: 'CF1',
        party: { role: 'supervisor', interventionId: 'i1' },
        connectionId: 'CA-supervisor',
        audibleTo: 'nobody',
        onHold: false,
        at: at(61),
      },
      at(61),
    ),
  );
  const repFact = {
    type: 'participant-status',
    callId: 'c1',
    party: { role: 'rep' },
    connectionId: 'CA-again',
    at: at(70),
  } as const;

  it('gets the rep called back', () =>
    assert.ok(lost.participants.some((p) => p.party.role === 'rep' && p.status === 'ringing')));
  it('is told to wait while the rep is rung', () =>
    assert.deepEqual(owed(alone), ['hold-customer']));
  it('waits on when the rep cannot be reached at once', () => {
    assert.deepEqual(
      owed(evolveAll(alone, observe(alone, { ...repFact, status: 'no-answer' }, at(70)))),
      ['hold-customer'],
    );
  });
  it('talks on with the rep who comes', () => {
    const back = evolveAll(
      alone,
      observe(
        alone,
        {
          type: 'participant-joined',
          callId: 'c1',
          conferenceId: 'CF1',
          party: { role: 'rep' },
          connectionId: 'CA-again',
          audibleTo: 'everyone',
          onHold: false,
          isAnswered: true,
          at: at(70),
        },
        at(70),
      ),
    );
    assert.deepEqual(owed(back), []);
  });
  it('does not need the rep while another supervisor speaks', () => {
    const two = {
      ...takenOver,
      participants: [
        ...takenOver.participants,
        participant('supervisor', { connectionId: 'CA-2' }, 'i2'),
      ],
    };
    assert.ok(
      !loseSupervisor(two, 'i1', at(60)).some((event) => event.type === 'ParticipantDialled'),
    );
  });
});

describe('a whisper', () => {
  it('to a rep who was put on hold falls to silence', () => {
    const call = supervisedCall({ mode: 'whisper' }, 'rep', {
      participants: [
        participant('customer'),
        participant('rep', { onHold: true }),
        participant('supervisor', { audibleTo: 'rep' }),
      ],
    });
    assert.ok(owed(call).includes('silence'));
  });
});
