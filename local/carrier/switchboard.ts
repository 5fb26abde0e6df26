import type { Callbacks, Form } from './callbacks.ts';
import { createRooms, type Rooms } from './conference.ts';
import { createLeg, isOver, type FarEnd, type Leg, type LegFacts, type LegStatus } from './leg.ts';
import type { Beep, ParticipantSettings } from './room.ts';
import { rfc2822 } from './time.ts';
import { parseTwiml, type Verb } from './twiml.ts';

/** Something that can be rung: a browser or a script. Calls `answer` or `refuse` when it has made up its mind. */
export type Ring = (leg: Leg, parameters: Record<string, string>, answer: (farEnd: FarEnd) => void, refuse: (status: LegStatus) => void) => void;

/** Does one verb of a document; `stop` when the leg follows other instructions from here on. */
export type VerbHandler = (leg: Leg, verb: Verb, url: string) => Promise<'next' | 'stop'>;

export interface Switchboard {
  readonly rooms: Rooms;
  readonly legs: Map<string, Leg>;
  readonly debugger: { code: number; message: string; callSid: string }[];
  /** Who answers at an address; undefined when nobody is there. */
  findRing: (address: string) => Ring | undefined;
  /** Verbs that others than the switchboard know how to do. */
  readonly verbs: Map<string, VerbHandler>;
  /** Twilio's debugger hears of something that went wrong with a leg. */
  complain(leg: Leg, code: number, message: string): void;
  /** A leg that came to us: it is answered and does what the document at `url` says. */
  receive(facts: LegFacts, farEnd: FarEnd, url: string, params: Form): Leg;
  /** Dials out, once the account's rate permits; `onAnswer` says what the leg does then. */
  dial(facts: LegFacts & { timeoutMs?: number }, onAnswer: (leg: Leg) => void): { leg: Leg; queueTimeMs: number };
  /** Gives the leg new instructions: it leaves the room it is in, and does what the document, or the one at `url`, says. */
  redirect(leg: Leg, to: { document?: string; url: string }): void;
  /** Puts an answered leg into a room; out of the room it is hung up. */
  enterRoom(leg: Leg, friendlyName: string, settings: ParticipantSettings): void;
  hangUp(leg: Leg, status?: LegStatus): void;
  /** Waits for callbacks to be delivered, and hangs everything up. */
  stop(): Promise<void>;
}

export interface SwitchboardSettings {
  readonly accountSid: string;
  /** Outbound calls a second, for the whole account. */
  readonly callsPerSecond: number;
}

