import type { Conference } from '../conference/conference.ts';
import type { StepGate } from '../faults/stepGate.ts';
import type { Leg } from '../legs/leg.ts';
import { hearsWithFault, type MediaFault } from '../media/mediaFaults.ts';
import { scriptedRing, startTalking, type Script } from '../parties/scripts.ts';
import { sipRing } from '../parties/sip.ts';
import type { Signaling } from '../signaling/signaling.ts';
import type { AccountNumber } from '../switchboard/accountNumber.ts';
import type { Ring } from '../switchboard/switchboard.ts';
import { ENGINE_FAILED, type Transcriptions } from '../transcriptions/transcriptions.ts';
import {
  endFaults,
  faultsOf,
  setFaults,
  type FaultRequest,
  type FaultDeps,
} from './faultSettings.ts';

/** Scripts by address: `+1555…` numbers and `client:…` identities. `*` is any other number. */
export type ScriptBook = Map<string, Script>;

/** A request below `/_local/`. */
export interface ControlRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: ControlBody;
}

/** The body of a control request; each operation reads its own fields. */
interface ControlBody extends FaultRequest {
  address?: string;
  script?: Script;
  from?: string;
  to?: string;
  params?: Record<string, string>;
  identity?: string;
  digits?: string;
  downMs?: number;
  hold?: boolean;
}

/** What the control API reads and changes. */
export interface ControlDeps extends FaultDeps {
  readonly signaling: Signaling;
  readonly transcriptions: Transcriptions;
  readonly scripts: ScriptBook;
  readonly voiceUrl: string;
  readonly numbers: readonly AccountNumber[];
  readonly steps: StepGate;
  /** Crashes after answering the request, and starts again after `downMs`. */
  readonly restart: (downMs: number) => void;
}

/**
 * What rings at an address: a registered browser, or else a scripted party. Undefined if nothing
 * does.
 */
export function findRing(
  { board, signaling, scripts }: Pick<ControlDeps, 'board' | 'signaling' | 'scripts'>,
  address: string,
): Ring | undefined {
  const browser = address.startsWith('client:')
    ? signaling.ring(address.slice('client:'.length))
    : undefined;
  if (browser) return browser;
  if (/^sips?:/i.test(address)) return sipRing(scripts.get(address), (leg) => board.hangUp(leg));
  const script = scripts.get(address) ?? (address.startsWith('+') ? scripts.get('*') : undefined);
  return script && scriptedRing(script, (leg) => board.hangUp(leg));
}

/**
 * Handles the control API for tests and the demo; nothing of it exists at Twilio. Returns undefined
 * for an unknown path.
 */
export function control(
  parts: ControlDeps,
  { method, path, query, body }: ControlRequest,
): unknown {
  const { board, callbacks, signaling, scripts } = parts;

  switch (`${method} ${path.split('/').slice(0, 3).join('/')}`) {
    case 'POST /_local/calls':
      return callIn(parts, body);
    case 'POST /_local/scripts':
      scriptedRing(body.script ?? {}, (leg) => board.hangUp(leg));
      scripts.set(body.address ?? '*', body.script ?? {});
      return {};
    case 'POST /_local/faults':
      setFaults(parts, body);
      return faultsOf(parts);
    case 'GET /_local/faults':
      return faultsOf(parts);
    case 'DELETE /_local/faults':
      endFaults(parts);
      return {};
    case 'POST /_local/drop-sockets':
      signaling.dropSockets(body.identity);
      return {};
    case 'POST /_local/lose-sound':
      signaling.loseSound(body.identity ?? '');
      return {};
    case 'POST /_local/expire-tokens':
      signaling.expireTokens();
      return {};
    case 'POST /_local/restart':
      parts.restart(body.downMs ?? 0);
      return {};
    case 'DELETE /_local/transcriptions':
      for (const one of parts.transcriptions.of(path.split('/')[3] ?? ''))
        one.fail(ENGINE_FAILED.code, ENGINE_FAILED.message);
      return {};
    case 'GET /_local/callbacks':
      return callbacks.log.slice(-200);
    case 'GET /_local/debugger':
      return board.debugger;
    case 'GET /_local/clients':
      return signaling.registered();
    case 'GET /_local/conferences':
      return board.rooms.list().map((room) => conferenceView(room, board.rooms.mediaFault));
    case 'GET /_local/steps':
      return parts.steps.waiting();
    case 'POST /_local/steps':
      if (body.hold !== undefined) parts.steps.set(body.hold);
      else parts.steps.next();
      return {};
    case 'GET /_local/mixes':
      return board.rooms.latest(query.get('conference') ?? '')?.mixLog.mixes();
    case 'GET /_local/legs':
      return [...board.legs.values()].map(legView);
    case 'GET /_local/levels':
      return levelsOf(board.legs.get(query.get('callSid') ?? ''), query);
    case 'POST /_local/digits': {
      const leg = board.legs.get(path.split('/')[3] ?? '');
      for (const digit of body.digits ?? '') leg?.press(digit);
      return leg && {};
    }
    case 'DELETE /_local/legs': {
      const leg = board.legs.get(path.split('/')[3] ?? '');
      if (leg) board.hangUp(leg);
      return leg && {};
    }
    default:
      return undefined;
  }
}

/**
 * A scripted party calls in: as a client through the TwiML App, or to one of the account's numbers.
 */
function callIn(
  { board, voiceUrl, numbers }: Pick<ControlDeps, 'board' | 'voiceUrl' | 'numbers'>,
  { from = '', to, params = {}, script = {} }: ControlBody,
): { callSid: string } | undefined {
  const isClient = from.startsWith('client:');
  const number = isClient ? undefined : numbers.find(({ phoneNumber }) => phoneNumber === to);
  const url = isClient ? voiceUrl : number?.voiceUrl;
  if (!url) return undefined;
  const nobody = { send: () => undefined, ended: () => undefined };
  const statusCallback = number?.statusCallback
    ? ({ url: number.statusCallback, method: 'POST', events: ['completed'] } as const)
    : undefined;
  const leg = board.receive({ from, to: to ?? '', direction: 'inbound', statusCallback }, nobody, {
    url,
    params,
  });
  leg.farEnd = startTalking(leg, script, (ended) => board.hangUp(ended));
  return { callSid: leg.callSid };
}

function conferenceView(
  { sid, friendlyName, status, participants }: Conference,
  mediaFault: MediaFault | null,
) {
  const present = [...participants.values()];
  return {
    sid,
    friendlyName,
    status,
    participants: present.map(
      ({ leg, label, muted, hold, coaching, callSidToCoach, endConferenceOnExit }) => ({
        callSid: leg.callSid,
        label,
        muted,
        hold,
        coaching,
        callSidToCoach,
        endConferenceOnExit,
        hears: present
          .filter((other) =>
            hearsWithFault(
              mediaFault,
              { callSid: leg.callSid, muted, hold, coaching },
              { callSid: other.leg.callSid, ...other },
            ),
          )
          .map((other) => other.label),
      }),
    ),
  };
}

const legView = ({ callSid, from, to, status, answeredAt, isDetected, spokenTexts }: Leg) => ({
  callSid,
  from,
  to,
  status,
  answeredAt,
  isDetected,
  told: spokenTexts,
});

/** The levels of tones at the ear of a leg in a period. */
const levelsOf = (leg: Leg | undefined, query: URLSearchParams) =>
  leg?.heard.levels(
    (query.get('hz') ?? '').split(',').map(Number),
    Number(query.get('since') ?? 0),
    Number(query.get('until') ?? Infinity),
  );
