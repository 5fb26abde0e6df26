import assert from 'node:assert/strict';
import { deliverJointCallEvents } from '../../../../server/commands/jobs/deliverJointCallEvents.ts';
import type { JointCall } from '../../../../server/domain/call/jointCall.ts';
import type { OutboxMessageOf } from '../../../../server/domain/outbox/message.ts';
import { CrmProblem, CrmUnavailable, type JointCallEntry } from '../../../../server/ports/index.ts';
import { at, ORG, person, rep } from '../../../support/builders.ts';

const JOINT: JointCall = {
  jointCallId: 'j1',
  orgId: ORG,
  repUserId: 'ravi',
  supervisorUserId: 'maya',
  plannedByUserId: 'maya',
  startsAt: at(3600),
  status: 'planned',
};
const message = (jointCallId: string): OutboxMessageOf<'crm.jointCallEvent'> => ({
  key: jointCallId,
  orgId: ORG,
  topic: 'crm.jointCallEvent',
  payload: { jointCallId },
});

async function deliver(ids: readonly string[], { isAway = false, fails = false } = {}) {
  const put: JointCallEntry[][] = [];
  const results = await deliverJointCallEvents({
    jointCalls: {
      find: async (_orgId, jointCallId) =>
        jointCallId === 'gone' ? undefined : { ...JOINT, jointCallId },
    },
    calendars: {
      async putJointCalls(entries) {
        put.push([...entries]);
        return entries.map(() => (fails ? new CrmProblem('refused', 'no') : undefined));
      },
    },
    directory: {
      async person(_orgId, userId) {
        if (isAway) throw new CrmUnavailable('away');
        return userId === 'maya' ? person() : rep();
      },
    },
  })(ids.map(message));
  return {
    put: put.map((entries) => entries.map(({ jointCall }) => jointCall.jointCallId)),
    results,
  };
}

describe('the times of planned three-way calls, on their way to the calendars', () => {
  it('are written once where two messages of one call are delivered together', async () => {
    const { put, results } = await deliver(['j1', 'j2', 'j1']);
    assert.deepEqual([put, results], [[['j1', 'j2']], [undefined, undefined, undefined]]);
  });

  it('have the answer of that one write for each message', async () => {
    const { results } = await deliver(['j1', 'j1'], { fails: true });
    assert.deepEqual(
      results.map((one) => one?.kind),
      ['refused', 'refused'],
    );
  });

  it('are done with where the call is not kept any more, and wait while the CRM is away', async () => {
    assert.deepEqual(await deliver(['gone']), { put: [], results: [undefined] });
    const { put, results } = await deliver(['j1'], { isAway: true });
    assert.deepEqual([put, results.map((one) => one?.kind)], [[], ['retry']]);
  });
});
