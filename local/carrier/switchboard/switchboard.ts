import type { ParticipantSettings } from '../conference/conference.ts';
import { createRooms, type Rooms } from '../conference/rooms.ts';
import {
  createLeg,
  isOver,
  type FarEnd,
  type Leg,
  type LegFacts,
  type LegStatus,
} from '../legs/leg.ts';
import { requestParams, sendLegStatus } from '../legs/statusCallbacks.ts';
import { createLevelMeter } from '../media/levelMeter.ts';
import { createTimers } from '../timers.ts';
import type { VerbHandler } from '../twiml/board.ts';
import { createInstructions } from '../twiml/instructions.ts';
import type { Callbacks } from '../webhooks/callbacks.ts';
import type { Form } from '../webhooks/signature.ts';
import type { HttpMethod } from '../webhooks/subscription.ts';

/** Rings a browser or a scripted party, which replies later. */
export type Ring = (leg: Leg, parameters: Record<string, string>, replies: RingReplies) => void;

/** How the party that is rung answers or refuses. */
interface RingReplies {
  readonly answer: (farEnd: FarEnd) => void;
  readonly refuse: (status: LegStatus) => void;
}

/** An entry of Twilio's debugger. */
interface DebuggerEntry {
  readonly code: number;
  readonly message: string;
  readonly callSid: string;
}

/** A TwiML document, or the URL to fetch one from. URLs in the document are relative to `url`. */
export interface LegInstructions {
  readonly document?: string;
  readonly url: string;
  readonly method?: HttpMethod;
}

/** Creates legs and changes them; every other part of the carrier works through it. */
export interface Switchboard {
  readonly rooms: Rooms;
  /** Legs that have not ended, or ended less than a minute ago. */
  readonly legs: Map<string, Leg>;
  /** Legs that ended earlier. */
  readonly past: Map<string, Leg>;
  readonly debugger: DebuggerEntry[];
  /** What rings at an address; undefined if nothing does. */
  findRing: (address: string) => Ring | undefined;
  /** Handlers of verbs, by the verb's name. */
  readonly verbs: Map<string, VerbHandler>;
  /** Adds an entry about a leg to the debugger. @param code Twilio's error code */
  logError(leg: Leg, code: number, message: string): void;
  /** Creates an incoming leg, which executes the document at `url`. */
  receive(
    facts: LegFacts,
    farEnd: FarEnd,
    document: { readonly url: string; readonly params: Form },
  ): Leg;
  /**
   * Dials out as soon as the account's call rate permits; `onRinging` runs when it rings, `onAnswer`
   * when the leg is answered.
   */
  dial(
    facts: LegFacts & { timeoutMs?: number },
    onAnswer: (leg: Leg) => void,
    onRinging?: (leg: Leg) => void,
  ): { leg: Leg; queueTimeMs: number };
  /**
   * Gives the leg new instructions: it leaves its conference, drops its old document and executes
   * the new one.
   */
  redirect(leg: Leg, to: LegInstructions, params?: Form): void;
  /** Puts an answered leg into a conference; it is hung up when it leaves. */
  enterRoom(leg: Leg, friendlyName: string, settings: ParticipantSettings): void;
  /** Hangs the leg up after `ms`. */
  limit(leg: Leg, ms: number): void;
  hangUp(leg: Leg, status?: LegStatus): void;
  /** Hangs up all legs and waits until their callbacks are delivered. */
  stop(): Promise<void>;
}

/** The account that the switchboard serves. */
export interface SwitchboardSettings {
  readonly accountSid: string;
  /** Outbound calls per second, for the whole account. */
  readonly callsPerSecond: number;
}

const ENDED_LEG_VISIBLE_MS = 60_000;
const MAX_PAST_LEGS = 1_000;

