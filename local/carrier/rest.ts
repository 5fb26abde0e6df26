import type { Conference, Participant, ParticipantSettings } from './conference.ts';
import { isOver, type Leg } from './leg.ts';
import { conferenceView, legView, page, participantView } from './resources.ts';
import type { Switchboard } from './switchboard.ts';

export interface RestRequest {
  readonly method: string;
  /** Path after /2010-04-01/Accounts/{AccountSid}, without `.json`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
}

export interface RestAnswer { readonly status: number; readonly body?: unknown; readonly assumption?: string }

/** An error in Twilio's shape. https://www.twilio.com/docs/usage/twilios-response */
export class RestError extends Error {
  readonly status: number;
  readonly code: number;
  readonly assumption: string | undefined;
  constructor(status: number, code: number, message: string, assumption?: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.assumption = assumption;
  }
}

const PARTICIPANT_UPDATES = new Set([
  'Muted', 'Hold', 'HoldUrl', 'HoldMethod', 'AnnounceUrl', 'AnnounceMethod', 'WaitUrl', 'WaitMethod', 'BeepOnExit', 'EndConferenceOnExit', 'Coaching', 'CallSidToCoach',
]);

export interface RestSettings { readonly accountSid: string }

export type Rest = (request: RestRequest) => RestAnswer;

/** Twilio's Call, Conference and Participant resources. */
export function createRest({ accountSid }: RestSettings, board: Switchboard): Rest {
  const { rooms } = board;
  const base = `/2010-04-01/Accounts/${accountSid}`;
  const notFound = (path: string) => new RestError(404, 20404, `The requested resource ${base}${path}.json was not found`);

  function roomOf(id: string, path: string): Conference {
    const room = rooms.find(id);
    if (!room) throw notFound(path);
    return room;
  }

  function participantOf(room: Conference, idOrLabel: string, path: string): Participant {
    const name = decodeURIComponent(idOrLabel);
    const found = room.participants.get(name) ?? [...room.participants.values()].find((p) => p.label === name);
    if (!found) throw notFound(path);
    return found;
  }

  function conferences(request: RestRequest, [, id]: string[]): RestAnswer {
    if (!id) {
      const { query } = request;
      const rows = rooms.list().filter((room) =>
        (!query.has('FriendlyName') || room.friendlyName === query.get('FriendlyName')) && (!query.has('Status') || query.get('Status') === 'in-progress'));
      return { status: 200, body: page('conferences', rows.map((room) => conferenceView(accountSid, room)), `${base}/Conferences`) };
    }
    const room = roomOf(id, request.path);
    if (request.method === 'POST' && request.form.get('Status') === 'completed') rooms.end(room, 'conference-ended-via-api');
    return { status: 200, body: conferenceView(accountSid, room) };
  }

  function participants(request: RestRequest, [, conferenceId = '', , callSid]: string[]): RestAnswer {
    const { method, path, form, query } = request;
    if (!callSid && method === 'POST') return createParticipant(decodeURIComponent(conferenceId), form);
    const room = roomOf(conferenceId, path);
    if (!callSid) {
      const wanted = [...room.participants.values()].filter((p) =>
        (['Muted', 'Hold', 'Coaching'] as const).every((flag) => !query.has(flag) || String(p[flag.toLowerCase() as 'muted' | 'hold' | 'coaching']) === query.get(flag)));
      return { status: 200, body: page('participants', wanted.map((p) => participantView(accountSid, room, p)), `${base}/Conferences/${room.sid}/Participants`) };
    }
    const participant = participantOf(room, callSid, path);
    if (method === 'DELETE') {
      rooms.leave(room, participant.leg.callSid, 'kicked');
      return { status: 204 };
    }
    if (method === 'POST') rooms.change(room, participant, changeOf(form, room));
    return { status: 200, body: participantView(accountSid, room, participant) };
  }

  function createParticipant(friendlyName: string, form: URLSearchParams): RestAnswer {
    const from = required(form, 'From');
    const to = required(form, 'To');
    const label = form.get('Label') ?? undefined;
    if (label && (label.length > 128 || /^CA[0-9a-f]{32}$/i.test(label) || /\/|%2F/i.test(label))) throw new RestError(400, 16023, 'Invalid participantLabel');
    const room = rooms.find(friendlyName);
    if (label && room && [...room.participants.values()].some((p) => p.label === label)) {
      throw new RestError(400, 16025, `Participant label ${label} is already in use`, 'label conflicts are refused at once');
    }
    const settings: ParticipantSettings = {
      label, muted: form.get('Muted') === 'true', coaching: form.get('Coaching') === 'true', callSidToCoach: form.get('CallSidToCoach') ?? undefined,
      startConferenceOnEnter: form.get('StartConferenceOnEnter') !== 'false', endConferenceOnExit: form.get('EndConferenceOnExit') === 'true',
      statusCallback: form.get('ConferenceStatusCallback') ?? undefined,
      statusCallbackEvents: form.has('ConferenceStatusCallbackEvent') ? form.getAll('ConferenceStatusCallbackEvent').flatMap((events) => events.split(' ')) : undefined,
    };
    const opened = rooms.open(friendlyName);
    const callback = form.get('StatusCallback');
    const { leg, queueTimeMs } = board.dial(
      {
        from, to, direction: 'outbound-api', timeoutMs: Number(form.get('Timeout') ?? 60) * 1000,
        statusCallback: callback ? { url: callback, method: 'POST', events: form.has('StatusCallbackEvent') ? form.getAll('StatusCallbackEvent').flatMap((e) => e.split(' ')) : ['completed'] } : undefined,
      },
      (answered) => board.enterRoom(answered, friendlyName, settings),
    );
    return {
      status: 201,
      body: {
        account_sid: accountSid, call_sid: leg.callSid, label: label ?? null, conference_sid: opened.sid,
        date_created: leg.createdAt.toUTCString().replace('GMT', '+0000'), date_updated: leg.createdAt.toUTCString().replace('GMT', '+0000'),
        end_conference_on_exit: settings.endConferenceOnExit, muted: settings.muted, hold: false, status: 'queued',
        start_conference_on_enter: settings.startConferenceOnEnter, coaching: false, call_sid_to_coach: null,
        queue_time: String(Math.round(queueTimeMs)), uri: `${base}/Conferences/${opened.sid}/Participants/${leg.callSid}.json`,
      },
    };
  }

  function calls(request: RestRequest, [, callSid]: string[]): RestAnswer {
    const { method, form, path } = request;
    if (!callSid && method === 'POST') {
      if (!instructionsOf(form)) throw new RestError(400, 21205, 'Url parameter is required.');
      const { leg } = board.dial({ from: required(form, 'From'), to: required(form, 'To'), direction: 'outbound-api' }, (answered) => board.redirect(answered, instructionsOf(form)!));
      return { status: 201, body: legView(accountSid, leg) };
    }
    if (!callSid) return { status: 200, body: page('calls', [...board.legs.values()].map((leg) => legView(accountSid, leg)), `${base}/Calls`) };
    const leg = board.legs.get(callSid);
    if (!leg) throw notFound(path);
    if (method === 'POST') updateCall(leg, form);
    return { status: 200, body: legView(accountSid, leg) };
  }

  function updateCall(leg: Leg, form: URLSearchParams): void {
    if (isOver(leg)) throw new RestError(400, 21220, 'Call is not in-progress. Cannot redirect.');
    if (form.get('Status') === 'completed' || form.get('Status') === 'canceled') return board.hangUp(leg);
    const instructions = instructionsOf(form);
    if (!instructions) return;
    if (leg.status !== 'in-progress') throw new RestError(400, 21220, 'Call is not in-progress. Cannot redirect.');
    board.redirect(leg, instructions);
  }

  return (request) => {
    const parts = request.path.split('/').filter(Boolean);
    if (parts[0] === 'Calls' && parts.length <= 2) return calls(request, parts);
    if (parts[0] === 'Conferences' && parts.length <= 2) return conferences(request, parts);
    if (parts[0] === 'Conferences' && parts[2] === 'Participants' && parts.length <= 4) return participants(request, parts);
    throw notFound(request.path);
  };
}

function changeOf(form: URLSearchParams, room: Conference): ParticipantSettings {
  for (const name of form.keys()) {
    if (!PARTICIPANT_UPDATES.has(name)) throw new RestError(400, 20001, `Invalid parameter ${name}`, 'unknown parameters are refused');
  }
  const hold = flag(form, 'Hold');
  const coaching = form.has('Coaching') ? flag(form, 'Coaching') : form.has('CallSidToCoach') ? true : undefined;
  const callSidToCoach = form.get('CallSidToCoach') ?? undefined;
  if (hold !== undefined && (coaching !== undefined || form.has('AnnounceUrl'))) {
    throw new RestError(400, 20001, 'Hold, Coaching and AnnounceUrl can not be combined', 'the code for unsupported combinations is not documented');
  }
  if (coaching) {
    if (!callSidToCoach) throw new RestError(400, 20001, 'CallSidToCoach is required when Coaching is true', 'the code is not documented');
    const coached = room.participants.get(callSidToCoach);
    if (!coached) throw new RestError(400, 16028, 'The participant to be whispered to is not in the conference', 'the HTTP status is not documented');
    if (coached.hold) throw new RestError(400, 16027, 'The participant to be whispered to is on hold', 'the HTTP status is not documented');
  }
  // Anything but `true` means false: a malformed Muted unmutes.
  return { muted: flag(form, 'Muted'), hold, coaching, callSidToCoach, endConferenceOnExit: flag(form, 'EndConferenceOnExit') };
}

/** What a Call is told to do: a document, or the address of one. A document without an address has nothing its links are relative to. */
function instructionsOf(form: URLSearchParams): { document?: string; url: string } | undefined {
  const document = form.get('Twiml') || undefined;
  const url = form.get('Url') || undefined;
  return document || url ? { document, url: url ?? 'http://127.0.0.1/' } : undefined;
}

const flag = (form: URLSearchParams, name: string): boolean | undefined => (form.has(name) ? form.get(name) === 'true' : undefined);

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw new RestError(400, 21201, `No '${name}' number is specified`);
  return value;
}
