import type { Directory, OpenCallsOfOrg, Roster, Store } from '../../ports/index.ts';
import type { Routes } from '../routes.ts';
import { asAdmin, type AdminGate } from '../session/adminGate.ts';

export interface PermissionRouteDeps extends AdminGate {
  readonly directory: Pick<Directory, 'person'>;
  readonly roster: Roster;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly openCalls: OpenCallsOfOrg;
}

/**
 * What an administrator can check permissions for: the people who use Dealside, and the live calls.
 */
export const permissionRoutes =
  (deps: PermissionRouteDeps): Routes =>
  (router) => {
    const { directory, roster, openCalls } = deps;

    router.get('/api/policy/questions', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadQuestions');
      const [userIds, calls] = await Promise.all([roster.userIds(orgId), openCalls.of(orgId)]);
      const people = await Promise.all(userIds.map((userId) => directory.person(orgId, userId)));
      ctx.body = {
        people: people
          .flatMap((person) =>
            person?.active
              ? [{ userId: person.userId, name: person.name, roles: person.roles }]
              : [],
          )
          .toSorted((a, b) => a.name.localeCompare(b.name)),
        calls: calls
          .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
          .map(({ callId, status, startedAt, rep }) => ({
            callId,
            status,
            startedAt,
            rep: { userId: rep.userId, name: rep.name },
          })),
      };
    });
  };
