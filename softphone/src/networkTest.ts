import type { Clock } from './clock.ts';
import { verdictOf, type ConnectionSample, type ConnectionVerdict } from './connection.ts';
import { errorKind, type SdkError, type SdkPreflight, type SdkSample } from './sdk.ts';
import type { SoftphoneToken } from './tokens.ts';

/** A verdict is about this many seconds of the test call. */
const SAMPLES = 5;
/** For so many seconds a way for the sound is looked for: past a firewall it takes some. */
const WAY_WITHIN_SECONDS = 6;
/** Longer than connecting and measuring take; then the network counts as it was known before. */
const WITHIN_MS = 15_000;
/** A page that is loaded again within this time does not ask the phone service again. */
const KEPT_FOR_MS = 30 * 60_000;
const KEY = 'dealside.network';

export interface NetworkTestDeps {
  readonly start: (token: SoftphoneToken) => SdkPreflight;
  /** A token for a test call, which rings no phone. */
  readonly getToken: () => Promise<SoftphoneToken>;
  readonly onRunning: (isRunning: boolean) => void;
  readonly onVerdict: (verdict: ConnectionVerdict) => void;
  readonly clock: Clock;
  /** What outlives a reload, where the browser keeps anything. */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

export interface NetworkTest {
  /** Tests, unless a test is under way or its result is known from before a reload. */
  run(): void;
  /** Tests once more: the network is another one. */
  runAgain(): void;
  /** Ends a test that is under way without a verdict, in favor of a call. */
  stop(): void;
}

/**
 * Tests by a call of its own whether the network is fit to talk over, before anybody needs it. Says
 * nothing bad that it has not measured: a test that could not be made leaves the network unknown.
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
      // Last: a join that waits for the test goes by its verdict.
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
      // A browser that sends nothing before the first click has nothing to hear either.
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
