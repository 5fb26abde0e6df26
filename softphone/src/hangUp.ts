import type { Clock } from './clock.ts';
import { Unreachable, type Server } from './server.ts';

/** How long hanging up waits for the server: then this softphone goes, whatever the server says. */
export const TELL_WITHIN_MS = 1_500;
const TELL_AGAIN_MS = 2_000;
/** After that the server has long asked the carrier itself. */
const TELL_FOR_MS = 120_000;

export interface HangUpDeps {
  readonly server: Pick<Server, 'tell'>;
  readonly clock: Clock;
}

/**
 * Tells the server that this rep hangs up on purpose: otherwise the customer would be asked to wait.
 * Resolves as soon as the server knows it, or after a moment. A server that does not answer is told
 * again in the background, so that a customer who was asked to wait is let go.
 */
export function tellHangUp({ server, clock }: HangUpDeps, callId: string): Promise<void> {
  const until = clock.now() + TELL_FOR_MS;
  const tell = async (): Promise<void> => {
    try {
      await server.tell(`/api/calls/${callId}/hangup`);
    } catch (fault) {
      // A refusal is an answer, too: it is another rep's call by now, or over.
      if (!(fault instanceof Unreachable) || clock.now() >= until) return;
      await new Promise<void>((resolve) => void clock.after(TELL_AGAIN_MS, resolve));
      await tell();
    }
  };
  return new Promise((resolve) => {
    const cancel = clock.after(TELL_WITHIN_MS, resolve);
    void tell().then(() => {
      cancel();
      resolve();
    });
  });
}
