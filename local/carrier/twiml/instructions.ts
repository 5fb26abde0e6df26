import type { JoinRefusal, ParticipantSettings } from '../conference/conference.ts';
import type { Rooms } from '../conference/rooms.ts';
import { isOver, type Leg, type LegFacts, type LegStatus } from '../legs/leg.ts';
import { durationSeconds } from '../legs/statusCallbacks.ts';
import type { Callbacks } from '../webhooks/callbacks.ts';
import type { Form } from '../webhooks/signature.ts';
import type { HttpMethod, Playable } from '../webhooks/subscription.ts';
import { faultsOf, settingsOf } from './conferenceNoun.ts';
import { parseTwiml, type Verb } from './parser.ts';

const DIAL_SECONDS = 30;
const RING_BUFFER_SECONDS = 5;

/**
 * The result of a Dial, as its action URL receives it.
 * https://www.twilio.com/docs/voice/twiml/dial#dialcallstatus
 */
interface DialOutcome {
  readonly status: 'completed' | 'answered' | 'busy' | 'no-answer' | 'failed' | 'canceled';
  readonly other?: Leg;
}

/**
 * Executes one verb of a document. Resolves to `stop` when the rest of the document must not be
 * executed.
 */
export type VerbHandler = (leg: Leg, verb: Verb, url: string) => Promise<'next' | 'stop'>;

/** The part of the switchboard that instructions use. */
interface Board {
  readonly rooms: Rooms;
  readonly verbs: ReadonlyMap<string, VerbHandler>;
  logError(leg: Leg, code: number, message: string): void;
  dial(facts: LegFacts & { timeoutMs?: number }, onAnswer: (leg: Leg) => void): { leg: Leg };
  enterRoom(leg: Leg, friendlyName: string, settings: ParticipantSettings): void;
  hangUp(leg: Leg, status?: LegStatus): void;
}

/** What executing TwiML needs. */
export interface InstructionDeps {
  readonly board: Board;
  readonly callbacks: Callbacks;
  readonly requestParams: (leg: Leg) => Form;
  /** Marks a ringing leg as answered. */
  readonly answer: (leg: Leg) => void;
}

/** Executes TwiML for legs. */
export interface Instructions {
  /** Fetches a document and executes it. */
  follow(leg: Leg, where: Playable, more?: Form): void;
  /** Executes a document; its URLs are relative to `url`. */
  run(leg: Leg, document: string, url: string): void;
  /** Joins a conference and resolves when the leg has left it, or with the code of a refusal. */
  inRoom(
    leg: Leg,
    friendlyName: string,
    settings: ParticipantSettings,
  ): Promise<JoinRefusal | undefined>;
  /** Called when the leg has left its conference and continues with its document. */
  released(leg: Leg): void;
  /** Called when the leg has left its conference and must not continue with its document. */
  forget(leg: Leg): void;
}

