import { newSid } from '../formats/sids.ts';
import type { Leg } from '../legs/leg.ts';
import type { Switchboard } from '../switchboard/switchboard.ts';
import type { Callbacks } from '../webhooks/callbacks.ts';
import { openStreamSocket, type StreamSocket, type StreamTrack } from './streamSocket.ts';

/** The tracks that each value of `track` stands for. */
export const STREAM_TRACKS = {
  inbound_track: ['inbound'],
  outbound_track: ['outbound'],
  both_tracks: ['inbound', 'outbound'],
} as const satisfies Record<string, readonly StreamTrack[]>;

/** A stream as TwiML or REST request it. */
export interface StreamRequest {
  readonly url: string;
  readonly name?: string;
  readonly track?: keyof typeof STREAM_TRACKS;
  readonly statusCallback?: string;
  readonly statusCallbackMethod?: 'GET' | 'POST';
  readonly parameters: Readonly<Record<string, string>>;
}

/** Twilio's Stream resource. */
export interface Stream {
  readonly sid: string;
  readonly callSid: string;
  readonly name?: string;
  status: 'in-progress' | 'stopped';
  updatedAt: Date;
  stop(): void;
}

/** The media streams in progress. */
export interface Streams {
  /** One-way: the server listens while the leg continues with its document. */
  start(leg: Leg, request: StreamRequest): Stream;
  /** Two-way: resolves when the stream has ended and the leg continues with its document. */
  connect(leg: Leg, request: StreamRequest): Promise<void>;
  /** A stream of this leg in progress, by Sid or name. */
  find(callSid: string, sidOrName: string): Stream | undefined;
  /** Breaks all connections, as a crash would. */
  abandon(): void;
}

/** The account whose token signs the connections. */
export interface StreamSettings {
  readonly accountSid: string;
  readonly authToken: string;
}

/** Media streams and their status callbacks. https://www.twilio.com/docs/voice/twiml/stream */
export function createStreams(
  { accountSid, authToken }: StreamSettings,
  { logError }: Pick<Switchboard, 'logError'>,
  callbacks: Callbacks,
): Streams {
  const active = new Map<string, Stream & Pick<StreamSocket, 'abandon'>>();

  function open(
    leg: Leg,
    request: StreamRequest,
    {
      isTwoWay,
      onEnded = () => undefined,
    }: { readonly isTwoWay: boolean; readonly onEnded?: () => void },
  ): Stream {
    const { name, url, statusCallback, parameters } = request;
    const sid = newSid('MZ');
    const report = (event: string, error?: string) =>
      callbacks.send(
        statusCallback,
        {
          AccountSid: accountSid,
          CallSid: leg.callSid,
          StreamSid: sid,
          StreamName: name ?? sid,
          StreamEvent: event,
          StreamError: error,
          Timestamp: new Date().toISOString(),
        },
        request.statusCallbackMethod ?? 'POST',
      );
    const tracks = isTwoWay
      ? STREAM_TRACKS.inbound_track
      : STREAM_TRACKS[request.track ?? 'inbound_track'];
    const socket = openStreamSocket(
      { streamSid: sid, accountSid, authToken, leg, url, tracks, parameters, isTwoWay },
      {
        started: () => report('stream-started'),
        ended(fault) {
          Object.assign(stream, { status: 'stopped', updatedAt: new Date() });
          active.delete(sid);
          leg.onEnd.delete(socket.stop);
          if (isTwoWay) leg.onDivert.delete(socket.stop);
          if (fault) logError(leg, fault.code, fault.message);
          if (fault) report('stream-error', `${fault.code}: ${fault.message}`);
          else report('stream-stopped');
          onEnded();
        },
      },
    );
    const stream: Stream = {
      sid,
      callSid: leg.callSid,
      name,
      status: 'in-progress',
      updatedAt: new Date(),
      stop: socket.stop,
    };
    active.set(sid, Object.assign(stream, { abandon: socket.abandon }));
    leg.onEnd.add(socket.stop);
    // A one-way stream outlives the document that started it.
    if (isTwoWay) leg.onDivert.add(socket.stop);
    return stream;
  }

  return {
    abandon: () => active.forEach((stream) => stream.abandon()),
    start: (leg, request) => open(leg, request, { isTwoWay: false }),
    connect: (leg, request) =>
      new Promise((resolve) => open(leg, request, { isTwoWay: true, onEnded: resolve })),
    find: (callSid, sidOrName) =>
      [...active.values()].find(
        (stream) =>
          stream.callSid === callSid && (stream.sid === sidOrName || stream.name === sidOrName),
      ),
  };
}
