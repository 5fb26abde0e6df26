/** Items that are processed together, once per frame. */
export interface FrameQueue<T> {
  /** Keeps only the newest item of each key until the next frame. */
  put(key: string, item: T): void;
  remove(key: string): void;
  clear(): void;
}

/**
 * Collects items between two frames and passes them to `draw` in the next. A hidden page has no
 * frames, so it draws once when it becomes visible again.
 */
export function createFrameQueue<T>(draw: (items: ReadonlyMap<string, T>) => void): FrameQueue<T> {
  let items = new Map<string, T>();
  let frame: number | undefined;

  function drawGathered(): void {
    frame = undefined;
    const gathered = items;
    items = new Map();
    if (gathered.size > 0) draw(gathered);
  }

  return {
    put(key, item) {
      items.set(key, item);
      frame ??= requestAnimationFrame(drawGathered);
    },
    remove: (key) => void items.delete(key),
    clear() {
      items.clear();
      if (frame !== undefined) cancelAnimationFrame(frame);
      frame = undefined;
    },
  };
}
