import assert from 'node:assert/strict';
import { createCrmActivities } from '../../../../server/crm/writes/activities.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import type { CrmActivities } from '../../../../server/ports/index.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';
import {
  intervention,
  supervisedCall,
  type EndedIntervention,
} from '../../../support/supervisedCall.ts';

describe('an intervention among many in the org', () => {
  let org: OrgStage;
  let activities: CrmActivities;
  let maya: OrgRecord;
  let ravi: OrgRecord;
  let serial = 0;

  before(async () => {
    org = await startOrgStage();
    activities = createCrmActivities(org.crm);
    [maya, ravi] = [await org.find('User', 'Maya'), await org.find('User', 'Ravi')];
  });
  after(() => org.stop());
  afterEach(() => org.restore());

  /** A call about a deal of its own. */
  async function call(interventionId: string): Promise<Call> {
    const { Id } = await org.insert('Opportunity', {
      Name: `Deal ${interventionId}`,
      StageName: 'Proposal',
      CloseDate: '2026-12-31',
    });
    return supervisedCall({
      rep: { userId: ravi.Id, name: ravi.Name, managerIds: [maya.Id] },
      customer: { name: 'Priya Raman' },
      opportunity: { opportunityId: Id, name: `Deal ${interventionId}` },
      interventions: [
        intervention({
          interventionId,
          supervisor: { userId: maya.Id, name: maya.Name, role: 'supervisor' },
          outcome: { status: 'due' },
        }),
      ],
    });
  }
  const many = async (count: number) => {
    const calls: { call: Call; interventionId: string }[] = [];
    for (let n = 0; n < count; n += 1) {
      const id = `i-${(serial += 1)}`;
      calls.push({ call: await call(id), interventionId: id });
    }
    return calls;
  };
  const howOften = async (object: string, key: string, value: string) =>
    (await org.records(object)).filter((row) => row[key] === value).length;

  it('that finds its deal locked is alone to be written again', async () => {
    const writes = await many(5);
    await org.fault({ lockedId: writes[2]!.call.opportunity!.opportunityId, lockNext: 1 });
    const results = await activities.recordInterventions(writes);
    assert.deepEqual(
      results.map((result) => result?.code),
      [undefined, undefined, 'UNABLE_TO_LOCK_ROW', undefined, undefined],
    );
    assert.deepEqual(await activities.recordInterventions([writes[2]!]), [undefined]);
  });

  it('is there once, with one activity, when the answer to all was lost', async () => {
    const writes = await many(80);
    await org.fault({ loseNext: 1 });
    const results = await activities.recordInterventions(writes);
    assert.ok(results.some((result) => result?.isAway));
    await org.restore();
    assert.deepEqual(
      await activities.recordInterventions(writes),
      writes.map(() => undefined),
    );
    for (const { interventionId } of writes)
      assert.deepEqual(
        [
          await howOften('Call_Intervention__c', 'External_Id__c', interventionId),
          await howOften('Task', 'Dealside_Key__c', `${interventionId}:activity`),
        ],
        [1, 1],
      );
  });

  it('is not tried when the org takes no more requests today', async () => {
    const writes = await many(200);
    const before = (await org.used()).requests;
    await org.fault({ dailyRequests: before });
    const results = await activities.recordInterventions(writes);
    await org.fault({ dailyRequests: 15_000 });
    assert.deepEqual(
      new Set(results.map((result) => result?.code)),
      new Set(['REQUEST_LIMIT_EXCEEDED']),
    );
    const { requests } = await org.used();
    assert.ok(requests - before <= 3, `${requests - before} requests`);
  });

  it('keeps what rep and supervisor changed of its coaching', async () => {
    const coached = {
      status: 'given',
      code: 'saved',
      at: '2026-11-20T17:06:00.000Z',
      coaching: { dueOn: '2026-11-24' },
    } as const;
    const writes = (await many(3)).map((write) => ({
      ...write,
      call: {
        ...write.call,
        interventions: write.call.interventions.map((one) => ({
          ...(one as EndedIntervention),
          outcome: coached,
        })),
      },
    }));
    await activities.recordInterventions(writes);
    const [row] = (await org.records('Call_Intervention__c')).filter(
      (one) => one.External_Id__c === writes[1]!.interventionId,
    );
    await org.update('Call_Intervention__c', row!.Id, { Coaching_State__c: 'done' });
    await activities.recordInterventions(writes);
    const states = (await org.records('Call_Intervention__c'))
      .filter((one) => writes.some(({ interventionId }) => interventionId === one.External_Id__c))
      .map((one) => one.Coaching_State__c);
    assert.deepEqual(states, ['planned', 'done', 'planned']);
  });
});
