import type Router from '@koa/router';
import { actEntry } from '../../commands/auditing.ts';
import { refusal } from '../../domain/refusals.ts';
import type { Outbox } from '../../ports.ts';
import { asAdmin, type AdminGate } from '../admins.ts';
import { Refused } from '../errors.ts';

export interface CrmRoutes extends AdminGate {
  readonly outbox: Pick<Outbox, 'setAside' | 'retry'>;
}

/** What Salesforce refused, for the administrators of that org: to read why, and to have it written again. */
export function crmRoutes(router: Router, deps: CrmRoutes): void {
  const { outbox, store } = deps;

  router.get('/api/crm/set-aside', async (ctx) => {
    const { orgId } = await asAdmin(ctx, deps, 'ReadSetAside');
    ctx.body = { messages: await outbox.setAside(orgId) };
  });

  router.post('/api/crm/set-aside/:messageId/retry', async (ctx) => {
    const person = await asAdmin(ctx, deps, 'RetrySetAside');
    const { messageId } = ctx.params as { messageId: string };
    if (!(await outbox.retry(person.orgId, messageId))) throw new Refused(refusal('not_found', { message: 'Nothing of this number is set aside.' }));
    await store.recordAudit([actEntry(deps, person, { action: 'SetAsideRetried', details: { messageId } })]);
    ctx.status = 202;
    ctx.body = { messageId };
  });
}
