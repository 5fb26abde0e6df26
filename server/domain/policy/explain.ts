import type { Mode } from '../call/modes.ts';
import { clockWords } from '../texts/clock.ts';
import { roleLabel } from '../texts/labels.ts';
import { MODE_PERMISSION } from '../texts/permissionNames.ts';
import { refusalText } from '../texts/render.ts';
import { dateText, fill, languageIn, listed, TEXTS, type Reader } from '../texts/texts.ts';
import { decidePolicy, firstOpening, openingOf, type PolicyDecision } from './decide.ts';
import { holds, type PolicyQuestion } from './examine.ts';
import { CONDITIONS, type Condition, type Rule } from './policy.ts';
import { amountWords, anyOf, givenWords, ruleWords } from './words.ts';

/** Why somebody may or may not use a mode on a call, for people to read. */
export interface Explanation {
  readonly mode: Mode;
  readonly allowed: boolean;
  readonly policyVersion: string;
  /** The rule that decided, by name. */
  readonly rule: string;
  readonly answer: string;
  /** The change that would allow it; absent if it is allowed or nothing would. */
  readonly wouldChange?: string;
  readonly allowedFrom?: string;
  readonly rules: readonly RuleExplanation[];
}

interface RuleExplanation {
  readonly rule: string;
  readonly words: string;
  readonly allows: boolean;
  readonly unmet: readonly { readonly condition: Condition; readonly because: string }[];
}

/**
 * Looks at every rule in the eyes of one question, in the reader's language. The answer is that of
 * `decidePolicy`.
 */
export function explain(question: PolicyQuestion, reader: Reader): Explanation {
  const decision = decidePolicy(question);
  const looked = question.policy.rules.map((rule) => ({
    rule,
    unmet: CONDITIONS.filter((condition) => !holds(condition, rule, question)),
  }));
  const { allowed, rule, policyVersion } = decision;
  return {
    mode: question.mode,
    allowed,
    rule,
    policyVersion,
    answer: answerWords(question, decision, reader),
    ...(!decision.allowed && {
      wouldChange: changeWords(question, looked, reader),
      allowedFrom: decision.allowedFrom,
    }),
    rules: looked.map(({ rule: one, unmet }) => ({
      rule: one.name,
      words: ruleWords(one, reader),
      allows: unmet.length === 0 && question.person.active,
      unmet: unmet.map((condition) => ({
        condition,
        because: because(condition, { rule: one, question, reader }),
      })),
    })),
  };
}

function answerWords(
  { mode, person, rep, covert }: PolicyQuestion,
  decision: PolicyDecision,
  reader: Reader,
): string {
  const { explain: texts } = TEXTS[languageIn(reader)].policy;
  const names = { person: person.name, rep: rep.name };
  const access = covert ? 'covert' : mode;
  if (!decision.allowed) {
    const { message, hint } = refusalText(decision.refusal, reader);
    const why = decision.allowedFrom ? `${message} ${hint}` : message;
    return fill(texts.refused, { cannot: fill(texts.cannot[access], names), why });
  }
  const { reason, pin, passkey } = decision.obligations;
  const given = givenWords(
    [
      ...(reason ? ['reason' as const] : []),
      ...(pin ? ['pin' as const] : []),
      ...(passkey ? ['passkey' as const] : []),
    ],
    reader,
  );
  const can = [fill(texts.can[access], names), given].filter(Boolean).join(', ');
  return fill(texts.allowed, { can, rule: decision.rule });
}

interface ExplanationSubject {
  readonly rule: Rule;
  readonly question: PolicyQuestion;
  readonly reader: Reader;
}

/** A permission by the label under which people find it: "Dealside All Calls". */
const permissionLabel = (apiName: string): string => apiName.replaceAll('_', ' ');

/** The values for the texts about a condition. */
function valuesOf({
  rule,
  question,
  reader,
}: ExplanationSubject): Record<string, string | number | undefined> {
  const { person, rep, mode, runningElsewhere = 0 } = question;
  const { reach, covert, atOnce } = rule;
  const isGrouped = reach.kind !== 'own_reports' && reach.kind !== 'everyone';
  return {
    person: person.name,
    rep: rep.name,
    role: roleLabel(rule.role, languageIn(reader)),
    mode: TEXTS[languageIn(reader)].modes[mode],
    permission: permissionLabel(MODE_PERMISSION[mode]),
    owner: covert?.owner,
    endsOn: covert && dateText(covert.endsOn, reader),
    limit: atOnce,
    count: runningElsewhere,
    group: isGrouped ? TEXTS[languageIn(reader)].policy.explain.groups[reach.kind] : undefined,
    groups:
      isGrouped && reach.groups !== 'shared'
        ? anyOf(
            reach.groups.map(({ name }) => name),
            reader,
          )
        : undefined,
  };
}

