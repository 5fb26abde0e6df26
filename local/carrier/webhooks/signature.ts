import { createHmac } from 'node:crypto';

/** Parameters of a webhook request; undefined ones are not sent. */
export type Form = Record<string, string | undefined>;

/**
 * The value of X-Twilio-Signature: base64 of an HMAC-SHA1.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function signatureOf(authToken: string, url: string, params: Form): string {
  const data = Object.keys(params)
    .sort()
    .reduce((text, key) => text + key + (params[key] ?? ''), url);
  return createHmac('sha1', authToken).update(data).digest('base64');
}
