import { erasePerson, exportPerson } from '../../commands/people/exportAndErase.ts';
import { actorOf } from '../../commands/transact/actor.ts';
import { elsewhereTexts } from '../../domain/texts/render.ts';
import type { PersonalData } from '../../ports/people/people.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { erasureBody, personBody, valid } from '../schemas.ts';
import { asAdmin, type AdminGate } from '../session/adminGate.ts';
import { readerLanguage } from '../views/readerLanguage.ts';

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
      const file = await exportPerson(deps, actorOf(admin), {
        orgId: admin.orgId,
        ref: person,
        reference,
      });
      ctx.body = { ...file, elsewhere: elsewhereTexts(file, readerLanguage(ctx)) };
    });

    router.post('/api/people/erase', async (ctx) => {
      const admin = await asAdmin(ctx, deps, 'ErasePerson');
      const { person, reference } = valid(erasureBody, ctx.request.body);
      const erased = orRefuse(
        await erasePerson(deps, actorOf(admin), { orgId: admin.orgId, ref: person, reference }),
      );
      ctx.body = { ...erased, elsewhere: elsewhereTexts(erased, readerLanguage(ctx)) };
    });
  };
