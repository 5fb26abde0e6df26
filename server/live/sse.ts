import type { ServerResponse } from 'node:http';

/** Changes that may wait for a console; a snapshot of thousands of calls alone is more. */
const MAX_BUFFERED_BYTES = 1_000_000;

/**
 * One console's stream of server-sent events. A console that reads too slowly is disconnected and
 * gets a snapshot when it reconnects; what waits of a snapshot does not count against it.
 */
export interface EventStream {
  send(event: string, data: unknown): void;
  close(): void;
}

/** Takes over the response as a stream of server-sent events with increasing ids. */
export function openEventStream(res: ServerResponse, onClose: () => void): EventStream {
  let sequence = 0;
  let open = true;
  let mayWait = MAX_BUFFERED_BYTES;
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  res.flushHeaders();
  const closed = () => {
    if (!open) return;
    open = false;
    onClose();
  };
  res.on('close', closed);
  res.on('error', closed);
  return {
    send(event, data) {
      if (!open) return;
      if (res.writableLength > mayWait) {
        res.destroy();
        return;
      }
      sequence += 1;
      const text = `id: ${sequence}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
      res.write(text);
      if (event === 'snapshot') mayWait = Buffer.byteLength(text) + MAX_BUFFERED_BYTES;
      else if (res.writableLength < MAX_BUFFERED_BYTES) mayWait = MAX_BUFFERED_BYTES;
    },
    close() {
      res.end();
    },
  };
}
