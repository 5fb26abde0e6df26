import type { ServerResponse } from 'node:http';
import type { Person } from '../../domain/call/people.ts';
import type { Clock, Ids, OneTimeSecrets } from '../../ports/index.ts';
import type { Limits } from '../limits.ts';
import type { Routes } from '../routes.ts';
import type { Authenticate } from '../session/authenticate.ts';

export interface LiveRouteDeps {
  readonly authenticate: Authenticate;
  readonly limits: Pick<Limits, 'openFeed'>;
  readonly secrets: Pick<OneTimeSecrets, 'store'>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Sends the live feed to the response until it closes. */
  readonly stream: (person: Person, res: ServerResponse) => void;
}

/** Longest time from the ticket to the opening of the stream. */
const TICKET_MS = 30_000;

/** The live feed, opened with a ticket. */
export const liveRoutes =
  ({ authenticate, limits, secrets, clock, ids, stream }: LiveRouteDeps): Routes =>
  (router) => {
    router.post('/api/live/ticket', async (ctx) => {
      const { orgId, userId } = await authenticate.known(ctx);
      const [ticket, expiresAt] = [
        ids.next(),
        new Date(Date.parse(clock.now()) + TICKET_MS).toISOString(),
      ];
      await secrets.store(ticket, { orgId, userId, purpose: 'live', expiresAt });
      ctx.status = 201;
      ctx.body = { ticket, expiresAt };
    });

    router.get('/api/live', async (ctx) => {
      const { ticket } = ctx.query;
      const person =
        typeof ticket === 'string'
          ? await authenticate.byTicket(ctx, ticket, 'live')
          : await authenticate.known(ctx);
      ctx.res.once('close', limits.openFeed(ctx, person));
      ctx.respond = false;
      stream(person, ctx.res);
    });
  };
