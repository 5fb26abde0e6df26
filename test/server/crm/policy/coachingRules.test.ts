import assert from 'node:assert/strict';
import { createCoachingRules } from '../../../../server/crm/policy/coachingRules.ts';
import { createCueSource } from '../../../../server/crm/policy/cueRecords.ts';
import { createEmployeeNotices } from '../../../../server/crm/policy/employeeNotices.ts';
import { createScorecards } from '../../../../server/crm/policy/scorecards.ts';
import type { CrmConnection } from '../../../../server/crm/session/connection.ts';
import { createSetupTrail } from '../../../../server/crm/setup/setupTrail.ts';
import { DEFAULT_COACHING_RULES } from '../../../../server/domain/call/coachingRules.ts';
import { SHIPPED_SCORECARD } from '../../../../server/domain/supervision/scorecard.ts';
import { CrmUnavailable } from '../../../../server/ports/index.ts';
import { startOrgStage, type OrgStage } from '../../../support/orgStage.ts';

describe('what the admin decides about help and coaching', () => {
  let org: OrgStage;

  before(async () => {
    org = await startOrgStage();
  });
  after(() => org.stop());
  afterEach(() => org.restore());

  const connectionTo = (orgId: string) => (orgId === org.orgId ? org.crm : undefined);
  const rules = async () => {
    const source = createCoachingRules(connectionTo);
    await source.renew(org.orgId);
    return source.of(org.orgId);
  };
  const set = async (values: object) => {
    const [setting] = await org.records('Dealside_Setting__mdt');
    await org.update('Dealside_Setting__mdt', setting!.Id, values);
  };

  it('is what we ship where nothing is set, and before it was read', async () => {
    assert.deepEqual(await rules(), DEFAULT_COACHING_RULES);
    assert.deepEqual(createCoachingRules(connectionTo).of(org.orgId), DEFAULT_COACHING_RULES);
  });

  it('is what the record says; 0 seconds of silence switches stepping down off', async () => {
    await set({
      Help_Step_Seconds__c: 30,
      Step_Down_Seconds__c: 0,
      Declined_Reasons__c: 'legal_or_regulatory; rep_safety',
      Watched_Calls__c: 3,
      Training_Reps__c: 2,
      Training_Calls__c: 4,
      Training_Days__c: 14,
      Outcome_Due_Hours__c: 8,
      QA_Form_Template__c: ' https://qa.example.com/?call={callId} ',
    });
    const { helpStepMs, stepDownMs, declinedReasons, watchedCalls, outcomeDueMs, qualityForm } =
      await rules();
    assert.deepEqual(
      [helpStepMs, stepDownMs, declinedReasons, watchedCalls, outcomeDueMs, qualityForm],
      [
        30_000,
        undefined,
        ['legal_or_regulatory', 'rep_safety'],
        3,
        8 * 3_600_000,
        'https://qa.example.com/?call={callId}',
      ],
    );
    assert.deepEqual((await rules()).training, { reps: 2, calls: 4, days: 14 });
    await set({ Step_Down_Seconds__c: 45, Declined_Reasons__c: 'none' });
    assert.deepEqual([(await rules()).stepDownMs, (await rules()).declinedReasons], [45_000, []]);
  });

  it('rings phones for help only where it says so, outside of hours that are hours', async () => {
    assert.equal((await rules()).helpPhones, undefined);
    await set({ Help_Rings_Phones__c: true });
    assert.deepEqual((await rules()).helpPhones, { quietFromHour: 19, quietUntilHour: 8 });
    await set({ Help_Quiet_From_Hour__c: 22, Help_Quiet_Until_Hour__c: 30 });
    assert.deepEqual((await rules()).helpPhones, { quietFromHour: 22, quietUntilHour: 8 });
    await set({
      Help_Rings_Phones__c: false,
      Help_Quiet_From_Hour__c: null,
      Help_Quiet_Until_Hour__c: null,
    });
  });

  it('has the tags of interventions, one of each line, each once (R19)', async () => {
    await set({ Intervention_Tags__c: ` Launch of Atlas \r\n\nPilot\nPilot\n${'x'.repeat(81)}` });
    assert.deepEqual((await rules()).tags, ['Launch of Atlas', 'Pilot']);
  });

  it('says when debriefs are due and to whom they are escalated; what is no hour or user counts as nothing', async () => {
    await set({
      Debrief_Due_Days__c: 5,
      Debrief_Remind_Hours__c: 4,
      Debrief_Escalate_Days__c: 1,
      Debrief_Escalate_To__c: '005000000000001AAA',
      Work_From_Hour__c: 8,
      Work_Until_Hour__c: 18,
    });
    assert.deepEqual((await rules()).debriefs, {
      dueDays: 5,
      remindMs: 4 * 3_600_000,
      escalateDays: 1,
      escalateTo: '005000000000001AAA',
      hours: { fromHour: 8, untilHour: 18 },
    });
    await set({ Debrief_Escalate_To__c: 'The boss', Work_From_Hour__c: 18 });
    const { hours, escalateTo } = (await rules()).debriefs;
    assert.deepEqual([hours, escalateTo], [{ fromHour: 9, untilHour: 17 }, undefined]);
  });

  it('are no scorecard and no cards before the org has answered once', async () => {
    const nowhere = createScorecards(() => undefined);
    await assert.rejects(nowhere.of(org.orgId), CrmUnavailable);
    const cues = createCueSource(() => undefined);
    assert.deepEqual(cues.of(org.orgId), { cues: [], faults: [] });
    await assert.rejects(cues.current(org.orgId), CrmUnavailable);
    const waiting = createScorecards(connectionTo);
    assert.deepEqual(
      await waiting.of(org.orgId),
      SHIPPED_SCORECARD,
      'it waits for the first answer',
    );
  });

  it('are the last scorecard without a fault, and name the record and field of each fault', async () => {
    let now = 0;
    const scorecards = createScorecards(connectionTo, { now: () => now });
    await scorecards.renew(org.orgId);
    const listening = (await org.records('Dealside_Scorecard_Item__mdt')).find(
      ({ DeveloperName }) => DeveloperName === 'Listening',
    )!;
    const weigh = (Weight__c: unknown) =>
      org.update('Dealside_Scorecard_Item__mdt', listening.Id, { Weight__c });
    await weigh(-1);
    now += 1;
    const faulty = await scorecards.renew(org.orgId);
    assert.deepEqual(
      faulty.faults.map(({ item, recordField, code }) => [item, recordField, code]),
      [['Listening', 'Weight__c', 'negative_weight']],
    );
    assert.deepEqual(await scorecards.of(org.orgId), SHIPPED_SCORECARD, 'the last good one');
    const [kept] = SHIPPED_SCORECARD;
    const restarted = createScorecards(connectionTo, { lastGood: async () => [kept!] });
    assert.deepEqual(await restarted.of(org.orgId), [kept], 'also after a restart');
    await weigh(7);
    now += 1;
    const repaired = await scorecards.renew(org.orgId);
    assert.deepEqual(repaired.faults, []);
    const used = (await scorecards.of(org.orgId)).find(({ name }) => name === 'Listening');
    assert.equal(used?.weight, 7);
    await weigh(listening.Weight__c);
  });

  it('are in the setup audit trail, which says who changed which', async () => {
    const whoIn = (crm: CrmConnection) =>
      createSetupTrail(() => crm).whoChanged(org.orgId, 'scorecard', {
        names: ['Listening'],
        since: '2026-01-01T00:00:00.000Z',
      });
    assert.deepEqual(await whoIn(org.crm), [], 'the org has such an object');
    const rows = [
      { CreatedById: '005a', Display: 'Changed Listening for Dealside Scorecard Item' },
      { CreatedById: '005b', Display: 'Created user X' },
      { CreatedById: null, Display: 'Changed Dealside_Scorecard_Item.Pace' },
    ];
    assert.deepEqual(await whoIn({ ...org.crm, query: async () => rows as never }), ['005a']);
  });

  it('are the scorecard and the notices that a new org begins with', async () => {
    const [scorecards, notices] = [
      createScorecards(connectionTo),
      createEmployeeNotices(connectionTo),
    ];
    await Promise.all([scorecards.renew(org.orgId), notices.renew(org.orgId)]);
    assert.deepEqual(await scorecards.of(org.orgId), SHIPPED_SCORECARD);
    assert.deepEqual(
      (await notices.of(org.orgId)).map(({ name, region, blocks }) => [name, region, blocks]),
      [
        ['US_CT', 'CT', false],
        ['US_DE', 'DE', true],
        ['US_NY', 'NY', true],
      ],
    );
  });
});
