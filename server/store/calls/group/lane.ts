/** At most so many changes are committed together: beyond it a group gains nothing. */
const MAX_GROUP = 256;

export interface Lane<Item> {
  /** Resolves with the item's own answer, once its group is committed. */
  add(item: Item): void;
  /** Resolves when nothing waits and nothing is under way. */
  idle(): Promise<void>;
}

/**
 * Commits in groups: what arrives while a commit is under way makes the next group. Without load a
 * group is one item that waited for nothing. Work that `commit` puts aside is not waited for by the
 * next group. `mayJoin` says whether an item can be decided in the
 * group that `taken` is; one that cannot, and what follows it on the same call, makes a later group.
 */
export function createLane<Item extends { readonly callId?: string }>(
  commit: (group: readonly Item[], aside: (work: Promise<void>) => void) => Promise<void>,
  mayJoin: (item: Item, taken: readonly Item[]) => boolean = () => true,
): Lane<Item> {
  let waiting: Item[] = [];
  let running: Promise<void> | undefined;
  const aside = new Set<Promise<void>>();

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      // Whoever was just answered asks again at once: a turn later more of them are in the group.
      await new Promise(setImmediate);
      await commit(takeGroup(), putAside);
    }
    running = undefined;
  }

  function putAside(work: Promise<void>): void {
    const settled = work.finally(() => aside.delete(settled));
    aside.add(settled);
  }

  function takeGroup(): Item[] {
    const taken: Item[] = [];
    const left: Item[] = [];
    const behind = new Set<string>();
    for (const item of waiting) {
      const mustWait =
        taken.length >= MAX_GROUP ||
        (item.callId !== undefined && behind.has(item.callId)) ||
        !mayJoin(item, taken);
      if (!mustWait) taken.push(item);
      else {
        left.push(item);
        if (item.callId !== undefined) behind.add(item.callId);
      }
    }
    waiting = left;
    return taken;
  }

  return {
    add(item) {
      waiting.push(item);
      running ??= run();
    },
    async idle() {
      while (running || aside.size > 0) await Promise.all([running, ...aside]);
    },
  };
}
