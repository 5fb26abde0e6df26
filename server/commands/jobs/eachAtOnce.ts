import type { Log } from '../../ports/index.ts';

/** How many calls a round works on at once: one that the carrier delays does not delay the rest. */
const AT_ONCE = 8;

/**
 * Acts on each call, several at once, and one after another on those of the same queue. The fault of
 * one is logged and leaves the others alone; it is tried again in a later round.
 */
export async function eachAtOnce<T>(
  { log }: { readonly log: Log },
  items: readonly T[],
  {
    callIdOf,
    queueOf = callIdOf,
    act,
  }: {
    readonly callIdOf: (item: T) => string;
    readonly queueOf?: (item: T) => string;
    readonly act: (item: T) => Promise<void>;
  },
): Promise<void> {
  const left = [...Map.groupBy(items, queueOf).values()];
  const work = async (): Promise<void> => {
    for (let queue = left.shift(); queue !== undefined; queue = left.shift())
      for (const item of queue)
        try {
          await act(item);
        } catch (fault) {
          log.warn({ callId: callIdOf(item), fault: String(fault) }, 'call left to a later round');
        }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, left.length) }, work));
}
