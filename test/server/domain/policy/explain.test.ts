import assert from 'node:assert/strict';
import fc from 'fast-check';
import { repOnCall } from '../../../../server/domain/call/call.ts';
import { decidePolicy } from '../../../../server/domain/policy/decide.ts';
import type { PolicyQuestion } from '../../../../server/domain/policy/examine.ts';
import { explain } from '../../../../server/domain/policy/explain.ts';
import { policyForRep } from '../../../../server/domain/policy/forRep.ts';
import { person, qa, rep } from '../../../support/builders.ts';
import { asked, policy } from './arbitrary.ts';
import { CASES_POLICY } from './casesPolicy.ts';

// 2026-11-18 is a Wednesday; Ravi's day ends at 02:00Z.
const NOON = '2026-11-18T20:00:00.000Z';
const NIGHT = '2026-11-19T05:00:00.000Z';
const question = (facts: Partial<PolicyQuestion> = {}): PolicyQuestion => ({
  policy: CASES_POLICY,
  person: person(),
  rep: repOnCall(rep()),
  call: {},
  mode: 'monitor',
  now: NOON,
  ...facts,
});
const why = (facts: Partial<PolicyQuestion> = {}) => explain(question(facts), 'en');

describe('why somebody may', () => {
  it('names the rule and what it demands', () => {
    assert.equal(
      why({ mode: 'takeover' }).answer,
      "Maya Okafor can take over Ravi Patel's call, after providing a reason and their PIN. Allowed by the rule managers-take-over.",
    );
    assert.equal(why().wouldChange, undefined);
  });
  it('shows each rule that was looked at, and which allows', () => {
    const { rules } = why();
    assert.deepEqual(
      rules.map(({ rule }) => rule),
      CASES_POLICY.rules.map(({ name }) => name),
    );
    assert.deepEqual(
      rules.filter(({ allows }) => allows).map(({ rule }) => rule),
      ['managers-by-day'],
    );
  });
});

describe('why somebody may not', () => {
  it('outside the hours: says from when, by whose clock', () => {
    const { answer, wouldChange, allowedFrom } = why({ now: NIGHT });
    assert.equal(
      answer,
      "Maya Okafor can't monitor Ravi Patel's call right now. You can't join calls at this hour. Allowed from 8:00 AM tomorrow, Ravi Patel's time.",
    );
    assert.equal(
      wouldChange,
      "The rule managers-by-day would allow it if they wait until 8:00 AM tomorrow, Ravi Patel's time.",
    );
    assert.equal(allowedFrom, '2026-11-19T16:00:00.000Z');
  });
  it('on another team: says who would have to report to whom', () => {
    assert.equal(
      why({ person: person({ userId: 'tomas', name: 'Tomás Silva' }) }).wouldChange,
      'The rule managers-by-day would allow it if Ravi Patel reports to Tomás Silva, directly or indirectly.',
    );
  });
  it('without the permission: names it', () => {
    const { rules, wouldChange } = why({ person: person({ permittedModes: [] }) });
    assert.deepEqual(rules[0]!.unmet, [
      {
        condition: 'permission',
        because: "Maya Okafor doesn't have the permission Dealside Monitor.",
      },
    ]);
    assert.equal(
      wouldChange,
      'The rule managers-by-day would allow it if Maya Okafor gets the permission Dealside Monitor.',
    );
  });
  it('in a mode of no rule of theirs: names the shortest way', () => {
    assert.equal(
      why({ person: qa({ permittedModes: ['monitor', 'whisper', 'barge'] }), mode: 'barge' })
        .wouldChange,
      'The rule analysts-listen would allow it if an administrator adds Barge to the rule.',
    );
  });
  it('on too many calls: says how many', () => {
    assert.equal(
      why({ person: qa(), runningElsewhere: 3 }).rules[2]!.unmet[0]!.because,
      'It allows 3 at a time, and Quinn Ellis is on 3 other calls.',
    );
  });
  it('after the last day of a covert rule: says who could prolong it', () => {
    const fred = person({ userId: 'fred', name: 'Fred', roles: ['fraud_investigator'] });
    const asks = {
      person: fred,
      rep: { ...repOnCall(rep()), queueIds: ['Refunds'] },
      covert: true,
      now: '2027-01-02T20:00:00.000Z',
    };
    assert.equal(
      why(asks).wouldChange,
      'The rule refund-fraud would allow it if Head of Compliance gives it a later last day.',
    );
  });
  it('on an own call: nothing would change it', () =>
    assert.equal(why({ person: person({ userId: 'ravi' }) }).wouldChange, undefined));
  it('when not active: says so', () =>
    assert.match(
      why({ person: person({ active: false }) }).wouldChange ?? '',
      /Activate Maya Okafor's user in Salesforce/,
    ));
  it('tells nothing of the deal that the rule does not say', () => {
    const secret = {
      opportunity: {
        opportunityId: 'o',
        name: 'Secret deal',
        stage: 'Prospecting',
        amount: 987654,
      },
    };
    assert.doesNotMatch(
      JSON.stringify(
        why({
          person: person({ roles: ['deal_desk'] }),
          rep: { ...repOnCall(rep()), territoryIds: ['EMEA'] },
          call: secret,
        }),
      ),
      /Secret|Prospecting|987/,
    );
  });
});

