import assert from 'node:assert/strict';
import type { CrmConnection } from '../../../../server/crm/session/connection.ts';
import { gatherQueries } from '../../../../server/crm/session/gatheredQueries.ts';
import { CrmUnavailable } from '../../../../server/ports/index.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

describe('queries that are made at once', () => {
  let org: OrgStage;
  let crm: CrmConnection;

  before(async () => {
    org = await startOrgStage();
  });
  after(() => org.stop());
  beforeEach(() => {
    crm = gatherQueries(org.crm);
  });
  afterEach(() => org.restore());

  const namesOf = async (object: string) =>
    (await crm.query<{ Name: string }>(`SELECT Name FROM ${object}`)).map(({ Name }) => Name);
  const requestsOf = async (act: () => Promise<unknown>) => {
    const before = (await org.traffic()).length;
    await act();
    return (await org.traffic()).slice(before).map(({ method, path }) => `${method} ${path}`);
  };

  it('are one request for five of them, and each has its own answer', async () => {
    const objects = ['User', 'UserRole', 'Account', 'Profile', 'PermissionSet', 'Opportunity'];
    let answers: string[][] = [];
    const requests = await requestsOf(async () => {
      answers = await Promise.all(objects.map(namesOf));
    });
    assert.deepEqual(
      requests.map((request) => request.replace(/\?.*/, '')).sort(),
      ['GET /query', 'POST /composite'],
      'six queries are five together and one alone',
    );
    assert.deepEqual(
      answers,
      await Promise.all(
        objects.map(async (object) => (await org.records(object)).map(({ Name }) => Name)),
      ),
    );
  });

  it('are one where they are the same', async () => {
    assert.equal(
      (await requestsOf(() => Promise.all([namesOf('User'), namesOf('User')]))).length,
      1,
    );
  });

  it('fail each alone, with the code of Salesforce', async () => {
    const [users, unknown] = await Promise.allSettled([namesOf('User'), namesOf('Spaceship__c')]);
    assert.equal(users.status, 'fulfilled');
    assert.equal(
      unknown.status === 'rejected' && (unknown.reason as { errorCode: string }).errorCode,
      'INVALID_TYPE',
    );
  });

  it('read every page of a long answer', async () => {
    const tasks = Array.from({ length: 200 }, (_, i) => ({
      attributes: { type: 'Task' },
      Subject: `Gathered ${i}`,
      Status: 'Completed',
    }));
    for (let i = 0; i < 11; i += 1)
      await org.crm.post('/composite/sobjects', { allOrNone: true, records: tasks });
    const [found] = await Promise.all([
      crm.query("SELECT Id FROM Task WHERE Subject LIKE 'Gathered %'"),
      namesOf('User'),
    ]);
    assert.equal(found.length, 2200);
  });

  it('are told together that the org does not answer', async () => {
    await org.hang();
    const impatient = gatherQueries({ ...org.crm, readTimeoutMs: 50 });
    const answers = await Promise.allSettled([
      impatient.query('SELECT Id FROM User'),
      impatient.query('SELECT Id FROM UserRole'),
    ]);
    for (const answer of answers)
      assert.ok(answer.status === 'rejected' && answer.reason instanceof CrmUnavailable);
  });
});
