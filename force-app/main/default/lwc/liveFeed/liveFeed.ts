import { forgetSession, session, Problem } from 'c/dealsideSession';
import { createEventReader } from './eventReader';
import type { CallView, InterventionView, NoticeView } from 'c/dealsideTypes';

export type FeedStatus = 'connecting' | 'live' | 'lost' | 'refused';

export interface FeedState {
    status: FeedStatus;
    message?: string;
    /** False until the first snapshot: nothing is known yet. */
    known: boolean;
    calls: CallView[];
    notices: NoticeView[];
    interventionsDue: InterventionView[];
}

type Listener = (state: FeedState) => void;

const EMPTY: FeedState = { status: 'connecting', known: false, calls: [], notices: [], interventionsDue: [] };
const SILENCE_MS = 35_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;
const ENDED_STAYS_MS = 4_000;

const listeners = new Set<Listener>();
let state: FeedState = EMPTY;
let connection: AbortController | undefined;
let retryMs = FIRST_RETRY_MS;
let retryTimer: ReturnType<typeof setTimeout> | undefined;
let silenceTimer: ReturnType<typeof setTimeout> | undefined;

/** Follows live calls. One connection serves the whole page; it opens with the first listener and closes with the last. */
export function subscribe(listener: Listener): () => void {
    listeners.add(listener);
    listener(state);
    if (listeners.size === 1) start();
    return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
    };
}

/** Tries again at once, as when the network has come back. */
export function reconnect(): void {
    if (listeners.size === 0) return;
    connection?.abort();
    clearTimeout(retryTimer);
    connect();
}

function start(): void {
    window.addEventListener('online', reconnect);
    document.addEventListener('visibilitychange', wake);
    connect();
}

function stop(): void {
    window.removeEventListener('online', reconnect);
    document.removeEventListener('visibilitychange', wake);
    connection?.abort();
    clearTimeout(retryTimer);
    clearTimeout(silenceTimer);
    state = EMPTY;
}

function wake(): void {
    if (document.visibilityState === 'visible' && state.status === 'lost') reconnect();
}

function publish(change: Partial<FeedState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener(state);
}

async function connect(): Promise<void> {
    const own = new AbortController();
    connection = own;
    try {
        const { token, serverUrl } = await session();
        const answer = await fetch(`${serverUrl}/api/live`, { headers: { authorization: `Bearer ${token}` }, signal: own.signal });
        if (answer.status === 401) forgetSession();
        if (!answer.ok || !answer.body) throw await problemOf(answer);
        await follow(answer.body, own);
        throw new Problem({ code: 'lost', message: 'The live connection ended.' });
    } catch (error) {
        if (own.signal.aborted || connection !== own) return;
        failed(error as Problem);
    }
}

async function follow(body: ReadableStream<Uint8Array>, own: AbortController): Promise<void> {
    const events = createEventReader(take);
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (;;) {
        watchForSilence(own);
        const { done, value } = await reader.read();
        if (done) return;
        events(decoder.decode(value, { stream: true }));
    }
}

/** A connection that says nothing, not even a ping, is as good as gone. */
function watchForSilence(own: AbortController): void {
    clearTimeout(silenceTimer);
    silenceTimer = setTimeout(() => {
        if (connection !== own) return;
        own.abort();
        failed(new Problem({ code: 'lost', message: 'Dealside has gone silent.' }));
    }, SILENCE_MS);
}

async function problemOf(answer: Response): Promise<Problem> {
    const body = await answer.json().catch(() => undefined);
    return new Problem(body?.error ?? { code: 'unknown', message: `Dealside answered ${answer.status}.` });
}

function failed(problem: Problem): void {
    clearTimeout(silenceTimer);
    const refused = ['user_inactive', 'org_unknown', 'token_signature_invalid', 'session_unavailable'].includes(problem.code);
    publish({ status: refused ? 'refused' : 'lost', message: problem.message });
    retryTimer = setTimeout(() => connect(), retryMs * (0.75 + Math.random() / 2));
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
}

function take(event: string, data: any): void {
    switch (event) {
        case 'snapshot':
            retryMs = FIRST_RETRY_MS;
            publish({ status: 'live', message: undefined, known: true, ...data });
            break;
        case 'call':
            publish({ calls: replaced(state.calls, data, 'callId') });
            if (data.status === 'ended') setTimeout(() => drop(data.callId), ENDED_STAYS_MS);
            break;
        case 'notice':
            publish({ notices: replaced(state.notices, data, 'noticeId') });
            break;
        case 'intervention':
            publish({ interventionsDue: replaced(state.interventionsDue, data, 'interventionId') });
            break;
        default:
    }
}

function drop(callId: string): void {
    publish({ calls: state.calls.filter((call) => call.callId !== callId || call.status !== 'ended') });
}

/** Takes an intervention off the list once its outcome is given or put off. */
export function outcomeSettled(interventionId: string): void {
    publish({ interventionsDue: state.interventionsDue.filter((due) => due.interventionId !== interventionId) });
}

function replaced<T>(list: T[], item: T, key: keyof T): T[] {
    const at = list.findIndex((one) => one[key] === item[key]);
    return at < 0 ? [item, ...list] : list.map((one, i) => (i === at ? item : one));
}
