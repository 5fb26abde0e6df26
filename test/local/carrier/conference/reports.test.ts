import assert from 'node:assert/strict';
import {
  BUSY,
  NUMBER,
  PHONE,
  onCarrierBench,
  type CarrierBench,
} from '../../../support/carrierBench.ts';
import { until } from '../../../support/until.ts';

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

describe('what the stand-in reports', () => {
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

  describe('of a conference', () => {
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

  describe('of a leg', () => {
    const events = ['initiated', 'ringing', 'answered', 'completed'];
    const told = (callSid: string) =>
      bench.callbacks
        .filter(({ path, params }) => path === '/leg' && params.CallSid === callSid)
        .map(({ params }) => params)
        .toSorted((a, b) => Number(a.SequenceNumber) - Number(b.SequenceNumber));

    it('is each status, numbered from 0, with the standard parameters', async () => {
      const { callSid } = await bench.join(room, 'customer', {
        statusCallback: `${bench.listener}/leg`,
        statusCallbackEvent: events,
      });
      await bench.client.calls(callSid).update({ status: 'completed' });
      await until('it is told that the call is over', () => told(callSid).length === 4);
      assert.deepEqual(
        told(callSid).map(({ SequenceNumber, CallStatus }) => `${SequenceNumber} ${CallStatus}`),
        ['0 initiated', '1 ringing', '2 in-progress', '3 completed'],
      );
      for (const params of told(callSid)) {
        const {
          CallbackSource,
          Direction,
          ApiVersion,
          From,
          Caller,
          To,
          Called,
          ToCountry,
          ToCity,
          Timestamp,
        } = params;
        assert.deepEqual(
          { CallbackSource, Direction, ApiVersion, From, Caller, To, Called, ToCountry, ToCity },
          {
            CallbackSource: 'call-progress-events',
            Direction: 'outbound-api',
            ApiVersion: '2010-04-01',
            From: NUMBER,
            Caller: NUMBER,
            To: PHONE,
            Called: PHONE,
            ToCountry: 'US',
            ToCity: '',
          },
        );
        assert.match(Timestamp!, RFC2822);
      }
      const { CallDuration, Duration, SipResponseCode } = told(callSid)[3]!;
      assert.ok(Number(CallDuration) >= 0 && Number(Duration) >= 0);
      assert.equal(SipResponseCode, '200');
    });

    it('is only the end by default, with what it ended as', async () => {
      const { callSid } = await bench.dial(room, 'customer', {
        to: BUSY,
        statusCallback: `${bench.listener}/leg`,
      });
      await until('it is told that the call is over', () => told(callSid).length > 0);
      assert.deepEqual(
        told(callSid).map(({ CallStatus, SipResponseCode, CallDuration }) => [
          CallStatus,
          SipResponseCode,
          CallDuration,
        ]),
        [['busy', '486', '0']],
      );
    });

    it('names the call that it was dialled by', async () => {
      bench.documents.set(
        '/inbound',
        `<Response><Dial action="/after" timeout="5"><Number>${PHONE}</Number></Dial></Response>`,
      );
      bench.documents.set('/after', '<Response/>');
      const { callSid } = await bench.control<{ callSid: string }>('POST', 'calls', {
        from: '+14155550142',
        to: NUMBER,
      });
      const child = await until(
        'the other leg is up',
        async () =>
          (await bench.client.calls.list({ parentCallSid: callSid, status: 'in-progress' }))[0],
      );
      assert.deepEqual([child.direction, child.to], ['outbound-dial', PHONE]);
      await bench.client.calls(child.sid).update({ status: 'completed' });
      const { params } = await until('the action is asked', () =>
        bench.callbacks.find(({ path }) => path === '/after'),
      );
      assert.deepEqual([params.DialCallStatus, params.DialCallSid], ['completed', child.sid]);
    });
  });

  describe('of TwiML that is wrong', () => {
    const complaints = async (callSid: string) =>
      (await bench.control<{ code: number; callSid: string }[]>('GET', 'debugger'))
        .filter((one) => one.callSid === callSid)
        .map(({ code }) => code);
    const dial = (attributes: string, name = room) =>
      bench.client.calls.create({
        from: NUMBER,
        to: PHONE,
        twiml: `<Response><Dial action="${bench.listener}/after"><Conference ${attributes}>${name}</Conference></Dial></Response>`,
      });

    for (const [attributes, code] of [
      ['muted="yes"', 13230],
      ['coach="rep"', 13240],
      [`coach="CA${'0'.repeat(32)}"`, 13240],
      ['participantLabel="a/b"', 16023],
      ['statusCallbackEvent="start finish"', 16002],
      ['maxParticipants="251"', 16002],
      ['waitMethod="PUT"', 16002],
      ['beep="loud"', 16002],
    ] as const) {
      it(`fails the Dial with ${code} for ${attributes}`, async () => {
        bench.documents.set('/after', '<Response/>');
        const { sid } = await dial(attributes);
        const { params } = await until('the action is asked', () =>
          bench.callbacks.find(({ path, params: of }) => path === '/after' && of.CallSid === sid),
        );
        assert.equal(params.DialCallStatus, 'failed');
        assert.deepEqual(await complaints(sid), [code]);
      });
    }

    it('fails the Dial with 16025 for a label in use', async () => {
      await bench.join(room, 'rep');
      const { sid } = await dial('participantLabel="rep"');
      await until('it is complained of', async () => (await complaints(sid)).includes(16025));
    });

    it('fails the Dial with 13236 for a name of more than 128 characters', async () => {
      const { sid } = await dial('', 'x'.repeat(129));
      await until('it is complained of', async () => (await complaints(sid)).includes(13236));
    });

    it('takes the default where Twilio only warns: 13231 and 13232', async () => {
      const { sid } = await dial('endConferenceOnExit="1" startConferenceOnEnter="1"');
      const found = await until('the call is in the conference', async () => {
        const [conference] = await bench.client.conferences.list({ friendlyName: room });
        return (
          conference && (await bench.client.conferences(conference.sid).participants.list())[0]
        );
      });
      assert.deepEqual([found.endConferenceOnExit, found.startConferenceOnEnter], [false, true]);
      assert.deepEqual((await complaints(sid)).sort(), [13231, 13232]);
    });

    it('is followed at the fallback when the first document cannot be had', async () => {
      bench.documents.set('/fallback', '<Response><Pause length="60"/></Response>');
      const { sid } = await bench.client.calls.create({
        from: NUMBER,
        to: PHONE,
        url: 'http://127.0.0.1:9/gone',
        fallbackUrl: `${bench.listener}/fallback`,
      });
      const { params } = await until('the fallback is asked', () =>
        bench.callbacks.find(({ path }) => path === '/fallback'),
      );
      assert.deepEqual(
        [params.CallSid, params.ErrorCode, params.ErrorUrl],
        [sid, '11200', 'http://127.0.0.1:9/gone'],
      );
      assert.equal((await bench.client.calls(sid).fetch()).status, 'in-progress');
    });
  });
});
