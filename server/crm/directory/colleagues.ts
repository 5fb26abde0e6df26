import { CrmUnavailable, type Colleague } from '../../ports/index.ts';
import { asList, quoted, type CrmConnection } from '../session/connection.ts';
import { inSlices } from './changeMarks.ts';
import { readRoster } from './roster.ts';

const REP_PERMISSION_SET = 'Dealside_Rep';

/** Returns all active reps whose name contains the text, by name. Throws CrmUnavailable. */
export async function readColleagues(crm: CrmConnection, search: string): Promise<Colleague[]> {
  const reps = await readRoster(crm, REP_PERMISSION_SET);
  if (reps.length === 0) return [];
  // Escapes % and _, which are wildcards of SOQL's LIKE.
  const part = quoted(`%${search}%`).replace(/(?<!^')[%_](?!'$)/g, '\\$&');
  try {
    const found = await inSlices(reps, (ids) =>
      crm.query<{ Id: string; Name: string }>(
        `SELECT Id, Name FROM User WHERE IsActive = true AND Id IN ${asList(ids)}` +
          `${search ? ` AND Name LIKE ${part}` : ''} ORDER BY Name`,
      ),
    );
    return found
      .toSorted((a, b) => a.Name.localeCompare(b.Name))
      .map(({ Id, Name }) => ({ userId: Id, name: Name }));
  } catch (error) {
    throw error instanceof CrmUnavailable
      ? error
      : new CrmUnavailable(
          `the colleagues could not be read from Salesforce: ${(error as Error).message}`,
          { cause: error },
        );
  }
}
