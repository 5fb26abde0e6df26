import { WebSocket } from 'ws';
import type { Leg, Tap } from '../legs/leg.ts';
import { everyFrame, hearOutside } from '../media/clock.ts';
import { decodeUlaw, encodeUlaw, FRAME_MS, FRAME_SAMPLES } from '../media/dsp.ts';
import { signatureOf } from '../webhooks/signature.ts';

/** What the leg says (`inbound`), and what it hears (`outbound`). */
export type StreamTrack = 'inbound' | 'outbound';

/** One stream of one leg. */
export interface StreamFacts {
  readonly streamSid: string;
  readonly accountSid: string;
  readonly authToken: string;
  readonly leg: Leg;
  readonly url: string;
  readonly tracks: readonly StreamTrack[];
  readonly parameters: Readonly<Record<string, string>>;
  /** Whether the server speaks too: `<Connect>` rather than `<Start>`. */
  readonly isTwoWay: boolean;
}

/** A stream error, with Twilio's code. https://www.twilio.com/docs/api/errors/31920 */
interface StreamFault {
  readonly code: number;
  readonly message: string;
}

/** Called as the connection changes. */
export interface StreamSocketEvents {
  started(): void;
  /** Called once; without a fault when either side closed it normally. */
  ended(fault?: StreamFault): void;
}

/** An open stream. */
export interface StreamSocket {
  stop(): void;
  /** Breaks the connection without a close message. */
  abandon(): void;
}

/** How long Twilio waits for the handshake. */
const CONNECT_TIMEOUT_MS = 5_000;

interface ServerMessage {
  readonly event?: string;
  readonly media?: { readonly payload?: string };
  readonly mark?: { readonly name?: string };
}

/**
 * One media stream: what a leg says and hears goes to a WebSocket server, and what a two-way server
 * sends is played to the leg.
 * https://www.twilio.com/docs/voice/media-streams/websocket-messages
 */
