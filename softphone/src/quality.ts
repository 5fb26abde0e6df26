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
  /** Called with the oldest active warning; undefined if none is left. */
  readonly onWarning: (warning: keyof Texts['quality'] | undefined) => void;
  /** Called with the levels of the microphone and of the received sound, from 0 to 1. */
  readonly onLevels: (input: number, output: number) => void;
  /** Called once a second. */
  readonly onSample: (sample: ConnectionSample) => void;
}

/**
 * Reports what the SDK measures of a call while the softphone is in it. Missing sound is judged by
 * the last second alone, because the SDK also warns about the seconds before a new connection has
 * sound, and keeps warning for five seconds after the sound returns.
 */
export function followQuality(
  call: SdkCall,
  { isCurrent, onWarning, onLevels, onSample }: QualityListeners,
): void {
  const warnings = new Set<string>();
  /** Whether sound went both ways in the last second; undefined before there was any sound. */
  let isThrough: boolean | undefined;
  const tell = (): void => {
    const [first] = [...warnings]
      .flatMap((name) => WARNINGS[name] ?? [])
      .filter((warning) => warning !== 'noSound' || isThrough === false);
    if (isCurrent()) onWarning(first);
  };
  const measured = ({ packetsReceived, packetsSent }: SdkSample): void => {
    const before = isThrough;
    if (packetsReceived > 0 || packetsSent > 0 || before !== undefined)
      isThrough = packetsReceived > 0 && packetsSent > 0;
    if (isThrough !== before && warnings.size > 0) tell();
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
  call.on('sample', (sample: SdkSample) => {
    measured(sample);
    if (!isCurrent()) return;
    const { packetsReceived, packetsLostFraction, jitter, rtt, mos } = sample;
    onSample({
      packetsReceived,
      lossPercent: packetsLostFraction,
      jitterMs: jitter,
      roundTripMs: rtt,
      ...(typeof mos === 'number' && { mos }),
    });
  });
}
