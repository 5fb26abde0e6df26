import { randomBytes } from 'node:crypto';
import { rfc2822 } from '../formats/dates.ts';
import { whole } from './parameters.ts';
import type { Resource } from './router.ts';

const DAY_SECONDS = 86_400;

/**
 * The Token resource of the Network Traversal Service. It returns no working relay, because
 * browsers on this machine connect directly. https://www.twilio.com/docs/stun-turn/api
 */
export const tokens: Resource = ({ accountSid }) => [
  {
    method: 'POST',
    path: '/Tokens.json',
    parameters: { Ttl: whole(1, DAY_SECONDS) },
    answer({ form }) {
      const username = randomBytes(32).toString('hex');
      const password = randomBytes(32).toString('base64');
      const turn = (url: string) => ({ url, urls: url, username, credential: password });
      const stun = 'stun:127.0.0.1:3478';
      return {
        status: 201,
        body: {
          account_sid: accountSid,
          date_created: rfc2822(new Date()),
          date_updated: rfc2822(new Date()),
          ice_servers: [
            { url: stun, urls: stun },
            turn('turn:127.0.0.1:3478?transport=udp'),
            turn('turn:127.0.0.1:443?transport=tcp'),
          ],
          password,
          ttl: form.get('Ttl') ?? String(DAY_SECONDS),
          username,
        },
      };
    },
  },
];
