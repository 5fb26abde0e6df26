import type { Conference, Participant, ParticipantChange, ParticipantSettings } from '../room.ts';
import { required } from './calls.ts';
import { invalid, notFound, RestError } from './errors.ts';
import { flag, flagOf, listOf, method, PAGING, sid, text, url, urlOrNone } from './parameters.ts';
import { participantRecordingOf } from './recordings.ts';
import type { Check, Operation, Resource } from './router.ts';
import { page, participantView } from './views.ts';

const anything: Check = () => undefined;

/** All that may be changed of a participant. Anything but `true` in Muted means false. */
const UPDATE = {
  Muted: anything, Hold: flag, HoldUrl: url, HoldMethod: method, AnnounceUrl: url, AnnounceMethod: method,
  WaitUrl: urlOrNone, WaitMethod: method, BeepOnExit: flag, EndConferenceOnExit: flag, Coaching: flag, CallSidToCoach: sid('CA'),
} as const;

const CREATE = Object.fromEntries([
  'From', 'To', 'StatusCallback', 'StatusCallbackMethod', 'StatusCallbackEvent', 'Label', 'Timeout', 'Record', 'Muted', 'Beep', 'StartConferenceOnEnter',
  'EndConferenceOnExit', 'WaitUrl', 'WaitMethod', 'EarlyMedia', 'MaxParticipants', 'ConferenceRecord', 'ConferenceTrim', 'ConferenceStatusCallback',
  'ConferenceStatusCallbackMethod', 'ConferenceStatusCallbackEvent', 'JitterBufferSize', 'Coaching', 'CallSidToCoach', 'TimeLimit',
  'RecordingChannels', 'RecordingTrack', 'RecordingStatusCallback', 'RecordingStatusCallbackMethod', 'RecordingStatusCallbackEvent', 'Trim',
].map((name) => [name, text()]));

