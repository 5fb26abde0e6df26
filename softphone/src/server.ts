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

export interface Server {
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
}

/** The Dealside server, asked with the session that the Salesforce page hands over. */
export function createServer(getSession: () => Promise<Session>, texts: () => Texts): Server {
  const authorized = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const { token } = await getSession();
    return fetch(path, {
      ...init,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
  };
  return {
    async ask<T>(method: string, path: string, body?: unknown) {
      const answer = await authorized(path, {
        method,
        body: body === undefined ? undefined : JSON.stringify(body),
      }).catch(() => {
        throw new Unreachable(texts().serverUnreachable, texts().checkNetwork);
      });
      const text = await answer.text();
      const data = text ? (JSON.parse(text) as { error?: { message: string; hint?: string } }) : {};
      if (!answer.ok) throw new Problem(data.error?.message ?? texts().noAnswer, data.error?.hint);
      return data as T;
    },
  };
}
