import assert from 'node:assert/strict';
import { createOrgCalendar, type OrgCalendar } from '../../../../server/crm/calendar/calendar.ts';
import type { JointCall } from '../../../../server/domain/call/jointCall.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';

describe('a planned three-way call in the calendars of the org', () => {
  let org: OrgStage;
  let calendar: OrgCalendar;
  let maya: OrgRecord;
  let ravi: OrgRecord;
  let dealId = '';

  before(async () => {
    org = await startOrgStage();
    calendar = createOrgCalendar(org.crm);
    [maya, ravi] = [await org.find('User', 'Maya'), await org.find('User', 'Ravi')];
    dealId = (await org.records('Opportunity'))[0]!.Id;
  });
  after(() => org.stop());
  afterEach(async () => {
    for (const { Id, IsChild } of await org.records('Event'))
      if (!IsChild) await org.remove('Event', Id);
  });

  const put = async (more: Partial<JointCall> = {}) => {
    const jointCall: JointCall = {
      jointCallId: 'j1',
      orgId: org.orgId,
      repUserId: ravi.Id,
      supervisorUserId: maya.Id,
      plannedByUserId: maya.Id,
      opportunityId: dealId,
      startsAt: '2026-12-02T10:00:00.000Z',
      status: 'planned',
      ...more,
    };
    const entry = { orgId: org.orgId, jointCall, rep: ravi.Name, supervisor: maya.Name };
    return calendar.putJointCalls([entry]);
  };
  const events = async () =>
    (await org.records('Event'))
      .filter(({ Dealside_Key__c }) => Dealside_Key__c === 'j1:joint')
      .map(({ OwnerId, WhatId, StartDateTime, DurationInMinutes, Subject, ShowAs }) => ({
        of: OwnerId === maya.Id ? 'supervisor' : 'rep',
        WhatId,
        from: String(StartDateTime).slice(0, 16),
        minutes: DurationInMinutes,
        Subject,
        ShowAs,
      }))
      .toSorted((a, b) => b.of.localeCompare(a.of));
  const both = (values: object) =>
    ['supervisor', 'rep'].map((of) => ({
      of,
      WhatId: dealId,
      from: '2026-12-02T10:00',
      minutes: 30,
      Subject: `Three-way call: ${ravi.Name} and ${maya.Name}`,
      ShowAs: 'Busy',
      ...values,
    }));

  it('is there once for both, on its deal, however often it is written', async () => {
    for (let n = 0; n < 2; n += 1) assert.deepEqual(await put(), [undefined]);
    assert.deepEqual(await events(), both({}));
  });

  it('is moved for both', async () => {
    await put();
    await put({ startsAt: '2026-12-03T09:00:00.000Z' });
    assert.deepEqual(await events(), both({ from: '2026-12-03T09:00' }));
  });

  it('says that it was called off, and takes up no time', async () => {
    await put();
    await put({ status: 'cancelled' });
    assert.deepEqual(
      await events(),
      both({
        Subject: `Canceled: three-way call of ${ravi.Name} and ${maya.Name}`,
        ShowAs: 'Free',
      }),
    );
  });

  it('is not there where it was called off before it was written', async () => {
    assert.deepEqual(await put({ status: 'cancelled' }), [undefined]);
    assert.deepEqual(await events(), []);
  });

  it('is there without its deal where that was deleted', async () => {
    const { Id } = await org.insert('Opportunity', {
      Name: 'Gone',
      StageName: 'Prospecting',
      CloseDate: '2026-12-31',
    });
    await org.remove('Opportunity', Id);
    assert.deepEqual(await put({ opportunityId: Id }), [undefined]);
    assert.deepEqual(await events(), both({ WhatId: undefined }));
  });
});
