import type { Call, FinishingRep } from '../call/call.ts';
import type { LookedUp } from '../call/ringing.ts';
import {
  finishesUntil,
  isReadyByWord,
  type AfterCallTime,
  type RepSigns,
} from '../presence/presence.ts';

/**
 * What has become of those whom a caller waits for. Who is on another call is waited for as long as
 * the caller waits at all: it may be short, or another caller whose call they decline. The rest went
 * away. While the org's time is not known, the one that was known when the caller came counts.
 */
export function lookUpAwaited(
  { ringing }: Call,
  signsOf: (userId: string) => RepSigns,
  { now, orgSeconds }: AfterCallTime,
): LookedUp {
  const [ready, finishing]: [FinishingRep[], FinishingRep[]] = [[], []];
  for (const one of ringing?.finishing ?? []) {
    const signs = signsOf(one.rep.userId);
    if (signs.awaySince) continue;
    if (signs.isBusy) {
      if (now < (ringing?.waitsUntil ?? now)) finishing.push(one);
      continue;
    }
    const isKnown = (signs.afterCallSeconds ?? orgSeconds) !== undefined;
    const until = isKnown
      ? finishesUntil(signs, { now, orgSeconds })
      : isReadyByWord(signs) || now >= one.until
        ? undefined
        : one.until;
    if (until) finishing.push({ ...one, until });
    else ready.push(one);
  }
  return { ready, finishing };
}
