import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Call } from '../../../../server/domain/call/call.ts';
import {
  decidePolicy,
  maySee,
  type PolicyDecision,
} from '../../../../server/domain/policy/decide.ts';
import type { PolicyQuestion } from '../../../../server/domain/policy/examine.ts';
import { EMPTY_POLICY, type Policy } from '../../../../server/domain/policy/policy.ts';
import { validatePolicy } from '../../../../server/domain/policy/validate.ts';
import { liveCall } from '../../../support/builders.ts';
import { asked, askedByTheEntitled, covertRule, policy, rule, visibleRule } from './arbitrary.ts';

const DAY_MS = 86_400_000;
const only = (one: Policy['rules'][number]): Policy => ({
  version: 'v',
  rules: [one],
  holidays: [],
});
/** How much an answer asks of the person, a passkey most; a refusal asks more than anything. */
function weightOf(decision: PolicyDecision): number {
  if (!decision.allowed) return Infinity;
  const { passkey, pin, recorded, reason } = decision.obligations;
  return [passkey, pin, recorded, reason].reduce((sum, demanded) => sum * 2 + Number(demanded), 0);
}
const holds = (property: fc.IRawProperty<unknown>, numRuns = 400) =>
  fc.assert(property as never, { numRuns });

describe('whatever the policy and the question', () => {
  it('an empty policy grants nothing: an administrator has to write a rule first (V20)', () =>
    holds(
      fc.property(
        asked,
        (question) => !decidePolicy({ ...question, policy: EMPTY_POLICY }).allowed,
      ),
    ));

  it('another grant never removes one, nor makes it harder', () =>
    holds(
      fc.property(policy, rule, fc.nat(6), askedByTheEntitled, (before, added, at, question) => {
        const after = { ...before, rules: before.rules.toSpliced(at, 0, added) };
        const [then, now] = [
          decidePolicy({ ...question, policy: before }),
          decidePolicy({ ...question, policy: after }),
        ];
        assert.ok(weightOf(now) <= weightOf(then), JSON.stringify({ then, now }));
        assert.ok(!then.allowed || now.allowed);
      }),
      1_500,
    ));

  it('the rule that decides is one of the policy and would decide so alone', () =>
    holds(
      fc.property(policy, askedByTheEntitled, (rules, question) => {
        const decision = decidePolicy({ ...question, policy: rules });
        if (!decision.allowed) return;
        const deciding = rules.rules.find(({ name }) => name === decision.rule);
        assert.ok(deciding);
        assert.ok(decidePolicy({ ...question, policy: { ...rules, rules: [deciding] } }).allowed);
      }),
    ));

  it('a mode without the person’s own permission is refused (D20, V20, R10)', () =>
    holds(
      fc.property(policy, askedByTheEntitled, (rules, question) => {
        const person = {
          ...question.person,
          permittedModes: question.person.permittedModes.filter((mode) => mode !== question.mode),
        };
        assert.equal(decidePolicy({ ...question, person, policy: rules }).allowed, false);
      }),
    ));

  it('nobody is covert who did not ask for it, and nobody seen who did (G1, D23)', () =>
    holds(
      fc.property(policy, askedByTheEntitled, (rules, question) => {
        const decision = decidePolicy({ ...question, policy: rules });
        if (!decision.allowed) return;
        assert.equal(decision.obligations.covert, question.covert === true);
        assert.equal(
          decision.obligations.noticeKinds.includes('banner'),
          !decision.obligations.covert,
        );
      }),
    ));

  it('a covert rule past its last day grants nothing', () =>
    holds(
      fc.property(
        covertRule,
        askedByTheEntitled,
        fc.integer({ min: 2, max: 900 }),
        (covert, question, daysLater) => {
          const now = new Date(
            Date.parse(covert.covert!.endsOn) + daysLater * DAY_MS,
          ).toISOString();
          assert.equal(
            decidePolicy({ ...question, policy: only(covert), mode: 'monitor', covert: true, now })
              .allowed,
            false,
          );
        },
      ),
    ));

  it('what may be monitored is on the lists', () =>
    holds(
      fc.property(policy, askedByTheEntitled, (rules, question) => {
        const call: Call = {
          ...liveCall(),
          rep: question.rep,
          opportunity: question.call.opportunity,
        };
        if (decidePolicy({ ...question, mode: 'monitor', policy: rules }).allowed)
          assert.ok(maySee(rules, question.person, { call, now: question.now }));
      }),
    ));

  it('an hour that is promised is kept, and none before it would do', () =>
    holds(
      fc.property(
        visibleRule,
        askedByTheEntitled,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (one, question, part) => {
          const ask = (now: string) =>
            decidePolicy({
              ...question,
              covert: false,
              runningElsewhere: 0,
              policy: only(one),
              now,
            } satisfies PolicyQuestion);
          const refused = ask(question.now);
          if (refused.allowed || !refused.allowedFrom) return;
          assert.ok(ask(refused.allowedFrom).allowed, `not allowed at ${refused.allowedFrom}`);
          const between =
            Date.parse(question.now) +
            part * (Date.parse(refused.allowedFrom) - Date.parse(question.now));
          assert.equal(ask(new Date(between).toISOString()).allowed, false);
        },
      ),
      1_500,
    ));

  it('a policy of valid rules has no fault', () =>
    holds(
      fc.property(policy, (rules) => {
        const calendars =
          rules.holidays.length > 0
            ? rules
            : { ...rules, holidays: [{ calendar: 'US', date: '2026-12-25' }] };
        assert.deepEqual(validatePolicy(calendars), { policy: calendars });
      }),
    ));
});
