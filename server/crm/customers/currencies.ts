import type { CrmConnection } from '../session/connection.ts';

/** The amount of a deal in its own currency and in the company's. */
interface Money {
  readonly amount: number;
  /** ISO 4217; absent if the org has a single currency. */
  readonly currency?: string;
  readonly corporateAmount?: number;
}

/** The currencies of an org. */
export interface Currencies {
  /** More fields for a query of amounts, each preceded by a comma. */
  readonly fields: string;
  money(amount: number, code: string | undefined): Money;
}

interface CurrencyRow {
  readonly IsoCode: string;
  readonly ConversionRate: number;
}

const TTL_MS = 3_600_000;
const ONE_CURRENCY: Currencies = { fields: '', money: (amount) => ({ amount }) };

/**
 * Serves the currencies from memory for an hour. An org with a single currency has neither the
 * object nor the field. Rejects as the connection does.
 * https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-currencytype.html
 */
export function createCurrencies(crm: Pick<CrmConnection, 'query'>, nowMs = Date.now) {
  let known: { readonly currencies: Promise<Currencies>; readonly until: number } | undefined;
  return (): Promise<Currencies> => {
    if (known && known.until > nowMs()) return known.currencies;
    const currencies = read(crm);
    known = { currencies, until: nowMs() + TTL_MS };
    currencies.catch(() => (known = undefined));
    return currencies;
  };
}

async function read(crm: Pick<CrmConnection, 'query'>): Promise<Currencies> {
  try {
    const rows = await crm.query<CurrencyRow>('SELECT IsoCode, ConversionRate FROM CurrencyType');
    const rates = new Map(rows.map(({ IsoCode, ConversionRate }) => [IsoCode, ConversionRate]));
    return {
      fields: ', CurrencyIsoCode',
      money(amount, code) {
        const rate = code && rates.get(code);
        return {
          amount,
          ...(code && { currency: code }),
          ...(rate && { corporateAmount: Math.round((amount / rate) * 100) / 100 }),
        };
      },
    };
  } catch (error) {
    if ((error as { errorCode?: string }).errorCode === 'INVALID_TYPE') return ONE_CURRENCY;
    throw error;
  }
}
