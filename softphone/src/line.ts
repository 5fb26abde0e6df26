import { VOICE_ON, type Voice } from './voice.ts';

/** A customer who rings, or a colleague who transfers one. Each has its own card. */
export interface Ring {
  /** Identifies one call of the Voice SDK on this softphone. */
  readonly lineId: string;
  readonly callId?: string;
  readonly name: string;
  /** The rep whose connection was lost. The customer is waiting for somebody to answer. */
  readonly lostRep?: string;
}

/**
 * The call this softphone is in. The Voice SDK's status of the call is authoritative; a click
 * changes it only to `ending`.
 *
 *     idle → connecting → open ⇄ reconnecting
 *              └───────────┴─────────┴→ ending → idle
 */
export type LineState = { readonly status: 'idle' } | Engaged;

export interface Engaged {
  readonly status: 'connecting' | 'open' | 'reconnecting' | 'ending';
  readonly lineId: string;
  readonly callId?: string;
  readonly interventionId?: string;
  /** Whether the rep has clicked Mute. */
  readonly muted: boolean;
  /** What a supervisor's clicks did. */
  readonly voice: Voice;
  readonly since: string;
}

/** Which call a line is for. */
export interface LineSubject {
  readonly callId?: string;
  readonly interventionId?: string;
}

/** What the Voice SDK says of one call, in the words of this softphone. */
export type LineStatus = 'ringing' | Engaged['status'] | 'ended';

export type LineEvent =
  | ({ readonly type: 'ring-started' } & Ring)
  | ({
      readonly type: 'line-connecting';
      readonly lineId: string;
      readonly at: string;
    } & LineSubject)
  | {
      readonly type: 'line-status';
      readonly lineId: string;
      readonly status: LineStatus;
      readonly at: string;
    };

export interface Lines {
  readonly call: LineState;
  readonly rings: readonly Ring[];
}

export const NO_LINES: Lines = { call: { status: 'idle' }, rings: [] };

/**
 * The lines after an event. An event about a line that is neither the call nor a ring is ignored.
 */
export function nextLines(lines: Lines, event: LineEvent): Lines {
  switch (event.type) {
    case 'ring-started': {
      const { lineId, callId, name, lostRep } = event;
      const ring = { lineId, callId, name, ...(lostRep !== undefined && { lostRep }) };
      return { ...lines, rings: [...withoutRing(lines, lineId), ring] };
    }
    case 'line-connecting': {
      const { lineId, callId, interventionId, at } = event;
      return {
        rings: withoutRing(lines, lineId),
        call: {
          status: 'connecting',
          lineId,
          callId,
          interventionId,
          muted: false,
          voice: VOICE_ON,
          since: at,
        },
      };
    }
    case 'line-status':
      return afterStatus(lines, event.lineId, { status: event.status, at: event.at });
    default:
      return unreachable(event);
  }
}

function afterStatus(
  lines: Lines,
  lineId: string,
  { status, at }: { readonly status: LineStatus; readonly at: string },
): Lines {
  const { call } = lines;
  switch (status) {
    case 'ringing':
      return lines;
    case 'ended':
      return {
        rings: withoutRing(lines, lineId),
        call: isEngaged(call) && call.lineId === lineId ? { status: 'idle' } : call,
      };
    case 'connecting':
    case 'open':
    case 'reconnecting':
    case 'ending': {
      if (!isEngaged(call) || call.lineId !== lineId || call.status === status) return lines;
      // After the click to hang up, only the end of the call counts.
      if (call.status === 'ending') return lines;
      const since = call.status === 'connecting' && status === 'open' ? at : call.since;
      return { ...lines, call: { ...call, status, since } };
    }
    default:
      return unreachable(status);
  }
}

const withoutRing = ({ rings }: Lines, lineId: string): readonly Ring[] =>
  rings.filter((ring) => ring.lineId !== lineId);

export const isEngaged = (line: LineState): line is Engaged => line.status !== 'idle';

/**
 * The intervention that this softphone is on, or is about to join: the server must answer for both.
 */
export const supervisedLine = (line: LineState): string | undefined =>
  isEngaged(line) && line.status !== 'ending' ? line.interventionId : undefined;

/** Whether sound goes both ways, or did and is about to again. */
export const isConnected = (line: LineState): line is Engaged =>
  line.status === 'open' || line.status === 'reconnecting';

function unreachable(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
