import type { ServerResponse } from 'node:http';

/** How many bytes may be buffered for a console, in addition to a snapshot, which can be larger. */
const MAX_BUFFERED_BYTES = 1_000_000;

/** A console is disconnected if data waits for it for longer than this. */
const MAX_WAITING_MS = 60_000;
/** How long a console that has stopped reading gets to receive the end of the stream. */
const LEAVE_MS = 5_000;

/**
 * The stream of server-sent events to one console. A console that reads too slowly, or not at all,
 * is disconnected; it gets a snapshot when it reconnects. An unsent snapshot is judged by how long
 * it waits and not by its size.
 */
export interface EventStream {
  /**
   * `data` must not be changed afterwards, because its JSON is cached and shared by several
   * streams.
   */
  send(event: string, data: unknown): void;
  /** Sends a heartbeat, unless other data is still waiting to be sent. */
  beat(): void;
  close(): void;
}

/**
 * The interval of heartbeats. It is part of each heartbeat, so that pages know when one is overdue.
 */
export const HEARTBEAT_MS = 2_000;
/**
 * The same bytes for every console. It has no event id, because a heartbeat is never sent again.
 */
const BEAT = Buffer.from(`event: ping\ndata: {"everyMs":${HEARTBEAT_MS}}\n\n`);

/** The JSON of objects that are sent to several consoles, so that it is built once. */
const written = new WeakMap<object, string>();

function jsonOf(data: unknown): string {
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  const known = written.get(data);
  if (known !== undefined) return known;
  const json = JSON.stringify(data);
  written.set(data, json);
  return json;
}

/**
 * A snapshot is a different object for each console, but the items in its lists are shared, so
 * their JSON is taken from the cache one by one.
 */
const textOf = (event: string, data: unknown): string =>
  event === 'snapshot' && typeof data === 'object' && data !== null
    ? `{${Object.entries(data)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${JSON.stringify(name)}:${listOf(value)}`)
        .join()}}`
    : jsonOf(data);

const listOf = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map(jsonOf).join()}]` : JSON.stringify(value);

/** Turns the response into a stream of server-sent events with increasing ids. */
export function openEventStream(
  res: ServerResponse,
  onClose: () => void,
  nowMs: () => number = () => performance.now(),
): EventStream {
  let sequence = 0;
  /**
   * Since when data has been waiting without a break; undefined while the console has read
   * everything.
   */
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
