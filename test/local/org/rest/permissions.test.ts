import assert from 'node:assert/strict';
import { onJsforceOrg } from './jsforceOrg.ts';

describe('an org, to jsforce that knows what people may do', () => {
  const { control, signedIn } = onJsforceOrg();

  it('lets nobody write the package’s object who may only read it', async () => {
    const dana = await signedIn({ sub: 'dana@northwind.example' });
    await assert.rejects(
      dana.requestPost('/sobjects/Call_Intervention__c', { External_Id__c: 'mine' }),
      { errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' },
    );
    assert.deepEqual(await control('records/Call_Intervention__c'), []);
    assert.equal(
      (await dana.query('SELECT External_Id__c FROM Call_Intervention__c')).totalSize,
      0,
    );
  });

  it('hides the package’s objects and fields from a person whose permission set ended', async () => {
    const people = await control<{ Id: string; Username: string }[]>('records/User');
    const joId = people.find(({ Username }) => Username.startsWith('jo@'))!.Id;
    const assignments = await control<{ Id: string; AssigneeId: string }[]>(
      'records/PermissionSetAssignment',
    );
    await control(
      `update/PermissionSetAssignment/${assignments.find(({ AssigneeId }) => AssigneeId === joId)!.Id}`,
      { IsActive: false },
    );
    const jo = await signedIn({ sub: 'jo@northwind.example' });
    await assert.rejects(Promise.resolve(jo.query('SELECT Id FROM Call_Intervention__c')), {
      errorCode: 'INVALID_TYPE',
    });
    await assert.rejects(
      Promise.resolve(jo.query(`SELECT Id FROM Task WHERE Dealside_Key__c = 'x'`)),
      { errorCode: 'INVALID_FIELD' },
    );
  });

  it('ends the session of a person who was deactivated', async () => {
    const jo = await signedIn({ sub: 'jo@northwind.example' });
    const [user] = (await control<{ Id: string; Username: string }[]>('records/User')).filter(
      ({ Username }) => Username.startsWith('jo@'),
    );
    await control(`update/User/${user!.Id}`, { IsActive: false });
    await assert.rejects(Promise.resolve(jo.query('SELECT Id FROM User')), /hasn't approved/);
  });
});
