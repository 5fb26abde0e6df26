import type { ServerResponse } from 'node:http';

const MAX_BUFFERED_BYTES = 1_000_000;

/**
 * One console's stream of server-sent events. A console that reads too slowly is disconnected and
 * gets a snapshot when it reconnects.
 */
export interface EventStream {
  send(event: string, data: unknown): void;
  close(): void;
}

/** Takes over the response as a stream of server-sent events with increasing ids. */
export function openEventStream(res: ServerResponse, onClose: () => void): EventStream {
  let sequence = 0;
  let open = true;
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
      if (res.writableLength > MAX_BUFFERED_BYTES) {
        res.destroy();
        return;
      }
      sequence += 1;
      res.write(`id: ${sequence}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    close() {
      res.end();
    },
  };
}
