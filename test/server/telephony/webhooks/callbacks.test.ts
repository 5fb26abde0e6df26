import assert from 'node:assert/strict';
import type { CallbackForm } from '../../../../server/ports/index.ts';
import { conferenceFact, legFact } from '../../../../server/telephony/webhooks/callbacks.ts';

const CONFERENCE = `CF${'c'.repeat(32)}`;
const LEG = `CA${'a'.repeat(32)}`;
const AT = '2017-06-01T20:48:32.000Z';

const form = (params: Record<string, string>, more: Partial<CallbackForm> = {}): CallbackForm => ({
  path: '/telephony/conference',
  params,
  query: {},
  signature: undefined,
  ...more,
});

const conference = (
  StatusCallbackEvent: string,
  more: Record<string, string> = {},
  rest: Partial<CallbackForm> = {},
): CallbackForm =>
  form(
    {
      ConferenceSid: CONFERENCE,
      FriendlyName: 'call-1',
      AccountSid: `AC${'1'.repeat(32)}`,
      SequenceNumber: '5',
      Timestamp: 'Thu, 1 Jun 2017 20:48:32 +0000',
      StatusCallbackEvent,
      ...more,
    },
    rest,
  );

const participant = (event: string, more: Record<string, string> = {}): CallbackForm =>
  conference(event, {
    CallSid: LEG,
    Muted: 'false',
    Hold: 'false',
    Coaching: 'false',
    EndConferenceOnExit: 'false',
    StartConferenceOnEnter: 'true',
    ParticipantLabel: 'rep',
    ...more,
  });

describe('a conference callback', () => {
  it('says that the conference started', () => {
    assert.deepEqual(conferenceFact(conference('conference-start')), {
      key: `conference:${CONFERENCE}:5:conference-start`,
      fact: { type: 'conference-started', callId: 'call-1', conferenceId: CONFERENCE, at: AT },
    });
  });

  it('says that the conference ended, and by whose leaving', () => {
    const ended = conference('conference-end', {
      CallSidEndingConference: LEG,
      ReasonConferenceEnded: 'participant-with-end-conference-on-exit-left',
    });
    assert.deepEqual(conferenceFact(ended)?.fact, {
      type: 'conference-ended',
      callId: 'call-1',
      conferenceId: CONFERENCE,
      endedByConnectionId: LEG,
      at: AT,
    });
  });

  for (const [event, type] of [
    ['participant-join', 'participant-joined'],
    ['participant-leave', 'participant-left'],
    ['participant-mute', 'participant-changed'],
    ['participant-unmute', 'participant-changed'],
    ['participant-hold', 'participant-changed'],
    ['participant-unhold', 'participant-changed'],
    ['participant-modify', 'participant-changed'],
  ] as const) {
    it(`reads ${event} as ${type}`, () => {
      assert.deepEqual(conferenceFact(participant(event))?.fact, {
        type,
        callId: 'call-1',
        conferenceId: CONFERENCE,
        party: { role: 'rep' },
        connectionId: LEG,
        audibleTo: 'everyone',
        onHold: false,
        at: AT,
      });
    });
  }

  for (const [Muted, Coaching, audibleTo] of [
    ['true', 'false', 'nobody'],
    ['true', 'true', 'nobody'],
    ['false', 'true', 'rep'],
    ['false', 'false', 'everyone'],
  ] as const) {
    it(`hears ${audibleTo} in Muted=${Muted} and Coaching=${Coaching} (D6)`, () => {
      const { fact } = conferenceFact(participant('participant-modify', { Muted, Coaching }))!;
      assert.equal(fact.type === 'participant-changed' && fact.audibleTo, audibleTo);
    });
  }

  it('knows the intervention by the supervisor’s label', () => {
    const { fact } = conferenceFact(
      participant('participant-join', { ParticipantLabel: 'supervisor-9f2b-77' }),
    )!;
    assert.deepEqual('party' in fact && fact.party, {
      role: 'supervisor',
      interventionId: '9f2b-77',
    });
  });

  it('sees a party on hold', () => {
    const { fact } = conferenceFact(participant('participant-hold', { Hold: 'true' }))!;
    assert.equal(fact.type === 'participant-changed' && fact.onHold, true);
  });

  for (const status of ['busy', 'no-answer', 'failed', 'canceled'])
    it(`says that somebody who was dialed left without an answer: ${status}`, () => {
      const { fact } = conferenceFact(
        participant('participant-leave', {
          ParticipantCallStatus: status,
          ReasonParticipantLeft: 'participant_add_failed',
        }),
      )!;
      assert.equal(fact.type === 'participant-left' && fact.unanswered, status);
    });

  it('means nothing when we do not follow its event, its party, or its shape', () => {
    const strange = [
      participant('participant-speech-start'),
      conference('a-new-event'),
      participant('participant-join', { ParticipantLabel: 'observer' }),
      participant('participant-join', { ParticipantLabel: '' }),
      conference('participant-join'),
      form({}),
      form({ StatusCallbackEvent: 'conference-start' }),
    ];
    assert.deepEqual(
      strange.map(conferenceFact),
      strange.map(() => undefined),
    );
  });

  for (const [AnnounceUrl, announcementId] of [
    ['https://dealside.example/telephony/announce?callId=c1&announcementId=i1.1.tone', 'i1.1.tone'],
    ['https://dealside.example/telephony/announce?callId=c1', undefined],
    ['https://dealside.example/telephony/announce?callId=c1&announcementId=i1.1', 'i1.1'],
    ['', undefined],
    [undefined, undefined],
  ] as const)
    it(`is the end of an announcement, whose address comes back as ${AnnounceUrl || 'nothing'}`, () => {
      const { fact } = conferenceFact(
        conference('announcement-end', {
          ...(AnnounceUrl !== undefined && { AnnounceUrl }),
          CallSid: 'CA-rep',
        }),
      )!;
      const { at: _at, ...said } = fact;
      assert.deepEqual(said, {
        type: 'announcement-ended',
        callId: 'call-1',
        announcementId,
        connectionId: 'CA-rep',
        status: 'played',
      });
    });

  it('has the same key when it is repeated, and another for the next event', () => {
    const key = (sequence: string, event: string) =>
      conferenceFact(participant(event, { SequenceNumber: sequence }))?.key;
    assert.equal(key('7', 'participant-mute'), key('7', 'participant-mute'));
    assert.notEqual(key('7', 'participant-mute'), key('8', 'participant-mute'));
  });

  it('is told apart by the carrier’s own token when it has no number', () => {
    const { SequenceNumber: _none, ...params } = conference('conference-start').params;
    assert.equal(
      conferenceFact(form(params, { idempotencyToken: 'tok-1' }))?.key,
      `conference:${CONFERENCE}:tok-1:conference-start`,
    );
  });

  it('without a readable time happened now', () => {
    const before = Date.now();
    const { fact } = conferenceFact(conference('conference-start', { Timestamp: 'soon' }))!;
    assert.ok(Date.parse(fact.at) >= before && Date.parse(fact.at) <= Date.now());
  });
});

