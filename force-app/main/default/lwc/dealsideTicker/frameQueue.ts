/** Things that are done together, once a frame. */
export interface FrameQueue<T> {
  /** Keeps the newest of each key until the next frame. */
  put(key: string, item: T): void;
  remove(key: string): void;
  clear(): void;
}

/**
 * Gathers what comes between two frames and takes it to `draw` at the next. A page that is not in
 * sight has no frames: it draws once, when it is looked at again.
 */
export function createFrameQueue<T>(draw: (items: ReadonlyMap<string, T>) => void): FrameQueue<T> {
  let items = new Map<string, T>();
  let frame: number | undefined;

  function take(): void {
    frame = undefined;
    const gathered = items;
    items = new Map();
    if (gathered.size > 0) draw(gathered);
  }

  return {
    put(key, item) {
      items.set(key, item);
      frame ??= requestAnimationFrame(take);
    },
    remove: (key) => void items.delete(key),
    clear() {
      items.clear();
      if (frame !== undefined) cancelAnimationFrame(frame);
      frame = undefined;
    },
  };
}
