import assert from 'node:assert/strict';
import { seedsToLay } from '../../../local/salesforce/seeds.ts';
import { saveRecord } from '../../support/customMetadata.ts';
import { deployToOrg } from '../../support/deployToOrg.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../support/orgStage.ts';

describe('the seeds that an org gets', () => {
  const SEEDS = ['A.one', 'A.two', 'B.one'];
  it('are all of them in an org that has none', () =>
    assert.deepEqual(seedsToLay(SEEDS, [], { withNew: false }), SEEDS));
  it('are those of the types of which it has no record', () =>
    assert.deepEqual(seedsToLay(SEEDS, ['A.own'], { withNew: false }), ['B.one']));
  it('are those that it lacks where that is asked for, and never one that it has', () =>
    assert.deepEqual(seedsToLay(SEEDS, ['A.one', 'A.own'], { withNew: true }), ['A.two', 'B.one']));
});

describe('a package that is deployed again to an org whose policy was changed', function () {
  this.timeout(300_000);
  const RULES = 'Dealside_Policy_Rule__mdt';
  const REASONS = 'Dealside_Reason_Code__mdt';
  let org: OrgStage;

  before(async () => {
    org = await startOrgStage();
  });
  after(() => org?.stop());

  const named = async (object: string, name: string): Promise<OrgRecord | undefined> =>
    (await org.records(object)).find(({ DeveloperName }) => DeveloperName === name);
  async function deploy(...more: string[]): Promise<string> {
    const { code, said } = await deployToOrg(org.url, more);
    assert.equal(code, 0, said);
    return said;
  }

  it('leaves what the administrator changed, added and deleted as it is, and lays what there never was', async () => {
    const managers = (await named(RULES, 'Managers_Own_Reports'))!;
    await org.update(RULES, managers.Id, { Takeover__c: false });
    await saveRecord(org.url, 'Dealside_Reason_Code.trade_in', 'Trade-in', {
      Family__c: 'opportunity',
      Active__c: true,
    });
    await org.remove(REASONS, (await named(REASONS, 'large_deal'))!.Id);
    for (const { Id } of await org.records('Dealside_Phrase__mdt'))
      await org.remove('Dealside_Phrase__mdt', Id);
    const before = await org.records(REASONS);

    const said = await deploy();
    assert.match(said, /stay as they are; 14 are laid/);
    assert.match(said, /Server URL is https?:.*Set it to https:\/\/calls\.acme\.test/);
    assert.equal((await named(RULES, 'Managers_Own_Reports'))!.Takeover__c, false);
    assert.deepEqual(await org.records(REASONS), before);
    assert.equal((await org.records('Dealside_Phrase__mdt')).length, 14);

    assert.match(await deploy(), /stay as they are; 0 are laid/);
    assert.deepEqual(await org.records(REASONS), before);
  });

  it('lays what the org lacks where that is asked for, and still overwrites nothing', async () => {
    await deploy('--new-seeds');
    assert.ok(await named(REASONS, 'large_deal'));
    assert.ok(await named(REASONS, 'trade_in'));
    assert.equal((await named(RULES, 'Managers_Own_Reports'))!.Takeover__c, false);
  });
});

describe('an org, when custom metadata is deployed to it', () => {
  let org: OrgStage;
  before(async () => {
    org = await startOrgStage();
  });
  after(() => org?.stop());

  it('has the deployed record in place of its own, which is why seeds are not deployed twice', async () => {
    await saveRecord(org.url, 'Dealside_Outcome.saved', 'Kept', { Active__c: false });
    const [saved] = (await org.records('Dealside_Outcome__mdt')).filter(
      ({ DeveloperName }) => DeveloperName === 'saved',
    );
    assert.deepEqual([saved!.MasterLabel, saved!.Active__c], ['Kept', false]);
    assert.equal((await org.records('Dealside_Outcome__mdt')).length, 7);
  });

  it('refuses a value that a restricted picklist does not have', () =>
    assert.rejects(
      saveRecord(org.url, 'Dealside_Script.Shout', 'Shout', { Mode__c: 'shout' }),
      /bad value for restricted picklist field: Mode__c/,
    ));
});
