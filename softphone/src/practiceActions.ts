import type { LineSubject } from './line.ts';
import { newRequest } from './newRequest.ts';
import type { Practice } from './practice.ts';
import type { Server } from './server.ts';
import type { SoftphoneEvent } from './state.ts';
import type { CallView, Connect } from './types.ts';

export interface PracticeActions {
  /** Reloads from the server. The current data stays if the server does not answer. */
  loadPractice(): void;
  practice(scenario: string): void;
  reviewPractice(callId: string, ticked: readonly string[]): void;
}

interface PracticeDeps {
  readonly server: Pick<Server, 'ask'>;
  dispatch(event: SoftphoneEvent): void;
  connect(params: Record<string, string>, subject: LineSubject): Promise<void>;
  attempt(act: () => Promise<unknown>): void;
}

export function createPracticeActions({
  server,
  dispatch,
  connect,
  attempt,
}: PracticeDeps): PracticeActions {
  const load = async (): Promise<void> =>
    dispatch({ type: 'practice', practice: await server.ask<Practice>('GET', '/api/practice') });
  return {
    loadPractice: () => void load().catch(() => undefined),
    practice: (scenario) =>
      attempt(async () => {
        const { call, connect: how } = await server.ask<{ call: CallView; connect: Connect }>(
          'POST',
          '/api/practice',
          { ...newRequest(), scenario },
        );
        if (how.params) await connect(how.params, { callId: call.callId });
      }),
    reviewPractice: (callId, ticked) =>
      attempt(async () => {
        await server.ask('PUT', `/api/practice/${callId}`, { ticked });
        await load();
      }),
  };
}
