import { erasePerson, exportPerson } from '../../commands/people/exportAndErase.ts';
import { actorOf } from '../../commands/transact/actor.ts';
import type { PersonalData } from '../../ports/people/people.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { erasureBody, personBody, valid } from '../schemas.ts';
import { asAdmin, type AdminGate } from '../session/adminGate.ts';

export interface PeopleRouteDeps extends AdminGate {
  readonly people: PersonalData;
}

/**
 * The personal data of people who ask for a copy or for its erasure; an administrator does it for
 * them.
 */
export const peopleRoutes =
  (deps: PeopleRouteDeps): Routes =>
  (router) => {
    router.post('/api/people/export', async (ctx) => {
      const admin = await asAdmin(ctx, deps, 'ExportPerson');
      const { person, reference } = valid(personBody, ctx.request.body);
      ctx.set('cache-control', 'no-store');
      ctx.attachment('dealside-person.json');
      ctx.body = await exportPerson(deps, actorOf(admin), {
        orgId: admin.orgId,
        ref: person,
        reference,
      });
    });

    router.post('/api/people/erase', async (ctx) => {
      const admin = await asAdmin(ctx, deps, 'ErasePerson');
      const { person, reference } = valid(erasureBody, ctx.request.body);
      ctx.body = orRefuse(
        await erasePerson(deps, actorOf(admin), { orgId: admin.orgId, ref: person, reference }),
      );
    });
  };