it('every explanation agrees with the decision, and says why of each rule that does not allow', () => {
  fc.assert(
    fc.property(policy, asked, (rules, one) => {
      const asks = { ...one, policy: rules };
      const [explanation, decision] = [explain(asks, 'en'), decidePolicy(asks)];
      assert.equal(explanation.allowed, decision.allowed);
      assert.equal(
        explanation.rules.some(({ allows }) => allows),
        decision.allowed,
      );
      for (const { allows, unmet } of explanation.rules)
        assert.ok(allows || unmet.length > 0 || !one.person.active);
      for (const text of explanation.rules.flatMap(({ words, unmet }) => [
        words,
        ...unmet.map(({ because }) => because),
      ]))
        assert.match(text, /^[A-Z].*\.$/);
    }),
    { numRuns: 300 },
  );
});

describe('a rep who reads the policy (R13)', () => {
  const maya = person();
  const dana = person({ userId: 'dana', name: 'Dana Whitfield', managerIds: [] });
  const read = (facts = {}, managers = [maya, dana], now = NOON) =>
    policyForRep(CASES_POLICY, rep(facts), { managers, now });

  it('sees managers by name, when they may, and how they are told', () => {
    assert.equal(
      read().rules[0]!.words,
      'Maya Okafor and Dana Whitfield, your managers, can monitor, whisper on, and barge into your calls, Monday to Friday from 8:00 AM to 6:00 PM in your time zone, except on holidays in US. You see who it is.',
    );
    assert.match(
      read().rules[1]!.words,
      /You see who it is and hear a tone when a takeover begins\.$/,
    );
  });
  it('sees only what reaches them', () => {
    assert.deepEqual(
      read().rules.map(({ rule }) => rule),
      ['managers-by-day', 'managers-take-over', 'analysts-listen', 'admins-check'],
    );
    assert.ok(
      read({ groupIds: ['Onboarding'] }).rules.some(
        ({ rule, words }) =>
          rule === 'coaches-onboarding' &&
          words.startsWith('Coaches can monitor and whisper on your calls.'),
      ),
    );
    assert.ok(
      read({ skills: ['Pricing'] }).rules.some(({ words }) =>
        words.startsWith('Specialists who share a skill with you can'),
      ),
    );
  });
  it('sees no manager who left or manages no more', () => {
    assert.match(
      read({}, [person({ active: false }), dana]).rules[0]!.words,
      /^Dana Whitfield, your managers/,
    );
    assert.equal(
      read({}, []).rules.some(({ rule }) => rule === 'managers-by-day'),
      false,
    );
  });
  it('knows whether there is covert listening at all, not on whom', () => {
    assert.match(read().covert, /Your organization has one such rule now\.$/);
    assert.match(
      read({}, [], '2027-01-02T20:00:00.000Z').covert,
      /Your organization has no such rule now\.$/,
    );
    assert.doesNotMatch(JSON.stringify(read({ queueIds: ['Refunds'] })), /fraud/i);
  });
});
