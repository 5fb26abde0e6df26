import { isOver, type Leg } from '../legs/leg.ts';
import { durationSeconds } from '../legs/statusCallbacks.ts';
import type { Callbacks } from '../webhooks/callbacks.ts';
import type { Form } from '../webhooks/signature.ts';
import type { HttpMethod, Playable } from '../webhooks/subscription.ts';
import type { Board, Instructions } from './board.ts';
import { createDialVerb } from './dialVerb.ts';
import { parseTwiml, type Verb } from './parser.ts';

/** What executing TwiML needs. */
export interface InstructionDeps {
  readonly board: Board;
  readonly callbacks: Callbacks;
  readonly requestParams: (leg: Leg) => Form;
  /** Marks a ringing leg as answered. */
  readonly answer: (leg: Leg) => void;
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
  const dial = createDialVerb({ board, ...instructions });
  return instructions;
}
