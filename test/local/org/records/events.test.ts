import assert from 'node:assert/strict';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';

/** What a calendar of the org takes, as the object reference says. */
describe('an event of the local org', () => {
  let org: OrgStage;
  let maya: OrgRecord;
  let ravi: OrgRecord;
  const BEGINS = '2026-12-02T10:00:00.000Z';

  before(async () => {
    org = await startOrgStage();
    [maya, ravi] = [await org.find('User', 'Maya'), await org.find('User', 'Ravi')];
  });
  after(() => org.stop());
  afterEach(() => org.restore());

  const create = (values: object) =>
    org.crm.post<{ id: string }>('/sobjects/Event', { Subject: 'Planning', ...values });
  const refused = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'taken',
      (error: { errorCode?: string }) => error.errorCode ?? String(error),
    );
  const row = async (id: string) => (await org.records('Event')).find(({ Id }) => Id === id)!;

  it('has an end where it has a length, and a length where it has an end', async () => {
    const byLength = await row(
      (await create({ OwnerId: maya.Id, StartDateTime: BEGINS, DurationInMinutes: 15 })).id,
    );
    assert.equal(byLength.EndDateTime, '2026-12-02T10:15:00.000Z');
    const byEnd = await row(
      (
        await create({
          OwnerId: maya.Id,
          StartDateTime: BEGINS,
          EndDateTime: '2026-12-02T11:00:00.000Z',
        })
      ).id,
    );
    assert.deepEqual([byEnd.DurationInMinutes, byEnd.ShowAs, byEnd.IsChild], [60, 'Busy', false]);
  });

  it('is refused without a beginning or a length, with an end before it, or too long', async () => {
    const of = (values: object) => refused(create({ OwnerId: maya.Id, ...values }));
    assert.deepEqual(
      [
        await of({}),
        await of({ StartDateTime: BEGINS }),
        await of({ StartDateTime: BEGINS, EndDateTime: '2026-12-02T09:00:00.000Z' }),
        await of({ StartDateTime: BEGINS, DurationInMinutes: 15 * 24 * 60 }),
        await of({ StartDateTime: BEGINS, DurationInMinutes: 15, ShowAs: 'Perhaps' }),
        await of({ StartDateTime: BEGINS, DurationInMinutes: 15, WhatId: ravi.Id }),
        await of({ StartDateTime: BEGINS, DurationInMinutes: 15, IsChild: true }),
      ],
      [
        'REQUIRED_FIELD_MISSING',
        'REQUIRED_FIELD_MISSING',
        'FIELD_INTEGRITY_EXCEPTION',
        'NUMBER_OUTSIDE_VALID_RANGE',
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
        'FIELD_INTEGRITY_EXCEPTION',
        'INVALID_FIELD_FOR_INSERT_UPDATE',
      ],
    );
  });

  it('puts a copy into the calendar of who is invited, which follows it', async () => {
    const { id } = await create({ OwnerId: maya.Id, StartDateTime: BEGINS, DurationInMinutes: 15 });
    const invite = (EventId: string, RelationId: string) =>
      refused(org.crm.post('/sobjects/EventRelation', { EventId, RelationId, Status: 'New' }));
    assert.equal(await invite(id, ravi.Id), 'taken');
    const copy = (await org.records('Event')).find(({ OwnerId }) => OwnerId === ravi.Id)!;
    assert.deepEqual([copy.IsChild, copy.StartDateTime], [true, BEGINS]);
    await org.crm.patch(`/sobjects/Event/${id}`, {
      StartDateTime: '2026-12-03T10:00:00.000Z',
      EndDateTime: '2026-12-03T10:15:00.000Z',
    });
    assert.equal((await row(copy.Id)).StartDateTime, '2026-12-03T10:00:00.000Z');
    assert.deepEqual(
      [
        await invite(id, ravi.Id),
        await invite(copy.Id, maya.Id),
        await refused(org.crm.patch(`/sobjects/Event/${copy.Id}`, { Subject: 'Mine' })),
      ],
      ['DUPLICATE_VALUE', 'FIELD_INTEGRITY_EXCEPTION', 'INVALID_FIELD_FOR_INSERT_UPDATE'],
    );
    await org.remove('Event', id);
    assert.equal(
      (await org.records('Event')).some(({ Id }) => Id === copy.Id),
      false,
    );
  });

  it('is seen by its owner and those above, and a private one by its owner alone', async () => {
    const { id } = await create({
      OwnerId: maya.Id,
      StartDateTime: BEGINS,
      DurationInMinutes: 15,
    });
    const secret = await org.insert('Event', {
      Subject: 'Doctor',
      OwnerId: maya.Id,
      StartDateTime: BEGINS,
      DurationInMinutes: 15,
      IsPrivate: true,
    });
    const ids = (await org.crm.query<{ Id: string }>('SELECT Id FROM Event')).map(({ Id }) => Id);
    assert.ok(ids.includes(id), 'the integration user stands above');
    assert.ok(!ids.includes(secret.Id));
  });

  it('takes its own permission, beside that of tasks', async () => {
    await org.fault({ withheld: ['EditEvent'] });
    assert.equal(
      await refused(create({ OwnerId: maya.Id, StartDateTime: BEGINS, DurationInMinutes: 15 })),
      'INSUFFICIENT_ACCESS_OR_READONLY',
    );
  });
});
