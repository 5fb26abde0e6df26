import type { Context, Next } from 'koa';
import type { AuditDeps } from '../../commands/transact/auditEntries.ts';
import { auditRefusal } from '../../domain/audit/entries.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { CrmUnavailable, type PersonKey } from '../../ports/index.ts';
import { Refused } from '../errors.ts';

/** Remembers whose session a request has, once it is verified. */
export function rememberAsker(ctx: Context, who: PersonKey): void {
  ctx.state.asker = who;
}

const LOOKING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Middleware that audits requests which were refused because the CRM did not answer. The entry
 * names the request by its path, because no command had begun.
 */
export const awayAudit =
  ({ store, clock, ids }: AuditDeps) =>
  async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      const asker = ctx.state.asker as PersonKey | undefined;
      if (asker && isAway(error) && !LOOKING.has(ctx.method))
        await store.recordAudit([
          auditRefusal(
            refusal('crm_unavailable'),
            {
              orgId: asker.orgId,
              at: clock.now(),
              action: 'UseDealside',
              details: { method: ctx.method, path: ctx.path.slice(0, MAX_PATH) },
            },
            { actor: { kind: 'person', userId: asker.userId }, nextId: () => ids.next() },
          ),
        ]);
      throw error;
    }
  };

/** The most that the audit keeps of a path, because anybody can invent one. */
export const MAX_PATH = 200;

const isAway = (error: unknown): boolean =>
  error instanceof CrmUnavailable ||
  (error instanceof Refused && error.refusal.code === 'crm_unavailable');
