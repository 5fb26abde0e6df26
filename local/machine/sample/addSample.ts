import { LOCAL_ORG_ID } from '../../org/ids/localOrgId.ts';
import { getJson } from '../demo/localOrg.ts';
import { insertSample, isWithoutCalls } from './insertSample.ts';
import { sampleCalls } from './sampleCalls.ts';

const REPS = ['ravi', 'lena', 'jo', 'mila'];
const SUPERVISORS = ['maya', 'tomas', 'jonas'];
const QUARTER = { calls: 4_000, days: 91, seed: 1 };

/**
 * Gives a database without calls a quarter of calls of the stand-in org's people, so that a
 * newcomer finds charts. Returns how many; undefined where there were calls.
 */
export async function addSampleOnce(
  databaseUrl: string,
  orgUrl: string,
): Promise<number | undefined> {
  if (!(await isWithoutCalls(databaseUrl))) return undefined;
  const people = (aliases: readonly string[]) =>
    Promise.all(
      aliases.map(async (alias) => {
        const { userId, name } = await getJson<{ userId: string; name: string }>(
          `${orgUrl}/as/${alias}/context`,
        );
        return { userId, name, timeZone: 'America/New_York' };
      }),
    );
  const [reps, supervisors] = await Promise.all([people(REPS), people(SUPERVISORS)]);
  return insertSample(
    databaseUrl,
    sampleCalls({
      orgId: LOCAL_ORG_ID,
      reps,
      supervisors,
      until: new Date().toISOString(),
      ...QUARTER,
    }),
  );
}
