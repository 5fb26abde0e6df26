import type { EndedCall } from '../../local/machine/sample/endedCalls.ts';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import type { World } from './world.ts';

/** Some are shown, and of those some are marked. */
const alertOf = (index: number): NonNullable<EndedCall['alert']> => ({
  ruleName: 'cancels',
  label: 'Cancels',
  family: 'threatens_to_cancel',
  severity: 'attention',
  status: index % 9 === 3 ? 'held_out' : index % 15 === 6 ? 'limited' : 'shown',
  ...(index % 2 === 0 && { mark: index % 4 ? 'useful' : 'not_useful', markedBy: 'maya' }),
});

/** Calls of the last days: one in five of them barged, one in three raised an alert. */
export async function callsOf(world: World, alias: string, count: number): Promise<EndedCall[]> {
  const [userId, supervisorUserId] = [
    await world.as(alias).userId(),
    await world.as('maya').userId(),
  ];
  return Array.from({ length: count }, (_, index) => {
    const answered = Date.now() - (index % 5) * 86_400_000 - 3_600_000;
    return {
      callId: `${alias}-${index}`,
      orgId: LOCAL_ORG_ID,
      repUserId: userId,
      repName: alias,
      repTimeZone: 'UTC',
      direction: 'outbound',
      answeredAt: new Date(answered).toISOString(),
      endedAt: new Date(answered + 120_000).toISOString(),
      askedForHelp: false,
      disposition: index % 2 ? 'advanced' : 'not_interested',
      drawn: {
        arm: index % 5 === 1 ? 'held_out' : 'shown',
        percent: 20,
        position: index,
      },
      ...(index % 3 === 0 && { alert: alertOf(index) }),
      interventions:
        index % 5 === 0
          ? [
              {
                interventionId: `${alias}-intervention-${index}`,
                supervisorUserId,
                supervisorName: 'Maya Okafor',
                modes: ['monitor', 'barge'],
                reasonCode: 'close_assist',
                outcomeCode: 'saved',
              },
            ]
          : [],
    };
  });
}
