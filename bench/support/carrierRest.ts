import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import {
  conferenceView,
  pageOf,
  participantView,
  type Room,
  type RoomParticipant,
} from './carrierRooms.ts';
import { sharedNow } from './stats.ts';

/** A change of a participant that the server asked for. Times are of the shared clock. */
export interface Asked {
  readonly connectionId: string;
  readonly what: 'silence' | 'whisper' | 'other' | 'remove';
  readonly arrivedAt: number;
  readonly answeredAt: number;
}

export interface CarrierRest {
  readonly server: Server;
  /** Requests since the last look, of any kind. */
  requests: number;
  /** Before each answer, in milliseconds. */
  delayMs: number;
  /** The same for requests that only read, if it is longer. */
  readDelayMs: number;
  rooms: ReadonlyMap<string, Room>;
  readonly asked: Asked[];
}

/**
 * The part of Twilio's REST API that the server uses of running conferences: lists, changes of
 * participants, removal. It answers at once, unless told otherwise.
 *
 * @param changed is called after a participant has changed or left
 */
export function carrierRest(
  changed: (room: Room, participant: RoomParticipant, event: string) => void,
): CarrierRest {
  const rest: CarrierRest = {
    requests: 0,
    delayMs: 0,
    readDelayMs: 0,
    rooms: new Map(),
    asked: [],
    server: createServer((request, response) => void answer(request, response)),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrivedAt = sharedNow();
    rest.requests += 1;
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const delayMs =
      request.method === 'GET' ? Math.max(rest.delayMs, rest.readDelayMs) : rest.delayMs;
    if (delayMs > 0) await pause(delayMs);
    const { status, view } = handle(request, new URLSearchParams(body), arrivedAt);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(view === undefined ? '' : JSON.stringify(view));
  }

  function handle(
    request: IncomingMessage,
    form: URLSearchParams,
    arrivedAt: number,
  ): { status: number; view?: unknown } {
    const url = new URL(request.url!, 'http://carrier');
    const [, conferenceId, list, connectionId] =
      /\/Conferences(?:\/(\w+))?(?:\/(Participants)(?:\/(\w+))?)?\.json$/.exec(url.pathname) ?? [];
    if (!url.pathname.includes('/Conferences')) return { status: 404, view: notFound };
    if (!conferenceId) return { status: 200, view: pageOf('conferences', found(url), url) };
    const room = rest.rooms.get(conferenceId);
    if (!room) return { status: 404, view: notFound };
    if (!list) return { status: 200, view: conferenceView(room) };
    const everybody = [...room.participants.values()];
    if (!connectionId) {
      const views = everybody.map((one) => participantView(room, one));
      return { status: 200, view: pageOf('participants', views, url) };
    }
    const participant = room.participants.get(connectionId);
    if (!participant) return { status: 404, view: notFound };
    if (request.method === 'DELETE') {
      room.participants.delete(connectionId);
      note(connectionId, 'remove', arrivedAt);
      changed(room, participant, 'participant-leave');
      return { status: 204 };
    }
    if (request.method === 'POST') change(room, participant, { form, arrivedAt });
    return { status: 200, view: participantView(room, participant) };
  }

  function found(url: URL): unknown[] {
    const name = url.searchParams.get('FriendlyName');
    const status = url.searchParams.get('Status');
    if (status && status !== 'in-progress') return [];
    const rooms = [...rest.rooms.values()];
    return (name ? rooms.filter(({ callId }) => callId === name) : rooms).map(conferenceView);
  }

  function change(
    room: Room,
    participant: RoomParticipant,
    { form, arrivedAt }: { readonly form: URLSearchParams; readonly arrivedAt: number },
  ): void {
    const before = { ...participant };
    const flag = (name: string, now: boolean): boolean =>
      form.has(name) ? form.get(name) === 'true' : now;
    participant.muted = flag('Muted', before.muted);
    participant.hold = flag('Hold', before.hold);
    participant.coaching = flag('Coaching', before.coaching);
    const what = !form.has('Muted')
      ? 'other'
      : participant.muted
        ? 'silence'
        : participant.coaching
          ? 'whisper'
          : 'other';
    note(participant.connectionId, what, arrivedAt);
    if (before.muted !== participant.muted)
      changed(room, participant, participant.muted ? 'participant-mute' : 'participant-unmute');
    else if (before.hold !== participant.hold)
      changed(room, participant, participant.hold ? 'participant-hold' : 'participant-unhold');
    else if (before.coaching !== participant.coaching)
      changed(room, participant, 'participant-modify');
  }

  const note = (connectionId: string, what: Asked['what'], arrivedAt: number): void =>
    void rest.asked.push({ connectionId, what, arrivedAt, answeredAt: sharedNow() });

  return rest;
}

const notFound = { code: 20404, message: 'The requested resource was not found', status: 404 };