export function createSwitchboard({ accountSid, callsPerSecond }: SwitchboardSettings, callbacks: Callbacks): Switchboard {
  const legs = new Map<string, Leg>();
  const waiting = new Map<string, () => void>();
  const timers = new Set<NodeJS.Timeout>();
  let nextDialAt = 0;

  const rooms = createRooms(accountSid, callbacks, (leg) => waiting.get(leg.callSid)?.());

  function after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms);
    timers.add(timer);
  }

  function progress(leg: Leg, status: LegStatus): void {
    if (isOver(leg)) return;
    leg.status = status;
    if (status === 'in-progress') {
      leg.answeredAt = new Date();
      leg.farEnd.answered?.();
    }
    if (isOver(leg)) leg.endedAt = new Date();
    const event = status === 'in-progress' ? 'answered' : isOver(leg) ? 'completed' : status;
    if (!leg.statusCallback?.events.includes(event)) return;
    callbacks.tell(leg.statusCallback.url, {
      ...requestParams(leg), CallbackSource: 'call-progress-events', SequenceNumber: String(leg.sequence++),
      Timestamp: rfc2822(new Date()), SipResponseCode: leg.sipResponseCode?.toString(),
      ...(isOver(leg) && { CallDuration: String(durationSeconds(leg)), Duration: String(Math.ceil(durationSeconds(leg) / 60)) }),
    });
  }

  const requestParams = (leg: Leg): Form => ({
    CallSid: leg.callSid, AccountSid: accountSid, From: leg.from, To: leg.to, Caller: leg.from, Called: leg.to,
    CallStatus: leg.status, Direction: leg.direction, ApiVersion: '2010-04-01',
  });

  async function follow(leg: Leg, url: string, more: Form = {}): Promise<void> {
    const document = await callbacks.fetch(url, { ...requestParams(leg), ...more });
    if (isOver(leg)) return;
    if (document === undefined) {
      complain(leg, 11200, 'HTTP retrieval failure');
      board.hangUp(leg, 'failed');
      return;
    }
    await run(leg, document, url);
  }

  /** An address or document that can not be followed ends this leg, and nothing else. */
  function orFail(leg: Leg, following: Promise<void>): void {
    following.catch((fault: Error) => {
      complain(leg, 11100, fault.message);
      board.hangUp(leg, 'failed');
    });
  }

  async function run(leg: Leg, document: string, url: string): Promise<void> {
    const parsed = parseTwiml(document);
    if ('error' in parsed) {
      complain(leg, parsed.error, parsed.message);
      board.hangUp(leg, 'failed');
      return;
    }
    if (leg.status !== 'in-progress' && parsed.verbs[0]?.name !== 'Reject') progress(leg, 'in-progress');
    const instructions = (leg.instructions = Symbol(url));
    for (const verb of parsed.verbs) {
      const stops = isOver(leg) || (await perform(leg, verb, url)) === 'stop';
      if (stops || leg.instructions !== instructions) return;
    }
    board.hangUp(leg);
  }

  function complain(leg: Leg, code: number, message: string): void {
    board.debugger.push({ code, message, callSid: leg.callSid });
  }

  async function perform(leg: Leg, verb: Verb, url: string): Promise<'next' | 'stop'> {
    const handler = board.verbs.get(verb.name);
    if (handler) return handler(leg, verb, url);
    switch (verb.name) {
      case 'Redirect':
        await follow(leg, new URL(verb.text, url).href);
        return 'stop';
      case 'Reject':
        board.hangUp(leg, verb.attributes.reason === 'busy' ? 'busy' : 'no-answer');
        return 'stop';
      case 'Dial': {
        const { instructions } = leg;
        await dialVerb(leg, verb, url);
        if (isOver(leg) || leg.instructions !== instructions) return 'stop';
        if (!verb.attributes.action) return 'next';
        await follow(leg, new URL(verb.attributes.action, url).href, { DialCallStatus: 'completed' });
        return 'stop';
      }
      default:
        board.hangUp(leg);
        return 'stop';
    }
  }

  async function dialVerb(leg: Leg, verb: Verb, url: string): Promise<void> {
    const noun = verb.nouns[0] ?? { name: 'Number', text: verb.text, attributes: {}, nouns: [] };
    if (noun.name === 'Conference') return inRoom(leg, noun.text, settingsOf(noun, url));
    const room = `dial-${leg.callSid}`;
    const to = noun.name === 'Client' ? `client:${noun.text}` : noun.text;
    const from = verb.attributes.callerId ?? leg.from;
    const { leg: other } = board.dial({ from, to, direction: 'outbound-dial', timeoutMs: Number(verb.attributes.timeout ?? 30) * 1000 }, (answered) => {
      board.enterRoom(answered, room, { endConferenceOnExit: true });
    });
    other.onEnd.add(() => waiting.get(leg.callSid)?.());
    await inRoom(leg, room, { endConferenceOnExit: true });
  }

  /** Joins a room and waits until the leg is out of it again. */
  function inRoom(leg: Leg, friendlyName: string, settings: ParticipantSettings): Promise<void> {
    const joined = rooms.join(leg, friendlyName, settings);
    if ('error' in joined) {
      complain(leg, joined.error, `could not join conference ${friendlyName}`);
      return Promise.resolve();
    }
    return new Promise((resolve) => waiting.set(leg.callSid, () => {
      waiting.delete(leg.callSid);
      resolve();
    }));
  }

  const board: Switchboard = {
    rooms,
    legs,
    debugger: [],
    findRing: () => undefined,
    verbs: new Map(),
    complain,

    receive(facts, farEnd, url, params) {
      const leg = createLeg(facts);
      leg.farEnd = farEnd;
      legs.set(leg.callSid, leg);
      progress(leg, 'ringing');
      orFail(leg, follow(leg, url, params));
      return leg;
    },

    dial(facts, onAnswer) {
      const leg = createLeg(facts);
      legs.set(leg.callSid, leg);
      const now = Date.now();
      const queueTimeMs = facts.direction === 'outbound-dial' ? 0 : Math.max(0, nextDialAt - now);
      if (facts.direction !== 'outbound-dial') nextDialAt = Math.max(now, nextDialAt) + 1000 / callsPerSecond;
      after(queueTimeMs, () => {
        const [address = '', query = ''] = facts.to.split('?');
        const ring = board.findRing(address);
        progress(leg, 'initiated');
        if (!ring) return board.hangUp(leg, address.startsWith('client:') ? 'no-answer' : 'failed');
        progress(leg, 'ringing');
        ring(leg, Object.fromEntries(new URLSearchParams(query)), (farEnd) => {
          if (isOver(leg)) return farEnd.ended(leg.status);
          leg.farEnd = farEnd;
          progress(leg, 'in-progress');
          onAnswer(leg);
        }, (status) => board.hangUp(leg, status));
        after(facts.timeoutMs ?? 60_000, () => leg.status === 'ringing' && board.hangUp(leg, 'no-answer'));
      });
      return { leg, queueTimeMs };
    },

    redirect(leg, { document, url }) {
      leg.instructions = undefined;
      for (const leave of leg.onDivert) leave();
      leg.onDivert.clear();
      const room = rooms.list().find(({ participants }) => participants.has(leg.callSid));
      waiting.delete(leg.callSid);
      if (room) rooms.leave(room, leg.callSid, 'kicked');
      orFail(leg, document === undefined ? follow(leg, url) : run(leg, document, url));
    },

    enterRoom(leg, friendlyName, settings) {
      void inRoom(leg, friendlyName, settings).then(() => board.hangUp(leg));
    },

    hangUp(leg, status) {
      if (isOver(leg)) return;
      progress(leg, status ?? (leg.status === 'in-progress' ? 'completed' : 'canceled'));
      for (const leave of leg.onEnd) leave();
      leg.onEnd.clear();
      waiting.get(leg.callSid)?.();
      leg.farEnd.ended(leg.status);
      after(60_000, () => legs.delete(leg.callSid));
    },

    async stop() {
      for (const leg of legs.values()) board.hangUp(leg);
      for (const timer of timers) clearTimeout(timer);
      await callbacks.idle();
    },
  };
  return board;
}

