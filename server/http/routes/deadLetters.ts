import { actEntry } from '../../commands/transact/auditEntries.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { Outbox } from '../../ports/index.ts';
import { asAdmin, type AdminGate } from '../adminGate.ts';
import { Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';

export interface DeadLetterRouteDeps extends AdminGate {
  readonly outbox: Pick<Outbox, 'deadLetters' | 'retry'>;
}

/**
 * What the CRM rejected, for the administrators of that org: to read why, and to have it written
 * again.
 */
export const deadLetterRoutes =
  (deps: DeadLetterRouteDeps): Routes =>
  (router) => {
    const { outbox, store } = deps;

    router.get('/api/crm/dead-letters', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadDeadLetters');
      ctx.body = { messages: await outbox.deadLetters(orgId) };
    });

    router.post('/api/crm/dead-letters/:messageId/retry', async (ctx) => {
      const person = await asAdmin(ctx, deps, 'RetryDeadLetter');
      const { messageId } = ctx.params as { messageId: string };
      if (!(await outbox.retry(person.orgId, messageId)))
        throw new Refused(refusal('not_found', { wording: 'not_found.dead_letter' }));
      await store.recordAudit([
        actEntry(deps, person, { action: 'DeadLetterRetried', details: { messageId } }),
      ]);
      ctx.status = 202;
      ctx.body = { messageId };
    });
  };
