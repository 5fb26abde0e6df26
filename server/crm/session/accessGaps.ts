import type { CrmAccessGap } from '../../ports/index.ts';
import type { CrmConnection } from './connection.ts';

/** Without these permissions, queries silently return too few records. */
const PERMISSIONS = ['PermissionsViewAllUsers', 'PermissionsViewRoles', 'PermissionsViewSetup'];
const NOT_THERE = ['INVALID_TYPE', 'INSUFFICIENT_ACCESS', 'INSUFFICIENT_ACCESS_OR_READONLY'];

type Permissions = Readonly<Record<string, boolean | undefined>>;

/**
 * Lists what the policy needs and the integration user may not read. `unknown` if the org does not
 * answer; never rejects.
 */
export async function readAccessGaps(crm: CrmConnection): Promise<readonly CrmAccessGap[]> {
  const found = await Promise.all([permissionGaps(crm), skillGaps(crm)].map(orUnknown));
  return [...new Set(found.flat())];
}

async function permissionGaps(crm: CrmConnection): Promise<CrmAccessGap[]> {
  const [own] = await crm.query<Permissions>(
    `SELECT ${PERMISSIONS.join(', ')} FROM UserPermissionAccess LIMIT 1`,
  );
  if (!own) return ['unknown'];
  return [
    ...(own.PermissionsViewAllUsers ? [] : (['users'] as const)),
    ...(own.PermissionsViewRoles && own.PermissionsViewSetup ? [] : (['setup'] as const)),
  ];
}

/**
 * An org without skills and one whose skills are hidden look the same. So hidden skills count as a
 * gap only if a rule names one.
 */
async function skillGaps(crm: CrmConnection): Promise<CrmAccessGap[]> {
  const rules = await crm.query(
    "SELECT DeveloperName FROM Dealside_Policy_Rule__mdt WHERE Active__c = true AND On_Whom__c = 'skill' LIMIT 1",
  );
  if (rules.length === 0) return [];
  const reads = await Promise.all(
    ['ServiceResource', 'Skill'].map((object) => mayRead(crm, object)),
  );
  return reads.includes(false) ? ['skills'] : [];
}

/**
 * Whether the object exists and can be read. Rejects as the connection does for any other error.
 */
export async function mayRead(crm: CrmConnection, object: string): Promise<boolean> {
  try {
    await crm.query(`SELECT Id FROM ${object} LIMIT 1`);
    return true;
  } catch (error) {
    if (NOT_THERE.includes((error as { errorCode?: string }).errorCode ?? '')) return false;
    throw error;
  }
}

const orUnknown = async (gaps: Promise<CrmAccessGap[]>): Promise<readonly CrmAccessGap[]> => {
  try {
    return await gaps;
  } catch {
    return ['unknown'];
  }
};
