import type Router from '@koa/router';
import type { ServerResponse } from 'node:http';
import type { Person } from '../../domain/people.ts';
import type { Authenticate } from '../authenticate.ts';

export interface LiveRoutes {
  readonly authenticate: Authenticate;
  /** Takes the response over and streams to it until it closes. */
  readonly stream: (person: Person, res: ServerResponse) => void;
}

export function liveRoutes(router: Router, { authenticate, stream }: LiveRoutes): void {
  router.get('/api/live', async (ctx) => {
    const person = await authenticate(ctx);
    ctx.respond = false;
    stream(person, ctx.res);
  });
}
