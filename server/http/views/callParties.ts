import type { Store } from '../../ports/index.ts';

/** The rep and customer of these calls by call id, as far as the calls are kept and the org's. */
export async function partiesOf(
  calls: Pick<Store, 'loadCalls'>,
  orgId: string,
  callIds: Iterable<string>,
): Promise<Record<string, { rep: string; customer: string }>> {
  const found = await calls.loadCalls([...new Set(callIds)]);
  return Object.fromEntries(
    [...found.values()]
      .filter((call) => call.orgId === orgId)
      .map(({ callId, rep, customer }) => [callId, { rep: rep.name, customer: customer.name }]),
  );
}
