import type { Call } from '../call/call.ts';
import { asksForPoint, JOIN_MODE, NEEDS_REASON, type Mode } from '../call/modes.ts';
import type { NoticeKind } from '../call/noticeKinds.ts';
import type { Person, Role } from '../call/people.ts';
import { refusal, type OpeningValue, type Refusal, type RefusalCode } from '../call/refusals.ts';
import { firstUnmet, holds, type PolicyQuestion } from './examine.ts';
import { nextOpening } from './hours.ts';
import { CONDITIONS, type Condition, type Demand, type Policy, type Rule } from './policy.ts';
import { noticeKindsAt } from './toneModes.ts';

/** A decision, with its rule and policy version. */
export type PolicyDecision =
  | {
      readonly allowed: true;
      readonly role: Role;
      readonly rule: string;
      readonly policyVersion: string;
      readonly obligations: Obligations;
    }
  | {
      readonly allowed: false;
      readonly refusal: Refusal;
      readonly rule: string;
      readonly policyVersion: string;
      /** When the hours of a rule that would allow it begin. */
      readonly allowedFrom?: string;
    };

/** The demands before and during the mode. */
export interface Obligations {
  readonly reason: boolean;
  /** The one point that the mode is to add; of a barge alone. */
  readonly point: boolean;
  readonly pin: boolean;
  readonly passkey: boolean;
  /** The supervisor's own connection is recorded, apart from the call. */
  readonly recorded: boolean;
  readonly noticeKinds: readonly NoticeKind[];
  /**
   * The audible notices are played first: the supervisor neither hears nor is heard before their
   * end.
   */
  readonly noticeFirst: boolean;
  readonly covert: boolean;
}

const CODE: Record<Condition, RefusalCode> = {
  role: 'not_a_supervisor',
  own_call: 'out_of_scope',
  covert: 'mode_not_permitted',
  reach: 'out_of_scope',
  deals: 'deal_out_of_scope',
  mode: 'mode_not_permitted',
  permission: 'mode_not_permitted',
  end_date: 'covert_rule_ended',
  hours: 'outside_hours',
  at_once: 'too_many_at_once',
};

/**
 * Decides by the rules alone. Among the rules that allow it, the one with the fewest demands
 * decides, and the first of equals, so adding a rule never removes a grant or makes it harder. If
 * no rule allows it, the refusal names the closest one.
 */
export function decidePolicy(question: PolicyQuestion): PolicyDecision {
  const { policy, person, mode } = question;
  const { version: policyVersion } = policy;
  if (!person.active)
    return {
      allowed: false,
      refusal: refusal('user_inactive'),
      rule: 'active-users-only',
      policyVersion,
    };

  if (policy.rules.length === 0)
    return { allowed: false, refusal: refusal('no_policy'), rule: 'no-policy', policyVersion };

  const looked = policy.rules.map((rule) => ({ rule, unmet: firstUnmet(rule, question) }));
  const granting = looked.filter(({ unmet }) => unmet === undefined).map(({ rule }) => rule);
  if (granting.length > 0) {
    const rule = granting.reduce((least, next) => (weight(next) < weight(least) ? next : least));
    return {
      allowed: true,
      role: rule.role,
      rule: rule.name,
      policyVersion,
      obligations: obligationsOf(rule, mode),
    };
  }
  return {
    allowed: false,
    ...explainRefusal(question, looked as { rule: Rule; unmet: Condition }[]),
    policyVersion,
  };
}

/** Whether `decidePolicy` would allow it. Faster, because it makes no explanation. */
export const isAllowed = (question: PolicyQuestion): boolean =>
  question.person.active &&
  question.policy.rules.some((rule) => firstUnmet(rule, question) === undefined);

/**
 * Whether this person may see the call in lists: its rep, and everybody who may monitor it at some
 * hour.
 */
export function maySee(
  policy: Policy,
  person: Person,
  { call, now }: { readonly call: Call; readonly now: string },
): boolean {
  if (person.userId === call.rep.userId) return true;
  if (!person.active) return false;
  return policy.rules.some((rule) =>
    meetsStandingConditions(rule, {
      policy,
      person,
      rep: call.rep,
      call,
      mode: JOIN_MODE,
      now,
      covert: rule.covert !== undefined,
    }),
  );
}

/**
 * Whether a person may continue what was allowed. Hours that have ended since do not count; every
 * other condition must hold now.
 */
