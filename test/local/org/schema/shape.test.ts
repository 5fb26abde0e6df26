import assert from 'node:assert/strict';
import { GERMAN_SHAPE } from '../../../../local/org/schema/shape.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

const NAMES = "SELECT Name FROM Profile WHERE Name = 'Standard User'";

describe('an org that was created in German, with euros and private users', () => {
  let org: OrgStage;

  before(async () => {
    org = await startOrgStage(GERMAN_SHAPE);
  });
  after(() => org.stop());
  afterEach(() => org.restore());

  const as = (alias: string) => org.connect({ username: `${alias}@northwind.example` });
  const speak = async (alias: string, language: string) =>
    org.update('User', (await org.find('User', alias)).Id, { LanguageLocaleKey: language });

  for (const [language, name] of [
    ['de', 'Standardbenutzer'],
    ['ja', '標準ユーザー'],
  ] as const)
    it(`names standard profiles in the language of whoever asks: ${language}`, async () => {
      await speak('Ada', language);
      assert.deepEqual(await as('ada').query(NAMES), []);
      const found = await as('ada').query<{ Name: string }>('SELECT Name FROM Profile');
      assert.ok(
        found.some((row) => row.Name === name),
        JSON.stringify(found),
      );
    });

  it('labels values of the package in the language of the person who asks', async () => {
    await org.insert('Call_Intervention__c', {
      External_Id__c: 'labeled',
      Highest_Mode__c: 'Barge',
    });
    const mode = async (alias: string, language: string) => {
      await speak(alias, language);
      const [found] = await as('ada').query<{ Highest_Mode__c: string }>(
        'SELECT toLabel(Highest_Mode__c) FROM Call_Intervention__c',
      );
      return found?.Highest_Mode__c;
    };
    assert.equal(await mode('Ada', 'de'), 'Aufschalten');
    assert.equal(await mode('Ada', 'en_US'), 'Barge');
  });

  it('takes no English value of a picklist, and gives a new task its own defaults', async () => {
    await assert.rejects(org.crm.post('/sobjects/Task', { Subject: 'x', Status: 'Completed' }), {
      errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    });
    await assert.rejects(org.crm.post('/sobjects/Task', { Subject: 'x', Priority: 'Normal' }), {
      errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    });
    const { id } = await org.crm.post<{ id: string }>('/sobjects/Task', { Subject: 'x' });
    const task = (await org.records('Task')).find(({ Id }) => Id === id)!;
    assert.deepEqual(
      [task.Status, task.Priority, task.IsClosed],
      ['Nicht begonnen', 'Mittel', false],
    );
  });

  it('knows what closes a task by its own list', async () => {
    const task = await org.insert('Task', { Subject: 'x', Status: 'Erledigt' });
    assert.equal(task.IsClosed, true);
  });

  it('shows the integration user all users only while it may view all', async () => {
    const all = (await org.records('User')).length;
    const seen = async () => (await org.crm.query('SELECT Id FROM User')).length;
    assert.equal(await seen(), all);
    await org.fault({ withheld: ['ViewAllUsers'] });
    assert.ok((await seen()) < all);
    assert.deepEqual(
      await org.crm.query<{ Id: string }>(
        `SELECT Id FROM User WHERE Id = '${(await org.find('User', 'Dana')).Id}'`,
      ),
      [],
    );
  });

  it('shows no skills to whoever may not read them', async () => {
    const skills = () => org.crm.query('SELECT Skill.DeveloperName FROM ServiceResourceSkill');
    assert.ok((await skills()).length > 0);
    await org.fault({ withheld: ['ServiceResource'] });
    await assert.rejects(skills(), { errorCode: 'INVALID_TYPE' });
  });
});

describe('an org with one currency', () => {
  it('has no field and no object for currencies', async () => {
    const org = await startOrgStage();
    try {
      await assert.rejects(org.crm.query('SELECT CurrencyIsoCode FROM Opportunity'), {
        errorCode: 'INVALID_FIELD',
      });
      await assert.rejects(org.crm.query('SELECT IsoCode FROM CurrencyType'), {
        errorCode: 'INVALID_TYPE',
      });
    } finally {
      await org.stop();
    }
  });
});
