import type { Leg, Tap } from '../legs/leg.ts';
import type { Switchboard } from '../switchboard/switchboard.ts';

/**
 * Registers Echo, which Twilio documents for test calls of the Voice SDK: the far end hears itself
 * until it hangs up. https://www.twilio.com/docs/voice/sdks/javascript/twiliopreflighttest
 */
export function registerEchoVerb(board: Switchboard): void {
  board.verbs.set('Echo', (leg: Leg) => {
    return new Promise((resolve) => {
      const tap: Tap = { inbound: (frame) => leg.hear(frame) };
      const done = (): void => {
        leg.taps.delete(tap);
        leg.onDivert.delete(done);
        leg.onEnd.delete(done);
        resolve('next');
      };
      leg.taps.add(tap);
      leg.onDivert.add(done);
      leg.onEnd.add(done);
    });
  });
}
