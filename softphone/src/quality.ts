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

/**
 * Tells what the SDK measures of a call while the softphone is in it. That no sound gets through is
 * told by the last second alone: the SDK says it of the seconds before a new connection has any
 * sound, too, and goes on saying it for five seconds after sound is back.
 */
export function followQuality(
  call: SdkCall,
  { isCurrent, onWarning, onLevels, onSample }: QualityListeners,
): void {
  const warnings = new Set<string>();
  /** Whether sound went both ways in the last second; undefined before any has gone at all. */
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
