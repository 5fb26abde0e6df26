import { nextList, type CallList, type CallListEvent } from './callList.ts';
import type { ConnectionVerdict } from './connection.ts';
import {
  isEngaged,
  nextLines,
  NO_LINES,
  type LineEvent,
  type LineState,
  type Ring,
} from './line.ts';
import { cannotBeHeard, type MicrophoneStatus } from './microphone.ts';
import { replacesRep } from './modes.ts';
import type { Practice } from './practice.ts';
import type { Guidance } from './quiet.ts';
import type { Reach } from './reach.ts';
import type { Language, Texts } from './strings.ts';
import type { CallView, KnownMessages, Mode, NoticeView, Supervision, WhileAway } from './types.ts';
import { confirmedVoice, nextVoice, type VoiceEvent } from './voice.ts';

/** Everything that the softphone shows. Only `reduce` changes it. */
export interface SoftphoneState {
  /** The language of all texts. */
  readonly language: Language;
  readonly device: DeviceState;
  readonly microphone: MicrophoneStatus;
  readonly call: LineState;
  readonly rings: readonly Ring[];
  readonly feed: 'connecting' | 'live' | 'lost';
  /** While the feed is lost: when the calls were last up to date, in ms since 1970. */
  readonly asOf?: number;
  /** While Salesforce does not answer: until when new joins are possible. */
  readonly grantsUntil?: string;
  /** While Salesforce does not confirm this person's permissions: when they were last confirmed. */
  readonly staleSince?: string;
  /** Whether the server does not answer heartbeats, so that the screen may be out of date. */
  readonly isServerSilent: boolean;
  readonly whileAway?: WhileAway;
  /** Whether the surrounding page has the controls of a supervised call. */
  readonly hasCallBar: boolean;
  /** The IANA time zone in which this person reads times; undefined for the browser's. */
  readonly timeZone?: string;
  /** The locale in which this person reads times in Salesforce. */
  readonly locale?: string;
  /** The hint to a supervisor whom the customer hears. */
  readonly guidance?: Guidance;
  /** How much of the time in which the customer hears them a supervisor has talked, in percent. */
  readonly talkShare?: number;
  readonly calls: readonly CallView[];
  readonly notices: readonly NoticeView[];
  readonly me?: {
    readonly userId: string;
    readonly modes: readonly Mode[];
    readonly takesCalls: boolean;
  };
  /** The network verdict of a test call or of the call itself. */
  readonly connection: ConnectionVerdict;
  /** Whether a test call is running. */
  readonly isTestingNetwork: boolean;
  readonly quality?: keyof Texts['quality'];
  readonly problem?: ShownProblem;
  /** The device on which calls reach this person, once it is known. */
  readonly reach?: Reach;
  /** The own device that is being rung to replace this softphone. */
  readonly changingTo?: Reach['device'];
  /** The call that this person was on when the page was closed or reloaded. */
  readonly left?: LeftCall;
  /** The call that this softphone was on last. */
  readonly wasOn?: string;
  /** The messages that can be left on the machine that has answered. */
  readonly messages?: KnownMessages;
  /** For reps, once it is known. */
  readonly practice?: Practice;
  /** When after-call ends, in ms since 1970 by this browser's clock. */
  readonly afterCallEndsAt?: number;
  /** People to call one after another. */
  readonly list?: CallList;
}

interface ShownProblem {
  readonly message: string;
  readonly hint?: string;
  /** Explains why nobody hears this person. Cleared once they can be heard. */
  readonly isAboutVoice?: boolean;
}

export interface LeftCall {
  readonly callId: string;
  readonly name: string;
  readonly role: 'rep' | 'supervisor';
  /**
   * Set if the rep's connection was lost. `attended`: a supervisor is talking with the customer.
   */
  readonly lost?: 'waiting' | 'attended';
}

/** `failed` has a reason and needs the person to act; `lost` recovers by itself. */
type DeviceState =
  | { readonly status: 'waiting' | 'connecting' | 'registered' | 'lost' }
  | { readonly status: 'failed'; readonly message: string };

export type SoftphoneEvent =
  | { readonly type: 'session-arrived' }
  | { readonly type: 'language'; readonly language: Language }
  | { readonly type: 'me-known'; readonly me: NonNullable<SoftphoneState['me']> }
  | { readonly type: 'device'; readonly device: DeviceState }
  | { readonly type: 'microphone'; readonly microphone: SoftphoneState['microphone'] }
  | LineEvent
  | CallListEvent
  | { readonly type: 'call-muted'; readonly muted: boolean }
  | (VoiceEvent & { readonly interventionId: string })
  | { readonly type: 'connection'; readonly connection: ConnectionVerdict }
  | { readonly type: 'messages'; readonly messages: KnownMessages }
  | { readonly type: 'practice'; readonly practice: Practice }
  | { readonly type: 'after-call'; readonly endsAt?: number }
  | { readonly type: 'reach'; readonly reach: Reach }
  | { readonly type: 'changing-device'; readonly to?: Reach['device'] }
  | { readonly type: 'network-test'; readonly isRunning: boolean }
  | { readonly type: 'left'; readonly left?: LeftCall }
  | { readonly type: 'server'; readonly isSilent: boolean }
  | { readonly type: 'guidance'; readonly guidance?: Guidance }
  | { readonly type: 'talk-share'; readonly talkShare?: number }
  | {
      readonly type: 'snapshot';
      readonly hasCallBar?: boolean;
      readonly timeZone?: string;
      readonly locale?: string;
      readonly feed: SoftphoneState['feed'];
      readonly calls: readonly CallView[];
      readonly notices: readonly NoticeView[];
      readonly asOf?: number;
      readonly grantsUntil?: string;
      readonly staleSince?: string;
      readonly whileAway?: WhileAway;
    }
  | { readonly type: 'quality'; readonly warning?: keyof Texts['quality'] }
  | { readonly type: 'problem'; readonly problem?: SoftphoneState['problem'] };

