type Granted = () => Promise<void> | undefined;
interface Asking {
  granted: Granted;
  resolve: () => void;
}

/** The browser's locks: one holder per name, and a queue. */
class FakeLocks {
  private readonly queues = new Map<string, Asking[]>();

  request(name: string, { signal }: { signal: AbortSignal }, granted: Granted): Promise<void> {
    return new Promise((resolve, reject) => {
      const queue = this.queues.get(name) ?? [];
      this.queues.set(name, queue);
      const asking = { granted, resolve };
      queue.push(asking);
      if (queue.length === 1) this.grant(name, queue);
      signal.addEventListener('abort', () => {
        const at = queue.indexOf(asking);
        if (at <= 0) return;
        queue.splice(at, 1);
        reject(new DOMException('aborted', 'AbortError'));
      });
    });
  }

  private grant(name: string, queue: Asking[]): void {
    const [first] = queue;
    if (!first) return;
    void Promise.resolve()
      .then(() => first.granted())
      .then(() => {
        queue.shift();
        first.resolve();
        this.grant(name, queue);
      });
  }
}

/** Lightning Web Security clones only plain values. It refuses an Error, which browsers clone. */
function refuseUncloneable(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype)
    throw new DOMException(`${String(value)} could not be cloned.`, 'DataCloneError');
  for (const part of Object.values(value)) refuseUncloneable(part);
}

class FakeChannel {
  static readonly open = new Set<FakeChannel>();
  /** Drops all messages, like a browser that isolates pages or a frozen tab. */
  static isDeaf = false;
  onmessage?: (event: { data: unknown }) => void;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
    FakeChannel.open.add(this);
  }

  postMessage(data: unknown): void {
    refuseUncloneable(data);
    if (FakeChannel.isDeaf) return;
    for (const other of FakeChannel.open) {
      if (other !== this && other.name === this.name)
        void Promise.resolve().then(() => other.onmessage?.({ data: structuredClone(data) }));
    }
  }

  close(): void {
    FakeChannel.open.delete(this);
  }
}

/** Simulates a browser in which tabs share locks and channels. Returns how to undo that. */
export function shareBetweenTabs(): { deafen(deaf: boolean): void; restore(): void } {
  Object.defineProperty(navigator, 'locks', { value: new FakeLocks(), configurable: true });
  Object.assign(globalThis, {
    BroadcastChannel: FakeChannel,
    structuredClone: (value: unknown) => JSON.parse(JSON.stringify(value)),
  });
  return {
    deafen: (deaf) => {
      FakeChannel.isDeaf = deaf;
    },
    restore() {
      FakeChannel.isDeaf = false;
      FakeChannel.open.clear();
      Reflect.deleteProperty(navigator, 'locks');
      Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    },
  };
}
