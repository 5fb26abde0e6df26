import type { Call } from '../../domain/call/call.ts';
import type { PossibleHelper } from '../../domain/supervision/helpOffers.ts';
import type { Clock } from '../../ports/index.ts';
import { forgetOthers } from '../words/forgetOthers.ts';

/** How often it is asked who is free for a request that is open. */
const ASK_EVERY_MS = 5_000;

/** For how long nobody has been free who may help on a call that asks for it. */
export interface FreeHelpers {
  /** Undefined while somebody is free, and without an open request. Throws CrmUnavailable. */
  nobodyFreeSince(call: Call): Promise<string | undefined>;
  retainOnly(isOpen: (callId: string) => boolean): void;
}

interface Known {
  readonly askedAtMs: number;
  readonly since?: string;
}

export function createFreeHelpers({
  helpersOf,
  clock,
}: {
  readonly helpersOf: (
    call: Call,
  ) => Promise<readonly Pick<PossibleHelper, 'isThere' | 'isBusy'>[]>;
  readonly clock: Clock;
}): FreeHelpers {
  const calls = new Map<string, Known>();
  return {
    async nobodyFreeSince(call) {
      if (call.help?.status !== 'open') {
        calls.delete(call.callId);
        return undefined;
      }
      const [now, before] = [clock.now(), calls.get(call.callId)];
      const askedAtMs = Date.parse(now);
      if (before && askedAtMs - before.askedAtMs < ASK_EVERY_MS) return before.since;
      // A failing answer is not asked for each second either.
      calls.set(call.callId, { ...before, askedAtMs });
      const helpers = await helpersOf(call);
      const isFree = helpers.some(({ isThere, isBusy }) => isThere && !isBusy);
      const since = isFree ? undefined : (before?.since ?? now);
      calls.set(call.callId, { askedAtMs, ...(since && { since }) });
      return since;
    },
    retainOnly: (isOpen) => forgetOthers(calls, isOpen),
  };
}
