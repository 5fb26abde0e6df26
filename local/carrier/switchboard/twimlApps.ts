import type { Leg } from '../legs/leg.ts';
import type { Ring, Switchboard } from './switchboard.ts';

/** The Voice URL of a TwiML App; undefined when the account has no such app. */
export type VoiceUrlOf = (appSid: string) => string | undefined;

/**
 * A TwiML App as the far end of a leg: a second leg executes the app's document, and the two legs
 * hear each other.
 * Returns undefined when the address is not that of a known app.
 * https://www.twilio.com/en-us/blog/developers/tutorials/product/connect-twiml-app-twilio-conference
 */
export function appRing(
  board: Switchboard,
  voiceUrlOf: VoiceUrlOf,
  address: string,
): Ring | undefined {
  if (!address.startsWith('app:')) return undefined;
  const appSid = address.slice('app:'.length);
  const url = voiceUrlOf(appSid);
  if (!url) return undefined;
  return (leg, parameters, { answer, refuse }) => {
    let isAnswered = false;
    const app: Leg = board.receive(
      { from: leg.from, to: address, direction: 'inbound' },
      {
        send: (frame) => leg.speak(frame),
        answered: () => {
          isAnswered = true;
          answer({ send: (frame) => app.speak(frame), ended: () => board.hangUp(app) });
        },
        ended: (status) => (isAnswered ? board.hangUp(leg) : refuse(status)),
      },
      { url, params: { ApplicationSid: appSid, ...parameters } },
    );
    leg.onEnd.add(() => board.hangUp(app));
  };
}
