import assert from 'node:assert/strict';
import { onCarrierBench, type CarrierBench } from '../../../support/carrierBench.ts';

const OF_ALL = [
  'AccountSid',
  'ConferenceSid',
  'FriendlyName',
  'SequenceNumber',
  'StatusCallbackEvent',
  'Timestamp',
];
const OF_PARTICIPANT = [
  ...OF_ALL,
  'CallSid',
  'Coaching',
  'EndConferenceOnExit',
  'Hold',
  'Muted',
  'ParticipantLabel',
  'StartConferenceOnEnter',
];
const OF_LEAVE = [...OF_PARTICIPANT, 'ParticipantCallStatus', 'ReasonParticipantLeft'];

/**
 * What each report holds.
 * https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallback
 */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  'conference-start': OF_ALL,
  'conference-end': [
    ...OF_ALL,
    'CallSidEndingConference',
    'ParticipantLabelEndingConference',
    'Reason',
    'ReasonConferenceEnded',
  ],
  'participant-join': OF_PARTICIPANT,
  'participant-leave': OF_LEAVE,
  'participant-mute': OF_PARTICIPANT,
  'participant-unmute': OF_PARTICIPANT,
  'participant-hold': OF_PARTICIPANT,
  'participant-unhold': OF_PARTICIPANT,
  'participant-modify': OF_PARTICIPANT,
};

const RFC2822 = /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/;

