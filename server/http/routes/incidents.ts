import { actEntry } from '../../commands/transact/auditEntries.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { CarrierCrossCheck } from '../../ports/audit/carrierCrossCheck.ts';
import type { Store } from '../../ports/index.ts';
import { Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { incidentsQuery, resolutionBody, valid } from '../schemas.ts';
import { asAdmin, type AdminGate } from '../session/adminGate.ts';
import { partiesOf } from '../views/callParties.ts';

export interface IncidentRouteDeps extends AdminGate {
  readonly calls: Pick<Store, 'loadCalls'>;
  readonly crossCheck: Pick<CarrierCrossCheck, 'incidents' | 'countIncidents' | 'resolve'>;
}

/** Incidents of an administrator's org, and their resolution. */
export const incidentRoutes =
  (deps: IncidentRouteDeps): Routes =>
  (router) => {
    const { crossCheck } = deps;

    router.get('/api/incidents', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadIncidents');
      const { status, callId } = valid(incidentsQuery, ctx.query);
      const query = { orgId, callId, ...(status && { open: status === 'open' }) };
      const [found, total] = await Promise.all([
        crossCheck.incidents(query),
        crossCheck.countIncidents(query),
      ]);
      ctx.body = {
        incidents: found.map((incident) => ({
          ...incident,
          status: incident.resolvedAt ? 'resolved' : 'open',
        })),
        calls: await partiesOf(
          deps.calls,
          orgId,
          found.flatMap((incident) => incident.callId ?? []),
        ),
        total,
      };
    });

    router.post('/api/incidents/:incidentId/resolve', async (ctx) => {
      const person = await asAdmin(ctx, deps, 'ResolveIncident');
      const { note } = valid(resolutionBody, ctx.request.body);
      const { orgId, userId } = person;
      const incidentId = ctx.params.incidentId!;
      const entry = actEntry(deps, person, {
        action: 'IncidentResolved',
        details: { incidentId },
        personal: [{ name: 'resolution.note', value: note, subjects: [`user:${userId}`] }],
      });
      if (!(await crossCheck.resolve({ orgId, incidentId, at: entry.at, by: userId, note }, entry)))
        throw new Refused(refusal('not_found'));
      ctx.status = 204;
    });
  };
