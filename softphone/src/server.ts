import type { Session } from './types.ts';

/** A refusal of the server, with the texts to show. */
export class Problem extends Error {
  readonly hint?: string;
  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

export interface Server {
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
}

/**
 * Client of the Dealside API with the session of the Salesforce page. `ask` rejects with Problem.
 */
export function createServer(getSession: () => Promise<Session>): Server {
  const authorized = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const { token } = await getSession();
    return fetch(path, { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } });
  };
  return {
    async ask<T>(method: string, path: string, body?: unknown) {
      const answer = await authorized(path, { method, body: body === undefined ? undefined : JSON.stringify(body) }).catch(() => {
        throw new Problem('Dealside could not be reached.', 'Check your connection.');
      });
      const text = await answer.text();
      const data = text ? (JSON.parse(text) as { error?: { message: string; hint?: string } }) : {};
      if (!answer.ok) throw new Problem(data.error?.message ?? 'Dealside did not answer.', data.error?.hint);
      return data as T;
    },
  };
}
