import assert from 'node:assert/strict';
import { readPolicy } from '../../../../server/crm/policy/policies.ts';
import { differenceOf } from '../../../../server/domain/policy/difference.ts';
import { SHIPPED_VOCABULARY } from '../../../../server/domain/vocabulary/shipped.ts';
import { CrmUnavailable } from '../../../../server/ports/index.ts';
import { saveRecord } from '../../../support/customMetadata.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';

describe('the policy in Salesforce', () => {
  let org: OrgStage;

  beforeEach(async () => {
    org = await startOrgStage();
  });
  afterEach(() => org.stop());

  const ruleOf = async (name: string): Promise<OrgRecord> =>
    (await org.records('Dealside_Policy_Rule__mdt')).find((row) => row.DeveloperName === name)!;
  const change = async (name: string, values: object) =>
    org.update('Dealside_Policy_Rule__mdt', (await ruleOf(name)).Id, values);
  const faultsNow = async () => {
    const reading = await readPolicy(org.crm);
    return 'faults' in reading
      ? reading.faults.map(({ rule, field, code }) => `${rule} ${field} ${code}`)
      : [];
  };

  it('of the package has no fault, and lets managers on their reports’ calls (D17)', async () => {
    const reading = await readPolicy(org.crm);
    assert.ok('policy' in reading, JSON.stringify(reading));
    assert.deepEqual(
      reading.policy.rules.map(({ name }) => name),
      [
        'Managers_Own_Reports',
        'Analysts_Everyone',
        'Coaches_Own_Teams',
        'Specialists_By_Skill',
        'Admins_By_Passkey',
      ],
    );
    assert.ok(
      reading.policy.holidays.some(
        ({ calendar, date }) => calendar === 'US' && date === '2026-11-26',
      ),
    );
  });
  it('has the same version until it changes', async () => {
    const [first, again] = [await readPolicy(org.crm), await readPolicy(org.crm)];
    await change('Managers_Own_Reports', { Takeover__c: false });
    assert.equal(first.version, again.version);
    assert.notEqual((await readPolicy(org.crm)).version, first.version);
  });
  it('finds queues, teams and territories by their names (D19, D21)', async () => {
    const queue = (await org.records('Group')).find(({ Type }) => Type === 'Queue')!;
    await change('Coaches_Own_Teams', {
      On_Whom__c: 'queue',
      Groups__c: queue.DeveloperName as string,
    });
    const reading = await readPolicy(org.crm);
    assert.ok('policy' in reading);
    assert.deepEqual(reading.policy.rules.find(({ name }) => name === 'Coaches_Own_Teams')?.reach, {
      kind: 'queue',
      groups: [{ groupId: queue.Id, name: queue.Name }],
    });
  });
  it('does not take a queue for a team', async () => {
    const queue = (await org.records('Group')).find(({ Type }) => Type === 'Queue')!;
    await change('Coaches_Own_Teams', { Groups__c: queue.DeveloperName as string });
    assert.deepEqual(await faultsNow(), ['Coaches_Own_Teams Groups__c unknown_group']);
  });
  it('is not used in part: every fault is named, and no policy answered', async () => {
    await change('Managers_Own_Reports', { Banner__c: false, At_Once__c: 0 });
    assert.deepEqual(await faultsNow(), [
      'Managers_Own_Reports At_Once__c not_positive',
      'Managers_Own_Reports Banner__c, Tone__c, Spoken_To_Rep__c, Spoken_To_Everyone__c unseen_not_covert',
    ]);
  });
  it('has the words of its records, which are a part of its version', async () => {
    const first = await readPolicy(org.crm);
    await saveRecord(org.url, 'Dealside_Reason_Code.trade_in', 'Trade-in', {
      Family__c: 'Pricing',
      Sort_Order__c: 5,
      Active__c: true,
      Other_Labels__c: 'fr: Reprise',
    });
    const reading = await readPolicy(org.crm);
    assert.ok('policy' in reading, JSON.stringify(reading));
    assert.notEqual(reading.version, first.version);
    assert.deepEqual(reading.policy.vocabulary!.reasons[0], {
      code: 'trade_in',
      status: 'active',
      label: 'Trade-in',
      labels: { fr: 'Reprise' },
      family: 'Pricing',
      noteRequired: false,
    });
  });
  it('has what is on file about consent, which is a part of its version (D26)', async () => {
    const interest = { document: 'DPIA 7', owner: 'Ada Byron', since: '2026-01-01' };
    const first = await readPolicy(org.crm);
    const withInterest = await readPolicy(org.crm, {
      disclosedElsewhere: false,
      legitimateInterest: interest,
    });
    assert.ok('policy' in withInterest, JSON.stringify(withInterest));
    assert.notEqual(withInterest.version, first.version);
    assert.deepEqual(withInterest.policy.consent?.legitimateInterest, interest);
    const california = (await org.records('Dealside_Jurisdiction__mdt')).find(
      ({ Region__c }) => Region__c === 'CA',
    )!;
    await org.update('Dealside_Jurisdiction__mdt', california.Id, {
      Consent_Rule__c: 'all_party',
    });
    const changed = await readPolicy(org.crm);
    assert.ok('policy' in first && 'policy' in changed);
    assert.notEqual(changed.version, first.version);
    assert.deepEqual(differenceOf(first.policy, changed.policy).consent, {
      added: [],
      removed: [],
      changed: ['US-CA'],
      settings: [],
    });
  });
  it('has for how long what was said is kept, within bounds, which is a part of its version', async () => {
    const keep = async (days: number | null) => {
      const [setting] = await org.records('Dealside_Setting__mdt');
      await org.update('Dealside_Setting__mdt', setting!.Id, { Keep_Transcripts_Days__c: days });
      return readPolicy(org.crm);
    };
    const [first, month] = [await readPolicy(org.crm), await keep(30)];
    assert.ok('policy' in first && 'policy' in month);
    assert.equal(first.policy.retention, undefined);
    assert.notEqual(month.version, first.version);
    assert.deepEqual(differenceOf(first.policy, month.policy).retention, {
      before: undefined,
      after: { transcripts: 30 },
    });
    for (const days of [0, 3_651, 1.5]) {
      await keep(days);
      assert.deepEqual(await faultsNow(), ['Default Keep_Transcripts_Days__c out_of_range']);
    }
    assert.equal((await keep(null)).version, first.version);
  });
  it('names the record of a reason, a script or a notice that has a fault', async () => {
    await saveRecord(org.url, 'Dealside_Reason_Code.trade_in', 'Trade-in', { Active__c: true });
    await saveRecord(org.url, 'Dealside_Script.Hello', 'Hello', {
      Kind__c: 'introduction',
      Language__c: 'xx',
      Text__c: 'Hello',
      Active__c: true,
    });
    assert.deepEqual(await faultsNow(), [
      'Dealside_Reason_Code.trade_in Family__c missing',
      'Dealside_Script.Hello Language__c not_a_language',
    ]);
  });
  it('has the shipped words where the org has no records of them', async () => {
    for (const { Id } of await org.records('Dealside_Reason_Code__mdt'))
      await org.remove('Dealside_Reason_Code__mdt', Id);
    for (const { Id } of await org.records('Dealside_Phrase__mdt'))
      await org.remove('Dealside_Phrase__mdt', Id);
    const reading = await readPolicy(org.crm);
    assert.ok('policy' in reading, JSON.stringify(reading));
    assert.deepEqual(reading.policy.vocabulary!.reasons, SHIPPED_VOCABULARY.reasons);
  });
  it('is not known while the org is away', async () => {
    await org.breakDown();
    await assert.rejects(readPolicy(org.crm), CrmUnavailable);
  });
});
