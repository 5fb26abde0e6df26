import issue from '@salesforce/apex/DealsideSessionToken.issue';
import { isRefusedWith, type Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { ON_REFUSED_SESSION } from './refusedSession';

export interface Session {
  token: string;
  expiresAt: string;
  serverUrl: string;
}

const RENEW_BEFORE_MS = 60_000;

let current: Session | undefined;
let underWay: Promise<Session> | undefined;
/** Survives forgetting the session. */
let lastServerUrl: string | undefined;

/**
 * The running user's session, valid for at least another minute. Simultaneous callers share one
 * request to Apex.
 */
export async function session(): Promise<Session> {
  if (current && Date.parse(current.expiresAt) - Date.now() > RENEW_BEFORE_MS) return current;
  underWay ??= renewal().finally(() => {
    underWay = undefined;
  });
  return underWay;
}

/** Forgets the session, so that the next caller gets a new one. */
export function forgetSession(): void {
  current = undefined;
}

/**
 * Longer than Salesforce normally takes. After that, the person gets a problem instead of waiting.
 */
const ANSWER_WITHIN_MS = 10_000;
/** The same for read-only requests to the server. */
const READ_WITHIN_MS = 20_000;
const SILENT = new Error('no answer');

function orSilent<T>(answer: Promise<T>, withinMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const silent = new Promise<never>((_, reject) => {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared once it is answered
    timer = setTimeout(() => reject(SILENT), withinMs);
  });
  return Promise.race([answer, silent]).finally(() => clearTimeout(timer));
}

async function renewal(): Promise<Session> {
  const issued = issue().then((session) => {
    current = session;
    lastServerUrl = session.serverUrl;
    return session;
  });
  try {
    return await orSilent(issued, ANSWER_WITHIN_MS);
  } catch (fault) {
    if (fault === SILENT)
      throw problem({
        code: 'crm_unavailable',
        message: labels.problemSalesforceSilent,
        hint: labels.problemSalesforceSilentHint,
      });
    if (isSignedOut(fault))
      throw problem({
        code: 'session_ended',
        message: labels.problemSessionEnded,
        hint: labels.problemSessionEndedHint,
      });
    throw problem({
      code: 'session_unavailable',
      message: (fault as { body?: { message?: string } }).body?.message ?? labels.problemSession,
      hint: labels.problemSessionHint,
    });
  }
}

/** Whether Salesforce takes the person's own session no longer, by its status or its code. */
function isSignedOut(fault: unknown): boolean {
  const { status, body } = (fault ?? {}) as { status?: number; body?: unknown };
  return status === 401 || JSON.stringify(body ?? '').includes('INVALID_SESSION_ID');
}

/**
 * Fetches from the Dealside server as the running user. A session that is refused is renewed once
 * where that can help.
 */
export async function authorizedFetch(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await sent(path, init);
  if (response.status !== 401) return response;
  const why = await problemOf(response);
  if (ON_REFUSED_SESSION[why.code] !== 'renew') throw why;
  forgetSession();
  return sent(path, init);
}

async function sent(path: string, init: RequestInit): Promise<Response> {
  const { serverUrl, token } = await session();
  try {
    return await fetch(serverUrl + path, {
      ...init,
      headers: { ...init.headers, Authorization: `Bearer ${token}` },
    });
  } catch (fault) {
    if (init.signal?.aborted) throw fault;
    throw networkProblem();
  }
}

const networkProblem = (): Problem & Error =>
  problem({
    code: 'network',
    message: labels.problemNetwork,
    hint: labels.problemNetworkHint,
  });

/** The keys of interventions that were joined on this page. */
const interventionKeys = new Map<string, string>();

/** Stores the key, so that silence and leaving of this intervention need no session. */
export function storeInterventionKey(interventionId: string, key: string | undefined): void {
  if (key) interventionKeys.set(interventionId, key);
}

/** Requests a silent mode. */
export const requestSilence = <T>(interventionId: string, change: object): Promise<T> =>
  requestByKey(interventionId, 'mode', change);

/** Leaves a call. Who is off it already, because the intervention has ended, has left. */
export async function leave(interventionId: string): Promise<void> {
  try {
    await requestByKey(interventionId, 'leave', {});
  } catch (fault) {
    if (!isRefusedWith(asProblem(fault), 'intervention_ended')) throw fault;
  }
}

/**
 * Sends a request with the intervention's key if this page has it, because Salesforce may not issue
 * a session meanwhile. A key that the server does not know is forgotten, and the session is used.
 */
async function requestByKey<T>(
  interventionId: string,
  act: 'mode' | 'leave',
  body: object,
): Promise<T> {
  const key = interventionKeys.get(interventionId);
  const path = `/api/interventions/${interventionId}/${act}`;
  if (!key || !lastServerUrl) return request('POST', path, body);
  const response = await fetch(lastServerUrl + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', Authorization: `Intervention ${key}` },
  }).catch(() => {
    throw networkProblem();
  });
  if (response.ok) return (await response.json()) as T;
  if (response.status !== 401) throw await problemOf(response);
  interventionKeys.delete(interventionId);
  return request('POST', path, body);
}

/**
 * Sends a request to the server and returns its data, or throws a Problem in the server's words.
 * Reads time out after a while. Changes do not, because they may have been carried out.
 */
export async function request<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  if (method !== 'GET') return answered(method, path, body);
  try {
    return await orSilent(answered<T>(method, path), READ_WITHIN_MS);
  } catch (fault) {
    if (fault !== SILENT) throw fault;
    throw problem({
      code: 'network',
      message: labels.problemNoAnswer,
      hint: labels.problemNoAnswerHint,
    });
  }
}

async function answered<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await authorizedFetch(path, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    }),
  });
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** The Problem of a refused or failed response. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => undefined)) as { error?: Problem } | undefined;
  return body?.error?.code
    ? problem(body.error)
    : problem({ code: 'server', message: labels.problemServer, hint: labels.problemServerHint });
}

/** The Problem of an error of an Apex method, in the method's own words for the person. */
export function apexProblem(fault: unknown): Problem {
  const message = (fault as { body?: { message?: string } }).body?.message;
  return message
    ? { code: 'salesforce', message }
    : { code: 'salesforce', message: labels.problemServer, hint: labels.problemServerHint };
}

/** Any thrown value as a Problem that can be shown. */
export function asProblem(fault: unknown): Problem {
  const known = fault as Partial<Problem> | undefined;
  return known?.code && known.message
    ? { ...(known as Problem), message: known.message }
    : { code: 'server', message: labels.problemServer, hint: labels.problemServerHint };
}

function problem(fields: Problem): Problem & Error {
  return Object.assign(new Error(fields.message), fields);
}
