import type { RepPages } from '../../commands/calls/repPages.ts';
import type { Person } from '../../domain/call/people.ts';
import { canTakeCalls } from '../../domain/inbound/plan.ts';
import { presenceOf } from '../../domain/presence/presence.ts';
import type { Clock, Directory, RepActivities, RingGroups } from '../../ports/index.ts';
import type { Routes } from '../routes.ts';
import { availabilityBody, valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';

export interface PresenceRouteDeps {
  readonly authenticate: Authenticate;
  readonly directory: Pick<Directory, 'person'>;
  readonly ringGroups: Pick<RingGroups, 'teamOf'>;
  readonly activities: Pick<RepActivities, 'of' | 'setAway'>;
  readonly repPages: Pick<RepPages, 'heartbeat'>;
  readonly clock: Clock;
}

/** Who can take calls: reps say whether they are away, and managers see their reps. */
export const presenceRoutes =
  ({
    authenticate,
    directory,
    ringGroups,
    activities,
    repPages,
    clock,
  }: PresenceRouteDeps): Routes =>
  (router) => {
    async function views(orgId: string, people: readonly Person[]) {
      if (people.length === 0) return [];
      const now = clock.now();
      const signs = await activities.of(
        orgId,
        people.map(({ userId }) => userId),
      );
      return people.map(({ userId, name }) => {
        const own = signs.get(userId) ?? { isBusy: false };
        return {
          userId,
          name,
          ...presenceOf(own, now),
          isAway: own.awaySince !== undefined,
        };
      });
    }

    router.get('/api/presence', async (ctx) => {
      const person = await authenticate(ctx);
      const { orgId, userId } = person;
      const ids = await ringGroups.teamOf(orgId, userId);
      const team = await Promise.all(ids.map((id) => directory.person(orgId, id)));
      const reps = team.filter((one) => one !== undefined && canTakeCalls(one));
      const [own] = await views(orgId, canTakeCalls(person) ? [person] : []);
      ctx.body = { own, team: await views(orgId, reps as Person[]) };
    });

    router.put('/api/me/availability', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { isAway } = valid(availabilityBody, ctx.request.body);
      await activities.setAway(person, isAway ? clock.now() : undefined);
      const [own] = await views(person.orgId, [person]);
      ctx.body = { own };
    });

    // Sent every few seconds by the softphone of a person who is on a call of their own.
    router.post('/api/me/heartbeat', async (ctx) => {
      repPages.heartbeat(await authenticate.session(ctx));
      ctx.status = 204;
    });
  };
