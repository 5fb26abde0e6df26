import { CrmUnavailable, type Colleague } from '../../ports/index.ts';
import { asList, quoted, type CrmConnection } from '../session/connection.ts';
import { readRoster } from './roster.ts';

/** A list that a person chooses from; whoever is not on it is found by more of the name. */
const MOST = 20;

const REP_SET = 'Dealside_Rep';

/** Active people who take calls, by a part of their name. Throws CrmUnavailable. */
export async function readColleagues(crm: CrmConnection, search: string): Promise<Colleague[]> {
  const reps = await readRoster(crm, REP_SET);
  if (reps.length === 0) return [];
  // In a LIKE of SOQL, % and _ stand for other letters.
  const part = quoted(`%${search}%`).replace(/(?<!^')[%_](?!'$)/g, '\\$&');
  try {
    const found = await crm.query<{ Id: string; Name: string }>(
      `SELECT Id, Name FROM User WHERE IsActive = true AND Id IN ${asList(reps)}${search ? ` AND Name LIKE ${part}` : ''} ORDER BY Name LIMIT ${MOST}`,
    );
    return found.map(({ Id, Name }) => ({ userId: Id, name: Name }));
  } catch (error) {
    throw error instanceof CrmUnavailable ? error : new CrmUnavailable(`Salesforce could not be asked for colleagues: ${(error as Error).message}`, { cause: error });
  }
}
