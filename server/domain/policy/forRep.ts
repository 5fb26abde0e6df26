import type { Language } from '../call/language.ts';
import type { Person, GroupKind } from '../call/people.ts';
import { roleNames } from '../texts/labels.ts';
import { fill, languageOf, listed, readerOf, TEXTS } from '../texts/texts.ts';
import { unreachable } from '../unreachable.ts';
import { isOver } from './hours.ts';
import type { Policy, Rule } from './policy.ts';
import { versionOf } from './version.ts';
import { ruleWordsToRep } from './words.ts';

/**
 * The policy for a rep to read: who may join their calls, when, and how the rep is notified (R13).
 */
export interface PolicyForRep {
  readonly policyVersion: string;
  readonly rules: readonly { readonly rule: string; readonly words: string }[];
  readonly covert: string;
}

/**
 * Says the rules that reach this rep, in the rep's language. `managers` are those above who are
 * known now.
 */
export function policyForRep(
  policy: Policy,
  rep: Person,
  { managers, now }: { readonly managers: readonly Person[]; readonly now: string },
): PolicyForRep {
  const language = languageOf(rep.locale);
  const visible = policy.rules.filter((rule) => !rule.covert);
  return {
    policyVersion: policy.version,
    rules: visible.flatMap((rule) => {
      const who = possibleSupervisors(rule, rep, { managers, language });
      return who === undefined
        ? []
        : [{ rule: rule.name, words: ruleWordsToRep(rule, who, readerOf(rep)) }];
    }),
    covert: covertWords(
      policy.rules.filter(({ covert }) => covert && !isOver(covert.endsOn, rep.timeZone, now))
        .length,
      language,
    ),
  };
}

/**
 * Names the text that a rep reads: another one when the rules that reach the rep have changed, or
 * how many covert ones there are. Neither the language nor who the managers are makes it another.
 * Undefined where no rule is in force.
 */
export function policyTextVersion(policy: Policy, rep: Person, now: string): string | undefined {
  if (policy.rules.length === 0) return undefined;
  const rules = policy.rules.filter((rule) => !rule.covert && mayReach(rule, rep));
  const covert = policy.rules.filter(
    (rule) => rule.covert && !isOver(rule.covert.endsOn, rep.timeZone, now),
  ).length;
  return versionOf({ rules: [rules, covert], holidays: [] });
}

/** Whether anybody with the role of the rule may be let on this rep's calls by it. */
function mayReach({ reach }: Rule, rep: Person): boolean {
  switch (reach.kind) {
    case 'own_reports':
      return rep.managerIds.length > 0;
    case 'everyone':
      return true;
    case 'team':
    case 'queue':
    case 'skill':
    case 'territory': {
      const ids = GROUPS_OF_REP[reach.kind](rep);
      return reach.groups === 'shared'
        ? ids.length > 0
        : reach.groups.some(({ groupId }) => ids.includes(groupId));
    }
    default:
      return unreachable(reach);
  }
}

/**
 * The number of covert rules of the org, but not whom they cover, which would defeat their purpose.
 */
function covertWords(count: number, language: Language): string {
  const { covertNone, covertOne, covertMany } = TEXTS[language].policy.forRep;
  if (count === 0) return covertNone;
  return count === 1 ? covertOne : fill(covertMany, { count });
}

/**
 * The supervisors whom a rule allows on this rep's calls, in words for the rep; undefined when
 * there can be none.
 */
function possibleSupervisors(
  { role, reach }: Rule,
  rep: Person,
  { managers, language }: { readonly managers: readonly Person[]; readonly language: Language },
): string | undefined {
  const texts = TEXTS[language].policy.forRep;
  const roles = roleNames(role, language);
  switch (reach.kind) {
    case 'own_reports': {
      const names = managers
        .filter(
          ({ active, roles: held, userId }) =>
            active && held.includes(role) && rep.managerIds.includes(userId),
        )
        .map(({ name }) => name);
      return names.length > 0
        ? fill(texts.managers, { names: listed(names, language) })
        : undefined;
    }
    case 'everyone':
      return fill(texts.everyone, { roles });
    case 'team':
    case 'queue':
    case 'skill':
    case 'territory': {
      const ids = GROUPS_OF_REP[reach.kind](rep);
      if (reach.groups === 'shared')
        return ids.length > 0 ? fill(texts.shared[reach.kind], { roles }) : undefined;
      return reach.groups.some(({ groupId }) => ids.includes(groupId)) ? roles : undefined;
    }
    default:
      return unreachable(reach);
  }
}

const GROUPS_OF_REP: Record<GroupKind, (rep: Person) => readonly string[]> = {
  team: ({ groupIds }) => groupIds,
  queue: ({ queueIds }) => queueIds,
  skill: ({ skills }) => skills,
  territory: ({ territoryIds }) => territoryIds,
};
