import type { Clock } from './clock.ts';

/** An access token of the phone service. */
export interface SoftphoneToken {
  readonly token: string;
  /** How long it lasts, from when it was issued. */
  readonly lifetimeMs: number;
  readonly signalingUrl?: string;
  /** Through which of the phone service's entrances to connect, in this order. */
  readonly edges?: readonly string[];
  /** Through which the sound goes where it cannot go directly. */
  readonly iceServers?: readonly RTCIceServer[];
}

export interface TokenDeps {
  readonly fetchToken: () => Promise<SoftphoneToken>;
  /** Hands a new token to the phone. */
  readonly apply: (token: SoftphoneToken) => void;
  /** During a call a new token costs about a second of sound. */
  readonly isOnCall: () => boolean;
  readonly clock: Clock;
}

export interface TokenRefresh {
  /** Fetches the first token. Rejects if that fails. */
  start(): Promise<SoftphoneToken>;
  /** Fetches another one now, unless that is under way. Resolves to whether it came. */
  renew(): Promise<boolean>;
  /** Renews what is due: after a call, after sleep, when the network is back. */
  wake(): void;
  /** Resolves with a token that lasts a while longer. Rejects if there is none to be had. */
  fresh(): Promise<SoftphoneToken>;
  /** The last one that came. */
  latest(): SoftphoneToken | undefined;
  stop(): void;
}

/**
 * A timer does not run while the computer sleeps: it is looked at least this often, by the clock on
 * the wall.
 */
const STEP_MS = 30_000;
/** In a call the token is renewed only this long before its end, for a reconnect may need it. */
const LATEST_MS = 60_000;
/** A token that ends sooner than this is not used to connect. */
const ENOUGH_MS = 10_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Keeps the phone's token fresh by its own timer, because the phone service announces the end of
 * the first token only. A refresh that fails is tried again, without end.
 */
export function createTokenRefresh({
  fetchToken,
  apply,
  isOnCall,
  clock,
}: TokenDeps): TokenRefresh {
  let current: { token: SoftphoneToken; since: number } | undefined;
  let underWay: Promise<boolean> | undefined;
  let failures = 0;
  let cancel = (): void => undefined;
  let isStopped = false;

  const endOf = ({ token, since }: NonNullable<typeof current>): number => since + token.lifetimeMs;

  function dueAt(): number {
    if (!current) return clock.now();
    const { lifetimeMs } = current.token;
    return isOnCall()
      ? endOf(current) - Math.min(LATEST_MS, lifetimeMs / 4)
      : current.since + lifetimeMs / 2;
  }

  function schedule(): void {
    cancel();
    if (isStopped) return;
    const retryMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
    const waitMs = failures > 0 ? retryMs : Math.max(0, dueAt() - clock.now());
    cancel = clock.after(Math.min(STEP_MS, waitMs), () => {
      if (failures > 0 || clock.now() >= dueAt()) void renew();
      else schedule();
    });
  }

  function received(token: SoftphoneToken): void {
    current = { token, since: clock.now() };
    failures = 0;
  }

  function renew(): Promise<boolean> {
    underWay ??= fetchToken()
      .then(
        (token) => {
          if (isStopped) return false;
          received(token);
          apply(token);
          return true;
        },
        () => {
          failures += 1;
          return false;
        },
      )
      .finally(() => {
        underWay = undefined;
        schedule();
      });
    return underWay;
  }

  return {
    async start() {
      const token = await fetchToken();
      received(token);
      schedule();
      return token;
    },
    renew,
    wake() {
      if (current && (failures > 0 || clock.now() >= dueAt())) void renew();
      else if (current) schedule();
    },
    async fresh() {
      const lasts = (ms: number): boolean =>
        current !== undefined && clock.now() + ms < endOf(current);
      if (!lasts(ENOUGH_MS)) await renew();
      if (!current || !lasts(0)) throw new Error('no token');
      return current.token;
    },
    latest: () => current?.token,
    stop() {
      isStopped = true;
      cancel();
    },
  };
}
