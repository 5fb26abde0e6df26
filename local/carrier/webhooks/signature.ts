import { createHmac } from 'node:crypto';

export type Form = Record<string, string | undefined>;

/** https://www.twilio.com/docs/usage/security#validating-requests */
export function signatureOf(authToken: string, url: string, params: Form): string {
  const data = Object.keys(params).sort().reduce((text, key) => text + key + (params[key] ?? ''), url);
  return createHmac('sha1', authToken).update(data).digest('base64');
}
