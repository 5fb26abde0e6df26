import { asList, quoted, type CrmConnection } from '../session/connection.ts';
import { createCurrencies, type Currencies } from './currencies.ts';
import { firstRowOf } from './firstRow.ts';

interface OpportunityRecord {
  Id: string;
  Name: string;
  StageName: string;
  CloseDate: string | null;
  Amount: number | null;
  CurrencyIsoCode?: string;
  AccountId: string | null;
  OwnerId: string;
}

/** An opportunity, with the currencies of its org. */
export type Deal = OpportunityRecord & { readonly known: Currencies };

const OPPORTUNITY = ({ fields }: Currencies): string =>
  `SELECT Id, Name, StageName, CloseDate, Amount, AccountId, OwnerId${fields} FROM Opportunity`;

export interface DealReader {
  firstDeal(condition: string): Promise<Deal | undefined>;
  openOpportunityOf(accountId: string | null): Promise<Deal | undefined>;
  openOpportunitiesOf(accountIds: readonly (string | null)[]): Promise<ReadonlyMap<string, Deal>>;
}

/** Reads the opportunities that calls are about. */
export function createDealReader(crm: CrmConnection): DealReader {
  const first = firstRowOf(crm);
  const currencies = createCurrencies(crm);

  async function openOpportunityOf(accountId: string | null): Promise<Deal | undefined> {
    if (!accountId) return undefined;
    return firstDeal(
      `WHERE AccountId = ${quoted(accountId)} AND IsClosed = false ` +
        'ORDER BY LastModifiedDate DESC',
    );
  }

  async function firstDeal(condition: string): Promise<Deal | undefined> {
    const known = await currencies();
    const found = await first<OpportunityRecord>(`${OPPORTUNITY(known)} ${condition}`);
    return found && { ...found, known };
  }

  /** The latest open opportunity of each account. */
  async function openOpportunitiesOf(
    accountIds: readonly (string | null)[],
  ): Promise<ReadonlyMap<string, Deal>> {
    const ids = [...new Set(accountIds.filter((id) => id !== null))];
    if (ids.length === 0) return new Map();
    const known = await currencies();
    const rows = await crm.query<OpportunityRecord>(
      `${OPPORTUNITY(known)} WHERE AccountId IN ${asList(ids)} AND IsClosed = false ` +
        'ORDER BY LastModifiedDate ASC',
    );
    return new Map(rows.map((row) => [row.AccountId!, { ...row, known }]));
  }
  return { firstDeal, openOpportunityOf, openOpportunitiesOf };
}
