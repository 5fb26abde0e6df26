import { isSilent, replacesRep, type Mode } from './modes.ts';
import type { CallView, Supervision } from './types.ts';

/**
 * Whether a supervisor's own microphone is on, independently of the phone service.
 *
 * - `on`: initially, or confirmed by the server since.
 * - `off`: the supervisor clicked to fall silent. Only a new request to be heard changes this.
 * - `asked`: a request to be heard is pending. The microphone stays off.
 * - `granted`: the server has accepted the request but not confirmed the mode. It stays off.
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
 * The voice after a click or an answer. An answer to a request from before the last click to fall
 * silent does not turn the microphone on.
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

/** Turns the microphone on once the server confirms the mode that was granted. */
export function confirmedVoice(voice: Voice, own: Supervision | undefined): Voice {
  return voice.status === 'granted' && own?.mode === voice.mode && !own.pendingMode
    ? VOICE_ON
    : voice;
}

/**
 * Whether the microphone goes off at a click on `mode`. In a takeover without a rep it stays on,
 * because the server refuses and the customer would hear nobody.
 */
export function fallsSilentAt(
  mode: Mode,
  own: Supervision | undefined,
  call: CallView | undefined,
): boolean {
  const hasCallAlone = own?.mode !== undefined && replacesRep(own.mode) && !call?.rep.present;
  return isSilent(mode) && !hasCallAlone;
}

function unreachable(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
