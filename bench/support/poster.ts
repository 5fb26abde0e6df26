import { Agent, request } from 'node:http';

/** Sends requests over its own connections, which stay open. */
export interface Poster {
  post(
    path: string,
    body: string,
    headers?: Record<string, string>,
  ): Promise<{ readonly status: number; readonly text: string }>;
  close(): void;
}

/** @param connections how many at most; further requests wait for one */
export function createPoster(url: string, connections: number): Poster {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  const { hostname, port } = new URL(url);
  return {
    post: (path, body, headers = {}) =>
      new Promise((resolve, reject) => {
        const sent = request(
          {
            agent,
            hostname,
            port,
            path,
            method: 'POST',
            headers: { 'content-length': Buffer.byteLength(body), ...headers },
          },
          (response) => {
            let text = '';
            response.setEncoding('utf8');
            response.on('data', (chunk: string) => {
              text += chunk;
            });
            response.once('end', () => resolve({ status: response.statusCode!, text }));
            response.once('error', reject);
          },
        );
        sent.once('error', reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** Acts this often a second, evenly, for so long; resolves once the last act was begun. */
export function atRate(
  perSecond: number,
  forSeconds: number,
  act: (turn: number) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    let done = 0;
    const timer = setInterval(
      () => {
        const due = Math.min(
          Math.floor(((performance.now() - startedAt) / 1000) * perSecond) + 1,
          perSecond * forSeconds,
        );
        for (; done < due; done += 1) act(done);
        if (done < perSecond * forSeconds) return;
        clearInterval(timer);
        resolve();
      },
      Math.min(5, 1000 / perSecond),
    );
  });
}
