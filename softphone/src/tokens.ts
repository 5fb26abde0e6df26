import type { Clock } from './clock.ts';

/** An access token of the phone service. */
export interface SoftphoneToken {
  readonly token: string;
  /** How long the token is valid after it was issued. */
  readonly lifetimeMs: number;
  readonly signalingUrl?: string;
  /** The edge locations of the phone service to connect through, in this order. */
  readonly edges?: readonly string[];
  /** The relays for sound that cannot go directly. */
  readonly iceServers?: readonly RTCIceServer[];
}

export interface TokenDeps {
  readonly fetchToken: () => Promise<SoftphoneToken>;
  /** Hands a new token to the phone. */
  readonly apply: (token: SoftphoneToken) => void;
  /** A new token interrupts the sound of a call for about a second. */
  readonly isOnCall: () => boolean;
  readonly clock: Clock;
}

export interface TokenRefresh {
  /** Fetches the first token. Rejects if that fails. */
  start(): Promise<SoftphoneToken>;
  /** Fetches another token now, unless that is in progress. Resolves to whether one was fetched. */
  renew(): Promise<boolean>;
  /** Renews a token that is due: after a call, after sleep, or when the network is back. */
  wake(): void;
  /** Resolves with a token that is valid for a while longer. Rejects if none can be fetched. */
  fresh(): Promise<SoftphoneToken>;
  /** The last token that was fetched. */
  latest(): SoftphoneToken | undefined;
  stop(): void;
}

/**
 * Timers do not run while the computer sleeps, so the wall clock is checked at least this often.
 */
const STEP_MS = 30_000;
/**
 * During a call, the token is renewed only this long before it expires. A reconnect may need it.
 */
const LATEST_MS = 60_000;
/** A token that expires sooner than this is not used to connect. */
const ENOUGH_MS = 10_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/**
 * Keeps the phone's token fresh with its own timer, because the phone service announces the expiry
 * of the first token only. A failed refresh is retried indefinitely.
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
