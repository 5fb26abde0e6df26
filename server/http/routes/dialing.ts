import { callerIdFor, type CallerIdDeps } from '../../commands/calls/callerId.ts';
import { guardDestination, type GuardDialDeps } from '../../commands/calls/guardDial.ts';
import { Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { callerIdQuery, valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';

export interface DialingRouteDeps {
  readonly authenticate: Authenticate;
  readonly dialing: CallerIdDeps & Pick<GuardDialDeps, 'dialing'>;
}

/** The caller ID that a customer would see, before a call is placed. */
export const dialingRoutes =
  ({ authenticate, dialing }: DialingRouteDeps): Routes =>
  (router) => {
    router.get('/api/caller-id', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { to } = valid(callerIdQuery, ctx.query);
      const guarded = await guardDestination(dialing, person.orgId, to);
      if ('refusal' in guarded) throw new Refused(guarded.refusal);
      const { number } = guarded.destination;
      ctx.body = { callerId: await callerIdFor(dialing, person, { to: number }) };
    });
  };
