import { rateCall, type RateCallDeps } from '../commands/calls/rateCall.ts';
import type { Store, VoiceRequest } from '../ports/index.ts';
import { callerWords, languageFor, type CallerInstructionsDeps } from './callerInstructions.ts';

interface RatingInstructionsDeps extends CallerInstructionsDeps, RateCallDeps {
  readonly store: Pick<Store, 'loadCall'>;
}

/** Thanks a caller who rated the call. A caller who pressed another key is asked once more. */
export async function acknowledgeRating(
  deps: RatingInstructionsDeps,
  { callId, key, isLast }: Extract<VoiceRequest, { kind: 'caller-rates' }>,
): Promise<string> {
  const { webhooks, store } = deps;
  const call = await store.loadCall(callId);
  if (!call) return webhooks.hangUp();
  const isKept = await rateCall(deps, { callId, key });
  if (isKept || isLast)
    return webhooks.sayAndHangUp(await callerWords(deps, call, 'rated'), languageFor(call));
  const words = await callerWords(deps, call, 'askRating');
  return webhooks.askRating(callId, { words, language: languageFor(call), isLast: true });
}
