import { actEntry } from '../../commands/transact/auditEntries.ts';
import { heldTopics } from '../../domain/outbox/holdBack.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { CrmUsage, Outbox } from '../../ports/index.ts';
import { asAdmin, type AdminGate } from '../adminGate.ts';
import { Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';

export interface DeadLetterRouteDeps extends AdminGate {
  readonly outbox: Pick<Outbox, 'backlog' | 'deadLetters' | 'retry'>;
  readonly crm: CrmUsage;
}

/**
 * What waits for the CRM and what it rejected, for the administrators of that org: to read why, and
 * to have it written again.
 */
export const deadLetterRoutes =
  (deps: DeadLetterRouteDeps): Routes =>
  (router) => {
    const { outbox, store, crm } = deps;

    /** The org's daily limit of requests, and the topics that wait because it is near. */
    function apiLimitOf(orgId: string) {
      const usage = crm.usage(orgId);
      if (!usage) return {};
      const { used, limit } = usage;
      const held = heldTopics(usage, Date.parse(deps.clock.now()));
      return { apiLimit: { used, limit, held, reads: crm.reads(orgId) } };
    }

    router.get('/api/crm/dead-letters', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadDeadLetters');
      const [messages, { deadLetters: total }] = await Promise.all([
        outbox.deadLetters(orgId),
        outbox.backlog(orgId),
      ]);
      ctx.body = { messages, total };
    });

    router.get('/api/crm/backlog', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadDeadLetters');
      const [backlog, accessGaps] = await Promise.all([
        outbox.backlog(orgId),
        crm.accessGaps(orgId),
      ]);
      ctx.body = { ...backlog, ...apiLimitOf(orgId), accessGaps };
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
