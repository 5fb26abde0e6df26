import type { ConsentSettings } from '../../domain/consent/decide.ts';
import type { JurisdictionOverride } from '../../domain/consent/jurisdictions.ts';
import { CrmUnavailable, type ConsentSource } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { cachedFor } from '../cache/ttlCache.ts';

interface JurisdictionRecord { Country__c: string; Region__c: string | null; Consent_Rule__c: string; Announce_Supervisor__c: boolean | null; Basis__c: string | null }

/** What does not come from Salesforce: set where the server is set up. */
export type ConsentDefaults = Omit<ConsentSettings, 'overrides'>;

const HOLDS_MS = 60_000;
const QUERY = 'SELECT Country__c, Region__c, Consent_Rule__c, Announce_Supervisor__c, Basis__c FROM Dealside_Jurisdiction__mdt';

/** The admin's reading of laws from the org's custom metadata, used for a minute at most. */
export function createConsentSource(connectionTo: (orgId: string) => CrmConnection | undefined, setUp: ConsentDefaults, now: () => number = Date.now): ConsentSource {
  async function read(orgId: string): Promise<JurisdictionOverride[]> {
    const crm = connectionTo(orgId);
    if (!crm) throw new CrmUnavailable('this Salesforce org is not registered');
    try {
      return (await crm.query<JurisdictionRecord>(QUERY)).map(overrideOf);
    } catch (fault) {
      throw fault instanceof CrmUnavailable ? fault : new CrmUnavailable(`Salesforce could not be asked for jurisdictions: ${(fault as Error).message}`, { cause: fault });
    }
  }

  const known = cachedFor(read, () => HOLDS_MS, now);
  return { of: async (orgId) => ({ ...setUp, overrides: await known(orgId) }) };
}

/** `explicit` is an all-party place in which going on after the disclosure is the consent. */
const overrideOf = ({ Country__c, Region__c, Consent_Rule__c, Announce_Supervisor__c, Basis__c }: JurisdictionRecord): JurisdictionOverride => ({
  country: Country__c, ...(Region__c && { region: Region__c }), consent: Consent_Rule__c === 'one_party' ? 'one_party' : 'all_party',
  announcesSupervisor: Announce_Supervisor__c ? true : undefined, basis: Basis__c ?? 'As the administrator reads it',
});
