import { gatherMs, heldTopics } from '../domain/outbox/holdBack.ts';
import type { CrmUsage, ExceptedMessages, Log } from '../ports/index.ts';

/**
 * Which messages wait because an org is near its daily limit of requests, and how the others are
 * slowed down.
 */
export interface HoldBack {
  held(): readonly ExceptedMessages[];
  /** How long to collect messages of an org after a batch, in milliseconds. */
  gatherMs(orgId: string): number;
}

/** Holds messages back depending on the request limits that the orgs report. Changes are logged. */
export function createHoldBack(
  crm: Pick<CrmUsage, 'usage'>,
  orgIds: readonly string[],
  { log, nowMs = Date.now }: { readonly log: Log; readonly nowMs?: () => number },
): HoldBack {
  const said = new Map<string, string>();

  function say(orgId: string, topics: readonly string[]): void {
    const held = topics.join(', ');
    if (held === (said.get(orgId) ?? '')) return;
    said.set(orgId, held);
    const { used, limit } = crm.usage(orgId) ?? {};
    if (held)
      log.warn({ orgId, used, limit, held }, 'CRM is near its daily limit; these messages wait');
    else log.info({ orgId, used, limit }, 'CRM takes all messages again');
  }

  return {
    held: () =>
      orgIds.flatMap((orgId): ExceptedMessages[] => {
        const topics = heldTopics(crm.usage(orgId), nowMs());
        say(orgId, topics);
        return topics.length > 0 ? [{ orgId, topics }] : [];
      }),
    gatherMs: (orgId) => gatherMs(crm.usage(orgId), nowMs()),
  };
}
