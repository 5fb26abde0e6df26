import type { ConnectionVerdict } from './connection.ts';
import { cannotBeHeard, type MicrophoneStatus } from './microphone.ts';
import type { Texts } from './strings.ts';

/**
 * Why nobody could hear this person well through this softphone, with what to do; undefined where
 * nothing is known against it.
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
