import assert from 'node:assert/strict';
import { createSpeechSource } from '../../../../server/crm/policy/announcementWordings.ts';
import { CrmUnavailable } from '../../../../server/ports/index.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

describe('the words of announcements in Salesforce', () => {
  let org: OrgStage;

  beforeEach(async () => {
    org = await startOrgStage();
  });
  afterEach(() => org.stop());

  const id = async (type: string, name: string): Promise<string> =>
    (await org.records(type)).find((row) => row.DeveloperName === name)!.Id;
  const read = () => createSpeechSource(() => org.crm).of('org');

  it('of the package are there in both languages, and name the supervisor', async () => {
    const { wordings } = await read();
    assert.deepEqual(wordings.map(({ kind: what, language }) => `${what} ${language}`).sort(), [
      'disclosure de',
      'disclosure en',
      'spoken_to_everyone de',
      'spoken_to_everyone en',
    ]);
    assert.ok(
      wordings
        .filter(({ kind: what }) => what === 'spoken_to_everyone')
        .every(({ text }) => text.includes('{supervisor}')),
    );
  });
  it('are not used when they are not active', async () => {
    await org.update(
      'Dealside_Notice__mdt',
      await id('Dealside_Notice__mdt', 'Disclosure_Customer_de'),
      { Active__c: false },
    );
    assert.equal(
      (await read()).wordings.some(
        ({ kind: what, language }) => what === 'disclosure' && language === 'de',
      ),
      false,
    );
  });
  it('come with the languages of places, and the default', async () => {
    await org.update(
      'Dealside_Jurisdiction__mdt',
      await id('Dealside_Jurisdiction__mdt', 'US_CA'),
      { Language__c: 'DE' },
    );
    await org.update('Dealside_Setting__mdt', await id('Dealside_Setting__mdt', 'Default'), {
      Language__c: 'de',
    });
    const { places, language } = await read();
    assert.deepEqual(
      { places, language },
      { places: [{ country: 'US', region: 'CA', language: 'de' }], language: 'de' },
    );
  });
  it('are not guessed for an org that is not registered', async () => {
    await assert.rejects(createSpeechSource(() => undefined).of('other'), CrmUnavailable);
  });
});
