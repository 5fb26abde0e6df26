import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import type { Twilio } from 'twilio';
import type { Clock, Log, Relays, RelayServer } from '../../ports/index.ts';

/**
 * Twilio's relays, or the org's own TURN servers with the secret that Dealside shares with them.
 */
export type RelayConfig =
  | { readonly kind: 'carrier' }
  | { readonly kind: 'own'; readonly urls: readonly string[]; readonly secret: string };

interface RelayDeps {
  readonly client: Pick<Twilio, 'tokens'>;
  readonly relaysOf: (orgId: string) => RelayConfig | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** Longer than any call, because a relay keeps checking the credentials while it is used. */
const LIFETIME_SECONDS = 12 * 3_600;

/** How long a relay may take to answer a check. */
const ANSWER_WITHIN_MS = 3_000;

/**
 * Credentials for an org's own TURN servers by the TURN REST API (the shared secret of coturn's
 * `use-auth-secret`), or for Twilio's servers by its Network Traversal Service.
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
    async check(orgId) {
      const relays = relaysOf(orgId);
      if (!relays) return 'not_set';
      try {
        const urls =
          relays.kind === 'own' ? relays.urls : (await ofCarrier()).map(({ urls: one }) => one);
        await Promise.any(urls.filter(isByTcp).map(answers));
        return 'ready';
      } catch (fault) {
        log.warn({ orgId, fault: String(fault) }, 'no relay answers by TCP');
        return 'failing';
      }
    },

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

/** TLS runs over TCP, whatever transport the URL names. */
const isByTcp = (url: string): boolean => url.startsWith('turns:') || url.endsWith('transport=tcp');

/** Rejects if no server accepts a connection at the address. */
function answers(url: string): Promise<void> {
  const [, scheme, host, port] = /^(turns?):(.+?)(?::(\d+))?(?:\?.*)?$/.exec(url) ?? [];
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: host!.replace(/^\[|\]$/g, ''),
      port: Number(port ?? (scheme === 'turns' ? 5349 : 3478)),
      timeout: ANSWER_WITHIN_MS,
    });
    const give = (act: () => void): void => {
      socket.destroy();
      act();
    };
    socket.once('connect', () => give(resolve));
    socket.once('timeout', () => give(() => reject(new Error(`${url} does not answer`))));
    socket.once('error', (fault) => give(() => reject(fault)));
  });
}
