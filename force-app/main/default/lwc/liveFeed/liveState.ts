import USER_ID from '@salesforce/user/Id';
import {
  interventionOf,
  unreachable,
  type CallView,
  type InterventionView,
  type MonitoringScope,
  type NoticeView,
  type Problem,
  type TakenOffView,
} from 'c/callModel';
import type { ServerEvent } from './serverEvents';

export type FeedStatus = 'connecting' | 'live' | 'lost' | 'refused';

export interface WhileAway {
  silentAt: string;
  offAt: string;
}

export interface LiveState {
  status: FeedStatus;
  /** Why the feed is lost or refused. */
  reason?: Problem;
  /** While the feed is lost or refused: when the data was last up to date, in ms since 1970. */
  asOf?: number;
  /** While Salesforce does not answer, but new joins are still possible: until when they are. */
  grantsUntil?: string;
  /** While Salesforce does not confirm this person's permissions: when they were last confirmed. */
  staleSince?: string;
  /** Meanwhile: when a running intervention of this person falls silent, and when it ends. */
  whileAway?: WhileAway;
  /** Whether a snapshot was received. Before that, an empty list means nothing. */
  loaded: boolean;
  /** False once the server knows that this person may not monitor any call. */
  mayMonitor?: boolean;
  /** Whose calls this person can monitor, and by which covert rules. */
  monitors?: MonitoringScope;
  /** The version of the policy in force. */
  policyVersion?: string;
  /** In order of arrival. A change of one call changes this list in place. */
  calls: readonly CallView[];
  notices: readonly NoticeView[];
  interventionsDue: readonly InterventionView[];
  /** The last call that this person was taken off. */
  takenOff?: TakenOff;
}

/** `isSeen`: the person has closed what is said of it, or is on a call again. */
export interface TakenOff extends TakenOffView {
  readonly callId: string;
  readonly isSeen?: boolean;
}

/** Which calls changed: all, none, or one, which was removed if `call` is absent. */
export type CallChange = 'all' | 'none' | { readonly callId: string; readonly call?: CallView };

/** A call that is not shown to this person any more, who may have been taken off it. */
interface GoneCall {
  readonly callId: string;
  readonly takenOff?: TakenOffView;
}

interface Snapshot extends Pick<
  LiveState,
  'calls' | 'notices' | 'interventionsDue' | 'policyVersion' | 'mayMonitor' | 'monitors'
> {
  readonly gone?: readonly GoneCall[];
}

export const NOTHING: LiveState = {
  status: 'connecting',
  loaded: false,
  calls: [],
  notices: [],
  interventionsDue: [],
};

/** The state after an event of the server. */
export const received = (state: LiveState, event: ServerEvent): LiveState =>
  withTakenOff(changed(state, event), event);

function changed(state: LiveState, { event, data }: ServerEvent): LiveState {
  switch (event) {
    case 'snapshot': {
      const { gone: _gone, ...snapshot } = data as Snapshot;
      return {
        ...snapshot,
        grantsUntil: state.grantsUntil,
        staleSince: state.staleSince,
        whileAway: state.whileAway,
        takenOff: state.takenOff,
        status: 'live',
        reason: undefined,
        asOf: undefined,
        loaded: true,
      };
    }
    case 'rights':
      return { ...state, ...rightsIn(data) };
    case 'call':
      return withChanged(state, data as CallView);
    case 'notice':
      return { ...state, notices: replaced(state.notices, data as NoticeView, 'noticeId') };
    case 'gone':
      return withoutCall(state, (data as { callId: string }).callId);
    case 'intervention':
      return withIntervention(state, data as InterventionView);
    case 'ping':
    case 'written':
    case 'words':
    case 'attention':
    case 'cues':
    case 'follow':
    case 'followed':
    case 'joint-call':
      return state;
    default:
      return unreachable(event);
  }
}

/** Keeps why this person was taken off a call, also when the call itself is not shown any more. */
function withTakenOff(state: LiveState, event: ServerEvent): LiveState {
  const known = state.takenOff;
  const latest = takenOffBy(event)
    .filter(({ at }) => known === undefined || at > known.at)
    .toSorted((a, b) => b.at.localeCompare(a.at))[0];
  const takenOff = latest ?? known;
  if (!takenOff || (takenOff === known && known.isSeen)) return state;
  const isOn = state.calls.some((call) => interventionOf(call, USER_ID) !== undefined);
  return isOn || latest ? { ...state, takenOff: { ...takenOff, isSeen: isOn } } : state;
}

