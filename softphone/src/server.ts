import type { Texts } from './strings.ts';
import type { Session } from './types.ts';

/** A refusal of the server, with the texts to show. */
export class Problem extends Error {
  readonly hint?: string;
  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** The server did not answer at all. */
export class Unreachable extends Problem {}

/** After this time without an answer, the server is asked again. */
const TELL_TIMEOUT_MS = 5_000;

export interface Server {
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  /**
   * Sends a heartbeat, a silent mode or leaving with the intervention's key if it is known, because
   * Salesforce may not issue a session meanwhile.
   */
  askOwn<T>(interventionId: string, act: 'presence' | 'mode' | 'leave', body?: unknown): Promise<T>;
  /**
   * Sends a request that must arrive even if this page is closed meanwhile. Rejects with
   * `Unreachable` if the server did not accept it and the request can be retried.
   */
  tell(path: string): Promise<void>;
  /** Stores the key, so that acting on this intervention needs no session. */
  rememberKey(interventionId: string, key: string): void;
}

/** The Dealside server, called with the session that the Salesforce page provides. */
export function createServer(getSession: () => Promise<Session>, texts: () => Texts): Server {
  const keys = new Map<string, string>();
  const bearer = async (): Promise<string> => `Bearer ${(await getSession()).token}`;

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
      throw new Unreachable(texts().serverUnreachable, texts().checkNetwork);
    });
    const text = await answer.text();
    const data = text ? (JSON.parse(text) as { error?: { message: string; hint?: string } }) : {};
    if (!answer.ok) throw new Problem(data.error?.message ?? texts().noAnswer, data.error?.hint);
    return data as T;
  }

  return {
    ask: async (method, path, body) => send(method, path, { authorization: await bearer(), body }),
    async askOwn(interventionId, act, body) {
      const key = keys.get(interventionId);
      const authorization = key ? `Intervention ${key}` : await bearer();
      return send('POST', `/api/interventions/${interventionId}/${act}`, { authorization, body });
    },
    async tell(path) {
      const authorization = await bearer();
      const answered = await fetch(path, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: '{}',
        keepalive: true,
        signal: AbortSignal.timeout(TELL_TIMEOUT_MS),
      }).catch(() => undefined);
      // For an expired session, a retry uses a new one.
      if (!answered || answered.status === 401 || answered.status >= 500)
        throw new Unreachable(texts().serverUnreachable, texts().checkNetwork);
    },
    rememberKey: (interventionId, key) => void keys.set(interventionId, key),
  };
}