export function openStreamSocket(facts: StreamFacts, events: StreamSocketEvents): StreamSocket {
  const { streamSid, accountSid, leg, tracks } = facts;
  const fault = addressFault(facts.url);
  if (fault) {
    queueMicrotask(() => events.ended(fault));
    return { stop: () => undefined, abandon: () => undefined };
  }
  // Twilio drops the query. Parameters are sent in the start message instead.
  const url = facts.url.split(/[?#]/)[0]!;
  const socket = new WebSocket(url, {
    handshakeTimeout: CONNECT_TIMEOUT_MS,
    perMessageDeflate: false,
    headers: {
      'x-twilio-signature': signatureOf(facts.authToken, url, {}),
      'user-agent': 'TwilioMediaStreams/1.0',
    },
  });
  const stopHearing = hearOutside();
  const player = createPlayer(leg, (name) => send('mark', { mark: { name } }));
  const chunks = { inbound: 0, outbound: 0 };
  let sequence = 0;
  let hasStarted = false;
  let isOver = false;

  function send(event: string, content: object): void {
    if (socket.readyState !== socket.OPEN) return;
    sequence += 1;
    socket.send(JSON.stringify({ event, sequenceNumber: String(sequence), ...content, streamSid }));
  }

  const sendFrame =
    (track: StreamTrack) =>
    (frame: Int16Array): void => {
      if (!hasStarted) return;
      chunks[track] += 1;
      const media = {
        track,
        chunk: String(chunks[track]),
        // The presentation time: a burst after a stall does not compress it.
        timestamp: String((chunks[track] - 1) * FRAME_MS),
        payload: encodeUlaw(frame).toString('base64'),
      };
      send('media', { media });
    };
  const tap: Tap = {
    ...Object.fromEntries(tracks.map((track) => [track, sendFrame(track)])),
    // Digits are sent on two-way streams only.
    ...(facts.isTwoWay && {
      digit: (digit: string) => send('dtmf', { dtmf: { track: 'inbound_track', digit } }),
    }),
  };

  function end(reason?: StreamFault): void {
    if (isOver) return;
    isOver = true;
    leg.taps.delete(tap);
    player.stop();
    stopHearing();
    if (socket.readyState === socket.OPEN) {
      send('stop', { stop: { accountSid, callSid: leg.callSid } });
      socket.close();
    } else socket.terminate();
    events.ended(reason);
  }

  socket.on('open', () => {
    socket.send(JSON.stringify({ event: 'connected', protocol: 'Call', version: '1.0.0' }));
    send('start', {
      start: {
        accountSid,
        streamSid,
        callSid: leg.callSid,
        tracks,
        mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
        customParameters: facts.parameters,
      },
    });
    hasStarted = true;
    leg.taps.add(tap);
    events.started();
  });
  socket.on('message', (raw) => {
    if (!facts.isTwoWay || !player.accept(parse(String(raw))))
      end({ code: 31924, message: 'Stream - Websocket - Protocol Error' });
  });
  socket.on('unexpected-response', () =>
    end({ code: 31920, message: 'Stream - WebSocket - Handshake Error' }),
  );
  socket.on('error', () =>
    end({ code: 31901, message: 'Stream - WebSocket - Connection Timeout' }),
  );
  socket.on('close', () => end());
  return { stop: () => end(), abandon: () => socket.terminate() };
}

/** Twilio allows only `wss:`. Here, `ws:` to this machine is allowed too. */
function addressFault(address: string): StreamFault | undefined {
  const { protocol, hostname } = URL.canParse(address)
    ? new URL(address)
    : { protocol: '', hostname: '' };
  if (protocol === 'wss:' || (protocol === 'ws:' && ['127.0.0.1', 'localhost'].includes(hostname)))
    return undefined;
  return { code: 31922, message: 'Stream - WebSocket - URL Schema Not Supported' };
}

/**
 * Plays what the server sends, in order and in real time. A mark is returned when everything before
 * it has been played.
 */
function createPlayer(leg: Leg, onMarkPlayed: (mark: string) => void) {
  let queue: (Int16Array | string)[] = [];
  let rest: Buffer = Buffer.alloc(0);
  let stopClock: (() => void) | undefined;

  function reportMarks(): void {
    while (typeof queue[0] === 'string') onMarkPlayed(queue.shift() as string);
  }

  function playFrame(): void {
    reportMarks();
    const frame = (queue.shift() as Int16Array | undefined) ?? lastPiece();
    if (frame) leg.hear(frame);
    reportMarks();
    if (queue.length > 0 || rest.length > 0) return;
    stopClock?.();
    stopClock = undefined;
  }

  /** The remaining samples of less than a frame, padded with silence. */
  function lastPiece(): Int16Array | undefined {
    if (rest.length === 0) return undefined;
    const frame = new Int16Array(FRAME_SAMPLES);
    frame.set(decodeUlaw(rest));
    rest = Buffer.alloc(0);
    return frame;
  }

  return {
    /** Returns whether a server may send this message. */
    accept(message: ServerMessage | undefined): boolean {
      if (message?.event === 'media' && typeof message.media?.payload === 'string') {
        rest = Buffer.concat([rest, Buffer.from(message.media.payload, 'base64')]);
        for (; rest.length >= FRAME_SAMPLES; rest = rest.subarray(FRAME_SAMPLES))
          queue.push(decodeUlaw(rest.subarray(0, FRAME_SAMPLES)));
      } else if (message?.event === 'mark' && typeof message.mark?.name === 'string') {
        const piece = lastPiece();
        if (piece) queue.push(piece);
        if (queue.length === 0) onMarkPlayed(message.mark.name);
        else queue.push(message.mark.name);
      } else if (message?.event === 'clear') {
        const marks = queue.filter((entry) => typeof entry === 'string');
        queue = [];
        rest = Buffer.alloc(0);
        marks.forEach(onMarkPlayed);
      } else return false;
      if (queue.length > 0 || rest.length > 0) stopClock ??= everyFrame(playFrame);
      return true;
    },
    stop(): void {
      stopClock?.();
      queue = [];
    },
  };
}

function parse(text: string): ServerMessage | undefined {
  try {
    const message = JSON.parse(text) as unknown;
    return message instanceof Object ? message : undefined;
  } catch {
    return undefined;
  }
}