const EVENTS_BY_DEFAULT = ['start', 'end'];

export function settingsOf(noun: Verb, url: string): ParticipantSettings {
  const { attributes: a } = noun;
  const flag = (name: string): boolean | undefined => (a[name] === undefined ? undefined : a[name] === 'true');
  const way = (name: string): 'GET' | 'POST' => (a[name] === 'GET' ? 'GET' : 'POST');
  const address = (value: string): string => new URL(value, url).href;
  return {
    label: a.participantLabel, muted: flag('muted'), coaching: a.coach !== undefined, callSidToCoach: a.coach,
    startConferenceOnEnter: flag('startConferenceOnEnter'), endConferenceOnExit: flag('endConferenceOnExit'),
    beep: a.beep as Beep | undefined, maxParticipants: a.maxParticipants === undefined ? undefined : Number(a.maxParticipants), region: a.region,
    wait: a.waitUrl === undefined ? undefined : { url: a.waitUrl && address(a.waitUrl), method: way('waitMethod') },
    record: a.record === 'record-from-start', trim: a.trim !== 'do-not-trim',
    callback: a.statusCallback ? { url: address(a.statusCallback), method: way('statusCallbackMethod'), events: a.statusCallbackEvent?.split(' ') ?? EVENTS_BY_DEFAULT } : undefined,
    recordingCallback: a.recordingStatusCallback
      ? { url: address(a.recordingStatusCallback), method: way('recordingStatusCallbackMethod'), events: a.recordingStatusCallbackEvent?.split(' ') ?? ['completed'] } : undefined,
  };
}

export const durationSeconds = (leg: Leg): number =>
  leg.answeredAt ? Math.round(((leg.endedAt ?? new Date()).valueOf() - leg.answeredAt.valueOf()) / 1000) : 0;
