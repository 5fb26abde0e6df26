import assert from 'node:assert/strict';
import type { Call } from '../../../../server/domain/call/call.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import type { AudibleTo } from '../../../../server/domain/call/modes.ts';
import type { ParticipantFact } from '../../../../server/domain/carrier/carrierFacts.ts';
import { observe } from '../../../../server/domain/carrier/observe.ts';
import {
  active,
  at,
  participant,
  liveCall,
  ringingCall,
  supervisedCall,
} from '../../../support/builders.ts';

type Role = 'customer' | 'rep' | 'supervisor';

const fact = (
  type: ParticipantFact['type'],
  role: Role,
  more: Partial<ParticipantFact> = {},
): ParticipantFact => ({
  type,
  callId: 'c1',
  conferenceId: 'CF1',
  connectionId: `CA-${role}`,
  audibleTo: 'everyone',
  onHold: false,
  at: at(9),
  party: role === 'supervisor' ? { role, interventionId: 'i1' } : { role },
  ...more,
});
const events = (call: Call, ...facts: ParticipantFact[]): string[] => {
  let now = call;
  return facts.flatMap((one) => {
    const happened = observe(now, one, at(10));
    now = evolveAll(now, happened);
    return happened.map((event) => event.type);
  });
};
const pending = (mode: 'monitor' | 'whisper' | 'barge' | 'takeover') => ({
  pending: { mode, requestId: 'r1', requestedAt: at(8) },
});
const switchSeen = (audibleTo: AudibleTo) =>
  fact('participant-changed', 'supervisor', { audibleTo });

describe('a ringing call', () => {
  it('is live once rep and customer are there', () => {
    assert.deepEqual(
      events(
        ringingCall(),
        fact('participant-joined', 'rep'),
        fact('participant-joined', 'customer'),
      ),
      ['ConferenceStarted', 'ParticipantJoined', 'ParticipantJoined', 'CallAnswered'],
    );
  });
  it('ends when the customer cannot be reached', () => {
    const dialing = ringingCall({
      participants: [
        participant('rep'),
        participant('customer', { status: 'ringing', connectionId: undefined }),
      ],
    });
    const happened = observe(
      dialing,
      {
        type: 'participant-status',
        callId: 'c1',
        party: { role: 'customer' },
        connectionId: 'CA-customer',
        status: 'busy',
        at: at(9),
      },
      at(10),
    );
    assert.deepEqual(
      happened.map((event) => event.type),
      ['ParticipantLeft', 'CallEnded'],
    );
  });
  it('ends as well when the conference says first that the customer was not reached', () => {
    const dialing = ringingCall({
      participants: [
        participant('rep'),
        participant('customer', { status: 'ringing', connectionId: undefined }),
      ],
    });
    assert.deepEqual(events(dialing, fact('participant-left', 'customer')), [
      'ParticipantLeft',
      'CallEnded',
    ]);
  });
});

describe('a participant', () => {
  it('joins once, however often that is told', () =>
    assert.deepEqual(events(liveCall(), fact('participant-joined', 'rep')), []));
  it('that left does not come back by a late join', () => {
    assert.deepEqual(
      events(
        liveCall(),
        fact('participant-left', 'rep'),
        fact('participant-joined', 'rep'),
        fact('participant-changed', 'rep'),
      ),
      ['ParticipantLeft', 'RepLost', 'ParticipantDialled'],
    );
  });
  it('that is told as changed before it was told as joined has joined', () => {
    assert.deepEqual(
      events(
        liveCall({ participants: [participant('customer')] }),
        fact('participant-changed', 'rep'),
      ),
      ['ParticipantJoined'],
    );
  });
  it('of an ended call changes nothing', () => {
    const ended = { ...liveCall(), status: 'ended', endedAt: at(5), endReason: 'hung_up' } as Call;
    assert.deepEqual(
      events(
        ended,
        fact('participant-joined', 'supervisor'),
        fact('participant-changed', 'rep', { audibleTo: 'nobody' }),
      ),
      [],
    );
  });
});

describe('a joining intervention', () => {
  const { mode: _mode, modeSince: _since, joinedAt: _joined, ...facts } = active();
  const joining = liveCall({ interventions: [{ ...facts, status: 'joining', modeHistory: [] }] });

  it('is active and told to the rep once its participant is connected (D23)', () => {
    assert.deepEqual(
      events(joining, fact('participant-joined', 'supervisor', { audibleTo: 'nobody' })),
      ['ParticipantJoined', 'SupervisorJoined', 'NoticeGiven'],
    );
  });
});

describe('a pending switch', () => {
  const cases: [string, Parameters<typeof supervisedCall>, ParticipantFact[], string[]][] = [
    [
      'to whisper is confirmed by the carrier',
      [pending('whisper'), 'nobody'],
      [switchSeen('rep')],
      ['ParticipantChanged', 'ModeConfirmed', 'NoticeGiven'],
    ],
    [
      'to whisper is not confirmed by a late word of silence',
      [pending('whisper'), 'nobody'],
      [switchSeen('nobody')],
      [],
    ],
    [
      'to barge is confirmed when everyone hears',
      [pending('barge'), 'nobody'],
      [switchSeen('everyone')],
      ['ParticipantChanged', 'ModeConfirmed', 'NoticeGiven'],
    ],
    [
      'to takeover waits until the rep is silenced',
      [pending('takeover'), 'nobody'],
      [switchSeen('everyone')],
      ['ParticipantChanged'],
    ],
    [
      'to takeover is confirmed when the rep has left',
      [pending('takeover'), 'everyone'],
      [fact('participant-left', 'rep')],
      ['ParticipantLeft', 'ModeConfirmed', 'NoticeGiven'],
    ],
    [
      'to takeover is confirmed when the rep listens only',
      [pending('takeover'), 'everyone'],
      [fact('participant-changed', 'rep', { audibleTo: 'nobody' })],
      ['ParticipantChanged', 'ModeConfirmed', 'NoticeGiven'],
    ],
  ];
  for (const [name, call, facts, expected] of cases)
    it(name, () => assert.deepEqual(events(supervisedCall(...call), ...facts), expected));

  it('is confirmed once', () => {
    assert.deepEqual(
      events(supervisedCall(pending('whisper')), switchSeen('rep'), switchSeen('rep')),
      ['ParticipantChanged', 'ModeConfirmed', 'NoticeGiven'],
    );
  });
});

describe('a late callback without a pending switch', () => {
  it('does not change the mode that was confirmed', () => {
    assert.deepEqual(events(supervisedCall({ mode: 'whisper' }, 'rep'), switchSeen('nobody')), [
      'ParticipantChanged',
    ]);
  });
});

describe('the end of the conference', () => {
  it('ends the call and who is on it', () => {
    const happened = observe(
      supervisedCall(),
      { type: 'conference-ended', callId: 'c1', conferenceId: 'CF1', at: at(9) },
      at(10),
    );
    assert.deepEqual(
      happened.map((event) => event.type),
      ['ParticipantLeft', 'ParticipantLeft', 'ParticipantLeft', 'InterventionEnded', 'CallEnded'],
    );
  });
});