describe('a call status callback', () => {
  const leg = (
    CallStatus: string,
    query: Record<string, string> = { callId: 'call-1', party: 'customer' },
  ): CallbackForm =>
    form(
      {
        CallSid: LEG,
        CallStatus,
        From: '+15005550100',
        To: '+14155550142',
        SequenceNumber: '0',
        Timestamp: 'Thu, 1 Jun 2017 20:48:32 +0000',
        CallbackSource: 'call-progress-events',
      },
      { path: '/telephony/participant', query },
    );

  for (const [status, ours] of [
    ['initiated', 'initiated'],
    ['queued', 'initiated'],
    ['ringing', 'ringing'],
    ['in-progress', 'answered'],
    ['completed', 'completed'],
    ['busy', 'busy'],
    ['no-answer', 'no-answer'],
    ['failed', 'failed'],
    ['canceled', 'canceled'],
  ] as const) {
    it(`reads ${status} as ${ours}`, () => {
      assert.deepEqual(legFact(leg(status)), {
        key: `leg:${LEG}:0:${ours}`,
        fact: {
          type: 'participant-status',
          callId: 'call-1',
          party: { role: 'customer' },
          connectionId: LEG,
          status: ours,
          at: AT,
        },
      });
    });
  }

  it('means nothing without a call, a party or a status that we know', () => {
    const strange = [
      leg('ringing', {}),
      leg('ringing', { callId: 'call-1' }),
      leg('ringing', { callId: 'call-1', party: 'ghost' }),
      leg('teleported'),
      form({ CallStatus: 'ringing' }),
    ];
    assert.deepEqual(
      strange.map(legFact),
      strange.map(() => undefined),
    );
  });
});
