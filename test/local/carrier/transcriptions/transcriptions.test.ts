import assert from 'node:assert/strict';
import type { Twilio } from 'twilio';
import { ACCOUNT, onLocalCarrier, type LocalCarrier } from '../../../support/localCarrier.ts';
import type { ToneApp } from '../../../support/toneApp.ts';
import { until } from '../../../support/until.ts';

const PHONES = { customer: '+15005550001', rep: '+15005550002', supervisor: '+15005550003' };
const VOICES = { customer: 'marcus', rep: 'lena', supervisor: 'priya' };
/** What each says first. */
const FIRST = {
  customer: 'Marcus Hale speaking.',
  rep: 'Hi, this is Lena Brandt from Northwind. Thanks for taking the time.',
  supervisor: 'Hello, this is Priya Raman.',
};
type Role = keyof typeof PHONES;
const scripts = Object.fromEntries(
  (Object.keys(PHONES) as Role[]).map((role) => [
    PHONES[role],
    { voice: VOICES[role], firstPauseMs: 400, pauseMs: 300 },
  ]),
);

describe('transcriptions', () => {
  let local: LocalCarrier;
  let client: Twilio;
  let app: ToneApp;
  onLocalCarrier((place) => {
    ({ local, app } = place);
    ({ client } = local);
  }, scripts);

  const join = (room: string, role: Role, { before = '', attributes = '' } = {}) =>
    local.join(room, PHONES[role], { before, attributes: `beep="false" ${attributes}` });
  const noun = (attributes = '') =>
    `<Start><Transcription statusCallbackUrl="${app.httpUrl}/words" ${attributes}/></Start>`;
  const reported = (path = '/words') =>
    app.requests.filter((one) => one.path === path).map(({ params }) => params);
  const finals = (path = '/words') => reported(path).filter((one) => one.Final === 'true');
  const transcriptOf = (one: Record<string, string>) =>
    (JSON.parse(one.TranscriptionData!) as { transcript: string }).transcript;

  it('tells that it began, what is said, and that it is over', async () => {
    const { callSid } = await join('said', 'customer', {
      before: noun(
        'name="ears" track="inbound_track" partialResults="true" inboundTrackLabel="customer"',
      ),
    });
    await until('a final result', () => finals().length > 0);
    await client.calls(callSid).update({ status: 'completed' });
    await until('the end', () =>
      reported().some((one) => one.TranscriptionEvent === 'transcription-stopped'),
    );
    await local.carrier.callbacks.idle();
    const reports = reported().toSorted((a, b) => Number(a.SequenceId) - Number(b.SequenceId));
    const [started, ...rest] = reports;
    assert.deepEqual(
      [
        started!.TranscriptionEvent,
        started!.SequenceId,
        started!.CallSid,
        started!.AccountSid,
        started!.Track,
        started!.PartialResults,
        started!.LanguageCode,
        started!.TranscriptionEngine,
        started!.InboundTrackLabel,
      ],
      [
        'transcription-started',
        '1',
        callSid,
        ACCOUNT.accountSid,
        'inbound_track',
        'true',
        'en-US',
        'google',
        'customer',
      ],
    );
    assert.ok(JSON.parse(started!.ProviderConfiguration!));
    assert.match(started!.TranscriptionSid!, /^GT[0-9a-f]{32}$/);
    const sentence = rest
      .filter((one) => one.TranscriptionEvent === 'transcription-content')
      .slice(0, 3);
    assert.deepEqual(
      sentence.map((one) => [transcriptOf(one), one.Final, one.Track]),
      [
        ['Marcus', 'false', 'inbound_track'],
        ['Marcus Hale', 'false', 'inbound_track'],
        [FIRST.customer, 'true', 'inbound_track'],
      ],
    );
    assert.equal(
      (JSON.parse(sentence[2]!.TranscriptionData!) as { confidence: number }).confidence,
      0.97,
    );
    assert.deepEqual(
      reports.map((one) => one.SequenceId),
      reports.map((_, i) => String(i + 1)),
    );
    assert.equal(reports.at(-1)!.TranscriptionEvent, 'transcription-stopped');
  });

  it('keeps to final results unless partial ones are asked for', async () => {
    const { callSid } = await join('finals', 'customer', { before: noun('track="inbound_track"') });
    await until('a final result', () => finals().length > 0);
    assert.deepEqual(
      reported().filter((one) => one.Final === 'false'),
      [],
    );
    await client.calls(callSid).update({ status: 'completed' });
  });

  it('has on the outbound track what the leg hears, but never a coach', async () => {
    const rep = await join('tracks', 'rep', { before: noun('track="outbound_track"') });
    await join('tracks', 'customer');
    await until('the customer on the rep’s outbound track', () =>
      finals().some((one) => transcriptOf(one) === FIRST.customer),
    );
    const supervisor = await join('tracks', 'supervisor', {
      before: `<Start><Transcription track="inbound_track" statusCallbackUrl="${app.httpUrl}/coach"/></Start>`,
      attributes: `coach="${rep.callSid}" startConferenceOnEnter="false"`,
    });
    await until('the whisper on the coach’s own track', () =>
      finals('/coach').some((one) => transcriptOf(one) === FIRST.supervisor),
    );
    assert.ok(
      finals().every(
        (one) =>
          one.Track === 'outbound_track' && !/Priya|renewal|team likes/.test(transcriptOf(one)),
      ),
      'neither coach',
    );
    assert.ok(!finals().some((one) => transcriptOf(one) === FIRST.rep), 'nor the leg itself');
    await client
      .conferences(rep.conferenceSid)
      .participants(supervisor.callSid)
      .update({ muted: false, coaching: false });
    await until('the barge on the rep’s outbound track', () =>
      finals().some((one) => /renewal|price|outages|third year/.test(transcriptOf(one))),
    );
    await local.end(rep.conferenceSid);
  });

  it('is started and stopped by REST', async () => {
    const { callSid } = await join('rest', 'customer');
    const created = await client.calls(callSid).transcriptions.create({
      name: 'mine',
      track: 'both_tracks',
      statusCallbackUrl: `${app.httpUrl}/words`,
      partialResults: true,
      transcriptionEngine: 'deepgram',
    });
    assert.deepEqual(
      [created.status, created.name, created.callSid],
      ['in-progress', 'mine', callSid],
    );
    const partial = await until('a partial result', () =>
      reported().find((one) => one.Final === 'false'),
    );
    assert.ok(Number(partial.Stability) > 0);
    assert.equal(
      (await client.calls(callSid).transcriptions('mine').update({ status: 'stopped' })).status,
      'stopped',
    );
    await until('the end', () =>
      reported().some((one) => one.TranscriptionEvent === 'transcription-stopped'),
    );
    await assert.rejects(
      client.calls(callSid).transcriptions(created.sid).update({ status: 'stopped' }),
      { code: 20404 },
    );
    await client.calls(callSid).update({ status: 'completed' });
    await assert.rejects(client.calls(callSid).transcriptions.create(), { code: 21220 });
  });

  it('tells of an error when its engine gives up, and of the end', async () => {
    const { callSid } = await join('fails', 'customer', { before: noun() });
    await local.control('DELETE', `transcriptions/${callSid}`);
    const [, failed, stopped] = await until('the end', () => {
      const ordered = reported().toSorted((a, b) => Number(a.SequenceId) - Number(b.SequenceId));
      return ordered.length === 3 ? ordered : undefined;
    });
    assert.deepEqual(
      [failed!.TranscriptionEvent, failed!.ErrorCode, stopped!.TranscriptionEvent],
      ['transcription-error', '32650', 'transcription-stopped'],
    );
    await client.calls(callSid).update({ status: 'completed' });
  });
});
