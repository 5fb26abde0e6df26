import type { CallView, CustomerHeard, Problem } from 'c/callModel';
import { createLoader } from 'c/dealsideLoader';
import { request } from 'c/dealsideSession';
import { createSelection, subscribe as followFeed, type FeedStatus } from 'c/liveFeed';

export { draftOf, dropDraft, saveDraft } from './drafts';

/** A record that a call can be logged on. Without a contact, the call is logged on none. */
export interface CallRecord {
  name: string;
  contactId?: string;
  accountName?: string;
  opportunityId?: string;
  opportunityName?: string;
}

/** A rep's own ended call. */
export interface RepCall {
  callId: string;
  direction: 'inbound' | 'outbound';
  startedAt: string;
  endedAt: string;
  talkedSeconds: number;
  result: 'answered' | 'not_answered' | 'not_reached';
  customerHeard?: CustomerHeard;
  phone?: string;
  record: CallRecord;
}

/** The rep's answers. */
export interface WrapUp {
  disposition: string;
  notes?: string;
  followUp?: { dueOn: string; subject?: string };
  about?: { contactId: string } | { none: true };
}

export interface WrapUpState {
  /** The latest calls without a wrap-up; `total` counts all of them. */
  readonly calls: readonly RepCall[];
  readonly total: number;
  /** Why the calls could not be loaded. */
  readonly problem?: Problem;
}

type Listener = (state: WrapUpState) => void;

const NONE: WrapUpState = { calls: [], total: 0 };
const listeners = new Set<Listener>();
let state = NONE;
let unfollow: (() => void) | undefined;
let own: readonly CallView[] = [];
let feedStatus: FeedStatus | undefined;

/**
 * Calls the listener now and at each change with this rep's calls that need a wrap-up. Returns how
 * to stop. All components of a page share one list, which is loaded again when one of the rep's
 * calls ends.
 */
export function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  listener(state);
  if (!unfollow) follow();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    unfollow?.();
    unfollow = undefined;
    state = NONE;
  };
}

const loader = createLoader(
  () => request<WrapUpState>('GET', '/api/wrap-ups'),
  ({ value, problem, isBusy }) => {
    if (isBusy) return;
    const { calls, total } = problem || !value ? state : value;
    change({ calls, total, ...(problem && { problem }) });
  },
);

export const load = (): Promise<void> => loader.load();

/** Saves the wrap-up, which finishes the call. Rejects with a Problem. */
export async function saveWrapUp(callId: string, wrapUp: WrapUp): Promise<void> {
  await request('PUT', `/api/calls/${encodeURIComponent(callId)}/wrap-up`, wrapUp);
  const calls = state.calls.filter((call) => call.callId !== callId);
  change({ calls, total: Math.max(calls.length, state.total - 1) });
  if (state.total > calls.length) void load();
}

/** The contacts and leads with the customer's number. Rejects with a Problem. */
export const recordsOf = (
  callId: string,
): Promise<{ records: readonly CallRecord[]; areMore: boolean }> =>
  request('GET', `/api/calls/${encodeURIComponent(callId)}/records`);

function follow(): void {
  const mine = createSelection(({ you, status }) => you.relation === 'rep' && status !== 'ended');
  own = [];
  feedStatus = undefined;
  void load();
  unfollow = followFeed(({ status, calls }, changed) => {
    mine.follow(calls, changed);
    const before = own;
    own = mine.calls;
    const isOver = before.some(({ callId }) => !own.some((one) => one.callId === callId));
    const isBack = status === 'live' && (feedStatus === 'lost' || feedStatus === 'refused');
    feedStatus = status;
    if (isOver || isBack) void load();
  });
}

function change(next: WrapUpState): void {
  state = next;
  for (const listener of listeners) listener(state);
}
