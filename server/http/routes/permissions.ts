import type Router from '@koa/router';
import type { Directory, Roster, Store } from '../../ports/index.ts';
import { asAdmin, type AdminGate } from '../adminGate.ts';

export interface PermissionRouteDeps extends AdminGate {
  readonly directory: Directory;
  readonly roster: Roster;
  readonly store: Store;
}

/**
 * The people and open calls for which an administrator can request an explanation of permissions.
 */
export function permissionRoutes(router: Router, deps: PermissionRouteDeps): void {
  const { directory, roster, store } = deps;

  router.get('/api/policy/questions', async (ctx) => {
    const { orgId } = await asAdmin(ctx, deps, 'ReadQuestions');
    const [userIds, calls] = await Promise.all([roster.userIds(orgId), store.findCalls({ orgId, status: ['ringing', 'live'] })]);
    const people = await Promise.all(userIds.map((userId) => directory.person(orgId, userId)));
    ctx.body = {
      people: people
        .flatMap((person) => (person?.active ? [{ userId: person.userId, name: person.name, roles: person.roles }] : []))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
      calls: calls.map(({ callId, status, startedAt, rep }) => ({ callId, status, startedAt, rep: { userId: rep.userId, name: rep.name } })),
    };
  });
}
