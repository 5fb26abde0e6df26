/** The most items that are committed together. Larger groups are not faster. */
const MAX_GROUP_SIZE = 256;

export interface Lane<Item> {
  /** Adds an item to one of the next groups. `commit` resolves or rejects it. */
  add(item: Item): void;
  /** Resolves when no item is waiting and no commit is running. */
  idle(): Promise<void>;
}

/** How a commit is coordinated with the other groups of its lane. */
export interface Turn {
  /** Resolves when the previous group has its answers. This group must not be written before. */
  readonly mayWrite: Promise<void>;
  /** Call it when the write has been sent: the next group can then be locked and decided. */
  isWritten(): void;
  /** Lets work go on that the next group does not wait for. `idle` waits for it. */
  runAside(work: Promise<void>): void;
}

/**
 * Commits items in groups. Items that arrive during a commit make the next group. As soon as at
 * least as many items wait as the group that is being written has, the next group is locked and
 * decided. It is written when the previous one has its answers. Without load, each item is a group of
 * its own and does not wait.
 *
 * @param commit must not reject; it ends when each item has its answer or was given to `runAside`
 * @param mayJoin whether an item can be decided beside others of its own group and of the group that
 * is being written. If not, this item and all later ones on the same call go into a later group
 */
export function createLane<Item extends { readonly callId?: string }>(
  commit: (group: readonly Item[], turn: Turn) => Promise<void>,
  mayJoin: (item: Item, others: readonly Item[]) => boolean = () => true,
): Lane<Item> {
  let waiting: Item[] = [];
  /** The group that is being written. */
  let writing: { readonly group: readonly Item[]; readonly done: Promise<void> } | undefined;
  let running: Promise<void> | undefined;
  const aside = new Set<Promise<void>>();
  let wake = (): void => undefined;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      // Callers who just got their answer often send the next request at once. Waiting for one turn
      // of the event loop brings more of these into the group.
      await new Promise(setImmediate);
      await enoughWait();
      const group = nextGroup(writing?.group ?? []);
      const mayWrite = writing?.done ?? Promise.resolve();
      if (group.length > 0) await begin(group, mayWrite);
      else await mayWrite;
    }
    running = undefined;
  }

  /**
   * Waits until as many items wait as the group that is being written has: a smaller group costs more
   * than it saves.
   */
  async function enoughWait(): Promise<void> {
    if (!writing || waiting.length >= writing.group.length) return;
    await Promise.race([writing.done, new Promise<void>((resolve) => (wake = resolve))]);
  }

  /** Resolves when the group is being written, or has ended without a write. */
  async function begin(group: readonly Item[], mayWrite: Promise<void>): Promise<void> {
    const { promise: isBeingWritten, resolve: isWritten } = Promise.withResolvers<void>();
    const done = commit(group, { mayWrite, isWritten, runAside });
    await Promise.race([isBeingWritten, done]);
    await mayWrite;
    const now = { group, done };
    writing = now;
    void done.then(() => {
      if (writing === now) writing = undefined;
    });
  }

  function runAside(work: Promise<void>): void {
    const settled = work.finally(() => aside.delete(settled));
    aside.add(settled);
  }

  /**
   * Removes the items of the next group from those that wait, in their order. Items on a call of the
   * group that is being written go on waiting.
   */
  function nextGroup(beingWritten: readonly Item[]): Item[] {
    const group: Item[] = [];
    const left: Item[] = [];
    const blockedCalls = new Set(beingWritten.flatMap(({ callId }) => callId ?? []));
    for (const item of waiting) {
      const mustWait =
        group.length >= MAX_GROUP_SIZE ||
        (item.callId !== undefined && blockedCalls.has(item.callId)) ||
        !mayJoin(item, group) ||
        !mayJoin(item, beingWritten);
      if (!mustWait) group.push(item);
      else {
        left.push(item);
        if (item.callId !== undefined) blockedCalls.add(item.callId);
      }
    }
    waiting = left;
    return group;
  }

  return {
    add(item) {
      waiting.push(item);
      running ??= run();
      if (waiting.length >= (writing?.group.length ?? 0)) wake();
    },
    async idle() {
      while (running || writing || aside.size > 0)
        await Promise.all([running, writing?.done, ...aside]);
    },
  };
}