describe('what the stand-in reports of a conference', () => {
  let bench: CarrierBench;
  let room: string;
  onCarrierBench((place) => ({ bench, room } = place));

  const ofRoom = () =>
    bench.callbacks
      .filter(({ params }) => params.FriendlyName === room)
      .map(({ params }) => params)
      .toSorted((a, b) => Number(a.SequenceNumber) - Number(b.SequenceNumber));
  const leg = ({ conferenceSid, callSid }: { conferenceSid: string; callSid: string }) =>
    bench.client.conferences(conferenceSid).participants(callSid);
  const ended = () =>
    bench.callbackWith({ StatusCallbackEvent: 'conference-end', FriendlyName: room });
  it('has exactly the documented fields in each event, numbered without a gap', async () => {
    const rep = await bench.join(room, 'rep', { endConferenceOnExit: true });
    const coach = await bench.join(room, 'coach', { muted: true, startConferenceOnEnter: false });
    await leg(coach).update({ muted: false, coaching: true, callSidToCoach: rep.callSid });
    await leg(coach).update({ muted: true, coaching: false });
    await leg(rep).update({ hold: true });
    await leg(rep).update({ hold: false });
    await bench.control('DELETE', `legs/${coach.callSid}`);
    await leg(rep).remove();
    await ended();
    await bench.carrier.callbacks.idle();
    const reports = ofRoom();
    assert.deepEqual(
      reports.map((params) =>
        `${params.StatusCallbackEvent} ${params.ParticipantLabel ?? ''}`.trim(),
      ),
      [
        'participant-join rep',
        'participant-join coach',
        'conference-start',
        'participant-unmute coach',
        'participant-modify coach',
        'participant-mute coach',
        'participant-modify coach',
        'participant-hold rep',
        'participant-unhold rep',
        'participant-leave coach',
        'participant-leave rep',
        'conference-end',
      ],
    );
    assert.deepEqual(
      reports.map((params) => params.SequenceNumber),
      reports.map((_, i) => String(i + 1)),
    );
    for (const params of reports) {
      assert.deepEqual(
        Object.keys(params).sort(),
        FIELDS[params.StatusCallbackEvent!]!.toSorted(),
        params.StatusCallbackEvent,
      );
      assert.match(params.Timestamp!, RFC2822);
    }
    assert.deepEqual(
      reports.slice(3, 5).map(({ Muted, Coaching }) => [Muted, Coaching]),
      [
        ['false', 'true'],
        ['false', 'true'],
      ],
    );
  });

  it('says who ended it, and why, as the conference itself does', async () => {
    const rep = await bench.join(room, 'rep', { endConferenceOnExit: true });
    await bench.join(room, 'customer');
    await leg(rep).remove();
    const { params } = await ended();
    const reason = 'participant-with-end-conference-on-exit-kicked';
    assert.deepEqual(
      [
        params.CallSidEndingConference,
        params.ParticipantLabelEndingConference,
        params.ReasonConferenceEnded,
      ],
      [rep.callSid, 'rep', reason],
    );
    const seen = await bench.client.conferences(rep.conferenceSid).fetch();
    assert.deepEqual(
      [seen.callSidEndingConference, seen.reasonConferenceEnded],
      [rep.callSid, reason],
    );
  });

  for (const [what, end, left, reason] of [
    [
      'hangs up',
      (rep: { callSid: string }) => bench.control('DELETE', `legs/${rep.callSid}`),
      ['participant_hung_up completed', 'moderator_ended_conference completed'],
      'participant-with-end-conference-on-exit-left',
    ],
    [
      'is removed',
      (rep: { callSid: string; conferenceSid: string }) => leg(rep).remove(),
      ['participant_updated_via_api in-progress', 'moderator_ended_conference completed'],
      'participant-with-end-conference-on-exit-kicked',
    ],
    [
      'gets other instructions',
      (rep: { callSid: string }) =>
        bench.client.calls(rep.callSid).update({ twiml: '<Response><Pause/></Response>' }),
      ['participant_updated_via_api in-progress', 'moderator_ended_conference completed'],
      'participant-with-end-conference-on-exit-kicked',
    ],
    [
      'is there while it is ended by REST',
      (rep: { conferenceSid: string }) =>
        bench.client.conferences(rep.conferenceSid).update({ status: 'completed' }),
      ['conference_ended_via_api completed', 'conference_ended_via_api completed'],
      'conference-ended-via-api',
    ],
  ] as const) {
    it(`says why each one left, when the one who ends it ${what}`, async () => {
      const rep = await bench.join(room, 'rep', { endConferenceOnExit: true });
      await bench.join(room, 'customer');
      await end(rep);
      const { params } = await ended();
      assert.equal(params.ReasonConferenceEnded, reason);
      await bench.carrier.callbacks.idle();
      const leaves = ofRoom().filter(
        ({ StatusCallbackEvent }) => StatusCallbackEvent === 'participant-leave',
      );
      assert.deepEqual(
        leaves.map(
          ({ ReasonParticipantLeft, ParticipantCallStatus }) =>
            `${ReasonParticipantLeft} ${ParticipantCallStatus}`,
        ),
        left,
      );
    });
  }

  for (const [how, reason] of [
    ['hung up', 'last-participant-left'],
    ['was removed', 'last-participant-kicked'],
  ] as const) {
    it(`ends when the last one ${how}`, async () => {
      const rep = await bench.join(room, 'rep');
      await (how === 'hung up'
        ? bench.client.calls(rep.callSid).update({ status: 'completed' })
        : leg(rep).remove());
      assert.equal((await ended()).params.ReasonConferenceEnded, reason);
    });
  }

  it('goes nowhere when the first participant named nobody, whatever the second names', async () => {
    await bench.join(room, 'rep', {
      conferenceStatusCallback: undefined,
      conferenceStatusCallbackEvent: undefined,
    });
    const { callSid } = await bench.join(room, 'customer');
    await bench.client.calls(callSid).update({ status: 'completed' });
    await bench.carrier.callbacks.idle();
    assert.deepEqual(ofRoom(), []);
  });

  it('is start and end when no events are named, and may come by GET', async () => {
    const { conferenceSid } = await bench.join(room, 'rep', {
      conferenceStatusCallbackEvent: undefined,
      conferenceStatusCallbackMethod: 'GET',
    });
    await bench.join(room, 'customer');
    await bench.client.conferences(conferenceSid).update({ status: 'completed' });
    await ended();
    await bench.carrier.callbacks.idle();
    assert.deepEqual(
      ofRoom().map((params) => params.StatusCallbackEvent),
      ['conference-start', 'conference-end'],
    );
  });

  it('tells of changed beeps and wait music as modified', async () => {
    const rep = await bench.join(room, 'rep');
    await leg(rep).update({ beepOnExit: true });
    await leg(rep).update({ waitUrl: '' });
    await bench.carrier.callbacks.idle();
    assert.deepEqual(
      ofRoom().map((params) => params.StatusCallbackEvent),
      ['participant-join', 'participant-modify', 'participant-modify'],
    );
  });
});
