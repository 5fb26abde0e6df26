import { withDuration } from '../callMeters.ts';
import { h } from '../dom.ts';
import { ownIntervention, type SoftphoneState } from '../state.ts';
import { TEXTS } from '../strings.ts';

/**
 * For how long the customer has heard a supervisor, and how much of that the supervisor has talked.
 * It is measured here, at the microphone, and sent nowhere.
 */
export function talkLine(state: SoftphoneState): HTMLElement | undefined {
  const own = ownIntervention(state);
  if (state.talkShare === undefined || !own?.modeSince) return undefined;
  const texts = TEXTS[state.language];
  return h(
    'p',
    { class: 'phone-hint', 'data-own-talk': '' },
    ...withDuration(texts.talkShare.replace('{percent}', String(state.talkShare)), own.modeSince),
  );
}
