import type { ConsentSettings } from '../../domain/consent/decide.ts';
import type { JurisdictionOverride } from '../../domain/consent/jurisdictions.ts';
import { CrmUnavailable, type ConsentSource } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { cachedFor } from '../cache/ttlCache.ts';

interface JurisdictionRecord {
  Country__c: string;
  Region__c: string | null;
  Consent_Rule__c: string;
  Announce_Supervisor__c: boolean | null;
  Basis__c: string | null;
}

/** The settings of consent that come from the server's configuration, not from Salesforce. */
export type ConsentDefaults = Omit<ConsentSettings, 'overrides'>;

const TTL_MS = 60_000;
const QUERY =
  'SELECT Country__c, Region__c, Consent_Rule__c, Announce_Supervisor__c, Basis__c ' +
  'FROM Dealside_Jurisdiction__mdt';

/**
 * The org's overrides of the jurisdiction table, from custom metadata, cached for a minute.
 * Rejects with CrmUnavailable.
 */
export function createConsentSource(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  defaults: ConsentDefaults,
  now: () => number = Date.now,
): ConsentSource {
  async function read(orgId: string): Promise<JurisdictionOverride[]> {
    const crm = connectionTo(orgId);
    if (!crm) throw new CrmUnavailable('this Salesforce org is not registered');
    try {
      return (await crm.query<JurisdictionRecord>(QUERY)).map(overrideOf);
    } catch (error) {
      throw error instanceof CrmUnavailable
        ? error
        : new CrmUnavailable(
            `the jurisdictions could not be read from Salesforce: ${(error as Error).message}`,
            { cause: error },
          );
    }
  }

  const cached = cachedFor(read, () => TTL_MS, now);
  return { of: async (orgId) => ({ ...defaults, overrides: await cached(orgId) }) };
}

/**
 * Every value but `one_party` is read as `all_party`: with `explicit`, staying after the disclosure
 * is consent.
 */
const overrideOf = ({
  Country__c,
  Region__c,
  Consent_Rule__c,
  Announce_Supervisor__c,
  Basis__c,
}: JurisdictionRecord): JurisdictionOverride => ({
  country: Country__c,
  ...(Region__c && { region: Region__c }),
  consent: Consent_Rule__c === 'one_party' ? 'one_party' : 'all_party',
  announcesSupervisor: Announce_Supervisor__c ? true : undefined,
  basis: Basis__c ?? 'As the administrator reads it',
});
