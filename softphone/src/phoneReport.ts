import type { Clock } from './clock.ts';
import { callsReachPhone } from './reach.ts';
import type { Server } from './server.ts';
import type { SoftphoneState } from './state.ts';

/** A phone that registers again, as after a new token, is away for a moment only. */
const LOST_AFTER_MS = 10_000;
const RETRY_MS = 10_000;

/**
 * Tells the server when this person's softphone stops to be reachable, and when it is again, so that
 * nobody counts on a rep who cannot be rung.
 */
export function reportPhone({
  send,
  clock,
}: {
  send: (isConnected: boolean) => Promise<unknown>;
  clock: Clock;
}): {
  /** `isConnected` is undefined for a person who is not rung here. */
  follow(isConnected: boolean | undefined): void;
} {
  let now: boolean | undefined;
  let told: boolean | undefined;
  let isTelling = false;
  let cancel = (): void => undefined;

  /** One report at a time, so that none overtakes a later one. */
  function tell(): void {
    const telling = now;
    if (isTelling || telling === undefined || telling === told) return;
    isTelling = true;
    send(telling).then(
      () => {
        isTelling = false;
        told = telling;
        tellWhenDue();
      },
      () => {
        isTelling = false;
        if (now === telling) cancel = clock.after(RETRY_MS, tell);
        else tellWhenDue();
      },
    );
  }

  function tellWhenDue(): void {
    cancel();
    if (now) tell();
    else if (now === false && told !== false) cancel = clock.after(LOST_AFTER_MS, tell);
  }

  return {
    follow(isConnected) {
      if (isConnected === now) return;
      now = isConnected;
      tellWhenDue();
    },
  };
}

/** Whether a call would reach this person; undefined if none is expected at all. */
export const isReachable = ({ me, reach, device }: SoftphoneState): boolean | undefined =>
  me?.takesCalls ? device.status === 'registered' || callsReachPhone(reach) : undefined;

/** Called with each state of the softphone. */
export function tellOfPhone(
  server: Pick<Server, 'ask'>,
  clock: Clock,
): (state: SoftphoneState) => void {
  const report = reportPhone({
    send: (isConnected) => server.ask('PUT', '/api/me/phone', { isConnected }),
    clock,
  });
  return (state) => report.follow(isReachable(state));
}