export function mayContinue(question: PolicyQuestion): boolean {
  return (
    question.person.active &&
    question.policy.rules.some((rule) => meetsStandingConditions(rule, question))
  );
}

const meetsStandingConditions = (rule: Rule, question: PolicyQuestion): boolean =>
  STANDING.every((condition) => holds(condition, rule, question));

/** The conditions that do not depend on the time of day, nor on how many calls the person is on. */
const STANDING = CONDITIONS.filter((condition) => condition !== 'hours' && condition !== 'at_once');

/** The demands in descending weight: a passkey weighs more than a PIN and a reason together. */
const weight = ({ demands }: Rule): number =>
  demands.reduce((sum, demand) => sum + WEIGHT[demand], 0);
const WEIGHT: Record<Demand, number> = {
  passkey: 32,
  pin: 16,
  recorded: 8,
  notice_first: 4,
  reason: 2,
  point: 1,
};

function obligationsOf(rule: Rule, mode: Mode): Obligations {
  const { demands, covert } = rule;
  return {
    reason: NEEDS_REASON[mode] || demands.includes('reason'),
    point: asksForPoint(mode) && demands.includes('point'),
    pin: demands.includes('pin'),
    passkey: demands.includes('passkey'),
    recorded: demands.includes('recorded'),
    noticeKinds: noticeKindsAt(rule, mode),
    noticeFirst: demands.includes('notice_first'),
    covert: covert !== undefined,
  };
}

function explainRefusal(
  question: PolicyQuestion,
  looked: readonly { rule: Rule; unmet: Condition }[],
): { refusal: Refusal; rule: string; allowedFrom?: string } {
  const progress = ({ unmet }: { unmet: Condition }): number => CONDITIONS.indexOf(unmet);
  const ofTheirRoles = looked.filter(({ unmet }) => unmet !== 'role');
  if (ofTheirRoles.length === 0)
    return { refusal: refusal('not_a_supervisor'), rule: 'no-rule-for-the-role' };
  const closest = ofTheirRoles.reduce((best, next) =>
    progress(next) > progress(best) ? next : best,
  );
  if (closest.unmet !== 'hours')
    return { refusal: refusal(CODE[closest.unmet]), rule: closest.rule.name };

  const opening = firstOpening(
    question,
    ofTheirRoles.filter(({ unmet }) => unmet === 'hours').map(({ rule }) => rule),
  );
  if (!opening)
    return {
      refusal: refusal('outside_hours', { wording: 'outside_hours.never' }),
      rule: closest.rule.name,
    };
  const { rule, at } = opening;
  const values = { opening: openingOf(rule, at, question) };
  return {
    refusal: refusal('outside_hours', { wording: 'outside_hours.opens', values }),
    rule: rule.name,
    allowedFrom: at,
  };
}

/** When the first of these rules opens, by the clock of that rule. */
export function firstOpening(
  question: PolicyQuestion,
  rules: readonly Rule[],
): { rule: Rule; at: string } | undefined {
  const openings = rules.flatMap((rule) => {
    const at = nextOpening(rule.hours!, question.policy.holidays, {
      zone: zoneOf(rule, question),
      now: question.now,
    });
    // A covert rule may have ended by then.
    const stands = at !== undefined && holds('end_date', rule, { ...question, now: at });
    return stands ? [{ rule, at }] : [];
  });
  return openings.toSorted((a, b) => a.at.localeCompare(b.at))[0];
}

/** When a rule opens, by whose clock. */
export const openingOf = (rule: Rule, at: string, question: PolicyQuestion): OpeningValue => ({
  kind: 'opening',
  at,
  now: question.now,
  zone: zoneOf(rule, question)!,
  ...(rule.hours!.clock === 'rep' && { repName: question.rep.name }),
});

const zoneOf = ({ hours }: Rule, { person, rep }: PolicyQuestion): string | undefined =>
  hours?.clock === 'rep' ? rep.timeZone : person.timeZone;

/** Whether any rule for this person asks for a PIN or a passkey; without one, no proof is read. */
export const asksForProof = ({ rules }: Policy, { roles }: Pick<Person, 'roles'>): boolean =>
  rules.some(
    ({ role, demands }) =>
      roles.includes(role) && (demands.includes('pin') || demands.includes('passkey')),
  );
