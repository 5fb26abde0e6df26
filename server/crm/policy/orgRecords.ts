import { CrmUnavailable } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';

/**
 * Queries for records that several readers need. Each query selects the fields of all its readers,
 * so that they send the same query and share one request.
 */

/** The settings of an org that more than one reader needs. A field that is not set is null. */
export interface SettingRecord {
  readonly Language__c: string | null;
  readonly Pin_Minimum_Length__c: number | null;
  readonly Pin_Attempts__c: number | null;
  readonly Pin_Lock_Minutes__c: number | null;
  readonly Pin_Holds_Minutes__c: number | null;
  readonly Passkey_Holds_Minutes__c: number | null;
  readonly Rating_Question__c: boolean | null;
  readonly Rating_Question_Except__c: string | null;
}

/** For how long what was read may be used, and what was said is kept. A field not set is null. */
export interface LimitsRecord {
  readonly Data_Age_Minutes__c: number | null;
  readonly Away_Minutes__c: number | null;
  /** Undefined in an org whose package does not have it yet. */
  readonly Keep_Transcripts_Days__c?: number | null;
}

/** One state or country in the jurisdiction table. */
export interface JurisdictionRecord {
  readonly Country__c: string;
  readonly Region__c: string | null;
  readonly Consent_Rule__c: string;
  readonly Announce_Supervisor__c: boolean | null;
  readonly Basis__c: string | null;
  readonly Language__c: string | null;
}

/** Rejects as the connection does. */
export const readSetting = (crm: CrmConnection): Promise<SettingRecord | undefined> =>
  readSettings<SettingRecord>(crm, [
    'Language__c',
    'Pin_Minimum_Length__c',
    'Pin_Attempts__c',
    'Pin_Lock_Minutes__c',
    'Pin_Holds_Minutes__c',
    'Passkey_Holds_Minutes__c',
    'Rating_Question__c',
    'Rating_Question_Except__c',
  ]);

/** Rejects as the connection does. */
export async function readLimits(crm: CrmConnection): Promise<LimitsRecord | undefined> {
  const first = ['Data_Age_Minutes__c', 'Away_Minutes__c'] as const;
  return (
    (await readSettings<LimitsRecord>(crm, [...first, 'Keep_Transcripts_Days__c'])) ??
    (await readSettings<LimitsRecord>(crm, first))
  );
}

/**
 * Reads fields of the record "Dealside Setting: Default". Returns undefined if the org has no such
 * record, or if its package does not have one of the fields. Rejects as the connection does.
 */
export async function readSettings<Settings extends object>(
  crm: CrmConnection,
  fields: readonly (keyof Settings & string)[],
): Promise<Settings | undefined> {
  try {
    const [record] = await crm.query<Settings>(
      `SELECT ${fields.join(', ')} FROM Dealside_Setting__mdt WHERE DeveloperName = 'Default'`,
    );
    return record;
  } catch (error) {
    if ((error as { errorCode?: string }).errorCode === 'INVALID_FIELD') return undefined;
    throw error;
  }
}

/** Returns the org's jurisdictions. Rejects as the connection does. */
export const readJurisdictions = (crm: CrmConnection): Promise<JurisdictionRecord[]> =>
  crm.query<JurisdictionRecord>(
    'SELECT Country__c, Region__c, Consent_Rule__c, Announce_Supervisor__c, Basis__c, Language__c ' +
      'FROM Dealside_Jurisdiction__mdt',
  );

/**
 * Reads from an org's connection. Throws CrmUnavailable for any failure, with `what` in the
 * message, and for an org that is not registered.
 */
export async function readFrom<T>(
  crm: CrmConnection | undefined,
  what: string,
  read: (crm: CrmConnection) => Promise<T>,
): Promise<T> {
  if (!crm) throw new CrmUnavailable('this Salesforce org is not registered');
  try {
    return await read(crm);
  } catch (error) {
    throw error instanceof CrmUnavailable
      ? error
      : new CrmUnavailable(
          `${what} could not be read from Salesforce: ${(error as Error).message}`,
          { cause: error },
        );
  }
}
