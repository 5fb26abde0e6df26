import type { ConnectionVerdict } from './connection.ts';
import { cannotBeHeard, type MicrophoneStatus } from './microphone.ts';
import type { Texts } from './strings.ts';

/**
 * Why people cannot hear this person well through this softphone, and what to do; undefined if no
 * problem is known.
 */
export function whyNotHeard(
  microphone: MicrophoneStatus,
  connection: ConnectionVerdict,
  texts: Texts,
): string | undefined {
  if (cannotBeHeard(microphone)) return texts.noMicrophone[microphone];
  return connection.status === 'poor'
    ? `${texts.connection[connection.because]} ${texts.connectionHint}`
    : undefined;
}
