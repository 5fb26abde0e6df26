import { monitoredReps, type MonitoredRepsDeps } from '../../commands/calls/monitoredReps.ts';
import {
  endAfterCall,
  orgAfterCallSeconds,
  type EndAfterCallDeps,
} from '../../commands/calls/readyReps.ts';
import type { RepPages } from '../../commands/calls/repPages.ts';
import type { Person } from '../../domain/call/people.ts';
import { canTakeCalls } from '../../domain/inbound/plan.ts';
import { finishesUntil, presenceOf } from '../../domain/presence/presence.ts';
import type { Clock, RepActivities } from '../../ports/index.ts';
import type { Routes } from '../routes.ts';
import { availabilityBody, closedPhoneBody, phoneBody, valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';

export interface PresenceRouteDeps {
  readonly authenticate: Authenticate;
  readonly team: MonitoredRepsDeps;
  readonly ready: EndAfterCallDeps;
  readonly activities: Pick<RepActivities, 'of' | 'setAway' | 'setPhone'>;
  readonly repPages: Pick<RepPages, 'heartbeat'>;
  readonly clock: Clock;
}

/** At most so many reps are listed; all are counted. */
const MAX_LISTED = 200;

/** Those who can be asked something now come first. */
const LISTED_FIRST = ['available', 'after_call', 'busy', 'no_phone', 'away', 'offline'] as const;

/**
 * Who can take calls: reps say whether they are away, and people see those whose calls they may
 * monitor.
 */
export const presenceRoutes =
  ({ authenticate, team, ready, activities, repPages, clock }: PresenceRouteDeps): Routes =>
  (router) => {
    async function views(orgId: string, people: readonly Person[]) {
      if (people.length === 0) return [];
      const now = clock.now();
      const [orgSeconds, signs] = await Promise.all([
        orgAfterCallSeconds(ready, orgId),
        activities.of(
          orgId,
          people.map(({ userId }) => userId),
        ),
      ]);
      return people.map(({ userId, name }) => {
        const own = signs.get(userId) ?? { isBusy: false };
        return {
          userId,
          name,
          ...presenceOf(own, { now, orgSeconds }),
          isAway: own.awaySince !== undefined,
        };
      });
    }

    router.get('/api/presence', async (ctx) => {
      const person = await authenticate(ctx);
      const { orgId } = person;
      const [own] = await views(orgId, canTakeCalls(person) ? [person] : []);
      const reps = await views(orgId, await monitoredReps(team, person));
      const byStatus = LISTED_FIRST.map((status) => reps.filter((rep) => rep.status === status));
      ctx.body = {
        own,
        team: byStatus
          .flatMap((some) => some.toSorted((a, b) => a.name.localeCompare(b.name)))
          .slice(0, MAX_LISTED),
        counts: Object.fromEntries(
          LISTED_FIRST.map((status, n) => [status, byStatus[n]!.length] as const),
        ),
      };
    });

    router.put('/api/me/availability', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { isAway } = valid(availabilityBody, ctx.request.body);
      await activities.setAway(person, isAway ? clock.now() : undefined);
      const [own] = await views(person.orgId, [person]);
      ctx.body = { own };
    });

    // The softphone asks after each call of its person. The remaining time is not a time of day, so
    // that a clock that is wrong shows it, too.
    router.get('/api/me/after-call', async (ctx) => {
      const { orgId, userId } = await authenticate.session(ctx);
      const [orgSeconds, all] = await Promise.all([
        orgAfterCallSeconds(ready, orgId),
        activities.of(orgId, [userId]),
      ]);
      const [signs, now] = [all.get(userId) ?? { isBusy: false }, clock.now()];
      const until = signs.awaySince ? undefined : finishesUntil(signs, { now, orgSeconds });
      ctx.body = until ? { msLeft: Date.parse(until) - Date.parse(now) } : {};
    });

    router.post('/api/me/ready', async (ctx) => {
      await endAfterCall(ready, await authenticate.session(ctx));
      ctx.status = 204;
    });

    // Sent by each softphone of a rep when it begins or stops to be reachable, and every two minutes.
    router.put('/api/me/phone', async (ctx) => {
      const person = await authenticate.session(ctx);
      const page = valid(phoneBody, ctx.request.body);
      await activities.setPhone(person, { ...page, at: clock.now() });
      ctx.status = 204;
    });

    // Sent by a softphone whose page is closed.
    router.post('/api/me/phone/close', async (ctx) => {
      const person = await authenticate.session(ctx);
      const { tabId } = valid(closedPhoneBody, ctx.request.body);
      await activities.setPhone(person, { tabId, isConnected: undefined, at: clock.now() });
      ctx.status = 204;
    });

    // Sent every few seconds by the softphone of a person who is on a call of their own.
    router.post('/api/me/heartbeat', async (ctx) => {
      repPages.heartbeat(await authenticate.session(ctx));
      ctx.status = 204;
    });
  };
