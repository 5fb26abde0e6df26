import USER_ID from '@salesforce/user/Id';
import type { CallView, InterventionView } from 'c/callModel';
import { policyVersionIs } from 'c/policyVersion';
import {
  changedBy,
  NOTHING,
  received,
  withIntervention,
  withoutEnded,
  type CallChange,
  type LiveState,
} from './liveState';
import type { ServerEvent } from './serverEvents';
import { openShared, type Source } from './sharing';

export type { CallChange, FeedStatus, LiveState, TakenOff, WhileAway } from './liveState';
export { createSelection } from './selection';

type Listener = (state: LiveState, change: CallChange) => void;

/** An ended call stays visible for a moment. */
const ENDED_SHOWN_MS = 6_000;
/** A change of page removes the last component before it adds the next one. */
const LINGER_MS = 2_000;

const listeners = new Set<Listener>();
const hearers = new Set<(event: ServerEvent) => void>();
let state = NOTHING;
let source: Source | undefined;
let lingering: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls the listener with the state of all live calls, now and at each change, and with which calls
 * changed. The page has one connection, which is open while there are listeners. They are called
 * tens of times a second, so they should look only at what changed. Returns how to stop.
 */
export function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  clearTimeout(lingering);
  open();
  window.addEventListener('pagehide', hide);
  window.addEventListener('pageshow', open);
  listener(state, 'all');
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) lingering = setTimeout(stop, LINGER_MS);
  };
}

/** A call, one of whose records has just been written to Salesforce. */
export interface WrittenRecord {
  callId: string;
  /** The ids of the opportunity, contact or lead, and account that the call is about. */
  recordIds: readonly string[];
}

const writtenListeners = new Set<(record: WrittenRecord) => void>();

/** Calls the listener with each record once it is in Salesforce; returns how to stop. */
export function followWritten(listener: (record: WrittenRecord) => void): () => void {
  writtenListeners.add(listener);
  const unsubscribe = subscribe(() => undefined);
  return () => {
    writtenListeners.delete(listener);
    unsubscribe();
  };
}

/**
 * Calls the listener with events other than the state of calls: transcripts and attention. Keeps
 * the feed open. Returns how to stop.
 */
export function hear(listener: (event: ServerEvent) => void): () => void {
  hearers.add(listener);
  const unsubscribe = subscribe(() => undefined);
  return () => {
    hearers.delete(listener);
    unsubscribe();
  };
}

/** The current live calls, without subscribing. */
export const liveCallsNow = (): readonly CallView[] => state.calls;

/** Retries at once, for example after the cause of a refusal was fixed. */
export function reconnect(): void {
  source?.retry();
}

/** Stops showing why this person was taken off a call. */
export function closeTakenOff(): void {
  const { takenOff } = state;
  if (takenOff) change({ ...state, takenOff: { ...takenOff, isSeen: true } }, 'none');
}

/** Removes an intervention whose outcome was just given in this tab. */
export function outcomeGiven(intervention: InterventionView): void {
  change(withIntervention(state, intervention), 'none');
  source?.tellOutcome(intervention);
}

function open(): void {
  source ??= openShared(`dealside-live-${USER_ID}`, {
    event: receiveEvent,
    status: (status, reason, asOf) => change({ ...state, status, reason, asOf }, 'none'),
    state: (next) => change(next, 'all'),
    outcomeGiven: (intervention) => change(withIntervention(state, intervention), 'none'),
    current: () => state,
  });
}

/** The browser may restore a page that was left from its cache. Meanwhile another tab leads. */
function hide(): void {
  source?.close();
  source = undefined;
  if (listeners.size === 0) stop();
}

function stop(): void {
  clearTimeout(lingering);
  window.removeEventListener('pagehide', hide);
  window.removeEventListener('pageshow', open);
  source?.close();
  source = undefined;
  state = NOTHING;
}

function receiveEvent(event: ServerEvent): void {
  for (const hearer of hearers) hearer(event);
  if (event.event === 'written')
    for (const listener of writtenListeners) listener(event.data as WrittenRecord);
  const next = received(state, event);
  if (next !== state) change(next, changedBy(event));
  if (event.event === 'call' && (event.data as CallView).status === 'ended')
    forgetLater(event.data as CallView);
}

function forgetLater({ callId }: CallView): void {
  setTimeout(() => {
    if (!source) return;
    const before = state.calls.length;
    const next = withoutEnded(state, callId);
    change(next, next.calls.length < before ? { callId } : 'none');
  }, ENDED_SHOWN_MS);
}

function change(next: LiveState, calls: CallChange): void {
  state = next;
  policyVersionIs(next.policyVersion);
  for (const listener of listeners) listener(state, calls);
}
