import assert from 'node:assert/strict';
import {
  ACCOUNT,
  BUSY,
  NUMBER,
  PHONE,
  refused,
  SLOW,
  onCarrierBench,
  withCarrierBench,
  type CarrierBench,
} from '../../../support/carrierBench.ts';
import { until } from '../../../support/until.ts';

/** Whose script these tests change. */
const LISTENED = '+15005550009';
const NOBODY = `CA${'0'.repeat(32)}`;

describe('participants at the stand-in', () => {
  let bench: CarrierBench;
  let room: string;
  onCarrierBench((place) => ({ bench, room } = place));

  const participants = (conferenceSid: string) =>
    bench.client.conferences(conferenceSid).participants;
  const create = (form: object) =>
    bench.client.conferences(room).participants.create({ from: NUMBER, to: PHONE, ...form });
  /** Sends a form as it is, past the types of the client. */
  const post = async (
    path: string,
    form: Record<string, string>,
  ): Promise<{ status: number; code?: number }> => {
    const response = await fetch(
      `http://127.0.0.1:${bench.carrier.port}/2010-04-01/Accounts/${ACCOUNT.accountSid}${path}`,
      {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { authorization: `Basic ${btoa(`${ACCOUNT.accountSid}:${ACCOUNT.authToken}`)}` },
      },
    );
    return { status: response.status, code: ((await response.json()) as { code?: number }).code };
  };

  describe('who are dialed', () => {
    it('are listed while they ring, with how far it is', async () => {
      const rep = await bench.join(room, 'rep');
      await bench.dial(room, 'customer', { to: SLOW, muted: true });
      const ringing = await until('the customer’s phone rings', async () =>
        (await participants(rep.conferenceSid).list()).find(
          ({ label, status }) => label === 'customer' && status === 'ringing',
        ),
      );
      assert.equal(ringing.muted, true);
      assert.deepEqual(
        (await participants(rep.conferenceSid).list({ muted: true })).map(({ label }) => label),
        ['customer'],
      );
    });

    it('are listened to for who answers, which is reported once, also when they hang up before', async () => {
      await bench.join(room, 'rep');
      const detected = async (script: object): Promise<string | undefined> => {
        const before = bench.callbacks.length;
        await bench.control('POST', 'scripts', {
          address: LISTENED,
          script: { ringMs: 10, ...script },
        });
        await bench.dial(room, `customer-${before}`, {
          to: LISTENED,
          machineDetection: 'DetectMessageEnd',
          amdStatusCallback: `${bench.listener}/answered-by`,
        });
        const found = await until('it is reported', async () =>
          bench.callbacks.slice(before).find(({ params }) => params.AnsweredBy),
        );
        return found.params.AnsweredBy;
      };
      assert.equal(
        await detected({ answeredBy: 'machine_end_beep', detectedMs: 20 }),
        'machine_end_beep',
      );
      assert.equal(await detected({ detectedMs: 20 }), 'human');
      assert.equal(await detected({ detectedMs: 20_000, hangUpAfterMs: 30 }), 'unknown');
    });

    it('can be removed while they ring: the call is canceled, and the conference told', async () => {
      await bench.join(room, 'rep');
      const customer = await bench.dial(room, 'customer', { to: SLOW });
      await participants(customer.conferenceSid)(customer.callSid).remove();
      const { params } = await bench.callbackWith({
        StatusCallbackEvent: 'participant-leave',
        CallSid: customer.callSid,
      });
      assert.deepEqual(
        [params.ReasonParticipantLeft, params.ParticipantCallStatus],
        ['participant_add_failed', 'canceled'],
      );
      assert.equal((await bench.client.calls(customer.callSid).fetch()).status, 'canceled');
    });

    it('and are busy leave a conference they never joined, which goes on', async () => {
      const rep = await bench.join(room, 'rep');
      const customer = await bench.dial(room, 'customer', { to: BUSY });
      const { params } = await bench.callbackWith({
        StatusCallbackEvent: 'participant-leave',
        CallSid: customer.callSid,
      });
      assert.deepEqual(
        [params.ReasonParticipantLeft, params.ParticipantCallStatus, params.ParticipantLabel],
        ['participant_add_failed', 'busy', 'customer'],
      );
      assert.deepEqual(
        (await participants(rep.conferenceSid).list()).map(({ label }) => label),
        ['rep'],
      );
    });

    it('and are busy, alone, leave no conference behind', async () => {
      const { conferenceSid } = await bench.dial(room, 'customer', { to: BUSY });
      await until(
        'the conference is over',
        async () => (await bench.client.conferences(conferenceSid).fetch()).status === 'completed',
      );
    });

    it('make a conference that has the status init until one is there', async () => {
      const { conferenceSid } = await bench.dial(room, 'customer', { to: SLOW });
      assert.equal((await bench.client.conferences(conferenceSid).fetch()).status, 'init');
      await bench.join(room, 'rep');
      assert.equal((await bench.client.conferences(conferenceSid).fetch()).status, 'in-progress');
    });

    it('can be put into a conference by its id, but not when it is over', async () => {
      const { conferenceSid } = await bench.join(room, 'rep');
      assert.equal((await bench.join(conferenceSid, 'customer')).conferenceSid, conferenceSid);
      await bench.client.conferences(conferenceSid).update({ status: 'completed' });
      await refused(bench.dial(conferenceSid, 'late'), 404, 20404);
    });

    for (const [what, form, code] of [
      ['no From', { from: '' }, 21213],
      ['no To', { to: '' }, 21201],
      ['a To that is no address', { to: 'next door' }, 21211],
      ['a number not in E.164', { to: '5005550001' }, 21211],
      ['a From that is not the account’s', { from: '+14155550142' }, 21210],
      ['a CallerId that is not the account’s', { callerId: '+14155550142' }, 21210],
      ['a phone called from a client', { from: 'client:maya' }, 21212],
      ['a label with a slash', { label: 'a/b' }, 16023],
      ['a label that looks like a call', { label: NOBODY }, 16023],
      ['a label of 129 characters', { label: 'x'.repeat(129) }, 16023],
      ['coaching somebody who is not there', { coaching: true, callSidToCoach: NOBODY }, 16028],
    ] as const) {
      it(`are refused with ${code} for ${what}`, () => refused(create(form), 400, code));
    }

    for (const [name, value] of [
      ['Timeout', '4'],
      ['Timeout', '601'],
      ['Timeout', 'long'],
      ['Beep', 'loud'],
      ['MaxParticipants', '1'],
      ['MaxParticipants', '251'],
      ['Region', 'moon'],
      ['JitterBufferSize', 'huge'],
      ['StatusCallbackEvent', 'answered hung-up'],
      ['ConferenceStatusCallbackEvent', 'participant-join'],
      ['StatusCallbackMethod', 'PUT'],
      ['ConferenceStatusCallback', '/relative'],
      ['StartConferenceOnEnter', 'yes'],
      ['EndConferenceOnExit', '1'],
      ['CallSidToCoach', 'rep'],
      ['ConferenceRecord', 'maybe'],
      ['RecordingChannels', 'surround'],
      ['TimeLimit', '0'],
    ] as const) {
      it(`are refused for ${name}=${value}`, async () => {
        assert.deepEqual(
          await post(`/Conferences/${room}/Participants.json`, {
            From: NUMBER,
            To: PHONE,
            [name]: value,
          }),
          { status: 400, code: 20001 },
        );
      });
    }

    it('ring as a browser client, a SIP endpoint, a phone or an app', async () => {
      for (const to of [
        'client:maya?callId=1',
        'sip:maya@example.com',
        PHONE,
        `app:AP${'0'.repeat(32)}?a=b`,
      ])
        assert.equal((await create({ to })).status, 'queued');
    });

    it('are refused with 16020 when the conference is full, as its first participant said', async () => {
      await bench.join(room, 'rep', { maxParticipants: 2 });
      await bench.join(room, 'customer', { maxParticipants: 250 });
      await refused(bench.dial(room, 'third'), 400, 16020);
    });
  });

  describe('who are there', () => {
    let rep: { callSid: string; conferenceSid: string };
    let coach: { callSid: string; conferenceSid: string };

    beforeEach(async () => {
      rep = await bench.join(room, 'rep');
      coach = await bench.join(room, 'Maya & Co, 100 %');
    });

    it('are found by a label, percent-encoded', async () => {
      const byLabel = participants(coach.conferenceSid)(encodeURIComponent('Maya & Co, 100 %'));
      assert.equal((await byLabel.fetch()).callSid, coach.callSid);
      assert.equal((await byLabel.update({ muted: true })).muted, true);
      assert.equal(await byLabel.remove(), true);
    });

    it('are unmuted by garbage in Muted', async () => {
      const leg = participants(coach.conferenceSid)(coach.callSid);
      await leg.update({ muted: true });
      assert.equal((await leg.update({ muted: 'flase' as never })).muted, false);
    });

    it('coach no more after an update that says nothing of coaching: it may be louder', async () => {
      const leg = participants(coach.conferenceSid)(coach.callSid);
      await leg.update({ muted: false, coaching: true, callSidToCoach: rep.callSid });
      const after = await leg.update({ endConferenceOnExit: false });
      assert.deepEqual([after.muted, after.coaching, after.callSidToCoach], [false, false, null]);
    });

    it('cannot coach themselves, somebody on hold, or nobody', async () => {
      const leg = participants(coach.conferenceSid)(coach.callSid);
      await refused(leg.update({ coaching: true, callSidToCoach: coach.callSid }), 400, 16028);
      await participants(rep.conferenceSid)(rep.callSid).update({ hold: true });
      await refused(leg.update({ coaching: true, callSidToCoach: rep.callSid }), 400, 16027);
      await refused(leg.update({ coaching: true }), 400, 20001);
      assert.deepEqual((await leg.fetch()).coaching, false);
    });

    for (const [first, second] of [
      [{ Hold: 'true' }, { Coaching: 'false' }],
      [{ Hold: 'true' }, { AnnounceUrl: 'http://127.0.0.1:9/' }],
      [{ Coaching: 'false' }, { AnnounceUrl: 'http://127.0.0.1:9/' }],
    ]) {
      it(`are not told ${Object.keys(first!)[0]} and ${Object.keys(second!)[0]} at once`, async () => {
        assert.deepEqual(
          await post(`/Conferences/${coach.conferenceSid}/Participants/${coach.callSid}.json`, {
            ...first,
            ...second,
          }),
          { status: 400, code: 20001 },
        );
      });
    }

    for (const name of [
      'Label',
      'StartConferenceOnEnter',
      'Beep',
      'EarlyMedia',
      'JitterBufferSize',
      'Region',
      'Status',
    ]) {
      it(`keep their ${name}: it cannot be updated`, async () => {
        assert.deepEqual(
          await post(`/Conferences/${coach.conferenceSid}/Participants/${coach.callSid}.json`, {
            [name]: 'true',
          }),
          { status: 400, code: 20001 },
        );
      });
    }

    it('are not found by the id of another conference, or by its name', async () => {
      await refused(participants(`CF${'0'.repeat(32)}`)(coach.callSid).fetch(), 404, 20404);
      await refused(participants(room)(coach.callSid).fetch(), 404, 20404);
    });

    it('vanish with their conference', async () => {
      await bench.client.conferences(coach.conferenceSid).update({ status: 'completed' });
      await refused(
        participants(coach.conferenceSid)(coach.callSid).update({ muted: true }),
        404,
        20404,
      );
      await refused(participants(coach.conferenceSid).list(), 404, 20404);
      const ended = await bench.client.conferences(coach.conferenceSid).fetch();
      assert.deepEqual(
        [ended.status, ended.reasonConferenceEnded, ended.callSidEndingConference],
        ['completed', 'conference-ended-via-api', null],
      );
    });
  });

  it('who are supervisors join by device.connect without the queue of dialed ones', () =>
    withCarrierBench({ callsPerSecond: 0.1 }, async (slow) => {
      slow.documents.set(
        '/voice',
        '<Response><Dial><Conference muted="true" beep="false" participantLabel="supervisor">queue</Conference></Dial></Response>',
      );
      const queued = await Promise.all(
        [1, 2, 3].map((n) =>
          slow.client
            .conferences('queue')
            .participants.create({ from: NUMBER, to: PHONE, label: `n${n}` }),
        ),
      );
      assert.deepEqual(
        queued.map(({ queueTime }) => Math.round(Number(queueTime) / 1000)).sort(),
        [0, 10, 20],
      );
      await slow.control('POST', 'calls', { from: 'client:maya' });
      await until('the supervisor is there first', async () => {
        const [conference] = await slow.client.conferences.list({ friendlyName: 'queue' });
        return (await slow.client.conferences(conference!.sid).participants.list()).some(
          ({ label, status }) => label === 'supervisor' && status === 'connected',
        );
      });
    }));
});
