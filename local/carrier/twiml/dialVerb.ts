import { isOver, type Leg } from '../legs/leg.ts';
import type { Board, Instructions } from './board.ts';
import { faultsOf, settingsOf } from './conferenceNoun.ts';
import { type Verb } from './parser.ts';

const DIAL_SECONDS = 30;

const RING_BUFFER_SECONDS = 5;

/**
 * The result of a Dial, as its action URL receives it.
 * https://www.twilio.com/docs/voice/twiml/dial#dialcallstatus
 */
export interface DialOutcome {
  readonly status: 'completed' | 'answered' | 'busy' | 'no-answer' | 'failed' | 'canceled';
  readonly other?: Leg;
}

interface DialDeps extends Pick<Instructions, 'inRoom' | 'released'> {
  readonly board: Pick<Board, 'dial' | 'enterRoom' | 'logError'>;
}

/** Executes Dial: the leg talks to another one, or in a conference, until either ends. */
export function createDialVerb({
  board,
  inRoom,
  released,
}: DialDeps): (leg: Leg, verb: Verb, url: string) => Promise<DialOutcome> {
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
    other.onEnd.add(() => released(leg));
    await inRoom(leg, room, { endConferenceOnExit: true });
    return { status: isOver(other) ? (other.status as DialOutcome['status']) : 'canceled', other };
  }

  async function dialConference(leg: Leg, noun: Verb, url: string): Promise<DialOutcome> {
    const faults = faultsOf(noun);
    for (const { code, message } of faults) board.logError(leg, code, message);
    if (faults.some(({ kind }) => kind === 'error')) return { status: 'failed' };
    const refusal = await inRoom(leg, noun.text, settingsOf(noun, url));
    if (refusal === undefined) return { status: 'answered' };
    board.logError(
      leg,
      refusal === 16028 ? 13240 : refusal,
      `could not join conference ${noun.text}`,
    );
    return { status: 'failed' };
  }
  return dial;
}
