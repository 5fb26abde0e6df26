/**
 * The carrier of the bench: conferences of many calls that answer the server's requests at once,
 * and the sender of their callbacks, over its own connections.
 */
import type { AddressInfo } from 'node:net';
import { CALLBACK_PATH, holdCallback, signedCallback } from '../support/callbackForm.ts';
import { carrierRest, type Asked } from '../support/carrierRest.ts';
import { roomsOf, type Room } from '../support/carrierRooms.ts';
import { customerConnection } from '../support/floor.ts';
import { atRate, createPoster, type Poster } from '../support/poster.ts';
import { serve } from '../support/rpc.ts';
import { percentile, sharedNow } from '../support/stats.ts';

/** A callback that was sent, on the shared clock. */
export interface Sent {
  readonly call: number;
  readonly hold: boolean;
  readonly sentAt: number;
  /** Milliseconds until the server had answered; undefined while it has not. */
  answeredMs?: number;
}

export interface Load {
  readonly answered: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers other than 204. */
  readonly refused: number;
}

interface Floor {
  readonly calls: number;
  readonly serverUrl: string;
  /** After each change that the server asked for; undefined for none. */
  readonly confirmsAfterMs?: number;
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const STEADY_CONNECTIONS = 100;

let floor: Floor = { calls: 0, serverUrl: '' };
let rooms: Room[] = [];
let poster: Poster | undefined;
const rest = carrierRest((room, participant, event) => {
  if (floor.confirmsAfterMs === undefined) return;
  setTimeout(() => {
    room.sequence += 1;
    const { body, signature } = signedCallback(
      floor.serverUrl,
      { call: room.call, event, sequence: room.sequence },
      participant,
    );
    send(body, signature).catch(() => undefined);
  }, floor.confirmsAfterMs);
});
await new Promise<void>((resolve) => rest.server.listen(0, '127.0.0.1', resolve));

const send = (body: string, signature: string, by = poster!) =>
  by.post(CALLBACK_PATH, body, { ...FORM, 'x-twilio-signature': signature });

/** The customer of the next call is put on hold, or taken off it: first all are put on hold. */
function nextHold(
  turn: number,
  by?: Poster,
): { call: number; hold: boolean; callback: () => Promise<number> } {
  // A prime, so that the calls of a team do not follow each other.
  const room = rooms[(turn * 37) % rooms.length]!;
  const customer = room.participants.get(customerConnection(room.call))!;
  customer.hold = !customer.hold;
  room.sequence += 1;
  const { hold } = customer;
  const { body, signature } = holdCallback(floor.serverUrl, room.call, {
    sequence: room.sequence,
    hold,
  });
  return { call: room.call, hold, callback: async () => (await send(body, signature, by)).status };
}

let turn = 0;

const handlers = {
  address: () => `http://localhost:${(rest.server.address() as AddressInfo).port}`,

  /** From now on the carrier has these calls, all as they were at first. */
  open(next: Floor): void {
    floor = next;
    rooms = roomsOf(next.calls);
    rest.rooms = new Map(rooms.map((room) => [room.conferenceId, room]));
    rest.asked.length = 0;
    rest.requests = 0;
    rest.delayMs = 0;
    rest.readDelayMs = 0;
    poster?.close();
    poster = createPoster(next.serverUrl, STEADY_CONNECTIONS);
  },

  delay(slowness: { delayMs: number; readDelayMs: number }): void {
    Object.assign(rest, slowness);
  },

  /** The number of requests since the last look. */
  requests(): number {
    const { requests } = rest;
    rest.requests = 0;
    return requests;
  },

  /** The changes that the server asked for since the last look. */
  asked: (): Asked[] => rest.asked.splice(0),

  /** As many callbacks as the server answers, over so many connections. */
  async load(wanted: {
    connections: number;
    warmUpSeconds: number;
    seconds: number;
  }): Promise<Load> {
    // Of its own, so that confirmations do not wait for its connections.
    const own = createPoster(floor.serverUrl, wanted.connections);
    const countFrom = performance.now() + wanted.warmUpSeconds * 1000;
    const until = countFrom + wanted.seconds * 1000;
    const took: number[] = [];
    let refused = 0;
    await Promise.all(
      Array.from({ length: wanted.connections }, async () => {
        while (performance.now() < until) {
          const { callback } = nextHold(turn++, own);
          const startedAt = performance.now();
          const status = await callback();
          const endedAt = performance.now();
          if (status !== 204) refused += 1;
          else if (endedAt >= countFrom && endedAt < until) took.push(endedAt - startedAt);
        }
      }),
    );
    own.close();
    return {
      answered: took.length,
      perSecond: took.length / wanted.seconds,
      p50: percentile(took, 0.5),
      p99: percentile(took, 0.99),
      refused,
    };
  },

  /** Callbacks at a steady rate. Waits for the answers, at most as long again. */
  async steady(wanted: { perSecond: number; seconds: number }): Promise<Sent[]> {
    const sent: Sent[] = [];
    const answers: Promise<unknown>[] = [];
    await atRate(wanted.perSecond, wanted.seconds, () => {
      const { call, hold, callback } = nextHold(turn++);
      const one: Sent = { call, hold, sentAt: sharedNow() };
      sent.push(one);
      answers.push(
        callback().then(
          (status) => {
            if (status === 204) one.answeredMs = sharedNow() - one.sentAt;
          },
          () => undefined,
        ),
      );
    });
    const patience = new Promise((resolve) => setTimeout(resolve, wanted.seconds * 1000));
    await Promise.race([Promise.all(answers), patience]);
    return sent;
  },
};

export type CarrierProgram = typeof handlers;
serve(handlers);
