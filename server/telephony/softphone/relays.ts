import { createHmac } from 'node:crypto';
import type { Twilio } from 'twilio';
import type { Clock, Log, Relays, RelayServer } from '../../ports/index.ts';

/** Twilio's relays, or the org's own TURN servers with the secret that they share with Dealside. */
export type RelayConfig =
  | { readonly kind: 'carrier' }
  | { readonly kind: 'own'; readonly urls: readonly string[]; readonly secret: string };

interface RelayDeps {
  readonly client: Pick<Twilio, 'tokens'>;
  readonly relaysOf: (orgId: string) => RelayConfig | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** Longer than any call: a relay asks for the credentials again while it is used. */
const LIFETIME_SECONDS = 12 * 3_600;

/**
 * Credentials for an org's own TURN servers, as the TURN REST API has it (the shared secret of
 * coturn's `use-auth-secret`), or Twilio's by its Network Traversal Service.
 * https://www.twilio.com/docs/stun-turn/api
 */
export function createRelays({ client, relaysOf, clock, log }: RelayDeps): Relays {
  async function ofCarrier(): Promise<readonly RelayServer[]> {
    const { iceServers } = await client.tokens.create({ ttl: LIFETIME_SECONDS });
    return (iceServers as readonly (Partial<RelayServer> & { readonly url?: string })[]).flatMap(
      ({ urls, url, username, credential }): RelayServer[] => {
        const address = urls ?? url;
        return address
          ? [{ urls: address, ...(username && { username }), ...(credential && { credential }) }]
          : [];
      },
    );
  }

  return {
    async of({ orgId, userId }) {
      const relays = relaysOf(orgId);
      if (!relays) return [];
      if (relays.kind === 'own') {
        const until = Math.floor(Date.parse(clock.now()) / 1_000) + LIFETIME_SECONDS;
        const username = `${until}:${userId}`;
        const credential = createHmac('sha1', relays.secret).update(username).digest('base64');
        return relays.urls.map((urls) =>
          urls.startsWith('stun:') ? { urls } : { urls, username, credential },
        );
      }
      return ofCarrier().catch((fault: unknown) => {
        log.warn({ orgId, fault: String(fault) }, 'no relays from the carrier');
        return [];
      });
    },
  };
}
