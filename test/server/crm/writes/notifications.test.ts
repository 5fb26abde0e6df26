import assert from 'node:assert/strict';
import { createCrmActivities } from '../../../../server/crm/writes/activities.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import { CrmProblem, type CrmActivities } from '../../../../server/ports/index.ts';
import { written } from '../../../support/oneWrite.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';
import { intervention, supervisedCall } from '../../../support/supervisedCall.ts';

describe('the rep’s notification in the org', () => {
  let org: OrgStage;
  let activities: CrmActivities;
  let ravi: OrgRecord;
  let maya: OrgRecord;
  let now = 0;
  before(async () => {
    org = await startOrgStage();
    activities = createCrmActivities(org.crm, { nowMs: () => now });
    [ravi, maya] = await Promise.all([org.find('User', 'Ravi'), org.find('User', 'Maya')]);
  });
  after(() => org.stop());

  const call = (interventionId: string): Call =>
    supervisedCall({
      rep: { userId: ravi.Id, name: ravi.Name, managerIds: [] },
      customer: { name: 'Priya Raman' },
      opportunity: undefined,
      interventions: [
        intervention({
          interventionId,
          supervisor: { userId: maya.Id, name: maya.Name, role: 'supervisor' },
          outcome: {
            status: 'given',
            code: 'saved',
            at: '2026-11-20T17:06:00.000Z',
            coaching: { dueOn: '2026-11-24' },
          },
        }),
      ],
    });
  const notify = (interventionId: string, about: 'receipt' | 'coaching') =>
    written(activities.notify([{ call: call(interventionId), interventionId, about }]));
  const last = async () => (await org.notifications()).at(-1)!;

  it('asks whether it helped, and leads to the intervention', async () => {
    await written(activities.recordInterventions([{ call: call('b-1'), interventionId: 'b-1' }]));
    await notify('b-1', 'receipt');
    const record = (await org.records('Call_Intervention__c')).find(
      (row) => row.External_Id__c === 'b-1',
    );
    const { type, recipientIds, title, targetId } = await last();
    assert.deepEqual(
      { type, recipientIds, title, targetId },
      {
        type: 'Dealside_Intervention',
        recipientIds: [ravi.Id],
        title: 'Maya Okafor barged into your call with Priya Raman',
        targetId: record!.Id,
      },
    );
  });

  it('tells of a debrief, in the language of whose it is', async () => {
    await org.update('User', ravi.Id, { LanguageLocaleKey: 'de' });
    now += 60_000;
    await notify('b-1', 'coaching');
    assert.deepEqual(
      [(await last()).type, (await last()).title, (await last()).body],
      [
        'Dealside_Coaching',
        'Nachbesprechung mit Maya Okafor geplant',
        'Zu Ihrem Anruf mit Priya Raman. Fällig am 24.11.2026.',
      ],
    );
    await org.update('User', ravi.Id, { LanguageLocaleKey: 'en_US' });
  });

  it('tells of it in the formats of the region that the rep has chosen', async () => {
    await org.update('User', ravi.Id, { LocaleSidKey: 'en_GB' });
    now += 60_000;
    await notify('b-1', 'coaching');
    assert.match((await last()).body, /Due 24 Nov 2026\.$/);
    await org.update('User', ravi.Id, { LocaleSidKey: null });
  });

  it('reminds the supervisor of an outcome that is due, beside the live wall (G35)', async () => {
    now += 60_000;
    const supervisor = { userId: maya.Id, name: maya.Name, role: 'supervisor' };
    const due: Call = {
      ...call('b-1'),
      interventions: [
        intervention({ interventionId: 'b-1', supervisor, outcome: { status: 'due' } }),
      ],
    };
    await written(activities.notify([{ call: due, interventionId: 'b-1', about: 'outcome' }]));
    const { type, recipientIds, title, body } = await last();
    assert.deepEqual(
      { type, recipientIds, title, body },
      {
        type: 'Dealside_Outcome_Due',
        recipientIds: [maya.Id],
        title: 'Outcome to log: call with Priya Raman',
        body: 'You were on the call of Ravi Patel. Log how it went, beside the deal or on the live wall.',
      },
    );
  });

  it('reminds nobody of an outcome that was given meanwhile', async () => {
    const before = (await org.notifications()).length;
    await written(
      activities.notify([{ call: call('b-1'), interventionId: 'b-1', about: 'outcome' }]),
    );
    assert.equal((await org.notifications()).length, before);
  });

  it('waits for the intervention to be there', async () => {
    await assert.rejects(
      notify('b-2', 'receipt'),
      (problem) => problem instanceof CrmProblem && problem.kind === 'retry',
    );
  });

  it('stays silent for who has left', async () => {
    const before = (await org.notifications()).length;
    await org.update('User', ravi.Id, { IsActive: false });
    await notify('b-1', 'receipt');
    await org.update('User', ravi.Id, { IsActive: true });
    assert.equal((await org.notifications()).length, before);
  });

  it('says what to deploy when its type is missing', async () => {
    const [type] = (await org.records('CustomNotificationType')).filter(
      (row) => row.DeveloperName === 'Dealside_Intervention',
    );
    await org.remove('CustomNotificationType', type!.Id);
    await assert.rejects(
      notify('b-1', 'receipt'),
      (problem) =>
        problem instanceof CrmProblem &&
        problem.kind === 'refused' &&
        problem.fault?.code === 'notification_type_missing' &&
        problem.fault.values?.name === 'Dealside_Intervention',
    );
  });

  for (const savesPartly of [true, false])
    it(`rings once for each though one has just left, ${savesPartly ? 'which fails alone' : 'which undoes the whole request'}`, async () => {
      const types = await org.records('CustomNotificationType');
      if (!types.some((row) => row.DeveloperName === 'Dealside_Intervention'))
        await org.insert('CustomNotificationType', { DeveloperName: 'Dealside_Intervention' });
      const lena = await org.find('User', 'Lena');
      const ids = Array.from({ length: 9 }, (_, n) => `${savesPartly}-${n}`);
      const writes = ids.map((interventionId, n) => ({
        call: {
          ...call(interventionId),
          ...(n === 4 && { rep: { userId: lena.Id, name: lena.Name, managerIds: [] } }),
        },
        interventionId,
        about: 'receipt' as const,
      }));
      await activities.recordInterventions(writes);
      await activities.notify([writes[4]!]);
      await org.update('User', lena.Id, { IsActive: false });
      await org.fault({ savesPartly });
      const before = (await org.notifications()).length;
      const results = await activities.notify(writes);
      await org.fault({ savesPartly: true });
      await org.update('User', lena.Id, { IsActive: true });
      assert.deepEqual(
        results.map((result) => result?.message),
        ids.map(() => undefined),
      );
      const rung = (await org.notifications()).slice(before);
      assert.equal(rung.length, 8);
      assert.equal(new Set(rung.map(({ targetId }) => targetId)).size, 8);
    });
});
