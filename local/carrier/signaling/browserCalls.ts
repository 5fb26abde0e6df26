import type { WebSocket } from 'ws';
import { newSid } from '../formats/sids.ts';
import { isOver, type FarEnd, type Leg } from '../legs/leg.ts';
import type { BrowserMedia } from '../media/browserMedia.ts';
import type { Ring, Switchboard } from '../switchboard/switchboard.ts';
import { isAbandoned, type KeptLeg } from './callers.ts';
import { send, type Payload } from './messages.ts';

/**
 * A browser leg: its sound, and the socket for its messages, which may be replaced during the call.
 */
interface BrowserLeg extends KeptLeg {
  leg: Leg;
  media: BrowserMedia;
  socket: WebSocket;
  reconnect: string;
  heardAt: number;
  lostAt?: number;
  keptMs: number;
  answered?: (sdp: string) => Promise<void>;
  refused?: () => void;
}

/** The calls of browsers. */
export interface BrowserCalls {
  find(callSid: string | undefined): BrowserLeg | undefined;
  /** Places a call to the TwiML App. */
  place(socket: WebSocket, identity: string, payload: Payload): Promise<void>;
  /** The SDK resumes a live call after a drop, and after every new token. */
  resume(socket: WebSocket, callSid: string | undefined): void;
  /** Rings a browser. */
  ring(socket: WebSocket, identity: string): Ring;
  /** The socket has closed: its calls are ended unless they are resumed in time. */
  lose(socket: WebSocket): void;
  /** Drops all sound that is sent to a browser in its current calls, by whatever socket they go. */
  loseSound(identity: string): void;
  close(): void;
}

export interface BrowserCallDeps {
  readonly accountSid: string;
  readonly voiceUrl: string;
  readonly board: Switchboard;
  /** How long the calls of a socket are kept without it. */
  readonly keptMsOf: (socket: WebSocket) => number;
}

const LOOK_MS = 1_000;

/**
 * WebRTC is loaded when the first browser connects, because it is large and scripts do not need it.
 */
export const loadBrowserMedia = () => import('../media/browserMedia.ts');

export function createBrowserCalls({
  accountSid,
  voiceUrl,
  board,
  keptMsOf,
}: BrowserCallDeps): BrowserCalls {
  const calls = new Map<string, BrowserLeg>();
  const abandonedLooks = setInterval(() => {
    const now = Date.now();
    for (const call of calls.values()) {
      const isRinging = call.answered !== undefined;
      // A ringing phone has no sound yet, so only its socket decides whether it is given up.
      if (isRinging && call.lostAt === undefined) continue;
      if (isAbandoned(call, now)) board.hangUp(call.leg);
    }
  }, LOOK_MS);

  const farEndOf = (call: BrowserLeg): FarEnd => ({
    send: (frame) => call.media.send(frame),
    ended: () => {
      calls.delete(call.leg.callSid);
      send(call.socket, call.answered ? 'cancel' : 'hangup', { callsid: call.leg.callSid });
      call.media.close();
    },
  });

  const newCall = (socket: WebSocket, media: BrowserMedia) => ({
    media,
    socket,
    reconnect: newSid('RT'),
    heardAt: Date.now(),
    keptMs: keptMsOf(socket),
  });

  async function place(socket: WebSocket, identity: string, payload: Payload): Promise<void> {
    const media = (await loadBrowserMedia()).createBrowserMedia();
    const params = Object.fromEntries(new URLSearchParams(payload.twilio?.params ?? ''));
    const sdp = await media.answer(payload.sdp ?? '');
    const call = newCall(socket, media) as BrowserLeg;
    const leg = board.receive(
      { from: `client:${identity}`, to: params.To ?? '', direction: 'inbound' },
      {
        send: (frame) => media.send(frame),
        ended: () => farEndOf(call).ended('completed'),
      },
      { url: voiceUrl, params },
    );
    call.leg = leg;
    calls.set(leg.callSid, call);
    listenTo(call);
    send(socket, 'ringing', { callsid: leg.callSid });
    send(socket, 'answer', { callsid: leg.callSid, sdp, reconnect: call.reconnect });
  }

  /** Offers a call to a browser. Calls `onAnswer` when the browser answers. */
  async function offer(
    call: BrowserLeg,
    { identity, parameters }: { readonly identity: string; readonly parameters: object },
  ): Promise<void> {
    const { leg, media, socket } = call;
    calls.set(leg.callSid, call);
    leg.farEnd = farEndOf(call);
    const sdp = await media.offer();
    if (isOver(leg)) return;
    send(socket, 'invite', {
      callsid: leg.callSid,
      sdp,
      reconnect: call.reconnect,
      parameters: {
        CallSid: leg.callSid,
        AccountSid: accountSid,
        From: leg.from,
        To: `client:${identity}`,
        Params: new URLSearchParams({ ...parameters }).toString(),
      },
    });
  }

  return {
    find: (callSid) => calls.get(callSid ?? ''),
    place,
    resume(socket, callSid) {
      const call = calls.get(callSid ?? '');
      if (!call)
        return send(socket, 'hangup', {
          callsid: callSid,
          error: { code: 31005, message: 'The call is over' },
        });
      Object.assign(call, { socket, lostAt: undefined, keptMs: keptMsOf(socket) });
      send(socket, 'answer', { callsid: call.leg.callSid, reconnect: call.reconnect });
    },
    ring:
      (socket, identity) =>
      (leg, parameters, { answer, refuse }) =>
        void (async () => {
          const media = (await loadBrowserMedia()).createBrowserMedia();
          const call: BrowserLeg = { ...newCall(socket, media), leg };
          call.refused = () => refuse('busy');
          call.answered = async (sdp) => {
            call.answered = undefined;
            await call.media.acceptAnswer(sdp);
            listenTo(call);
            send(call.socket, 'answer', { callsid: leg.callSid, reconnect: call.reconnect });
            answer(farEndOf(call));
          };
          await offer(call, { identity, parameters });
        })().catch(() => refuse('failed')),
    lose(socket) {
      for (const call of calls.values()) if (call.socket === socket) call.lostAt = Date.now();
    },
    loseSound(identity) {
      for (const { leg, media } of calls.values())
        if ([leg.from, leg.to.split('?')[0]].includes(`client:${identity}`))
          media.send = () => undefined;
    },
    close: () => clearInterval(abandonedLooks),
  };
}

function listenTo(call: BrowserLeg): void {
  call.media.onFrame = (frame) => {
    call.heardAt = Date.now();
    call.leg.speak(frame);
  };
  call.media.onDigit = (digit) => call.leg.press(digit);
}
