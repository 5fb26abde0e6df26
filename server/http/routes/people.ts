import type Router from '@koa/router';
import { actorOf } from '../../commands/transact/decideOn.ts';
import { erasePerson, exportPerson } from '../../commands/people/exportAndErase.ts';
import type { PersonalData } from '../../ports/people.ts';
import { asAdmin, type AdminGate } from '../adminGate.ts';
import { orRefuse } from '../errors.ts';
import { erasureBody, personBody, valid } from '../schemas.ts';

export interface PeopleRouteDeps extends AdminGate {
  readonly people: PersonalData;
}

/** Export and erasure of a person's data, by an administrator. */
export function peopleRoutes(router: Router, deps: PeopleRouteDeps): void {
  router.post('/api/people/export', async (ctx) => {
    const admin = await asAdmin(ctx, deps, 'ExportPerson');
    const { person, reference } = valid(personBody, ctx.request.body);
    ctx.set('cache-control', 'no-store');
    ctx.attachment('dealside-person.json');
    ctx.body = await exportPerson(deps, actorOf(admin), { orgId: admin.orgId, ref: person, reference });
  });

  router.post('/api/people/erase', async (ctx) => {
    const admin = await asAdmin(ctx, deps, 'ErasePerson');
    const { person, reference } = valid(erasureBody, ctx.request.body);
    ctx.body = orRefuse(await erasePerson(deps, actorOf(admin), { orgId: admin.orgId, ref: person, reference }));
  });
}
