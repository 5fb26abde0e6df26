import type { Clock } from './clock.ts';
import { isHeardByCustomer } from './modes.ts';
import { guidanceFor, watchQuiet, type QuietWatch } from './quiet.ts';
import { currentCall, ownIntervention, type SoftphoneEvent, type SoftphoneState } from './state.ts';

const SAYS_NOTHING_MS = 5_000;

interface GuidanceDeps {
  readonly state: () => SoftphoneState;
  readonly dispatch: (event: SoftphoneEvent) => void;
  readonly clock: Clock;
}

/**
 * Tells a supervisor whom the customer hears that they have been heard for a long time, or that
 * they have been quiet and Dealside will step them down, and how much of the time they have talked.
 */
export function followGuidance({ state, dispatch, clock }: GuidanceDeps): {
  heard(level: number): void;
  /**
   * For heartbeats: how long this person has been quiet; undefined if the customer does not hear
   * them.
   */
  quietMs(): number | undefined;
  /** Updates the hint and the share of talk that are shown. */
  look(): void;
} {
  const quiet: QuietWatch = watchQuiet(clock);
  let followed: string | undefined;
  let begunAt = clock.now();

  const modeNow = (): string | undefined => {
    const own = ownIntervention(state());
    return own?.mode && isHeardByCustomer(own.mode)
      ? `${own.interventionId} ${own.mode} ${own.modeSince ?? ''}`
      : undefined;
  };

  function follow(): boolean {
    const now = modeNow();
    if (now !== followed) {
      followed = now;
      begunAt = clock.now();
      quiet.begin();
    }
    return now !== undefined;
  }

  return {
    heard: (level) => quiet.heard(level),
    quietMs: () => (follow() ? quiet.quietMs() : undefined),
    look() {
      const isHeard = follow();
      const own = ownIntervention(state());
      const guide = currentCall(state())?.you.guide;
      const guidance =
        isHeard && own?.modeSince && guide
          ? guidanceFor(
              {
                heardForMs: clock.now() - Date.parse(own.modeSince),
                quietMs: quiet.quietMs(),
              },
              guide,
            )
          : undefined;
      if (guidance !== state().guidance)
        dispatch({ type: 'guidance', ...(guidance && { guidance }) });
      const talkShare = isHeard ? shareOf(quiet.talkedMs(), clock.now() - begunAt) : undefined;
      if (talkShare !== state().talkShare)
        dispatch({ type: 'talk-share', ...(talkShare !== undefined && { talkShare }) });
    },
  };
}

/** In percent; undefined for the first seconds, which say nothing. */
const shareOf = (talkedMs: number, heardMs: number): number | undefined =>
  heardMs >= SAYS_NOTHING_MS ? Math.min(100, Math.round((talkedMs / heardMs) * 100)) : undefined;
