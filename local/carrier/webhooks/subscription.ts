/** How Twilio requests a webhook URL. */
export type HttpMethod = 'GET' | 'POST';

/** A callback URL and the events it receives. */
export interface Subscription {
  readonly url: string;
  readonly method: HttpMethod;
  readonly events: readonly string[];
}

/** The URL of a TwiML document or a sound file. */
export interface Playable {
  readonly url: string;
  readonly method: HttpMethod;
}
