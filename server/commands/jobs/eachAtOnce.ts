import type { Log } from '../../ports/index.ts';

/** How many calls a round works on at once: one that the carrier delays does not delay the rest. */
const AT_ONCE = 8;

/**
 * Acts on each call, several at once. The fault of one is logged and leaves the others alone; it is
 * tried again in a later round.
 */
export async function eachAtOnce<T>(
  { log }: { readonly log: Log },
  items: readonly T[],
  {
    callIdOf,
    act,
  }: { readonly callIdOf: (item: T) => string; readonly act: (item: T) => Promise<void> },
): Promise<void> {
  const left = [...items];
  const work = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      try {
        await act(item);
      } catch (fault) {
        log.warn({ callId: callIdOf(item), fault: String(fault) }, 'call left to a later round');
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, work));
}
