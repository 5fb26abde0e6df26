import type { Clock } from './clock.ts';
import { callsReachPhone } from './reach.ts';
import type { Server } from './server.ts';
import type { SoftphoneState } from './state.ts';

/** A phone that registers again, as after a new token, is away for a moment only. */
const LOST_AFTER_MS = 10_000;
const RETRY_MS = 10_000;
/** The server forgets a page that has said nothing for five minutes. */
const AGAIN_MS = 2 * 60_000;

/**
 * Tells the server when this person's softphone stops to be reachable, and when it is again, so that
 * nobody counts on a rep who cannot be rung. It says so again as long as the page is open.
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

  function tellAgain(): void {
    told = undefined;
    tell();
  }

  function tellWhenDue(): void {
    cancel();
    if (now === undefined) return;
    if (now === told) cancel = clock.after(AGAIN_MS, tellAgain);
    else if (now) tell();
    else cancel = clock.after(LOST_AFTER_MS, tell);
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

/** Called with each state of the softphone. Each page is known by an id of its own. */
export function tellOfPhone(
  { ask, tell }: Pick<Server, 'ask' | 'tell'>,
  clock: Clock,
  page: Pick<EventTarget, 'addEventListener'>,
): (state: SoftphoneState) => void {
  let tabId = crypto.randomUUID();
  const report = reportPhone({
    send: (isConnected) => ask('PUT', '/api/me/phone', { isConnected, tabId }),
    clock,
  });
  let isRung = false;
  page.addEventListener('pagehide', () => {
    // If that does not arrive, the server forgets the page after its time.
    if (isRung) void tell('/api/me/phone/close', { tabId }).catch(() => undefined);
    // A page that the browser shows again is another one to the server.
    tabId = crypto.randomUUID();
  });
  return (state) => {
    const isConnected = isReachable(state);
    isRung = isConnected !== undefined;
    report.follow(isConnected);
  };
}