function takenOffBy({ event, data }: ServerEvent): TakenOff[] {
  switch (event) {
    case 'snapshot': {
      const { calls, gone = [] } = data as Snapshot;
      return [...calls.flatMap(takenOffIn), ...gone.flatMap(takenOffOf)];
    }
    case 'call':
      return takenOffIn(data as CallView);
    case 'gone':
      return takenOffOf(data as GoneCall);
    case 'rights':
    case 'notice':
    case 'intervention':
    case 'ping':
    case 'written':
    case 'words':
    case 'attention':
    case 'cues':
    case 'follow':
    case 'followed':
    case 'joint-call':
      return [];
    default:
      return unreachable(event);
  }
}

const takenOffOf = ({ callId, takenOff }: GoneCall): TakenOff[] =>
  takenOff ? [{ ...takenOff, callId }] : [];

const takenOffIn = ({ callId, status, you }: CallView): TakenOff[] =>
  status === 'ended' ? [] : takenOffOf({ callId, takenOff: you.takenOff });

type Rights = Pick<LiveState, 'grantsUntil' | 'staleSince' | 'whileAway'>;

function rightsIn(data: unknown): Rights {
  const { grantsUntil, staleSince, whileAway } = data as Rights;
  return { grantsUntil, staleSince, whileAway };
}

/** A call that ended and was dropped stays away, though what is logged about it changes it again. */
function withChanged(state: LiveState, call: CallView): LiveState {
  const isOver =
    call.status === 'ended' && !state.calls.some(({ callId }) => callId === call.callId);
  return isOver ? state : { ...state, calls: withCall(state.calls, call) };
}

/** Which calls an event of the server changes. */
export function changedBy({ event, data }: ServerEvent): CallChange {
  if (event === 'snapshot') return 'all';
  if (event === 'gone') return { callId: (data as { callId: string }).callId };
  if (event !== 'call') return 'none';
  const call = data as CallView;
  return { callId: call.callId, call };
}

/** Adds an intervention whose outcome is due, and removes it once it is given. */
export function withIntervention(state: LiveState, intervention: InterventionView): LiveState {
  const due = intervention.outcome?.status === 'due';
  return {
    ...state,
    interventionsDue: due
      ? replaced(state.interventionsDue, intervention, 'interventionId')
      : without(
          state.interventionsDue,
          ({ interventionId }) => interventionId === intervention.interventionId,
        ),
  };
}

/** Removes an ended call and its notices. A call that is not ended stays. */
export function withoutEnded(state: LiveState, callId: string): LiveState {
  const call = state.calls.find((one) => one.callId === callId);
  return call?.status === 'ended' ? withoutCall(state, callId) : state;
}

/** Removes a call that this person may no longer see, and its notices. */
const withoutCall = (state: LiveState, callId: string): LiveState => ({
  ...state,
  calls: withoutOne(state.calls, callId),
  notices: without(state.notices, (notice) => notice.callId === callId),
});

/** The index of each call in a list that was copied for changes in place. */
const placesIn = new WeakMap<readonly CallView[], Map<string, number>>();

function withCall(calls: readonly CallView[], call: CallView): readonly CallView[] {
  const { list, places } = changeable(calls);
  const at = places.get(call.callId) ?? list.length;
  list[at] = call;
  places.set(call.callId, at);
  return list;
}

function withoutOne(calls: readonly CallView[], callId: string): readonly CallView[] {
  const { list, places } = changeable(calls);
  const at = places.get(callId);
  if (at === undefined) return list;
  list.splice(at, 1);
  places.delete(callId);
  for (let i = at; i < list.length; i += 1) places.set(list[i]!.callId, i);
  return list;
}

/** Copies a list of calls once, at its first change. */
function changeable(calls: readonly CallView[]) {
  const known = placesIn.get(calls);
  if (known) return { list: calls as CallView[], places: known };
  const list = [...calls];
  const places = new Map(list.map(({ callId }, i) => [callId, i]));
  placesIn.set(list, places);
  return { list, places };
}

function replaced<T, K extends keyof T>(list: readonly T[], item: T, key: K): readonly T[] {
  return list.some((each) => each[key] === item[key])
    ? list.map((each) => (each[key] === item[key] ? item : each))
    : [...list, item];
}

/** Returns the same list if nothing is removed, so that nothing renders again. */
function without<T>(list: readonly T[], goes: (item: T) => boolean): readonly T[] {
  return list.some(goes) ? list.filter((item) => !goes(item)) : list;
}
