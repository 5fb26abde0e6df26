import assert from 'node:assert/strict';
import {
  chooseCallerId,
  withFaultsOf,
  type AssignedNumber,
  type CallerIdRules,
} from '../../../../server/domain/callerId/choose.ts';
import { callerIdWords } from '../../../../server/domain/callerId/words.ts';

const MAIN = '+15005550100';
const OWN = '+14155550101';
const QUEUE = '+12125550102';
const NEAR = '+12065550103';
const STRANGE = '+12065550199';

const ASSIGNED: readonly AssignedNumber[] = [
  { number: OWN, holder: { kind: 'person', userId: 'ravi' } },
  { number: QUEUE, holder: { kind: 'team', groupId: 'renewals' } },
  { number: STRANGE, holder: { kind: 'local' } },
  { number: NEAR, holder: { kind: 'local' } },
];
const OWNED = { numbers: [MAIN, OWN, QUEUE, NEAR], main: MAIN };
const rules = (facts: Partial<CallerIdRules> = {}): CallerIdRules => ({
  assigned: ASSIGNED,
  usesLocalPresence: false,
  faults: [],
  ...facts,
});
const seen = (
  rep: { userId: string; queueIds?: string[] },
  to = '+12065550187',
  facts: Partial<CallerIdRules> = {},
) => {
  const { number, because } = chooseCallerId(rules(facts), OWNED, { rep, to });
  return [number, because];
};
const LOCAL = { usesLocalPresence: true };

describe('the number that a customer sees', () => {
  it('is the rep’s own', () => assert.deepEqual(seen({ userId: 'ravi' }), [OWN, 'person']));
  it('is that of the rep’s queue, if the rep has none', () =>
    assert.deepEqual(seen({ userId: 'lena', queueIds: ['renewals'] }), [QUEUE, 'team']));
  it('is the org’s, if the rep’s queue has none', () =>
    assert.deepEqual(seen({ userId: 'lena' }), [MAIN, 'org']));
  it('is the one that a record gives the org, before the first of the configuration', () =>
    assert.deepEqual(
      seen({ userId: 'lena' }, undefined, {
        assigned: [{ number: NEAR, holder: { kind: 'org' } }],
      }),
      [NEAR, 'org'],
    ));
  it('has the customer’s area code where the org wants that, and is one of its own', () =>
    assert.deepEqual(seen({ userId: 'ravi' }, undefined, LOCAL), [NEAR, 'local']));
  it('is the rep’s own for an area in which the org has no number', () =>
    assert.deepEqual(seen({ userId: 'ravi' }, '+13125550100', LOCAL), [OWN, 'person']));
  it('is the rep’s own for a country without area codes of North America', () =>
    assert.deepEqual(seen({ userId: 'ravi' }, '+4930901820', LOCAL), [OWN, 'person']));
  it('is never one that the carrier does not know as the org’s', () =>
    assert.deepEqual(
      seen({ userId: 'eve' }, undefined, {
        ...LOCAL,
        assigned: [
          { number: STRANGE, holder: { kind: 'person', userId: 'eve' } },
          { number: STRANGE, holder: { kind: 'local' } },
          { number: STRANGE, holder: { kind: 'org' } },
        ],
      }),
      [MAIN, 'org'],
    ));
});

describe('records of numbers that are not followed', () => {
  const faulty = rules({ faults: [{ record: 'Ravi_Cell', fault: 'unknown_holder' }] });
  it('are named, with the numbers that are not the org’s', () =>
    assert.deepEqual(withFaultsOf(faulty, OWNED), [
      { record: 'Ravi_Cell', fault: 'unknown_holder' },
      { record: STRANGE, fault: 'not_owned' },
    ]));
  it('are sentences for administrators', () => {
    const words = callerIdWords(faulty, OWNED, { language: 'en', homeCountry: 'US' });
    assert.equal(words.length, 4);
    assert.match(words.join('\n'), /Ravi_Cell[^]*\(206\) 555-0199 isn't used/);
    assert.equal(callerIdWords(faulty, OWNED, { language: 'de', homeCountry: 'US' }).length, 4);
  });
});
