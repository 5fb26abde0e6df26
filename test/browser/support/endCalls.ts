import { LOCAL_ORG_ID } from '../../../local/org/ids/localOrgId.ts';
import type { Call } from '../../../server/domain/call/call.ts';
import { outboxMessages } from '../../../server/domain/outbox/outbox.ts';
import { createPostgresStore } from '../../../server/store/calls/postgresStore.ts';
import { endedCall } from '../../support/endedRepCall.ts';
import { quietLog } from '../../support/quietLog.ts';
import type { World } from '../../support/world.ts';

/** Writes calls of Ravi about a deal that have just ended, with what their end causes. */
export async function endCalls(
  world: World,
  opportunity: Required<Call>['opportunity'],
  calls: readonly Partial<Call>[],
): Promise<void> {
  const store = createPostgresStore(world.databaseUrl, quietLog);
  const at = new Date().toISOString();
  const userId = await world.as('ravi').userId();
  try {
    for (const more of calls) {
      const call = endedCall({
        orgId: LOCAL_ORG_ID,
        rep: { userId, name: 'Ravi Patel', managerIds: [] },
        opportunity,
        startedAt: at,
        answeredAt: at,
        endedAt: at,
        ...more,
      });
      const ended = { type: 'CallEnded', endReason: 'hung_up', at } as const;
      await store.createCall(call, [], outboxMessages(call, [ended]));
    }
  } finally {
    await store.close();
  }
}