export const INITIAL: SoftphoneState = {
  language: 'en',
  device: { status: 'waiting' },
  microphone: 'unknown',
  ...NO_LINES,
  feed: 'connecting',
  isServerSilent: false,
  hasCallBar: false,
  calls: [],
  notices: [],
  connection: { status: 'unknown' },
  isTestingNetwork: false,
};

/** Returns the state after an event. */
export const reduce = (state: SoftphoneState, event: SoftphoneEvent): SoftphoneState =>
  settleVoice(apply(state, event));

function apply(state: SoftphoneState, event: SoftphoneEvent): SoftphoneState {
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
      return withoutSolved({ ...state, microphone: event.microphone });
    case 'ring-started':
    case 'line-connecting':
    case 'line-status': {
      const lines = nextLines(state, event);
      const begins = event.type === 'line-connecting';
      const isOver = !isEngaged(lines.call);
      return {
        ...state,
        ...lines,
        ...(begins && { problem: undefined, left: undefined, afterCallEndsAt: undefined }),
        ...(isOver && isEngaged(state.call) && { wasOn: state.call.callId }),
        ...((begins || isOver) && { quality: undefined, changingTo: undefined }),
      };
    }
    case 'call-muted':
      return isEngaged(state.call)
        ? { ...state, call: { ...state.call, muted: event.muted } }
        : state;
    case 'voice-silenced':
    case 'voice-asked':
    case 'voice-answered':
      return isEngaged(state.call) && state.call.interventionId === event.interventionId
        ? { ...state, call: { ...state.call, voice: nextVoice(state.call.voice, event) } }
        : state;
    case 'connection':
      return withoutSolved({ ...state, connection: event.connection });
    case 'network-test':
      return { ...state, isTestingNetwork: event.isRunning };
    case 'server':
      return { ...state, isServerSilent: event.isSilent };
    case 'messages':
      return { ...state, messages: event.messages };
    case 'guidance':
      return { ...state, guidance: event.guidance };
    case 'talk-share':
      return { ...state, talkShare: event.talkShare };
    case 'practice':
      return { ...state, practice: event.practice };
    case 'after-call':
      return { ...state, afterCallEndsAt: event.endsAt };
    case 'reach':
      return { ...state, reach: event.reach };
    case 'changing-device':
      return { ...state, changingTo: event.to };
    case 'left':
      return { ...state, left: event.left };
    case 'snapshot':
      return {
        ...state,
        feed: event.feed,
        calls: event.calls.filter((call) => call.status !== 'ended'),
        notices: event.notices,
        asOf: event.asOf,
        grantsUntil: event.grantsUntil,
        staleSince: event.staleSince,
        whileAway: event.whileAway,
        hasCallBar: event.hasCallBar ?? false,
        timeZone: event.timeZone,
        locale: event.locale,
      };
    case 'quality':
      return { ...state, quality: event.warning };
    case 'problem':
      return { ...state, problem: event.problem };
    case 'list-given':
    case 'list-kept':
    case 'list-number':
    case 'list-placed':
    case 'list-next':
    case 'list-skipped':
    case 'list-closed':
      return { ...state, list: nextList(state.list, event) };
    default:
      return unreachable(event);
  }
}

/** Removes the problem of a person who could not be heard and now can. */
function withoutSolved(state: SoftphoneState): SoftphoneState {
  const isHeard = !cannotBeHeard(state.microphone) && state.connection.status !== 'poor';
  return state.problem?.isAboutVoice && isHeard ? { ...state, problem: undefined } : state;
}

function settleVoice(state: SoftphoneState): SoftphoneState {
  if (!isEngaged(state.call)) return state;
  const voice = confirmedVoice(state.call.voice, ownIntervention(state));
  return voice === state.call.voice ? state : { ...state, call: { ...state.call, voice } };
}

/** Whether this softphone's microphone must be off. */
export const isMicrophoneOff = ({ call }: SoftphoneState): boolean =>
  isEngaged(call) && (call.muted || call.voice.status !== 'on');

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

/**
 * The call that this person can return to: their own call that continues without this softphone, or
 * the one that was left by closing or reloading the page.
 */
export function callToReturnTo({ call, calls, me, left }: SoftphoneState): LeftCall | undefined {
  if (isEngaged(call)) return undefined;
  const own = calls.find(
    (one) =>
      one.rep.userId === me?.userId &&
      one.status === 'live' &&
      !one.rep.present &&
      one.transfer?.status !== 'handing_over' &&
      !one.guests.some(({ status }) => status === 'has_call') &&
      // A rep who was lost can return to a supervisor who is talking with the customer.
      (one.repLoss !== undefined || !one.interventions.some(isInPlaceOfRep)),
  );
  if (own)
    return {
      callId: own.callId,
      name: own.customer.name,
      role: 'rep',
      ...(own.repLoss && { lost: own.repLoss.isAttended ? 'attended' : 'waiting' }),
    };
  return left?.role === 'supervisor' ? left : undefined;
}

const isInPlaceOfRep = ({ status, mode, pendingMode }: Supervision): boolean =>
  status !== 'ended' && [mode, pendingMode].some((each) => each !== undefined && replacesRep(each));

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
