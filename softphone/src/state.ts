import type { Language } from './strings.ts';
import type { CallView, Mode, NoticeView, Supervision, WhileAway } from './types.ts';

/** All that the softphone shows. It changes only by `reduce`. */
export interface SoftphoneState {
  /** What everything is said in. */
  readonly language: Language;
  readonly device: DeviceState;
  readonly microphone: 'unknown' | 'ready' | 'missing';
  readonly call: LineState;
  readonly feed: 'connecting' | 'live' | 'lost';
  /** From when this person's permissions are, while Salesforce does not confirm them. */
  readonly staleSince?: string;
  readonly whileAway?: WhileAway;
  readonly calls: readonly CallView[];
  readonly notices: readonly NoticeView[];
  readonly me?: {
    readonly userId: string;
    readonly modes: readonly Mode[];
    readonly takesCalls: boolean;
  };
  readonly quality?: string;
  readonly problem?: { readonly message: string; readonly hint?: string };
}

type DeviceState =
  | { readonly status: 'waiting' | 'connecting' | 'registered' | 'lost' }
  | { readonly status: 'failed'; readonly message: string };

export type LineState =
  | { readonly status: 'idle' }
  | { readonly status: 'incoming'; readonly callId?: string; readonly name: string }
  | Engaged;

export interface Engaged {
  readonly status: 'connecting' | 'open';
  readonly callId?: string;
  readonly interventionId?: string;
  readonly muted: boolean;
  readonly since: string;
}

export type SoftphoneEvent =
  | { readonly type: 'session-arrived' }
  | { readonly type: 'language'; readonly language: Language }
  | { readonly type: 'me-known'; readonly me: NonNullable<SoftphoneState['me']> }
  | { readonly type: 'device'; readonly device: DeviceState }
  | { readonly type: 'microphone'; readonly microphone: SoftphoneState['microphone'] }
  | { readonly type: 'call-incoming'; readonly callId?: string; readonly name: string }
  | {
      readonly type: 'call-connecting';
      readonly callId?: string;
      readonly interventionId?: string;
      readonly at: string;
    }
  | { readonly type: 'call-open'; readonly at: string }
  | { readonly type: 'call-muted'; readonly muted: boolean }
  | { readonly type: 'call-ended' }
  | {
      readonly type: 'snapshot';
      readonly feed: SoftphoneState['feed'];
      readonly calls: readonly CallView[];
      readonly notices: readonly NoticeView[];
      readonly staleSince?: string;
      readonly whileAway?: WhileAway;
    }
  | { readonly type: 'quality'; readonly warning?: string }
  | { readonly type: 'problem'; readonly problem?: SoftphoneState['problem'] };

export const INITIAL: SoftphoneState = {
  language: 'en',
  device: { status: 'waiting' },
  microphone: 'unknown',
  call: { status: 'idle' },
  feed: 'connecting',
  calls: [],
  notices: [],
};

/** Returns the state after an event. */
export function reduce(state: SoftphoneState, event: SoftphoneEvent): SoftphoneState {
  switch (event.type) {
    case 'session-arrived':
      return state.device.status === 'waiting'
        ? { ...state, device: { status: 'connecting' } }
        : state;
    case 'language':
      return { ...state, language: event.language };
    case 'me-known':
      return { ...state, me: event.me };
    case 'device':
      return { ...state, device: event.device };
    case 'microphone':
      return { ...state, microphone: event.microphone };
    case 'call-incoming':
      return state.call.status === 'idle'
        ? { ...state, call: { status: 'incoming', callId: event.callId, name: event.name } }
        : state;
    case 'call-connecting':
      return {
        ...state,
        problem: undefined,
        quality: undefined,
        call: {
          status: 'connecting',
          callId: event.callId,
          interventionId: event.interventionId,
          muted: false,
          since: event.at,
        },
      };
    case 'call-open':
      return isEngaged(state.call)
        ? { ...state, call: { ...state.call, status: 'open', since: event.at } }
        : state;
    case 'call-muted':
      return isEngaged(state.call)
        ? { ...state, call: { ...state.call, muted: event.muted } }
        : state;
    case 'call-ended':
      return { ...state, call: { status: 'idle' }, quality: undefined };
    case 'snapshot':
      return {
        ...state,
        feed: event.feed,
        calls: event.calls.filter((call) => call.status !== 'ended'),
        notices: event.notices,
        staleSince: event.staleSince,
        whileAway: event.whileAway,
      };
    case 'quality':
      return { ...state, quality: event.warning };
    case 'problem':
      return { ...state, problem: event.problem };
    default:
      return unreachable(event);
  }
}

export const isEngaged = (line: LineState): line is Engaged =>
  line.status === 'connecting' || line.status === 'open';

/** The call this softphone is in, as the server sees it. */
export function currentCall({ call, calls }: SoftphoneState): CallView | undefined {
  if (!isEngaged(call)) return undefined;
  return calls.find(
    (one) =>
      one.callId === call.callId ||
      one.interventions.some((i) => i.interventionId === call.interventionId),
  );
}

/** The intervention for which this softphone is on the call. */
export function ownIntervention(state: SoftphoneState): Supervision | undefined {
  const { call } = state;
  if (!isEngaged(call) || !call.interventionId) return undefined;
  return currentCall(state)?.interventions.find((i) => i.interventionId === call.interventionId);
}

/** The latest notice of each supervisor who is on this person's own calls now. */
export function activeNotices({ notices, calls }: SoftphoneState): NoticeView[] {
  const latest = new Map<string, NoticeView>();
  for (const notice of [...notices].sort(
    (a, b) =>
      a.at.localeCompare(b.at) ||
      a.noticeId.localeCompare(b.noticeId, undefined, { numeric: true }),
  )) {
    if (!notice.endedAt && calls.some((call) => call.callId === notice.callId))
      latest.set(notice.interventionId, notice);
  }
  return [...latest.values()];
}

function unreachable(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
