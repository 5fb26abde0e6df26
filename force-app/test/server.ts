interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body?: unknown;
  token: string;
}
interface Answer {
  status: number;
  body?: unknown;
  /** The content, if the answer is a file. */
  file?: string;
}

/**
 * Replaces the Dealside server behind `fetch`: answers as set by `on` and `refuses`, and streams the
 * live feed.
 */
export class FakeServer {
  readonly asked: Asked[] = [];
  connections = 0;
  private readonly answers = new Map<string, Answer>();
  private readonly held = new Map<string, Promise<void>>();
  private stream?: LiveStream;
  private isDown = false;
  private liveRefusal?: Answer;

  constructor() {
    globalThis.fetch = ((url: string, init: RequestInit = {}) =>
      this.serve(url, init)) as typeof fetch;
  }

  on(route: string, body?: unknown, status = 200): this {
    this.answers.set(route, { status, body });
    return this;
  }

  /** Answers with a file. */
  onFile(route: string, file: string): this {
    this.answers.set(route, { status: 200, file });
    return this;
  }

  refuses(
    route: string,
    status: number,
    error: { code: string; message: string; field?: string; hint?: string; otherCall?: object },
  ): this {
    return this.on(route, { error }, status);
  }

  refusesLive(status: number, error: { code: string; message: string; hint?: string }): void {
    this.liveRefusal = { status, body: { error } };
  }

  /** Answers this only once the returned function is called. */
  holds(route: string): () => void {
    let release = (): void => undefined;
    this.held.set(route, new Promise((resolve) => (release = resolve)));
    return release;
  }

  /** Stops answering, and ends open streams. */
  goDown(): void {
    this.isDown = true;
    this.stream?.end();
  }

  comeBack(): void {
    this.isDown = false;
    this.liveRefusal = undefined;
  }

  async sends(event: string, data: unknown): Promise<void> {
    this.stream!.write(`id: 1\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    await settled();
  }

  async snapshot(
    part: {
      calls?: unknown[];
      notices?: unknown[];
      interventionsDue?: unknown[];
      mayMonitor?: boolean;
      monitors?: object;
      gone?: unknown[];
    } = {},
  ): Promise<void> {
    await settled();
    await this.sends('snapshot', { calls: [], notices: [], interventionsDue: [], ...part });
  }

  posted(path: string): unknown[] {
    return this.asked
      .filter((each) => each.method === 'POST' && each.path === path)
      .map(({ body }) => body);
  }

  isStreamAborted(): boolean {
    return this.stream?.aborted ?? false;
  }

  private async serve(url: string, init: RequestInit): Promise<unknown> {
    if (this.isDown) throw new TypeError('Failed to fetch');
    const { pathname, searchParams } = new URL(url);
    const method = init.method ?? 'GET';
    const token = (init.headers as Record<string, string>).Authorization!;
    this.asked.push({
      method,
      path: pathname,
      query: searchParams,
      body: init.body ? JSON.parse(init.body as string) : undefined,
      token,
    });
    if (pathname === '/api/live') return this.openLive(init.signal!);
    const held = this.held.get(`${method} ${pathname}`);
    if (held) await held;
    return response(
      this.answers.get(`${method} ${pathname}`) ?? {
        status: 404,
        body: { error: { code: 'not_found', message: `No ${pathname}.` } },
      },
    );
  }

  private openLive(signal: AbortSignal): unknown {
    if (this.liveRefusal) return response(this.liveRefusal);
    this.connections += 1;
    this.stream = new LiveStream(signal);
    return { ok: true, status: 200, body: { getReader: () => this.stream } };
  }
}

class LiveStream {
  aborted = false;
  private readonly chunks: Uint8Array[] = [];
  private ended = false;
  private wake?: () => void;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => {
      this.aborted = true;
      this.end();
    });
  }

  write(text: string): void {
    this.chunks.push(new TextEncoder().encode(text));
    this.wake?.();
  }

  end(): void {
    this.ended = true;
    this.wake?.();
  }

  async read(): Promise<{ done: boolean; value?: Uint8Array }> {
    while (this.chunks.length === 0 && !this.ended) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    const value = this.chunks.shift();
    return value ? { done: false, value } : { done: true };
  }
}

function response({ status, body, file = '' }: Answer): unknown {
  return {
    ok: status < 400,
    status,
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(file).buffer),
    json: () => (body === undefined ? Promise.reject(new Error('no body')) : Promise.resolve(body)),
  };
}

/** Lets everything that waits for promises continue, without timers. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
}
