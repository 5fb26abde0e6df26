import { auditEvents, type AuditContext } from '../../domain/audit/entries.ts';
import type { Call } from '../../domain/call/call.ts';
import type { CallEvent } from '../../domain/call/events.ts';
import { evolveAll } from '../../domain/call/evolve.ts';
import { outboxMessages } from '../../domain/outbox/outbox.ts';
import type { Change } from '../../ports/index.ts';

/** What one transaction writes because of these events: the call after them, their audit, and who must hear of them. */
export function changeOf(call: Call, events: readonly CallEvent[], context: AuditContext): Omit<Change<never>, 'answer'> & { after: Call } {
  const after = evolveAll(call, events);
  return {
    after,
    ...(events.length > 0 && { call: after }),
    audit: auditEvents(after, events, context),
    outbox: outboxMessages(after, events),
  };
}
