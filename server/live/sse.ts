import type { ServerResponse } from 'node:http';

/** Changes that may wait for a console; a snapshot of thousands of calls alone is more. */
const MAX_BUFFERED_BYTES = 1_000_000;

/** How long something may wait for a console before it counts as one that never reads. */
const MAX_WAITING_MS = 60_000;
/** How long a console that no longer reads gets to receive the end of the stream. */
const LEAVE_MS = 5_000;

/**
 * One console's stream of server-sent events. A console that reads too slowly, or not at all, is
 * disconnected and gets a snapshot when it reconnects; what waits of a snapshot counts against it
 * only by its time.
 */
export interface EventStream {
  /** Data that several streams are given as one object must not change any more. */
  send(event: string, data: unknown): void;
  /** Says that the connection is alive. Adds nothing to what waits already. */
  beat(): void;
  close(): void;
}

/** How often each console gets a heartbeat. It says so, and pages judge a silence by that. */
export const HEARTBEAT_MS = 2_000;
/** The same bytes for every console; without an id, because a heartbeat is never asked for again. */
const BEAT = Buffer.from(`event: ping\ndata: {"everyMs":${HEARTBEAT_MS}}\n\n`);

/** By object: what several consoles are told is written once. */
const written = new WeakMap<object, string>();

function jsonOf(data: unknown): string {
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  const known = written.get(data);
  if (known !== undefined) return known;
  const json = JSON.stringify(data);
  written.set(data, json);
  return json;
}

/** A snapshot is another object for each console, and has in its lists what others are told too. */
const textOf = (event: string, data: unknown): string =>
  event === 'snapshot' && typeof data === 'object' && data !== null
    ? `{${Object.entries(data)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${JSON.stringify(name)}:${listOf(value)}`)
        .join()}}`
    : jsonOf(data);

const listOf = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map(jsonOf).join()}]` : JSON.stringify(value);

/** Takes over the response as a stream of server-sent events with increasing ids. */
export function openEventStream(
  res: ServerResponse,
  onClose: () => void,
  nowMs: () => number = () => performance.now(),
): EventStream {
  let sequence = 0;
  /** Since when something waits: the console has not read all since then. */
  let waitingSince: number | undefined;
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
  res.on('drain', () => (waitingSince = undefined));
  res.on('close', closed);
  res.on('error', closed);
  const hasWaited = (): boolean =>
    waitingSince !== undefined && nowMs() - waitingSince > MAX_WAITING_MS;
  return {
    send(event, data) {
      if (!open) return;
      if (res.writableLength === 0) waitingSince = undefined;
      else waitingSince ??= nowMs();
      if (res.writableLength > mayWait || hasWaited()) {
        res.destroy();
        return;
      }
      sequence += 1;
      const text = `id: ${sequence}\nevent: ${event}\ndata: ${textOf(event, data)}\n\n`;
      res.write(text);
      if (res.writableLength > 0) waitingSince ??= nowMs();
      if (event === 'snapshot') mayWait = Buffer.byteLength(text) + MAX_BUFFERED_BYTES;
      else if (res.writableLength < MAX_BUFFERED_BYTES) mayWait = MAX_BUFFERED_BYTES;
    },
    beat() {
      if (!open) return;
      if (res.writableLength === 0) {
        waitingSince = undefined;
        res.write(BEAT);
      } else waitingSince ??= nowMs();
      if (hasWaited()) res.destroy();
    },
    close() {
      res.end();
      setTimeout(() => res.destroy(), LEAVE_MS).unref();
    },
  };
}
