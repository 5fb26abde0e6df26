import type { ModeChange } from '../call/intervention.ts';
import { isHeardByCustomer, isHeardByRepOnly } from '../call/modes.ts';

/** How a supervisor went up to the customer and came back, by the modes of an intervention. */
export interface Ladder {
  /** Whether the customer heard the supervisor at all: of the others the rest says nothing. */
  readonly isHeard: boolean;
  /** Whether a whisper came before the customer heard the supervisor. */
  readonly isWhisperFirst: boolean;
  /** Whether the customer did not hear the supervisor any more at the end. */
  readonly isHandedBack: boolean;
}

/** In `store/outcomes/ladder.ts` the same for the database. */
export function ladderOf(modeHistory: readonly Pick<ModeChange, 'mode'>[]): Ladder {
  const first = modeHistory.findIndex(({ mode }) => isHeardByCustomer(mode));
  const isHeard = first >= 0;
  return {
    isHeard,
    isWhisperFirst:
      isHeard && modeHistory.slice(0, first).some(({ mode }) => isHeardByRepOnly(mode)),
    isHandedBack: isHeard && !isHeardByCustomer(modeHistory.at(-1)!.mode),
  };
}
