import type { Call } from '../../server/domain/call/call.ts';
import { outboxMessages } from '../../server/domain/outbox/outbox.ts';
import type { Store } from '../../server/ports/index.ts';
import { forEach } from './manyInterventions.ts';
import type { OrgStage } from './orgStage.ts';
import { supervisedCall } from './supervisedCall.ts';

/** An answered call that ended and that nobody joined, with the customer who was rung. */
export const endedCall = (more: Partial<Call> = {}): Call =>
  supervisedCall({
    interventions: [],
    participants: [
      { party: { role: 'customer' }, status: 'left', audibleTo: 'everyone', onHold: false },
    ],
    ...more,
  });

/**
 * Calls that ended, each about a deal of its own, with the messages that their end causes. Answers
 * their ids in the org.
 */
export async function manyEndedCalls(
  org: OrgStage,
  store: Pick<Store, 'createCall'>,
  count: number,
): Promise<string[]> {
  const ravi = await org.find('User', 'Ravi');
  return forEach(count, async (n) => {
    const deal = await org.insert('Opportunity', {
      Name: `Deal ${n}`,
      StageName: 'Proposal',
      CloseDate: '2026-12-31',
    });
    const call = endedCall({
      orgId: org.orgId,
      callId: `own-${n}`,
      rep: { userId: ravi.Id, name: ravi.Name, managerIds: [] },
      customer: { name: `Customer ${n}` },
      opportunity: { opportunityId: deal.Id, name: deal.Name },
    });
    await store.createCall(
      call,
      [],
      outboxMessages(call, [
        { type: 'CallEnded', endReason: 'hung_up', at: '2026-11-20T17:20:00.000Z' },
      ]),
    );
    return `${call.callId}:${ravi.Id}`;
  });
}