/**
 * Why a condition does not hold. Says nothing of the deal that the rule does not say itself: the
 * asker may not see it.
 */
function because(condition: Condition, asked: ExplanationSubject): string {
  const { rule, question, reader } = asked;
  const { explain: texts } = TEXTS[languageIn(reader)].policy;
  const values = valuesOf(asked);
  switch (condition) {
    case 'reach':
      return fill(texts.because.reach[reachCase(rule)], values);
    case 'covert':
      return rule.covert ? texts.because.covert.only : texts.because.covert.not;
    case 'hours': {
      const opening = firstOpening(question, [rule]);
      return fill(texts.because.hours, {
        opening: opening ? openingFor(asked, opening.at) : texts.never,
      });
    }
    case 'at_once':
      return fill(
        (question.runningElsewhere ?? 0) === 1
          ? texts.because.at_once.one
          : texts.because.at_once.many,
        values,
      );
    case 'role':
    case 'own_call':
    case 'deals':
    case 'mode':
    case 'permission':
    case 'end_date':
      return fill(texts.because[condition], values);
  }
}

/**
 * When a rule opens, said of the person that is asked about, who may be another than the reader.
 */
function openingFor({ rule, question, reader }: ExplanationSubject, at: string): string {
  const { opensForRep, opensForPerson } = TEXTS[languageIn(reader)].policy.explain;
  const { repName, ...opening } = openingOf(rule, at, question);
  const when = clockWords(opening.at, opening.now, { zone: opening.zone, reader });
  return fill(repName === undefined ? opensForPerson : opensForRep, {
    when,
    rep: repName,
    person: question.person.name,
  });
}

function reachCase({ reach }: Rule): 'own_reports' | 'everyone' | 'shared' | 'named' {
  if (reach.kind === 'own_reports' || reach.kind === 'everyone') return reach.kind;
  return reach.groups === 'shared' ? 'shared' : 'named';
}

/** The action that would satisfy a condition; undefined if there is none. */
function remedy(condition: Condition, asked: ExplanationSubject): string | undefined {
  const { rule, question, reader } = asked;
  const {
    explain: { remedy: texts },
  } = TEXTS[languageIn(reader)].policy;
  const values = valuesOf(asked);
  switch (condition) {
    case 'own_call':
      return undefined;
    case 'covert':
      return rule.covert ? texts.covert : undefined;
    case 'reach':
      return fill(texts.reach[reachCase(rule)], values);
    case 'deals': {
      const { stages, minimumAmount } = rule.deals ?? {};
      const which = [
        stages && fill(texts.dealStages, { stages: anyOf(stages, reader) }),
        minimumAmount !== undefined &&
          fill(texts.dealAmount, { amount: amountWords(minimumAmount, reader) }),
      ];
      return fill(texts.deals, { which: which.filter(Boolean).join('') });
    }
    case 'hours': {
      const opening = firstOpening(question, [rule]);
      if (!opening) return undefined;
      const { at, now, zone, repName } = openingOf(rule, opening.at, question);
      return fill(repName === undefined ? texts.hours.byPerson : texts.hours.byRep, {
        ...values,
        when: clockWords(at, now, { zone, reader }),
      });
    }
    case 'role':
    case 'mode':
    case 'permission':
    case 'end_date':
    case 'at_once':
      return fill(texts[condition], values);
  }
}

/** The shortest way: by the rule that misses least, the first among equals. */
function changeWords(
  question: PolicyQuestion,
  looked: readonly { rule: Rule; unmet: readonly Condition[] }[],
  reader: Reader,
): string | undefined {
  const { explain: texts } = TEXTS[languageIn(reader)].policy;
  if (!question.person.active) return fill(texts.inactive, { person: question.person.name });
  const ways = looked.flatMap(({ rule, unmet }) => {
    const remedies = unmet.map((condition) => remedy(condition, { rule, question, reader }));
    return remedies.includes(undefined) ? [] : [{ rule, remedies: remedies as string[] }];
  });
  const [shortest] = ways.toSorted((a, b) => a.remedies.length - b.remedies.length);
  return (
    shortest &&
    fill(texts.wouldAllow, {
      rule: shortest.rule.name,
      remedies: listed(shortest.remedies, reader),
    })
  );
}
