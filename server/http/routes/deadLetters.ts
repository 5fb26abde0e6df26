import { actEntry } from '../../commands/transact/auditEntries.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { heldTopics } from '../../domain/outbox/holdBack.ts';
import {
  CrmUnavailable,
  type CallLoggingSource,
  type CrmUsage,
  type Outbox,
  type Store,
} from '../../ports/index.ts';
import { Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { asAdmin, type AdminGate } from '../session/adminGate.ts';
import { partiesOf } from '../views/callParties.ts';
import { readerLanguage } from '../views/readerLanguage.ts';
import { rejectedWrite } from '../views/rejectedWrites.ts';

export interface DeadLetterRouteDeps extends AdminGate {
  readonly calls: Pick<Store, 'loadCalls'>;
  readonly outbox: Pick<Outbox, 'backlog' | 'deadLetters' | 'retry'>;
  readonly crm: CrmUsage & { readonly callLogging: CallLoggingSource };
}

/**
 * Messages that wait for the CRM and those that it rejected. Administrators of the org can read the
 * errors and have messages delivered again.
 */
export const deadLetterRoutes =
  (deps: DeadLetterRouteDeps): Routes =>
  (router) => {
    const { outbox, store, crm } = deps;

    /** The org's daily limit of requests, and the topics that are held back because it is near. */
    function apiLimitOf(orgId: string) {
      const usage = crm.usage(orgId);
      if (!usage) return {};
      const { used, limit } = usage;
      const held = heldTopics(usage, Date.parse(deps.clock.now()));
      return { apiLimit: { used, limit, held, reads: crm.reads(orgId) } };
    }

    /** Which rep calls the org wants kept in the CRM; undefined until that setting was read. */
    async function keptCallsOf(orgId: string) {
      try {
        return await crm.callLogging.of(orgId);
      } catch (fault) {
        if (fault instanceof CrmUnavailable) return undefined;
        throw fault;
      }
    }

    router.get('/api/crm/dead-letters', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadDeadLetters');
      const [messages, { deadLetters: total }] = await Promise.all([
        outbox.deadLetters(orgId),
        outbox.backlog(orgId),
      ]);
      const language = readerLanguage(ctx);
      ctx.body = {
        messages: messages.map((message) => rejectedWrite(message, language)),
        calls: await partiesOf(
          deps.calls,
          orgId,
          messages.flatMap(({ payload }) => ('callId' in payload ? payload.callId : [])),
        ),
        total,
      };
    });

    router.get('/api/crm/backlog', async (ctx) => {
      const { orgId } = await asAdmin(ctx, deps, 'ReadDeadLetters');
      const [backlog, accessGaps, keptCalls] = await Promise.all([
        outbox.backlog(orgId),
        crm.accessGaps(orgId),
        keptCallsOf(orgId),
      ]);
      ctx.body = { ...backlog, ...apiLimitOf(orgId), accessGaps, keptCalls };
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
