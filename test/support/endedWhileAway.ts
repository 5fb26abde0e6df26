import { leaveAs, modeOf, superviseAs } from './stage.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/**
 * Settings of an org whose people may be on calls for as long as it hangs, however slow the machine.
 */
export const GRANTS_FOR_LONG = { Data_Age_Minutes__c: 60 };

/** Maya joins this call, whispers and leaves it so many times. Returns the interventions' ids. */
export async function endInterventions(
  world: World,
  callId: string,
  count: number,
): Promise<string[]> {
  const maya = world.as('maya');
  const ended: string[] = [];
  while (ended.length < count) {
    const interventionId = await superviseAs(world, maya, callId);
    await maya.switchTo(interventionId, 'whisper');
    await until(
      'she whispers',
      async () => modeOf(await maya.call(callId), interventionId) === 'whisper',
    );
    await leaveAs(maya, callId, interventionId);
    ended.push(interventionId);
  }
  return ended;
}

/** Waits until Dealside has tried to write one of them, and had no answer. */
export const untilTriedInVain = (world: World, interventionIds: readonly string[]) =>
  until(
    'Dealside has written in vain',
    async () => {
      const tried = await world.database<{ lastError: string }>(
        `select "lastError" from "OutboxMessage"
         where "lastError" is not null and "key" like any ($1)`,
        [interventionIds.map((id) => `%${id}%`)],
      );
      return tried[0]?.lastError;
    },
    { timeoutMs: 300_000 },
  );

/** How many records and activities of each intervention the org has. */
export async function recordsInOrg(
  world: World,
  interventionIds: readonly string[],
): Promise<{ interventionId: string; records: number; activities: number }[]> {
  const [records, tasks] = await Promise.all([
    world.orgControl<Record<string, string>[]>('records/Call_Intervention__c'),
    world.orgControl<Record<string, string>[]>('records/Task'),
  ]);
  return interventionIds.map((interventionId) => ({
    interventionId,
    records: records.filter((row) => row.External_Id__c === interventionId).length,
    activities: tasks.filter((row) => row.Dealside_Key__c?.startsWith(interventionId)).length,
  }));
}
