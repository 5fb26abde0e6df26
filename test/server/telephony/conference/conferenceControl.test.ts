import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CarrierProblem, type ConferenceControl } from '../../../../server/ports/index.ts';
import { createTwilioClient } from '../../../../server/telephony/client/client.ts';
import { createConferenceControl } from '../../../../server/telephony/conference/conferenceControl.ts';

const ACCOUNT = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'a'.repeat(32) };
const PARTICIPANT_REF = {
  conferenceId: `CF${'c'.repeat(32)}`,
  connectionId: `CA${'a'.repeat(32)}`,
};
const REP_LEG = `CA${'b'.repeat(32)}`;
const PARTICIPANT = `/2010-04-01/Accounts/${ACCOUNT.accountSid}/Conferences/${PARTICIPANT_REF.conferenceId}/Participants/${PARTICIPANT_REF.connectionId}.json`;

interface Received {
  method: string;
  path: string;
  form: Record<string, string | string[]>;
}

describe('conference control, on the wire', () => {
  const received: Received[] = [];
  const answers: ((response: ServerResponse) => void)[] = [];
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    received.push({
      method: request.method!,
      path: request.url!,
      form: grouped(new URLSearchParams(body)),
    });
    (answers.shift() ?? succeed)(response);
  }
  let control: ConferenceControl;
  let impatient: ConferenceControl;

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const settings = {
      publicUrl: 'https://dealside.example',
      twimlAppSid: `AP${'3'.repeat(32)}`,
      callerIdOf: () => '+15005550100',
    };
    control = createConferenceControl(createTwilioClient({ ...ACCOUNT, apiUrl }), settings);
    impatient = createConferenceControl(
      createTwilioClient({ ...ACCOUNT, apiUrl, timeoutMs: 50 }),
      settings,
    );
  });
  after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    received.length = 0;
    answers.length = 0;
  });

  async function updateSent(
    settings: Parameters<ConferenceControl['set']>[1],
  ): Promise<Received['form']> {
    await control.set(PARTICIPANT_REF, settings);
    assert.deepEqual(
      received.map(({ method, path }) => `${method} ${path}`),
      [`POST ${PARTICIPANT}`],
    );
    return received[0]!.form;
  }

  it('sends Muted and Coaching together, always', async () => {
    assert.deepEqual(await updateSent({ audibleTo: 'nobody' }), {
      Muted: 'true',
      Coaching: 'false',
    });
  });

  it('names the coached rep in a whisper', async () => {
    assert.deepEqual(await updateSent({ audibleTo: 'rep', whispersToConnectionId: REP_LEG }), {
      Muted: 'false',
      Coaching: 'true',
      CallSidToCoach: REP_LEG,
    });
  });

  it('mutes a whisper while it still reaches the rep alone', async () => {
    const silence = {
      audibleTo: 'nobody',
      whispersToConnectionId: REP_LEG,
      endsCall: false,
    } as const;
    assert.deepEqual(await updateSent(silence), {
      Muted: 'true',
      Coaching: 'true',
      CallSidToCoach: REP_LEG,
      EndConferenceOnExit: 'false',
    });
  });

  it('puts a whisper on hold that cannot be muted so, because its rep has left, and then mutes it', async () => {
    answers.push(refusedCoach);
    await control.set(PARTICIPANT_REF, { audibleTo: 'nobody', whispersToConnectionId: REP_LEG });
    assert.deepEqual(
      received.map(({ form }) => form),
      [
        { Muted: 'true', Coaching: 'true', CallSidToCoach: REP_LEG },
        { Hold: 'true' },
        { Muted: 'true', Coaching: 'false' },
        { Hold: 'false' },
      ],
    );
  });

  it('does not coach anybody in a barge', async () => {
    assert.deepEqual(await updateSent({ audibleTo: 'everyone', whispersToConnectionId: REP_LEG }), {
      Muted: 'false',
      Coaching: 'false',
    });
  });

  it('changes who ends the call in the same request as the voice', async () => {
    assert.deepEqual(await updateSent({ audibleTo: 'everyone', endsCall: true }), {
      Muted: 'false',
      Coaching: 'false',
      EndConferenceOnExit: 'true',
    });
  });

  it('never mixes hold with anything else', async () => {
    assert.deepEqual(await updateSent({ onHold: true, audibleTo: 'everyone', endsCall: true }), {
      Hold: 'true',
    });
  });

  it('forwards nothing that it does not know', async () => {
    const smuggled = {
      audibleTo: 'nobody',
      announceUrl: 'https://evil.example',
      callSidToCoach: REP_LEG,
      muted: false,
    } as const;
    assert.deepEqual(await updateSent(smuggled), { Muted: 'true', Coaching: 'false' });
  });

  it('has the scripted customer of a practice call follow documents of ours, for a limited time', async () => {
    answers.push(created);
    await control.dialPracticeCustomer({ callId: 'call-1', orgId: 'o-1' });
    const { To, Label, TimeLimit, EndConferenceOnExit } = received[0]!.form;
    assert.deepEqual(
      { To, Label, TimeLimit, EndConferenceOnExit },
      {
        To: `app:AP${'3'.repeat(32)}?practice=call-1`,
        Label: 'customer',
        TimeLimit: '900',
        EndConferenceOnExit: 'true',
      },
    );
  });

  it('dials the customer as a party whose leaving ends the call, and asks to be told of the ringing', async () => {
    answers.push(created);
    assert.equal(
      await control.dialCustomer({ callId: 'call-1', orgId: 'o-1', phone: '+14155550142' }),
      PARTICIPANT_REF.connectionId,
    );
    assert.deepEqual(received, [
      {
        method: 'POST',
        path: `/2010-04-01/Accounts/${ACCOUNT.accountSid}/Conferences/call-1/Participants.json`,
        form: {
          From: '+15005550100',
          To: '+14155550142',
          Label: 'customer',
          Timeout: '40',
          Beep: 'false',
          EarlyMedia: 'true',
          StartConferenceOnEnter: 'true',
          EndConferenceOnExit: 'true',
          StatusCallback:
            'https://dealside.example/telephony/participant?callId=call-1&party=customer#rc=2&rp=ct,rt,5xx',
          StatusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
          ConferenceStatusCallback:
            'https://dealside.example/telephony/conference#rc=2&rp=ct,rt,5xx',
          ConferenceStatusCallbackEvent: [
            'start',
            'end',
            'join',
            'leave',
            'mute',
            'hold',
            'modify',
            'announcement',
          ],
        },
      },
    ]);
  });

  it('rings the rep’s softphone with what it shows', async () => {
    answers.push(created);
    await control.ringRep({
      callId: 'call-1',
      orgId: '00D000000000001AAA',
      repUserId: '005000000000003AAA',
      customerName: 'Priya Raman & Co',
    });
    const { From, To, Label, StatusCallback } = received[0]!.form;
    assert.deepEqual(
      { From, To, Label, StatusCallback },
      {
        From: '+15005550100',
        To: 'client:u_00D000000000001AAA_005000000000003AAA?callId=call-1&customerName=Priya+Raman+%26+Co',
        Label: 'rep',
        StatusCallback:
          'https://dealside.example/telephony/participant?callId=call-1&party=rep&for=call#rc=2&rp=ct,rt,5xx',
      },
    );
  });

  it('sees only parties who are connected or rung, and ours, in the conference that is not over', async () => {
    answers.push(
      (response) =>
        json(
          response,
          200,
          page('conferences', [
            conference('completed', 'CFold'),
            conference('init', PARTICIPANT_REF.conferenceId),
          ]),
        ),
      (response) =>
        json(
          response,
          200,
          page('participants', [
            participant('rep', { hold: true }),
            participant('supervisor-i-1', { coaching: true }),
            participant('customer', { status: 'ringing' }),
            participant('recorder', {}),
          ]),
        ),
    );
    assert.deepEqual(await control.observeConference('call-1'), {
      conferenceId: PARTICIPANT_REF.conferenceId,
      participants: [
        {
          party: { role: 'rep' },
          connectionId: PARTICIPANT_REF.connectionId,
          audibleTo: 'everyone',
          onHold: true,
        },
        {
          party: { role: 'supervisor', interventionId: 'i-1' },
          connectionId: PARTICIPANT_REF.connectionId,
          audibleTo: 'rep',
          onHold: false,
        },
      ],
      rings: [{ party: { role: 'customer' }, connectionId: PARTICIPANT_REF.connectionId }],
    });
  });

  it('lists conferences that are not over, a thousand a page, page by page', async () => {
    const list = `/2010-04-01/Accounts/${ACCOUNT.accountSid}/Conferences.json`;
    const next = `${list}?Status=in-progress&PageSize=1000&Page=1&PageToken=PACF2`;
    answers.push(
      (response) => json(response, 200, page('conferences', [conference('init', 'CF1')])),
      (response) =>
        json(response, 200, {
          ...page('conferences', [conference('in-progress', 'CF2')]),
          next_page_uri: next,
        }),
      (response) => json(response, 200, page('conferences', [conference('in-progress', 'CF3')])),
    );
    assert.deepEqual(
      await control.listConferences(),
      ['CF1', 'CF2', 'CF3'].map((conferenceId) => ({ callId: 'call-1', conferenceId })),
    );
    assert.deepEqual(
      received.map(({ path }) => path),
      [`${list}?Status=init&PageSize=1000`, `${list}?Status=in-progress&PageSize=1000`, next],
    );
  });

  it('looks into a conference that is known with one request, and by name when it is over', async () => {
    answers.push((response) => json(response, 200, page('participants', [participant('rep', {})])));
    await control.observeConference('call-1', PARTICIPANT_REF.conferenceId);
    assert.equal(received.length, 1);
    answers.push(
      (response) => json(response, 404, { code: 20404, message: 'not found', status: 404 }),
      (response) => json(response, 200, page('conferences', [])),
    );
    assert.equal(
      await control.observeConference('call-1', PARTICIPANT_REF.conferenceId),
      undefined,
    );
    answers.push(
      (response) => json(response, 200, page('participants', [])),
      (response) => json(response, 200, page('conferences', [])),
    );
    assert.equal(
      await control.observeConference('call-1', PARTICIPANT_REF.conferenceId),
      undefined,
    );
  });

  it('tries again when the carrier had no room for the request', async () => {
    answers.push((response) =>
      json(response, 429, { code: 20429, message: 'Too many requests', status: 429 }),
    );
    await control.set(PARTICIPANT_REF, { audibleTo: 'nobody' });
    assert.equal(received.length, 2);
  });

  it('asks again over a new connection when the carrier has closed the old one', async () => {
    answers.push((response) => response.destroy());
    await control.set(PARTICIPANT_REF, { audibleTo: 'nobody' });
    assert.equal(received.length, 2);
  });

  it('does not dial again when the answer was cut off', async () => {
    answers.push((response) => response.destroy());
    await assert.rejects(
      control.dialCustomer({ callId: 'call-1', orgId: 'o-1', phone: '+14155550142' }),
      (problem) => problem instanceof CarrierProblem && problem.kind === 'unavailable',
    );
    assert.equal(received.length, 1);
  });

  it('does not repeat a request that the carrier may have acted on', async () => {
    answers.push((response) =>
      json(response, 503, { code: 20503, message: 'Service unavailable', status: 503 }),
    );
    await assert.rejects(
      control.dialCustomer({ callId: 'call-1', orgId: 'o-1', phone: '+14155550142' }),
      (problem) => problem instanceof CarrierProblem && problem.kind === 'unavailable',
    );
    assert.equal(received.length, 1);
  });

  it('does not wait for a carrier that says nothing', async () => {
    answers.push(() => undefined);
    await assert.rejects(
      impatient.remove(PARTICIPANT_REF),
      (problem) => problem instanceof CarrierProblem && problem.kind === 'unavailable',
    );
  });
});

function grouped(form: URLSearchParams): Received['form'] {
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name);
      return [name, values.length > 1 ? values : values[0]!];
    }),
  );
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const participant = (label: string, more: object) => ({
  call_sid: PARTICIPANT_REF.connectionId,
  conference_sid: PARTICIPANT_REF.conferenceId,
  label,
  muted: false,
  hold: false,
  coaching: false,
  status: 'connected',
  ...more,
});
const conference = (status: string, sid: string) => ({ sid, friendly_name: 'call-1', status });
const page = (name: string, rows: unknown[]) => ({
  [name]: rows,
  page: 0,
  page_size: 50,
  next_page_uri: null,
});

const succeed = (response: ServerResponse): void => json(response, 200, participant('rep', {}));
const created = (response: ServerResponse): void =>
  json(response, 201, participant('customer', { status: 'queued' }));

const refusedCoach = (response: ServerResponse): void =>
  json(response, 400, { code: 16028, message: 'Coach target is not there', status: 400 });
