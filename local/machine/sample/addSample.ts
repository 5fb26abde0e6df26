import { LOCAL_ORG_ID } from '../../org/ids/localOrgId.ts';
import { getJson } from '../demo/localOrg.ts';
import { addCoachingToOrg } from './addCoachingToOrg.ts';
import { addDealsToOrg } from './addDealsToOrg.ts';
import { addRatingsToOrg } from './addRatingsToOrg.ts';
import { insertSample, notifyOrgOfSample } from './insertSample.ts';
import { sampleCalls } from './sampleCalls.ts';
import { sampleCoaching } from './sampleCoaching.ts';
import { insertTranscripts } from './sampleTranscripts.ts';
import { isWithoutCalls } from './withoutCalls.ts';

const SUPERVISORS = ['maya', 'tomas', 'jonas'];
/** Reps by their manager. */
const LED_BY: Readonly<Record<string, string>> = {
  ravi: 'maya',
  lena: 'maya',
  jo: 'tomas',
  mila: 'jonas',
};
const REPS = Object.keys(LED_BY);
/** Reps who have left. Four reps alone would be too few to show what helps. */
const LEFT = ['Ana Brandt', 'Ben Ortiz', 'Chloe Meyer', 'Dev Patel', 'Ella Novak', 'Finn Larsen'];
/** Many calls are suggested, so that the effect of suggestions can be estimated. */
const HALF_A_YEAR = {
  calls: 20_000,
  days: 182,
  seed: 2,
  suggested: 0.12,
  newFrom: 0.8,
  // Reps who have left: two are never supervised, and two others from a certain day on.
  supervisedFrom: { 4: 2, 5: 2, 6: 0.6, 7: 0.4 },
};

/**
 * Gives a database without calls half a year of calls of the stand-in org's people and of some who
 * have left, so that a newcomer finds charts, an estimate and full reports. Their deals are put
 * into the org, and customers' ratings into its survey. The server reads the ratings, and writes
 * the rest into the org as it does for real calls. Returns the number of calls; undefined if there
 * were calls before.
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
  const until = new Date().toISOString();
  const [reps, supervisors] = await Promise.all([people(REPS), people(SUPERVISORS)]);
  const queues = await queuesOf(orgUrl);
  const days = [
    ...sampleCalls({
      orgId: LOCAL_ORG_ID,
      reps: [
        ...reps.map((rep, place) => ({
          ...rep,
          managerIds: [supervisors[SUPERVISORS.indexOf(LED_BY[REPS[place]!]!)]!.userId],
          queueIds: queues.get(rep.userId) ?? [],
        })),
        ...LEFT.map((name, place) => ({
          userId: `005S${String(place + 1).padStart(11, '0')}AAA`,
          name,
          timeZone: 'America/New_York',
        })),
      ],
      supervisors,
      until,
      ...HALF_A_YEAR,
    }),
  ];
  const users = reps.map(({ userId }) => userId);
  const withDeals = await addDealsToOrg(orgUrl, days, { users, otherwise: supervisors[0]!.userId });
  const inOrg = await addRatingsToOrg(orgUrl, withDeals);
  const coached = sampleCoaching(inOrg, {
    reps: users,
    supervisors,
    until,
    seed: HALF_A_YEAR.seed,
  });
  await addCoachingToOrg(orgUrl, coached.written);
  const written = await insertSample(databaseUrl, coached.days);
  await insertTranscripts(databaseUrl, LOCAL_ORG_ID);
  await notifyOrgOfSample(databaseUrl, LOCAL_ORG_ID, users);
  return written;
}

/** The queues of the stand-in org by their members. */
async function queuesOf(orgUrl: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const [groups, members] = await Promise.all([
    getJson<{ Id: string; Type: string }[]>(`${orgUrl}/_local/records/Group`),
    getJson<{ GroupId: string; UserOrGroupId: string }[]>(`${orgUrl}/_local/records/GroupMember`),
  ]);
  const queueIds = new Set(groups.filter(({ Type }) => Type === 'Queue').map(({ Id }) => Id));
  const own = members.filter(({ GroupId }) => queueIds.has(GroupId));
  return new Map(
    [...Map.groupBy(own, ({ UserOrGroupId }) => UserOrGroupId)].map(([userId, those]) => [
      userId,
      those.map(({ GroupId }) => GroupId),
    ]),
  );
}
