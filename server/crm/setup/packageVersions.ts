import { fileURLToPath } from 'node:url';
import { packageVersion } from '../../../force-app/packageVersion.mjs';
import type { DeployedPackage, PackageVersion } from '../../domain/setup/setupFacts.ts';
import type { CrmConnection } from '../session/connection.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

interface PackageRecord {
  readonly Version__c: string;
  readonly Sources__c: string;
}

/**
 * The package that the org has. Packages from before the record existed are unnamed, and so is one
 * that was deployed without the script that writes it. Rejects as the connection does.
 */
export async function readDeployedPackage(crm: CrmConnection): Promise<DeployedPackage> {
  try {
    const [record] = await crm.query<PackageRecord>(
      "SELECT Version__c, Sources__c FROM Dealside_Package__mdt WHERE DeveloperName = 'Deployed'",
    );
    return record && /^\d/.test(record.Version__c)
      ? { version: record.Version__c, sources: record.Sources__c }
      : 'unnamed';
  } catch (error) {
    if ((error as { errorCode?: string }).errorCode === 'INVALID_TYPE') return 'unnamed';
    throw error;
  }
}

let needed: Promise<PackageVersion> | undefined;

/** The package beside this server's code. Rejects where the server was installed without it. */
export const readNeededPackage = (): Promise<PackageVersion> => (needed ??= packageVersion(ROOT));
