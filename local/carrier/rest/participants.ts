import type { Conference, Expected, JoinRefusal, Participant } from '../conference/conference.ts';
import type { Rooms } from '../conference/rooms.ts';
import type { Leg } from '../legs/leg.ts';
import { detectMachine } from '../legs/machineDetection.ts';
import { checkAddresses } from './addresses.ts';
import type { Assumption } from './assumptions.ts';
import { legFactsOf } from './dialing.ts';
import { notFound, RestError } from './errors.ts';
import { page, PAGING } from './pages.ts';
import { flag } from './parameters.ts';
import { changeOf, CREATE, settingsOf, UPDATE } from './participantParameters.ts';
import type { RestDeps } from './parts.ts';
import { dialedRecordingOf } from './recordings.ts';
import type { Resource, RestAnswer, RestRequest } from './router.ts';
import { expectedView, participantView } from './views.ts';

const CONFERENCE_SID = /^CF[0-9a-fA-F]{32}$/;

/**
 * The Participant resource. https://www.twilio.com/docs/voice/api/conference-participant-resource
 */
export const participants: Resource = (account) => {
  const { accountSid, board } = account;
  const { rooms } = board;
  const view = ({ room, participant, expected }: Found) =>
    participant
      ? participantView(accountSid, room, participant)
      : expectedView(accountSid, room, expected);
  return [
    {
      method: 'POST',
      path: '/Conferences/{ConferenceSid}/Participants.json',
      parameters: CREATE,
      answer: (request, { ConferenceSid = '' }) => create(account, ConferenceSid, request),
    },
    {
      method: 'GET',
      path: '/Conferences/{ConferenceSid}/Participants.json',
      parameters: { ...PAGING, Muted: flag, Hold: flag, Coaching: flag },
      answer(request, { ConferenceSid }) {
        const wanted = all(roomOf(rooms, ConferenceSid, request.path))
          .map(view)
          .filter((row) =>
            (['Muted', 'Hold', 'Coaching'] as const).every(
              (name) =>
                !request.query.has(name) ||
                String(row[name.toLowerCase() as 'muted' | 'hold' | 'coaching']) ===
                  request.query.get(name),
            ),
          );
        return {
          status: 200,
          body: page('participants', wanted, request, {
            nameOf: (row) => `CP${row.call_sid.slice(2)}`,
            view: (row) => row,
          }),
        };
      },
    },
    {
      method: 'GET',
      path: '/Conferences/{ConferenceSid}/Participants/{CallSid}.json',
      answer: ({ path }, ids) => ({ status: 200, body: view(find(rooms, ids, path)) }),
    },
    {
      method: 'POST',
      path: '/Conferences/{ConferenceSid}/Participants/{CallSid}.json',
      parameters: UPDATE,
      answer({ path, form }, ids) {
        const found = find(rooms, ids, path);
        if (!found.participant || found.participant.leg.status === 'ringing')
          throw new RestError(
            400,
            21220,
            'The participant is not connected yet',
            'change-before-answer',
          );
        const { change, assumption } = changeOf(form, found.room, found.participant);
        rooms.change(found.room, found.participant, change);
        return { status: 200, body: view(found), assumption };
      },
    },
    {
      method: 'DELETE',
      path: '/Conferences/{ConferenceSid}/Participants/{CallSid}.json',
      answer({ path }, ids) {
        const { room, participant, expected } = find(rooms, ids, path);
        if (participant && participant.leg.status !== 'ringing')
          rooms.leave(room, participant.leg.callSid, 'kicked');
        else board.hangUp((participant ?? expected).leg);
        return { status: 204, assumption: 'leave-reason' };
      },
    },
  ];
};

/** An ended conference has no participants: 404. */
function roomOf(rooms: Rooms, sid: string | undefined, path: string): Conference {
  const room = rooms.find(sid ?? '');
  if (!room || room.sid !== sid || room.status === 'completed')
    throw notFound(path, 'ended-conference');
  return room;
}

type Found =
  | { room: Conference; participant: Participant; expected?: undefined }
  | { room: Conference; participant?: undefined; expected: Expected };

function find(
  rooms: Rooms,
  { ConferenceSid, CallSid: name = '' }: Readonly<Record<string, string>>,
  path: string,
): Found {
  const room = roomOf(rooms, ConferenceSid, path);
  const participant =
    room.participants.get(name) ??
    [...room.participants.values()].find(({ label }) => label === name);
  if (participant) return { room, participant };
  const expected =
    room.expected.get(name) ??
    [...room.expected.values()].find(({ settings }) => settings.label === name);
  if (expected) return { room, expected };
  throw notFound(path);
}

const all = (room: Conference): Found[] => [
  ...[...room.participants.values()].map((participant): Found => ({ room, participant })),
  ...[...room.expected.values()].map((expected): Found => ({ room, expected })),
];

function create(
  { accountSid, board, callbacks, ownNumbers, recordings }: RestDeps,
  name: string,
  { form, path }: Pick<RestRequest, 'form' | 'path'>,
): RestAnswer {
  const { rooms } = board;
  const addresses = checkAddresses(form, ownNumbers);
  const settings = settingsOf(form);
  if (CONFERENCE_SID.test(name)) roomOf(rooms, name, path);
  else if (name.length > 128)
    throw new RestError(400, 20001, 'FriendlyName is longer than 128 characters', 'invalid-value');
  const known = rooms.find(name);
  const refusal = rooms.refusal(known, settings);
  if (refusal) throw new RestError(400, refusal, ...REFUSALS[refusal]);
  const room = rooms.open(known?.friendlyName ?? name);
  const enter = (entering: Leg): void => board.enterRoom(entering, room.friendlyName, settings);
  // The ringing tone of a phone is already heard in the conference.
  const isHeardRinging = addresses.to.startsWith('+') && form.get('EarlyMedia') !== 'false';
  const { leg, queueTimeMs } = board.dial(
    { ...addresses, ...legFactsOf(form) },
    (answered) => {
      detectMachine({ accountSid, callbacks, logError: board.logError }, answered, form);
      if (form.get('Record') === 'true') recordings.start(answered, dialedRecordingOf(form));
      if (!isHeardRinging) enter(answered);
    },
    isHeardRinging ? enter : undefined,
  );
  rooms.expect(room, leg, settings);
  const assumption = addresses.to.startsWith('app:') ? 'app-leg' : undefined;
  return {
    status: 201,
    assumption,
    body: {
      ...expectedView(accountSid, room, room.expected.get(leg.callSid)!),
      coaching: false,
      call_sid_to_coach: null,
      queue_time: String(Math.round(queueTimeMs)),
    },
  };
}

/** Twilio may instead refuse after the phone is answered, with a debugger entry. */
const REFUSALS: Readonly<Record<JoinRefusal, [message: string, assumption: Assumption]>> = {
  16020: ['The conference is full', 'conference-full'],
  16025: ['The participant label is already in use', 'label-conflict'],
  16027: ['The participant to be whispered to is on hold', 'coach-target-refused'],
  16028: ['The participant to be whispered to is not in the conference', 'coach-target-refused'],
};
