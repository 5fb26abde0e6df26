import { postJson } from '../demo/localOrg.ts';
import type { EndedCall } from './endedCalls.ts';

interface Owners {
  readonly users: readonly string[];
  /** The owner of the deals of reps who have left. */
  readonly otherwise: string;
}

/**
 * Puts the deals of sample calls into the stand-in org, in their state at the end of the sample.
 * Returns the calls with the ids that the org gave to their deals.
 */
export async function addDealsToOrg(
  orgUrl: string,
  days: readonly (readonly EndedCall[])[],
  { users, otherwise }: Owners,
): Promise<EndedCall[][]> {
  const deals = [
    ...new Map(days.flat().flatMap(({ deal }) => (deal?.now ? [[deal.opportunityId, deal]] : []))),
  ].map(([, deal]) => deal);
  const insert = async (object: string, rows: readonly object[]): Promise<string[]> =>
    postJson(`${orgUrl}/_local/insert-all/${object}`, rows);
  const ownerOf = (userId: string): string => (users.includes(userId) ? userId : otherwise);

  const accounts = [...new Set(deals.map(({ now }) => now!.account))];
  const accountIds = await insert(
    'Account',
    accounts.map((name) => ({ Name: name, OwnerId: otherwise })),
  );
  const opportunityIds = await insert(
    'Opportunity',
    deals.map(({ name, now }) => ({
      Name: name!,
      AccountId: accountIds[accounts.indexOf(now!.account)]!,
      StageName: now!.stage,
      Amount: now!.corporateAmount,
      CloseDate: now!.closeDate,
      OwnerId: ownerOf(now!.ownerId),
    })),
  );
  const idOf = new Map(deals.map(({ opportunityId }, n) => [opportunityId, opportunityIds[n]!]));
  return days.map((day) =>
    day.map((call) =>
      call.deal
        ? { ...call, deal: { ...call.deal, opportunityId: idOf.get(call.deal.opportunityId)! } }
        : call,
    ),
  );
}