/** https://www.twilio.com/docs/voice/api/conference-participant-resource */
export const participants: Resource = ({ accountSid, board, recordings }) => {
  const { rooms } = board;

  function find(ids: Readonly<Record<string, string>>, path: string): { room: Conference; participant: Participant } {
    const { CallSid: name = '' } = ids;
    const room = rooms.find(ids.ConferenceSid ?? '');
    const participant = room?.participants.get(name) ?? [...(room?.participants.values() ?? [])].find(({ label }) => label === name);
    if (!room || !participant) throw notFound(path);
    return { room, participant };
  }
  const show = ({ room, participant }: ReturnType<typeof find>) => ({ status: 200, body: participantView(accountSid, room, participant) });

  const operations: readonly Operation[] = [
    {
      method: 'POST', path: '/Conferences/{ConferenceSid}/Participants.json', parameters: CREATE,
      answer: ({ form }, { ConferenceSid = '' }) => create(ConferenceSid, form),
    },
    {
      method: 'GET', path: '/Conferences/{ConferenceSid}/Participants.json', parameters: { ...PAGING, Muted: flag, Hold: flag, Coaching: flag },
      answer({ query, path }, { ConferenceSid = '' }) {
        const room = rooms.find(ConferenceSid);
        if (!room) throw notFound(path);
        const wanted = [...room.participants.values()].filter((p) =>
          (['Muted', 'Hold', 'Coaching'] as const).every((name) => !query.has(name) || String(p[name.toLowerCase() as 'muted' | 'hold' | 'coaching']) === query.get(name)));
        return { status: 200, body: page('participants', wanted.map((p) => participantView(accountSid, room, p)), path) };
      },
    },
    { method: 'GET', path: '/Conferences/{ConferenceSid}/Participants/{CallSid}.json', answer: ({ path }, ids) => show(find(ids, path)) },
    {
      method: 'POST', path: '/Conferences/{ConferenceSid}/Participants/{CallSid}.json', parameters: UPDATE,
      answer({ path, form }, ids) {
        const found = find(ids, path);
        rooms.change(found.room, found.participant, changeOf(form, found.room));
        return show(found);
      },
    },
    {
      method: 'DELETE', path: '/Conferences/{ConferenceSid}/Participants/{CallSid}.json',
      answer({ path }, ids) {
        const { room, participant } = find(ids, path);
        rooms.leave(room, participant.leg.callSid, 'kicked');
        return { status: 204 };
      },
    },
  ];

  function create(friendlyName: string, form: URLSearchParams) {
    const from = required(form, 'From');
    const to = required(form, 'To');
    const label = form.get('Label') ?? undefined;
    if (label && (label.length > 128 || /^CA[0-9a-f]{32}$/i.test(label) || /\/|%2F/i.test(label))) throw new RestError(400, 16023, 'Invalid participantLabel');
    const room = rooms.find(friendlyName);
    if (label && room && [...room.participants.values()].some((p) => p.label === label)) {
      throw new RestError(400, 16025, `Participant label ${label} is already in use`, 'label-conflict');
    }
    const settings: ParticipantSettings = {
      label, muted: form.get('Muted') === 'true', coaching: form.get('Coaching') === 'true', callSidToCoach: form.get('CallSidToCoach') ?? undefined,
      startConferenceOnEnter: form.get('StartConferenceOnEnter') !== 'false', endConferenceOnExit: form.get('EndConferenceOnExit') === 'true',
      callback: form.has('ConferenceStatusCallback')
        ? { url: form.get('ConferenceStatusCallback')!, method: 'POST', events: listOf(form, 'ConferenceStatusCallbackEvent') ?? ['start', 'end'] } : undefined,
    };
    const opened = rooms.open(friendlyName);
    const callback = form.get('StatusCallback');
    const { leg, queueTimeMs } = board.dial(
      {
        from, to, direction: 'outbound-api', timeoutMs: Number(form.get('Timeout') ?? 60) * 1000,
        statusCallback: callback ? { url: callback, method: 'POST', events: listOf(form, 'StatusCallbackEvent') ?? ['completed'] } : undefined,
      },
      (answered) => {
        if (form.get('Record') === 'true') recordings.start(answered, participantRecordingOf(form));
        board.enterRoom(answered, friendlyName, settings);
      },
    );
    return {
      status: 201,
      ...(to.startsWith('app:') && { assumption: 'app-leg' as const }),
      body: {
        account_sid: accountSid, call_sid: leg.callSid, label: label ?? null, conference_sid: opened.sid,
        date_created: leg.createdAt.toUTCString().replace('GMT', '+0000'), date_updated: leg.createdAt.toUTCString().replace('GMT', '+0000'),
        end_conference_on_exit: settings.endConferenceOnExit, muted: settings.muted, hold: false, status: 'queued',
        start_conference_on_enter: settings.startConferenceOnEnter, coaching: false, call_sid_to_coach: null,
        queue_time: String(Math.round(queueTimeMs)), uri: `/2010-04-01/Accounts/${accountSid}/Conferences/${opened.sid}/Participants/${leg.callSid}.json`,
      },
    };
  }

  return operations;
};

function changeOf(form: URLSearchParams, room: Conference): ParticipantChange {
  const hold = flagOf(form, 'Hold');
  const coaching = form.has('Coaching') ? flagOf(form, 'Coaching') : form.has('CallSidToCoach') ? true : undefined;
  const callSidToCoach = form.get('CallSidToCoach') ?? undefined;
  if (hold !== undefined && (coaching !== undefined || form.has('AnnounceUrl'))) {
    throw invalid('Hold, Coaching and AnnounceUrl can not be combined', 'unsupported-combination');
  }
  if (coaching) {
    if (!callSidToCoach) throw invalid('CallSidToCoach is required when Coaching is true', 'coaching-without-target');
    const coached = room.participants.get(callSidToCoach);
    if (!coached) throw new RestError(400, 16028, 'The participant to be whispered to is not in the conference', 'coach-target-refused');
    if (coached.hold) throw new RestError(400, 16027, 'The participant to be whispered to is on hold', 'coach-target-refused');
  }
  return { muted: flagOf(form, 'Muted'), hold, coaching, callSidToCoach, endConferenceOnExit: flagOf(form, 'EndConferenceOnExit') };
}
