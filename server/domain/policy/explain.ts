import { MODE_LABEL, MODE_PERMISSION, type Mode } from '../call/modes.ts';
import { roleLabel } from '../people/people.ts';
import { decidePolicy, firstOpening, openingWords, type PolicyDecision } from './decide.ts';
import { CONDITIONS, holds, type Condition, type PolicyQuestion } from './examine.ts';
import type { Rule } from './policy.ts';
import { listed, ruleWords } from './words.ts';

/** Why somebody may or may not use a mode on a call, for people to read. */
export interface Explanation {
  readonly mode: Mode;
  readonly allowed: boolean;
  readonly policyVersion: string;
  /** The rule that decided, by name. */
  readonly rule: string;
  readonly answer: string;
  /** What would make it allowed; absent when it is, or when nothing would. */
  readonly wouldChange?: string;
  readonly allowedFrom?: string;
  readonly rules: readonly RuleExplanation[];
}

export interface RuleExplanation {
  readonly rule: string;
  readonly words: string;
  readonly allows: boolean;
  readonly unmet: readonly { readonly condition: Condition; readonly because: string }[];
}

/** Looks at every rule in the eyes of one question. The answer is that of `decidePolicy`. */
export function explain(question: PolicyQuestion): Explanation {
  const decision = decidePolicy(question);
  const looked = question.policy.rules.map((rule) => ({ rule, unmet: CONDITIONS.filter((condition) => !holds(condition, rule, question)) }));
  const { allowed, rule, policyVersion } = decision;
  return {
    mode: question.mode, allowed, rule, policyVersion,
    answer: answerWords(question, decision),
    ...(!decision.allowed && { wouldChange: changeWords(question, looked), allowedFrom: decision.allowedFrom }),
    rules: looked.map(({ rule: one, unmet }) => ({
      rule: one.name, words: ruleWords(one), allows: unmet.length === 0 && question.person.active,
      unmet: unmet.map((condition) => ({ condition, because: BECAUSE[condition](one, question) })),
    })),
  };
}

function answerWords({ mode, person, rep, covert }: PolicyQuestion, decision: PolicyDecision): string {
  const what = `use ${MODE_LABEL[mode].toLowerCase()}${covert ? ' covert' : ''} on ${rep.name}’s call`;
  if (!decision.allowed) return `${person.name} may not ${what} now. ${decision.refusal.message}${decision.allowedFrom ? ` ${decision.refusal.hint}` : ''}`;
  const { reason, pin, passkey } = decision.obligations;
  const demands = Object.entries({ reason, pin, passkey }).filter(([, needed]) => needed).map(([demand]) => DEMAND_NAMES[demand as keyof typeof DEMAND_NAMES]);
  return `${person.name} may ${what}${demands.length > 0 ? `, after giving ${listed(demands)}` : ''}: the rule ${decision.rule} allows it.`;
}

const DEMAND_NAMES = { reason: 'a reason', pin: 'the PIN', passkey: 'the passkey' };

/** Why a condition does not hold. Says nothing of the deal that the rule does not say itself: who asks may not see it. */
const BECAUSE: Record<Condition, (rule: Rule, question: PolicyQuestion) => string> = {
  role: (rule, { person }) => `It is for the role ${roleLabel(rule.role)}, which ${person.name} does not have.`,
  own_call: () => 'Nobody supervises an own call.',
  covert: (rule) => (rule.covert ? 'It is only for covert listening, which was not asked for.' : 'It does not allow covert listening.'),
  reach: (rule, { person, rep }) => reachBecause(rule, person.name, rep.name),
  deals: () => 'The call is not about such a deal.',
  mode: (_rule, { mode }) => `It does not allow ${MODE_LABEL[mode].toLowerCase()}.`,
  permission: (_rule, { person, mode }) => `${person.name} does not hold the permission ${MODE_PERMISSION[mode]}.`,
  end_date: (rule) => `Its last day was ${rule.covert!.endsOn}.`,
  hours: (rule, question) => {
    const opening = firstOpening(question, [rule]);
    return `It is not open at this hour. ${opening ? openingWords(rule, opening.at, question, `${question.person.name}’s`) : 'Its hours do not come again within a year.'}`;
  },
  at_once: (rule, { person, runningElsewhere = 0 }) => `It allows ${rule.atOnce} at a time, and ${person.name} is on ${runningElsewhere} other ${runningElsewhere === 1 ? 'call' : 'calls'}.`,
};

function reachBecause({ reach }: Rule, person: string, rep: string): string {
  switch (reach.kind) {
    case 'own_reports':
      return `${rep} does not report to ${person}.`;
    case 'everyone':
      return `${person} does not hold the permission Dealside_All_Calls.`;
    case 'team':
    case 'queue':
    case 'skill':
    case 'territory':
      return reach.groups === 'shared' ? `${person} and ${rep} have no ${reach.kind} in common.` : `${rep} is not in the ${reach.kind} ${listed(reach.groups.map(({ name }) => name), 'or')}.`;
  }
}

/** What somebody would have to do about a condition; undefined where nothing can be done. */
const REMEDY: Record<Condition, (rule: Rule, question: PolicyQuestion) => string | undefined> = {
  role: (rule, { person }) => `${person.name} gets the role ${roleLabel(rule.role)}`,
  own_call: () => undefined,
  covert: (rule) => (rule.covert ? 'covert listening is asked for' : undefined),
  reach: ({ reach }, { person, rep }) => {
    if (reach.kind === 'own_reports') return `${rep.name} reports to ${person.name}, directly or through others`;
    if (reach.kind === 'everyone') return `${person.name} gets the permission Dealside_All_Calls`;
    return reach.groups === 'shared' ? `${person.name} and ${rep.name} share a ${reach.kind}` : `${rep.name} gets the ${reach.kind} ${listed(reach.groups.map(({ name }) => name), 'or')}`;
  },
  deals: ({ deals }) => `the call is about a deal${deals?.stages ? ` in the stage ${listed(deals.stages, 'or')}` : ''}${deals?.minimumAmount === undefined ? '' : ` worth ${deals.minimumAmount.toLocaleString('en-US')} or more`}`,
  mode: (_rule, { mode }) => `an administrator adds ${MODE_LABEL[mode].toLowerCase()} to the rule`,
  permission: (_rule, { person, mode }) => `${person.name} gets the permission ${MODE_PERMISSION[mode]}`,
  end_date: ({ covert }) => `${covert!.owner} gives it a later last day`,
  hours: (rule, question) => {
    const opening = firstOpening(question, [rule]);
    return opening && `they wait (${openingWords(rule, opening.at, question, `${question.person.name}’s`).replace(/^A/, 'a').replace(/\.$/, '')})`;
  },
  at_once: (_rule, { person }) => `${person.name} leaves another call`,
};

/** The shortest way: by the rule that misses least, the first among equals. */
function changeWords(question: PolicyQuestion, looked: readonly { rule: Rule; unmet: readonly Condition[] }[]): string | undefined {
  if (!question.person.active) return `${question.person.name}’s user is activated in Salesforce, and then what the rules say.`;
  const ways = looked.flatMap(({ rule, unmet }) => {
    const remedies = unmet.map((condition) => REMEDY[condition](rule, question));
    return remedies.includes(undefined) ? [] : [{ rule, remedies: remedies as string[] }];
  });
  const [shortest] = ways.toSorted((a, b) => a.remedies.length - b.remedies.length);
  return shortest && `The rule ${shortest.rule.name} would allow it if ${listed(shortest.remedies)}.`;
}
