import assert from 'node:assert/strict';
import {
  inRecordTerms,
  policyOf,
  type FindGroup,
  type RuleRecord,
} from '../../../../server/crm/policy/policyRecords.ts';
import { validatePolicy } from '../../../../server/domain/policy/validate.ts';
import { ruleRecord } from '../../../support/policyRecord.ts';

const find: FindGroup = (kind, name) =>
  kind === 'queue' && name === 'Refunds' ? { groupId: '00G1', name: 'Refund desk' } : undefined;
const holidays = [{ Calendar__c: 'US', Date__c: '2026-12-25' }];
const ruleOf = (facts: Partial<RuleRecord>) =>
  policyOf([ruleRecord(facts)], holidays, find).content.rules[0];

/** All faults of a record, as an admin is told them. */
function faultsOf(facts: Partial<RuleRecord>): string[] {
  const { content, faults } = policyOf([ruleRecord(facts)], holidays, find);
  const checked = validatePolicy({ version: 'v', ...content });
  return [...faults, ...('faults' in checked ? checked.faults.map(inRecordTerms) : [])].map(
    ({ field, code }) => `${field} ${code}`,
  );
}

describe('the records of a policy', () => {
  it('become its rules, in their order, without those that are not active', () => {
    const records = [
      ruleRecord({ DeveloperName: 'Second', Order__c: 20 }),
      ruleRecord({ DeveloperName: 'Off', Active__c: false }),
      ruleRecord({ DeveloperName: 'First', Order__c: 3 }),
    ];
    assert.deepEqual(
      policyOf(records, [], find).content.rules.map((rule) => (rule as { name: string }).name),
      ['First', 'Second'],
    );
  });
  it('say all that a rule can say', () => {
    assert.deepEqual(
      ruleOf({
        Whisper__c: true,
        On_Whom__c: 'queue',
        Groups__c: ' Refunds ; ',
        Stages__c: 'Proposal; Negotiation',
        Minimum_Amount__c: 250000,
        Days__c: 'Mon; Tue',
        From__c: '08:00',
        To__c: '18:00',
        Clock__c: 'rep',
        Except_On__c: 'US',
        Needs_PIN__c: true,
        Tone__c: true,
        Tone_At__c: 'Barge; takeover',
        At_Once__c: 2,
      }),
      {
        name: 'Managers',
        role: 'supervisor',
        modes: ['monitor', 'whisper'],
        reach: { kind: 'queue', groups: [{ groupId: '00G1', name: 'Refund desk' }] },
        deals: { stages: ['Proposal', 'Negotiation'], minimumAmount: 250000 },
        hours: { days: ['Mon', 'Tue'], from: '08:00', to: '18:00', clock: 'rep', exceptOn: 'US' },
        demands: ['pin'],
        noticeKinds: ['banner', 'tone'],
        toneAt: ['barge', 'takeover'],
        atOnce: 2,
      },
    );
  });
  it('say which groups the person shares with the rep', () => {
    assert.deepEqual(
      (ruleOf({ On_Whom__c: 'team', Groups__c: 'shared' }) as { reach: object }).reach,
      { kind: 'team', groups: 'shared' },
    );
  });
  it('say covert listening', () => {
    assert.deepEqual(
      (
        ruleOf({
          Banner__c: false,
          Covert__c: true,
          Covert_Owner__c: 'Compliance',
          Covert_Purpose__c: 'Fraud',
          Covert_Ends_On__c: '2026-12-31',
        }) as { covert: object }
      ).covert,
      { owner: 'Compliance', purpose: 'Fraud', endsOn: '2026-12-31' },
    );
  });
});

describe('a record with a fault', () => {
  const cases: [string, Partial<RuleRecord>, string[]][] = [
    ['without a role', { Role__c: null }, ['Role__c missing']],
    ['of no mode', { Monitor__c: false }, ['Monitor__c, Whisper__c, Barge__c, Takeover__c empty']],
    [
      'on a queue that is not',
      { On_Whom__c: 'queue', Groups__c: 'Refunds; Refnuds' },
      ['Groups__c unknown_group'],
    ],
    ['on a queue without saying which', { On_Whom__c: 'queue' }, ['Groups__c missing']],
    [
      'on groups of everyone',
      { On_Whom__c: 'everyone', Groups__c: 'shared' },
      ['Groups__c unknown_field'],
    ],
    [
      'with half of the hours',
      { From__c: '08:00' },
      ['Days__c missing', 'To__c missing', 'Clock__c missing'],
    ],
    [
      'with days off that are not',
      { Days__c: 'Mon', From__c: '08:00', To__c: '18:00', Clock__c: 'rep', Except_On__c: 'UK' },
      ['Except_On__c unknown_calendar'],
    ],
    [
      'with a day misspelled',
      { Days__c: 'Mon; Tues', From__c: '08:00', To__c: '18:00', Clock__c: 'rep' },
      ['Days__c not_offered'],
    ],
    [
      'that does not tell the rep',
      { Banner__c: false },
      ['Banner__c, Tone__c, Spoken_To_Rep__c, Spoken_To_Everyone__c unseen_not_covert'],
    ],
    [
      'that is covert without an end',
      { Banner__c: false, Covert__c: true, Covert_Owner__c: 'x', Covert_Purpose__c: 'x' },
      ['Covert_Ends_On__c missing'],
    ],
    [
      'that has an owner of something not covert',
      { Covert_Owner__c: 'Compliance' },
      ['Covert__c covert_not_ticked'],
    ],
    ['on half a call', { At_Once__c: 0.5 }, ['At_Once__c not_positive']],
  ];
  it('is told apart from one without', () => assert.deepEqual(faultsOf({}), []));
  for (const [words, facts, faults] of cases)
    it(`${words} is told by its fields`, () => assert.deepEqual(faultsOf(facts), faults));
});
