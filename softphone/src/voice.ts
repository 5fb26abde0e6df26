import { isSilent, takesCall, type Mode } from './modes.ts';
import type { CallView, Supervision } from './types.ts';

/**
 * Whether a supervisor's own microphone is on, apart from what the phone service does.
 *
 * - `on`: as the call began, or as the server has confirmed since.
 * - `off`: the supervisor clicked to fall silent. Only a request to be heard leads out.
 * - `asked`: a request to be heard is under way. The microphone stays off.
 * - `granted`: the server has accepted the request and not confirmed the mode. It stays off.
 */
export type Voice =
  | { readonly status: 'on' }
  | { readonly status: 'off' }
  | { readonly status: 'asked'; readonly requestId: string; readonly mode: Mode }
  | { readonly status: 'granted'; readonly mode: Mode };

export type VoiceEvent =
  | { readonly type: 'voice-silenced' }
  | { readonly type: 'voice-asked'; readonly requestId: string; readonly mode: Mode }
  | { readonly type: 'voice-answered'; readonly requestId: string; readonly accepted: boolean };

export const VOICE_ON: Voice = { status: 'on' };

/**
 * The voice after a click or an answer. The answer to a request that was made before the last click
 * to fall silent opens nothing.
 */
export function nextVoice(voice: Voice, event: VoiceEvent): Voice {
  switch (event.type) {
    case 'voice-silenced':
      return { status: 'off' };
    case 'voice-asked':
      return voice.status === 'on'
        ? voice
        : { status: 'asked', requestId: event.requestId, mode: event.mode };
    case 'voice-answered':
      if (voice.status !== 'asked' || voice.requestId !== event.requestId) return voice;
      return event.accepted ? { status: 'granted', mode: voice.mode } : { status: 'off' };
    default:
      return unreachable(event);
  }
}

/** Opens the microphone once the mode that was granted is the one that the server confirms. */
export function confirmedVoice(voice: Voice, own: Supervision | undefined): Voice {
  return voice.status === 'granted' && own?.mode === voice.mode && !own.pendingMode
    ? VOICE_ON
    : voice;
}

/**
 * Whether the microphone goes off at a click on `mode`. In a takeover without a rep it does not:
 * the server refuses, and the customer would hear nobody.
 */
export function fallsSilentAt(
  mode: Mode,
  own: Supervision | undefined,
  call: CallView | undefined,
): boolean {
  const hasCallAlone = own?.mode !== undefined && takesCall(own.mode) && !call?.rep.present;
  return isSilent(mode) && !hasCallAlone;
}

function unreachable(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
