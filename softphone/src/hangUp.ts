import type { Clock } from './clock.ts';
import { Unreachable, type Server } from './server.ts';

/** How long hanging up waits for the server. After that, the softphone hangs up in any case. */
export const TELL_WITHIN_MS = 1_500;
const TELL_AGAIN_MS = 2_000;
/** By then the server has checked with the carrier itself. */
const TELL_FOR_MS = 120_000;

export interface HangUpDeps {
  readonly server: Pick<Server, 'tell'>;
  readonly clock: Clock;
}

/**
 * Tells the server that this rep hangs up on purpose; otherwise the customer would be asked to
 * wait. Resolves when the server knows it, or after a moment. If the server does not answer, it is
 * told again in the background, so that a waiting customer is released.
 */
export function announceHangUp({ server, clock }: HangUpDeps, callId: string): Promise<void> {
  const until = clock.now() + TELL_FOR_MS;
  const tell = async (): Promise<void> => {
    try {
      await server.tell(`/api/calls/${callId}/hangup`);
    } catch (fault) {
      // A refusal is an answer too: the call is over or belongs to another rep by now.
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