/** Executes TwiML verb by verb. https://www.twilio.com/docs/voice/twiml */
export function createInstructions({
  board,
  callbacks,
  requestParams,
  answer,
}: InstructionDeps): Instructions {
  const waiting = new Map<string, () => void>();

  async function fetchAndRun(leg: Leg, { url, method }: Playable, more: Form = {}): Promise<void> {
    const document = await callbacks.fetch(url, { ...requestParams(leg), ...more }, method);
    if (isOver(leg)) return;
    if (document !== undefined) return runDocument(leg, document, url);
    board.logError(leg, 11200, 'HTTP retrieval failure');
    const { fallback } = leg;
    leg.fallback = undefined;
    if (fallback) return fetchAndRun(leg, fallback, { ...more, ErrorCode: '11200', ErrorUrl: url });
    board.hangUp(leg, 'failed');
  }

  /** A URL or document that cannot be executed ends only this leg. */
  function orFail(leg: Leg, following: Promise<void>): void {
    following.catch((fault: Error) => {
      board.logError(leg, 11100, fault.message);
      board.hangUp(leg, 'failed');
    });
  }

  async function runDocument(leg: Leg, document: string, url: string): Promise<void> {
    const parsed = parseTwiml(document);
    if ('error' in parsed) {
      board.logError(leg, parsed.error, parsed.message);
      return board.hangUp(leg, 'failed');
    }
    if (leg.status !== 'in-progress' && parsed.verbs[0]?.name !== 'Reject') answer(leg);
    const instructions = (leg.instructions = Symbol(url));
    for (const verb of parsed.verbs) {
      const stops = isOver(leg) || (await perform(leg, verb, url)) === 'stop';
      if (stops || leg.instructions !== instructions) return;
    }
    board.hangUp(leg);
  }

  const wayOf = ({ attributes }: Verb): HttpMethod =>
    attributes.method === 'GET' ? 'GET' : 'POST';

  async function perform(leg: Leg, verb: Verb, url: string): Promise<'next' | 'stop'> {
    const handler = board.verbs.get(verb.name);
    if (handler) return handler(leg, verb, url);
    switch (verb.name) {
      case 'Redirect':
        await fetchAndRun(leg, { url: new URL(verb.text, url).href, method: wayOf(verb) });
        return 'stop';
      case 'Reject':
        board.hangUp(leg, verb.attributes.reason === 'busy' ? 'busy' : 'no-answer');
        return 'stop';
      case 'Dial': {
        const { instructions } = leg;
        const { status, other } = await dial(leg, verb, url);
        if (isOver(leg) || leg.instructions !== instructions) return 'stop';
        if (!verb.attributes.action) return 'next';
        await fetchAndRun(
          leg,
          { url: new URL(verb.attributes.action, url).href, method: wayOf(verb) },
          {
            DialCallStatus: status,
            DialCallSid: other?.callSid,
            DialCallDuration: other && String(durationSeconds(other)),
          },
        );
        return 'stop';
      }
      default:
        board.hangUp(leg);
        return 'stop';
    }
  }

  async function dial(leg: Leg, verb: Verb, url: string): Promise<DialOutcome> {
    const noun = verb.nouns[0] ?? { name: 'Number', text: verb.text, attributes: {}, nouns: [] };
    if (noun.name === 'Conference') return dialConference(leg, noun, url);
    const room = `dial-${leg.callSid}`;
    const to = noun.name === 'Client' ? `client:${noun.text}` : noun.text;
    const timeoutMs =
      (Number(verb.attributes.timeout ?? DIAL_SECONDS) + RING_BUFFER_SECONDS) * 1000;
    const { leg: other } = board.dial(
      {
        from: verb.attributes.callerId ?? leg.from,
        to,
        direction: 'outbound-dial',
        timeoutMs,
        parentCallSid: leg.callSid,
      },
      (answered) => {
        board.enterRoom(answered, room, { endConferenceOnExit: true });
      },
    );
    other.onEnd.add(() => instructions.released(leg));
    await instructions.inRoom(leg, room, { endConferenceOnExit: true });
    return { status: isOver(other) ? (other.status as DialOutcome['status']) : 'canceled', other };
  }

  async function dialConference(leg: Leg, noun: Verb, url: string): Promise<DialOutcome> {
    const faults = faultsOf(noun);
    for (const { code, message } of faults) board.logError(leg, code, message);
    if (faults.some(({ kind }) => kind === 'error')) return { status: 'failed' };
    const refusal = await instructions.inRoom(leg, noun.text, settingsOf(noun, url));
    if (refusal === undefined) return { status: 'answered' };
    board.logError(
      leg,
      refusal === 16028 ? 13240 : refusal,
      `could not join conference ${noun.text}`,
    );
    return { status: 'failed' };
  }

  const instructions: Instructions = {
    follow: (leg, where, more) => orFail(leg, fetchAndRun(leg, where, more)),
    run: (leg, document, url) => orFail(leg, runDocument(leg, document, url)),
    async inRoom(leg, friendlyName, settings) {
      const joined = board.rooms.join(leg, friendlyName, settings);
      if ('error' in joined) return joined.error;
      await new Promise<void>((resolve) => waiting.set(leg.callSid, resolve));
      return undefined;
    },
    released(leg) {
      waiting.get(leg.callSid)?.();
      waiting.delete(leg.callSid);
    },
    forget: (leg) => void waiting.delete(leg.callSid),
  };
  return instructions;
}
