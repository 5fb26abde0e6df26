import type { DealState } from '../../domain/outcomes/deals.ts';
import { createCurrencies } from '../customers/currencies.ts';
import { asList, type CrmConnection } from '../session/connection.ts';
import { asCrmProblem } from '../session/errors.ts';
import { inParts } from '../writes/inParts.ts';

interface OpportunityRow {
  readonly Id: string;
  readonly IsDeleted: boolean;
  readonly StageName: string;
  readonly Amount: number | null;
  readonly CurrencyIsoCode?: string;
  readonly CloseDate: string;
  readonly CreatedDate: string;
  readonly IsClosed: boolean;
  readonly IsWon: boolean;
  readonly OwnerId: string;
  readonly AccountId: string | null;
}

interface StageRow {
  readonly ApiName: string;
  readonly SortOrder: number;
}

/**
 * Reads deals by id, including deleted ones, to tell deleted deals from deals that cannot be read.
 * Opportunities are never merged. If their account is merged, their `accountId` changes.
 */
export function createCrmDeals(crm: CrmConnection, nowMs: () => number = Date.now) {
  const currencies = createCurrencies(crm, nowMs);
  return {
    async deals(opportunityIds: readonly string[]): Promise<DealState[]> {
      const known = await asCrmProblem(currencies);
      const stages = await asCrmProblem(() =>
        crm.query<StageRow>('SELECT ApiName, SortOrder FROM OpportunityStage'),
      );
      const orders = new Map(stages.map(({ ApiName, SortOrder }) => [ApiName, SortOrder]));
      const rows: OpportunityRow[] = [];
      for (const ids of inParts(opportunityIds))
        rows.push(
          ...(await asCrmProblem(() =>
            crm.queryAll<OpportunityRow>(
              'SELECT Id, IsDeleted, StageName, Amount, CloseDate, CreatedDate, IsClosed, IsWon, ' +
                `OwnerId, AccountId${known.fields} FROM Opportunity WHERE Id IN ${asList(ids)}`,
            ),
          )),
        );
      return rows
        .filter(({ IsDeleted }) => !IsDeleted)
        .map((row): DealState => {
          const order = orders.get(row.StageName);
          return {
            opportunityId: row.Id,
            stage: row.StageName,
            ...(order !== undefined && { stageOrder: order }),
            ...(row.Amount !== null && known.money(row.Amount, row.CurrencyIsoCode)),
            closeDate: row.CloseDate,
            createdAt: row.CreatedDate,
            isClosed: row.IsClosed,
            isWon: row.IsWon,
            ownerId: row.OwnerId,
            ...(row.AccountId && { accountId: row.AccountId }),
          };
        });
    },
  };
}
