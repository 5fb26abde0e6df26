import assert from 'node:assert/strict';
import type { Connection } from 'jsforce';
import { onJsforceOrg, SOBJECTS, VERSION } from './jsforceOrg.ts';

describe('an org, to jsforce that keeps records', () => {
  const { control, signedIn } = onJsforceOrg();

  const opportunity = async (connection: Connection) =>
    (
      await connection.query<{ Id: string; AccountId: string }>(
        `SELECT Id, AccountId FROM Opportunity ORDER BY Name LIMIT 1`,
      )
    ).records[0]!;

  it('gives the package’s object its fields', async () => {
    const { fields } = await (await signedIn()).describe('Call_Intervention__c');
    const externalId = fields.find((field) => field.name === 'External_Id__c');
    assert.deepEqual(
      [externalId?.externalId, externalId?.unique, externalId?.length],
      [true, true, 64],
    );
  });

  it('writes one record however often it is upserted by its external id', async () => {
    const connection = await signedIn();
    const write = () =>
      connection.requestPatch<{ created: boolean }>(
        '/sobjects/Call_Intervention__c/External_Id__c/one',
        { Call_Id__c: 'call' },
      );
    assert.deepEqual([(await write()).created, (await write()).created], [true, false]);
    assert.equal((await control<unknown[]>('records/Call_Intervention__c')).length, 1);
  });

  it('wants an external id in the address only', async () => {
    const connection = await signedIn();
    await assert.rejects(
      connection.requestPatch('/sobjects/Call_Intervention__c/External_Id__c/one', {
        External_Id__c: 'one',
      }),
      { errorCode: 'INVALID_FIELD' },
    );
  });

  it('tells its use of the daily limit with each answer', async () => {
    const connection = await signedIn();
    await connection.request(`/services/data/v${VERSION}/limits`);
    assert.deepEqual(connection.limitInfo.apiUsage, { used: 1, limit: 15000 });
  });

  it('refuses a field that is not there though no record is asked for', async () => {
    const connection = await signedIn();
    for (const soql of [
      `SELECT Nothing__c FROM Task WHERE Subject = 'no such'`,
      `SELECT Account.Nothing FROM Contact WHERE Id = null`,
      `SELECT Id FROM Task WHERE Subject = 'no such' ORDER BY Nothing__c`,
      'SELECT What.Name FROM Task',
    ])
      await assert.rejects(
        Promise.resolve(connection.query(soql)),
        { errorCode: 'INVALID_FIELD' },
        soql,
      );
    const { Id } = await opportunity(connection);
    await assert.rejects(connection.request(`${SOBJECTS}/Opportunity/${Id}?fields=Nothing`), {
      errorCode: 'INVALID_FIELD',
    });
  });

  it('holds activities to what they may be about', async () => {
    const connection = await signedIn();
    const { Id } = await opportunity(connection);
    const task = (values: object) =>
      connection.requestPost('/sobjects/Task', { Subject: 'x', Status: 'Completed', ...values });
    await assert.rejects(task({ WhoId: Id }), { errorCode: 'FIELD_INTEGRITY_EXCEPTION' });
    await assert.rejects(task({ ActivityDate: '2026-02-31' }), {
      errorCode: 'JSON_PARSER_ERROR',
    });
  });

  it('finds times as times, and nothing in what is empty', async () => {
    const connection = await signedIn();
    const at = (seconds: string) =>
      `SELECT Id FROM Call_Intervention__c WHERE Joined_At__c >= 2026-11-20T17:00:${seconds}+00:00`;
    await connection.requestPost('/sobjects/Call_Intervention__c', {
      External_Id__c: 'joined',
      Joined_At__c: '2026-11-20T18:00:00.000+01:00',
    });
    await connection.requestPost('/sobjects/Call_Intervention__c', {
      External_Id__c: 'not joined',
    });
    assert.deepEqual(
      [(await connection.query(at('00'))).totalSize, (await connection.query(at('01'))).totalSize],
      [1, 0],
    );
    assert.equal(
      (await connection.query('SELECT Id FROM Call_Intervention__c WHERE Duration_Seconds__c < 5'))
        .totalSize,
      0,
    );
  });
});
