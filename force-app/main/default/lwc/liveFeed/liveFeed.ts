import type { CallView, InterventionView, NoticeView, Problem } from 'c/callModel';
import { asProblem, authorizedFetch, problemOf } from 'c/dealsideSession';
import { readEvents, type ServerEvent } from './serverEvents';

export type FeedStatus = 'connecting' | 'live' | 'lost' | 'refused';

export interface LiveState {
  status: FeedStatus;
  /** Why the feed is lost or refused. */
  reason?: Problem;
  /** Whether a snapshot has come: before, an empty list says nothing. */
  loaded: boolean;
  calls: CallView[];
  notices: NoticeView[];
  interventionsDue: InterventionView[];
}

type Listener = (state: LiveState) => void;

const SILENCE_MS = 35_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 15_000;
/** A refusal may be cured by an administrator: asked again, but seldom. */
const REFUSED_RETRY_MS = 30_000;
/** An ended call stays to be seen for a moment. */
const ENDED_SHOWN_MS = 6_000;
const PASSING = ['network', 'server', 'crm_unavailable', 'rate_limited', 'carrier_unavailable'];

const NOTHING: LiveState = { status: 'connecting', loaded: false, calls: [], notices: [], interventionsDue: [] };

const listeners = new Set<Listener>();
let state = NOTHING;
let connection: AbortController | undefined;
let retryTimer: ReturnType<typeof setTimeout> | undefined;
let silenceTimer: ReturnType<typeof setTimeout> | undefined;
let failures = 0;

/** Tells the state of all live calls now and at each change; the page has one connection, open while anybody subscribes. */
export function subscribe(listener: Listener): () => void {
  listeners.add(listener);
  if (listeners.size === 1) start();
  listener(state);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

/** Tries again at once, for example after a refusal was cured. */
export function reconnect(): void {
  if (listeners.size === 0) return;
  failures = 0;
  void connect();
}

function start(): void {
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  void connect();
}

function stop(): void {
  window.removeEventListener('online', wake);
  document.removeEventListener('visibilitychange', wake);
  disconnect();
  failures = 0;
  state = NOTHING;
}

function wake(): void {
  if (document.visibilityState !== 'hidden' && (state.status === 'lost' || state.status === 'refused')) reconnect();
}

function disconnect(): void {
  clearTimeout(retryTimer);
  clearTimeout(silenceTimer);
  connection?.abort();
  connection = undefined;
}

async function connect(): Promise<void> {
  disconnect();
  const mine = new AbortController();
  connection = mine;
  const current = () => connection === mine;
  try {
    watchSilence();
    const response = await authorizedFetch('/api/live', { signal: mine.signal, headers: { Accept: 'text/event-stream' } });
    if (!current()) return;
    if (!response.ok) throw await problemOf(response);
    await readEvents(response, (event) => {
      if (current()) receive(event);
    });
    if (current()) failed();
  } catch (fault) {
    if (current()) failed(asProblem(fault));
  }
}

function failed(reason?: Problem): void {
  disconnect();
  const refused = reason !== undefined && !PASSING.includes(reason.code);
  change({ status: refused ? 'refused' : 'lost', reason });
  const wait = refused ? REFUSED_RETRY_MS : Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
  failures += 1;
  retryTimer = setTimeout(() => void connect(), wait * (0.5 + Math.random() / 2));
}

/** The server pings each 15 s: a longer silence means that the connection is dead even if nobody said so. */
function watchSilence(): void {
  clearTimeout(silenceTimer);
  silenceTimer = setTimeout(() => failed(), SILENCE_MS);
}

function receive({ event, data }: ServerEvent): void {
  watchSilence();
  failures = 0;
  switch (event) {
    case 'snapshot':
      return change({ ...(data as Pick<LiveState, 'calls' | 'notices' | 'interventionsDue'>), status: 'live', reason: undefined, loaded: true });
    case 'call':
      return takeCall(data as CallView);
    case 'notice':
      return change({ notices: replaced(state.notices, data as NoticeView, 'noticeId') });
    case 'intervention':
      return takeIntervention(data as InterventionView);
  }
}

function takeCall(call: CallView): void {
  change({ calls: replaced(state.calls, call, 'callId') });
  if (call.status !== 'ended') return;
  setTimeout(() => {
    change({
      calls: state.calls.filter((each) => each.callId !== call.callId || each.status !== 'ended'),
      notices: state.notices.filter((notice) => notice.callId !== call.callId),
    });
  }, ENDED_SHOWN_MS);
}

function takeIntervention(intervention: InterventionView): void {
  const due = intervention.outcome?.status === 'due';
  const others = state.interventionsDue.filter((each) => each.interventionId !== intervention.interventionId);
  change({ interventionsDue: due ? replaced(state.interventionsDue, intervention, 'interventionId') : others });
}

/** Removes an intervention whose outcome has just been given here. */
export function outcomeGiven(intervention: InterventionView): void {
  takeIntervention(intervention);
}

function replaced<T, K extends keyof T>(list: T[], item: T, key: K): T[] {
  return list.some((each) => each[key] === item[key])
    ? list.map((each) => (each[key] === item[key] ? item : each))
    : [...list, item];
}

function change(part: Partial<LiveState>): void {
  if (listeners.size === 0) return;
  state = { ...state, ...part };
  for (const listener of listeners) listener(state);
}
