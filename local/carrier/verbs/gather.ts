import type { Leg, Tap } from '../legs/leg.ts';
import { FRAME_MS } from '../media/dsp.ts';
import { speechOf } from '../media/sounds.ts';
import type { Switchboard } from '../switchboard/switchboard.ts';
import type { Verb } from '../twiml/parser.ts';

/** Registers Gather, for digits. https://www.twilio.com/docs/voice/twiml/gather */
export function registerGatherVerb(board: Switchboard): void {
  board.verbs.set('Gather', async (leg, verb, url) => {
    const { action, numDigits = '1', timeout = '5', method = 'POST' } = verb.attributes;
    const digits = await pressed(leg, {
      count: Number(numDigits),
      timeoutMs: Number(timeout) * 1000,
      prompt: verb.nouns,
    });
    if (digits === undefined) return 'next';
    board.redirect(
      leg,
      { url: new URL(action ?? url, url).href, method: method === 'GET' ? 'GET' : 'POST' },
      { Digits: digits },
    );
    return 'stop';
  });
}

interface DigitRequest {
  readonly count: number;
  readonly timeoutMs: number;
  readonly prompt: readonly Verb[];
}

/**
 * The pressed digits, including those pressed during the prompt; undefined when none come in time.
 */
function pressed(
  leg: Leg,
  { count, timeoutMs, prompt }: DigitRequest,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    let digits = '';
    const done = (answer: string | undefined): void => {
      clearTimeout(timer);
      leg.taps.delete(tap);
      leg.onDivert.delete(cancel);
      leg.onEnd.delete(cancel);
      resolve(answer);
    };
    const cancel = (): void => done(undefined);
    const tap: Tap = {
      digit(digit) {
        digits += digit;
        if (digits.length >= count) done(digits);
      },
    };
    const spokenMs = prompt.reduce((ms, { text }) => ms + speechOf(text).length * FRAME_MS, 0);
    const timer = setTimeout(cancel, spokenMs + timeoutMs);
    leg.taps.add(tap);
    leg.onDivert.add(cancel);
    leg.onEnd.add(cancel);
    leg.farEnd.digitsRequested?.();
  });
}
