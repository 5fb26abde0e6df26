/** At most so many changes are committed together: beyond it a group gains nothing. */
const MAX_GROUP = 256;

export interface Lane<Item> {
  /** Resolves with the item's own answer, once its group is committed. */
  add(item: Item): void;
  /** Resolves when nothing waits and nothing is under way. */
  idle(): Promise<void>;
}

/** What a group that is committed has to do with the others of its lane. */
export interface Turn {
  /** Resolves when the group before has its answers: this one is written after it. */
  readonly mayWrite: Promise<void>;
  /** To be called when the group is written: the next one may be locked and decided meanwhile. */
  isWritten(): void;
  /** Takes work that the next group does not wait for. */
  aside(work: Promise<void>): void;
}

/**
 * Commits in groups: what arrives while a commit is under way makes the next group. It is locked
 * and decided while the one before is written, if as many wait as are in that, and written after it.
 * Without load a group is one item that waited for nothing.
 *
 * @param commit ends when each item has its answer or was put aside, and never rejects
 * @param mayJoin whether an item can be decided beside others, of its own group or of the one that
 * is being written; one that cannot, and what follows it on the same call, makes a later group
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
      // Whoever was just answered asks again at once: a turn later more of them are in the group.
      await new Promise(setImmediate);
      await enoughWait();
      const group = takeGroup(writing?.group ?? []);
      const mayWrite = writing?.done ?? Promise.resolve();
      if (group.length > 0) await begin(group, mayWrite);
      else await mayWrite;
    }
    running = undefined;
  }

  /** A smaller group than the one that is being written would cost more than it gains. */
  async function enoughWait(): Promise<void> {
    if (!writing || waiting.length >= writing.group.length) return;
    await Promise.race([writing.done, new Promise<void>((resolve) => (wake = resolve))]);
  }

  /** Resolves when the group is being written, or has ended without. */
  async function begin(group: readonly Item[], mayWrite: Promise<void>): Promise<void> {
    const { promise: isBeingWritten, resolve: isWritten } = Promise.withResolvers<void>();
    const done = commit(group, { mayWrite, isWritten, aside: putAside });
    await Promise.race([isBeingWritten, done]);
    await mayWrite;
    const now = { group, done };
    writing = now;
    void done.then(() => {
      if (writing === now) writing = undefined;
    });
  }

  function putAside(work: Promise<void>): void {
    const settled = work.finally(() => aside.delete(settled));
    aside.add(settled);
  }

  /** In the order in which they came; what is on a call of those under way comes after them. */
  function takeGroup(underWay: readonly Item[]): Item[] {
    const taken: Item[] = [];
    const left: Item[] = [];
    const behind = new Set(underWay.flatMap(({ callId }) => callId ?? []));
    for (const item of waiting) {
      const mustWait =
        taken.length >= MAX_GROUP ||
        (item.callId !== undefined && behind.has(item.callId)) ||
        !mayJoin(item, taken) ||
        !mayJoin(item, underWay);
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
      if (waiting.length >= (writing?.group.length ?? 0)) wake();
    },
    async idle() {
      while (running || writing || aside.size > 0)
        await Promise.all([running, writing?.done, ...aside]);
    },
  };
}
