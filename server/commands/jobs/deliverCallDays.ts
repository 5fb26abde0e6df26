import type { OutboxMessageOf } from '../../domain/outbox/message.ts';
import type { CrmCallDays, DayTotalsStore, WriteResult } from '../../ports/index.ts';

interface DeliverCallDaysDeps {
  readonly dayTotals: Pick<DayTotalsStore, 'unwritten' | 'wrote'>;
  readonly callDays: Pick<CrmCallDays, 'recordCallDays'>;
}

/** After this many writes a later message continues. */
const MAX_WRITES = 5;

/**
 * Delivers the totals of days to the CRM: only what it does not have, and again what was counted
 * anew meanwhile, so that of two processes the later never leaves the older totals.
 */
export const deliverCallDays =
  ({ dayTotals, callDays }: DeliverCallDaysDeps) =>
  async (messages: readonly OutboxMessageOf<'crm.callDay'>[]): Promise<readonly WriteResult[]> => {
    const [first] = messages;
    if (!first) return [];
    const { orgId } = first;
    const problems = new Map<string, WriteResult>();
    const days = new Set(messages.map(({ payload }) => payload.day));
    for (let writes = 0; days.size > 0 && writes < MAX_WRITES; writes += 1) {
      const due = await dayTotals.unwritten(orgId, [...days]);
      if (due.length === 0) break;
      const results = await callDays.recordCallDays(orgId, due);
      await dayTotals.wrote(
        orgId,
        due.filter((_, n) => !results[n]),
      );
      due.forEach(({ day }, n) => {
        if (!results[n]) return;
        problems.set(day, problems.get(day) ?? results[n]);
        days.delete(day);
      });
    }
    return messages.map(({ payload }) => problems.get(payload.day));
  };
