import type { Clock } from './clock.ts';
import { verdictOf, type ConnectionSample, type ConnectionVerdict } from './connection.ts';
import { errorKind, type SdkError, type SdkPreflight, type SdkSample } from './sdk.ts';
import type { SoftphoneToken } from './tokens.ts';

/** How many seconds of the test call a verdict covers. */
const SAMPLES = 5;
/** How many seconds finding a network path for the sound may take; a firewall slows it down. */
const WAY_WITHIN_SECONDS = 6;
/** Longer than connecting and measuring take. After that, the previous verdict stays. */
const WITHIN_MS = 15_000;
/** A page that is reloaded within this time reuses the verdict. */
const KEPT_FOR_MS = 30 * 60_000;
const KEY = 'dealside.network';

export interface NetworkTestDeps {
  readonly start: (token: SoftphoneToken) => SdkPreflight;
  /** A token for a test call, which rings no phone. */
  readonly getToken: () => Promise<SoftphoneToken>;
  readonly onRunning: (isRunning: boolean) => void;
  readonly onVerdict: (verdict: ConnectionVerdict) => void;
  readonly clock: Clock;
  /** Survives a reload, if the browser stores anything. */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

export interface NetworkTest {
  /** Tests, unless a test is running or its result is known from before a reload. */
  run(): void;
  /** Tests again, because the network has changed. */
  runAgain(): void;
  /** Ends a running test without a verdict, because a call begins. */
  stop(): void;
}

/**
 * Tests with a separate call whether the network is good enough to talk over, before a real call
 * needs it. A test that could not be made leaves the verdict unknown.
 */
export function createNetworkTest(deps: NetworkTestDeps): NetworkTest {
  const { start, getToken, onRunning, onVerdict, clock, storage } = deps;
  let end: (() => void) | undefined;

  function kept(): ConnectionVerdict | undefined {
    try {
      const { verdict, at } = JSON.parse(storage?.getItem(KEY) ?? '') as {
        verdict: ConnectionVerdict;
        at: number;
      };
      return clock.now() - at < KEPT_FOR_MS ? verdict : undefined;
    } catch {
      return undefined;
    }
  }

  async function test(): Promise<void> {
    let isOver = false;
    let test = undefined as SdkPreflight | undefined;
    let cancel = (): void => undefined;
    const samples: ConnectionSample[] = [];
    let hasSent = false;
    let secondsWithoutWay = 0;
    let hasEnded = false;

    const finish = (verdict?: ConnectionVerdict): void => {
      if (isOver) return;
      isOver = true;
      end = undefined;
      cancel();
      if (!hasEnded) test?.stop();
      if (verdict) {
        storage?.setItem(KEY, JSON.stringify({ verdict, at: clock.now() }));
        onVerdict(verdict);
      }
      // Comes last, because a join that waits for the test uses its verdict.
      onRunning(false);
    };
    end = finish;
    onRunning(true);
    cancel = clock.after(WITHIN_MS, () => finish());
    const token = await getToken().catch(() => undefined);
    if (isOver) return;
    if (!token) return finish();

    test = start(token);
    test.on('sample', (sample: SdkSample) => {
      if (!test.hasWay()) {
        secondsWithoutWay += 1;
        if (secondsWithoutWay >= WAY_WITHIN_SECONDS) finish({ status: 'poor', because: 'silence' });
        return;
      }
      samples.push(sampleOf(sample));
      hasSent ||= sample.packetsSent !== 0;
      if (samples.length < SAMPLES) return;
      // A browser that sends nothing before the first click receives no echo, which proves nothing.
      const isKnown = hasSent || samples.some(({ packetsReceived }) => packetsReceived > 0);
      finish(isKnown ? verdictOf(samples) : undefined);
    });
    test.on('failed', (fault: SdkError) => {
      hasEnded = true;
      finish(errorKind(fault) === 'network' ? { status: 'poor', because: 'silence' } : undefined);
    });
    test.on('completed', () => {
      hasEnded = true;
      finish();
    });
  }

  return {
    run() {
      if (end) return;
      const known = kept();
      if (known) onVerdict(known);
      else void test();
    },
    runAgain() {
      end?.();
      storage?.removeItem(KEY);
      void test();
    },
    stop: () => end?.(),
  };
}

const sampleOf = ({
  packetsReceived,
  packetsLostFraction,
  jitter,
  rtt,
}: SdkSample): ConnectionSample => ({
  packetsReceived,
  lossPercent: packetsLostFraction,
  jitterMs: jitter,
  roundTripMs: rtt,
});
