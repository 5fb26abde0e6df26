import { ON_REFUSED_SESSION } from './refusedSession.ts';
import type { Texts } from './strings.ts';
import type { Session } from './types.ts';

/** A refusal of the server, with the texts to show. */
export class Problem extends Error {
  readonly hint?: string;
  /** The stable code of the refusal, if the server gave one. */
  readonly code?: string;
  constructor(message: string, hint?: string, code?: string) {
    super(message);
    this.hint = hint;
    this.code = code;
  }
}

/**
 * What to show a person of a fault. A refusal has its own texts. Anything else is a fault of ours,
 * whose message means nothing to a person: it goes to the browser's console.
 */
export function shownProblem(
  fault: unknown,
  texts: Pick<Texts, 'failed' | 'waitAndRetry'>,
): { readonly message: string; readonly hint?: string } {
  if (fault instanceof Problem) return { message: fault.message, hint: fault.hint };
  reportError(fault);
  return { message: texts.failed, hint: texts.waitAndRetry };
}

/** Whether the server refused because the intervention is over. */
export const hasEnded = (fault: unknown): boolean =>
  fault instanceof Problem && fault.code === 'intervention_ended';

const KEY_UNKNOWN = 'not_authenticated';

interface Refusal {
  readonly message: string;
  readonly hint?: string;
  readonly code?: string;
}

/** The server did not answer at all. */
export class Unreachable extends Problem {}

/** After this time without an answer, the server is asked again. */
const TELL_TIMEOUT_MS = 5_000;

export interface Server {
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  /**
   * Sends a heartbeat, a silent mode or leaving with the intervention's key if it is known, because
   * Salesforce may not issue a session meanwhile. A key that the server does not know is forgotten,
   * and the session is used. Leaving an intervention that has ended succeeds.
   */
  askOwn(interventionId: string, act: 'presence' | 'mode' | 'leave', body?: unknown): Promise<void>;
  /**
   * Sends a request that must arrive even if this page is closed meanwhile. Rejects with
   * `Unreachable` if the server did not accept it and the request can be retried.
   */
  tell(path: string, body?: unknown): Promise<void>;
  /** Stores the key, so that acting on this intervention needs no session. */
  rememberKey(interventionId: string, key: string): void;
}

export interface ServerSessions {
  get(): Promise<Session>;
  /** The server does not take the session, so that the next one is another. */
  forget(): void;
}

const mayRenew = (code: string | undefined): boolean =>
  code !== undefined && ON_REFUSED_SESSION[code] === 'renew';

/** The Dealside server, called with the session that the Salesforce page provides. */
export function createServer(sessions: ServerSessions, texts: () => Texts): Server {
  const keys = new Map<string, string>();
  const bearer = async (): Promise<string> => `Bearer ${(await sessions.get()).token}`;

  const unreachable = (): Unreachable =>
    new Unreachable(texts().serverUnreachable, texts().checkNetwork);

  /** With the session, which is renewed once if it is refused and another one can help. */
  async function sendAsPerson<T>(method: string, path: string, body: unknown): Promise<T> {
    try {
      return await send<T>(method, path, { authorization: await bearer(), body });
    } catch (fault) {
      if (!(fault instanceof Problem) || !mayRenew(fault.code)) throw fault;
      sessions.forget();
      return send<T>(method, path, { authorization: await bearer(), body });
    }
  }

  async function send<T>(
    method: string,
    path: string,
    { authorization, body }: { authorization: string; body?: unknown },
  ): Promise<T> {
    const answer = await fetch(path, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    }).catch(() => {
      throw unreachable();
    });
    const text = await answer.text();
    const data = text ? answered(text) : {};
    if (answer.ok) return data as T;
    const { message = texts().noAnswer, hint, code } = data.error ?? {};
    throw new Problem(message, hint, code);
  }

  /** A proxy between answers for a server that is away, with a page. */
  function answered(text: string): { error?: Refusal } {
    try {
      return JSON.parse(text) as { error?: Refusal };
    } catch {
      throw new Problem(texts().noAnswer, texts().waitAndRetry);
    }
  }

  async function sendOwn<T>(interventionId: string, path: string, body: unknown): Promise<T> {
    const key = keys.get(interventionId);
    if (!key) return sendAsPerson<T>('POST', path, body);
    try {
      return await send<T>('POST', path, { authorization: `Intervention ${key}`, body });
    } catch (fault) {
      if (!(fault instanceof Problem) || fault.code !== KEY_UNKNOWN) throw fault;
      keys.delete(interventionId);
      return sendAsPerson<T>('POST', path, body);
    }
  }

  return {
    ask: sendAsPerson,
    async askOwn(interventionId, act, body) {
      try {
        await sendOwn(interventionId, `/api/interventions/${interventionId}/${act}`, body);
      } catch (fault) {
        if (act !== 'leave' || !hasEnded(fault)) throw fault;
      }
    },
    async tell(path, body = {}) {
      const authorization = await bearer().catch(() => {
        throw unreachable();
      });
      const answered = await fetch(path, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        keepalive: true,
        signal: AbortSignal.timeout(TELL_TIMEOUT_MS),
      }).catch(() => undefined);
      // A retry uses another session.
      if (answered?.status === 401) sessions.forget();
      if (!answered || answered.status === 401 || answered.status >= 500) throw unreachable();
    },
    rememberKey: (interventionId, key) => void keys.set(interventionId, key),
  };
}
