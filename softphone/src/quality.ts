import type { ConnectionSample } from './connection.ts';
import type { SdkCall, SdkSample } from './sdk.ts';
import type { Texts } from './strings.ts';

const WARNINGS: Record<string, keyof Texts['quality']> = {
  'high-rtt': 'slow',
  'high-jitter': 'uneven',
  'high-packet-loss': 'lossy',
  'high-packets-lost-fraction': 'lossy',
  'low-mos': 'poor',
  'low-bytes-received': 'noSound',
  'low-bytes-sent': 'noSound',
  'ice-connectivity-lost': 'noSound',
  'constant-audio-input-level': 'silent',
};

interface QualityListeners {
  /** Whether this is the call that the softphone is in. */
  readonly isCurrent: () => boolean;
  /** The oldest warning that holds; undefined when there is none any more. */
  readonly onWarning: (warning: keyof Texts['quality'] | undefined) => void;
  /** From 0 to 1, of the microphone and of what is heard. */
  readonly onLevels: (input: number, output: number) => void;
  /** Once a second. */
  readonly onSample: (sample: ConnectionSample) => void;
}

/** Tells what the SDK measures of a call while the softphone is in it. */
export function followQuality(
  call: SdkCall,
  { isCurrent, onWarning, onLevels, onSample }: QualityListeners,
): void {
  const warnings = new Set<string>();
  const tell = (): void => {
    const [first] = [...warnings].flatMap((name) => WARNINGS[name] ?? []);
    if (isCurrent()) onWarning(first);
  };
  call.on('warning', (name: string) => {
    warnings.add(name);
    tell();
  });
  call.on('warning-cleared', (name: string) => {
    warnings.delete(name);
    tell();
  });
  call.on('volume', (input: number, output: number) => isCurrent() && onLevels(input, output));
  call.on(
    'sample',
    ({ packetsReceived, packetsLostFraction, jitter, rtt, mos }: SdkSample) =>
      isCurrent() &&
      onSample({
        packetsReceived,
        lossPercent: packetsLostFraction,
        jitterMs: jitter,
        roundTripMs: rtt,
        ...(typeof mos === 'number' && { mos }),
      }),
  );
}
