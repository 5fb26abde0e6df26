import type { Call } from '../../domain/call/call.ts';
import type { PossibleHelper } from '../../domain/supervision/helpOffers.ts';
import type { Clock } from '../../ports/index.ts';
import { forgetOthers } from '../words/forgetOthers.ts';

/** How often it is asked who is free for a request that is open. */
const ASK_EVERY_MS = 5_000;

/** For how long nobody has been free who may help on a call that asks for it. */
export interface FreeHelpers {
  /**
   * As far as it is known by now; who is free is found out in the background. Undefined while
   * somebody is free, and without an open request.
   */
  nobodyFreeSince(call: Call): string | undefined;
  retainOnly(isOpen: (callId: string) => boolean): void;
}

interface FreeHelpersDeps {
  readonly helpersOf: (
    call: Call,
  ) => Promise<readonly Pick<PossibleHelper, 'isThere' | 'isBusy'>[]>;
  readonly clock: Clock;
  readonly onFault: (fault: unknown) => void;
}

/** What is known of one open request. */
interface Known {
  since?: string;
  askedAtMs: number;
  isAsking: boolean;
}

export function createFreeHelpers({ helpersOf, clock, onFault }: FreeHelpersDeps): FreeHelpers {
  const calls = new Map<string, Known>();

  async function ask(call: Call, known: Known, now: string): Promise<void> {
    known.askedAtMs = Date.parse(now);
    known.isAsking = true;
    try {
      const helpers = await helpersOf(call);
      const isFree = helpers.some(({ isThere, isBusy }) => isThere && !isBusy);
      known.since = isFree ? undefined : (known.since ?? now);
    } catch (fault) {
      onFault(fault);
    } finally {
      known.isAsking = false;
    }
  }

  return {
    nobodyFreeSince(call) {
      if (call.help?.status !== 'open') {
        calls.delete(call.callId);
        return undefined;
      }
      const now = clock.now();
      const known = calls.get(call.callId) ?? { askedAtMs: -Infinity, isAsking: false };
      calls.set(call.callId, known);
      // A failing answer is not asked for each second either.
      const isDue = Date.parse(now) - known.askedAtMs >= ASK_EVERY_MS;
      if (isDue && !known.isAsking) void ask(call, known, now);
      return known.since;
    },
    retainOnly: (isOpen) => forgetOthers(calls, isOpen),
  };
}
