import type { Clock } from './clock.ts';
import { hasEnded, Unreachable } from './server.ts';

/** The server's lease allows for two lost heartbeats. */
const EVERY_MS = 1_500;
/** After this time without an answer, the person is told that the screen may be out of date. */
export const SILENT_AFTER_MS = 5_000;

export interface HeartbeatDeps {
  readonly send: (interventionId: string) => Promise<unknown>;
  /** Called when the server stops answering and when it answers again. */
  readonly onSilence: (isSilent: boolean) => void;
  readonly clock: Clock;
}

/**
 * Sends a heartbeat every 1.5 s while this softphone is on a call for an intervention, and the
 * server has not answered that it has ended. Without heartbeats the server removes its participant
 * from the call.
 */
export function sendHeartbeats({ send, onSilence, clock }: HeartbeatDeps): {
  follow(interventionId: string | undefined): void;
} {
  let followedId: string | undefined;
  let answeredAt = 0;
  let isSilent = false;
  let cancel = (): void => undefined;

  const tell = (silent: boolean): void => {
    if (silent === isSilent) return;
    isSilent = silent;
    onSilence(silent);
  };
  const answered = (interventionId: string): void => {
    if (interventionId !== followedId) return;
    answeredAt = clock.now();
    tell(false);
  };

  function beat(interventionId: string): void {
    send(interventionId).then(
      () => answered(interventionId),
      // A refusal is an answer too.
      (fault: unknown) => {
        if (fault instanceof Unreachable) return;
        answered(interventionId);
        if (hasEnded(fault) && interventionId === followedId) cancel();
      },
    );
    cancel = clock.after(EVERY_MS, () => {
      if (clock.now() - answeredAt >= SILENT_AFTER_MS - EVERY_MS) tell(true);
      beat(interventionId);
    });
  }

  return {
    follow(interventionId) {
      if (interventionId === followedId) return;
      followedId = interventionId;
      cancel();
      tell(false);
      if (!interventionId) return;
      answeredAt = clock.now();
      beat(interventionId);
    },
  };
}
