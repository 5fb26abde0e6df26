import type { ConsentSettings } from '../../domain/consent/decide.ts';
import type { JurisdictionOverride } from '../../domain/consent/jurisdictions.ts';
import type { ConsentSource } from '../../ports/index.ts';
import { rememberedFor } from '../cache/remembered.ts';
import type { CrmConnection } from '../session/connection.ts';
import { readFrom, readJurisdictions, type JurisdictionRecord } from './orgRecords.ts';
import type { Renewed } from './renewed.ts';

/** The consent settings that come from the server's configuration instead of Salesforce. */
export type ConsentDefaults = Omit<ConsentSettings, 'overrides'>;

const TTL_MS = 60_000;

/**
 * The org's overrides of the jurisdiction table, read from custom metadata and served from memory.
 * Rejects with CrmUnavailable until they have been read.
 */
export function createConsentSource(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  defaults: ConsentDefaults,
  now: () => number = Date.now,
): ConsentSource & Renewed {
  const overrides = rememberedFor(
    (orgId) =>
      readFrom(connectionTo(orgId), 'the jurisdictions', async (crm) =>
        (await readJurisdictions(crm)).map(overrideOf),
      ),
    TTL_MS,
    now,
  );
  return {
    of: async (orgId) => ({ ...defaults, overrides: await overrides(orgId) }),
    renew: (orgId) => overrides.renew(orgId),
  };
}

/**
 * Every value except `one_party` means `all_party`; with `explicit`, the customer must also have
 * said that they agree.
 */
export const overrideOf = ({
  Country__c,
  Region__c,
  Consent_Rule__c,
  Announce_Supervisor__c,
  Basis__c,
}: JurisdictionRecord): JurisdictionOverride => ({
  country: Country__c,
  ...(Region__c && { region: Region__c }),
  consent: Consent_Rule__c === 'one_party' ? 'one_party' : 'all_party',
  needsAgreement: Consent_Rule__c === 'explicit' ? true : undefined,
  announcesSupervisor: Announce_Supervisor__c ? true : undefined,
  basis: Basis__c ?? 'As the administrator reads it',
});