/** A switchboard without legs. `findRing` and the verbs are set by its owner. */
export function createSwitchboard(
  { accountSid, callsPerSecond }: SwitchboardSettings,
  callbacks: Callbacks,
): Switchboard {
  const legs = new Map<string, Leg>();
  const past = new Map<string, Leg>();
  const timers = createTimers();
  const { after } = timers;
  let nextDialAt = 0;

  function progress(leg: Leg, status: LegStatus): void {
    if (isOver(leg)) return;
    leg.status = status;
    leg.startedAt ??= new Date();
    if (isOver(leg)) leg.endedAt = new Date();
    if (status === 'in-progress') answered(leg);
    sendLegStatus(accountSid, leg, callbacks);
  }

  function answered(leg: Leg): void {
    leg.answeredAt = new Date();
    leg.farEnd.answered?.();
    if (leg.timeLimitMs !== undefined) board.limit(leg, leg.timeLimitMs);
  }

  function retire(leg: Leg): void {
    legs.delete(leg.callSid);
    past.set(leg.callSid, { ...leg, heard: createLevelMeter() });
    for (const [callSid] of past) if (past.size > MAX_PAST_LEGS) past.delete(callSid);
  }

  function ring(
    leg: Leg,
    timeoutMs: number,
    {
      onAnswer,
      onRinging,
    }: { readonly onAnswer: (leg: Leg) => void; readonly onRinging?: (leg: Leg) => void },
  ): void {
    if (isOver(leg)) return;
    const [address = '', query = ''] = leg.to.split('?');
    const ringing = board.findRing(address);
    progress(leg, 'initiated');
    if (!ringing) return board.hangUp(leg, address.startsWith('client:') ? 'no-answer' : 'failed');
    progress(leg, 'ringing');
    onRinging?.(leg);
    ringing(leg, Object.fromEntries(new URLSearchParams(query)), {
      answer(farEnd) {
        if (isOver(leg)) return farEnd.ended(leg.status);
        leg.farEnd = farEnd;
        progress(leg, 'in-progress');
        onAnswer(leg);
      },
      refuse: (status) => board.hangUp(leg, status),
    });
    after(timeoutMs, () => leg.status === 'ringing' && board.hangUp(leg, 'no-answer'));
  }

  const board: Switchboard = {
    rooms: createRooms(accountSid, callbacks, (leg) => instructions.released(leg)),
    legs,
    past,
    debugger: [],
    findRing: () => undefined,
    verbs: new Map(),
    logError: (leg, code, message) =>
      void board.debugger.push({ code, message, callSid: leg.callSid }),

    receive(facts, farEnd, { url, params }) {
      const leg = createLeg(facts);
      leg.farEnd = farEnd;
      legs.set(leg.callSid, leg);
      progress(leg, 'ringing');
      instructions.follow(leg, { url, method: 'POST' }, params);
      return leg;
    },

    dial(facts, onAnswer, onRinging) {
      const leg = createLeg(facts);
      legs.set(leg.callSid, leg);
      const now = Date.now();
      if (facts.direction !== 'outbound-dial') {
        leg.queueTimeMs = Math.max(0, nextDialAt - now);
        nextDialAt = Math.max(now, nextDialAt) + 1000 / callsPerSecond;
      }
      after(leg.queueTimeMs, () => ring(leg, facts.timeoutMs ?? 60_000, { onAnswer, onRinging }));
      return { leg, queueTimeMs: leg.queueTimeMs };
    },

    redirect(leg, { document, url, method = 'POST' }, params) {
      leg.instructions = undefined;
      for (const cleanUp of leg.onDivert) cleanUp();
      leg.onDivert.clear();
      const room = board.rooms.list().find(({ participants }) => participants.has(leg.callSid));
      instructions.forget(leg);
      if (room) board.rooms.leave(room, leg.callSid, 'kicked');
      if (document === undefined) instructions.follow(leg, { url, method }, params);
      else instructions.run(leg, document, url);
    },

    enterRoom(leg, friendlyName, settings) {
      void instructions.inRoom(leg, friendlyName, settings).then((refusal) => {
        if (refusal !== undefined)
          board.logError(leg, refusal, `could not join conference ${friendlyName}`);
        board.hangUp(leg);
      });
    },

    limit: (leg, ms) => after(ms, () => board.hangUp(leg)),

    hangUp(leg, status) {
      if (isOver(leg)) return;
      progress(leg, status ?? (leg.status === 'in-progress' ? 'completed' : 'canceled'));
      for (const cleanUp of leg.onEnd) cleanUp();
      leg.onEnd.clear();
      instructions.released(leg);
      leg.farEnd.ended(leg.status);
      after(ENDED_LEG_VISIBLE_MS, () => retire(leg));
    },

    async stop() {
      for (const leg of legs.values()) board.hangUp(leg);
      timers.clear();
      await callbacks.idle();
    },
  };
  const instructions = createInstructions({
    board,
    callbacks,
    requestParams: (leg) => requestParams(accountSid, leg),
    answer: (leg) => progress(leg, 'in-progress'),
  });
  return board;
}
