import { roleLabel, type Person } from '../people/people.ts';
import { isOver } from './hours.ts';
import type { GroupKind, Policy, Rule } from './policy.ts';
import { listed, plural, ruleWordsToRep } from './words.ts';
import { unreachable } from '../unreachable.ts';

/** What a rep can read: who may join their calls, when, and how the rep is notified (R13). */
export interface PolicyForRep {
  readonly policyVersion: string;
  readonly rules: readonly { readonly rule: string; readonly words: string }[];
  readonly covert: string;
}

/** The rules that reach this rep, in sentences. `managers` are the known managers above the rep. */
export function policyForRep(policy: Policy, rep: Person, managers: readonly Person[], now: string): PolicyForRep {
  const visible = policy.rules.filter((rule) => !rule.covert);
  return {
    policyVersion: policy.version,
    rules: visible.flatMap((rule) => {
      const who = possibleSupervisors(rule, rep, managers);
      return who === undefined ? [] : [{ rule: rule.name, words: ruleWordsToRep(rule, who) }];
    }),
    covert: covertWords(policy.rules.filter(({ covert }) => covert && !isOver(covert.endsOn, rep.timeZone, now)).length),
  };
}

/** How many covert rules the org has. Not whom they reach: that would defeat their purpose. */
const covertWords = (count: number): string =>
  'Nobody listens covertly, except under a rule of its own with an owner, a purpose and a last day. ' +
  (count === 0 ? 'Your organization has no such rule now.' : `Your organization has ${count === 1 ? 'one such rule' : `${count} such rules`} now.`);

/** The supervisors whom a rule allows on this rep's calls, in words for the rep; undefined when there can be none. */
function possibleSupervisors({ role, reach }: Rule, rep: Person, managers: readonly Person[]): string | undefined {
  const label = plural(roleLabel(role));
  switch (reach.kind) {
    case 'own_reports': {
      const names = managers.filter(({ active, roles, userId }) => active && roles.includes(role) && rep.managerIds.includes(userId)).map(({ name }) => name);
      return names.length > 0 ? `${listed(names)}, above you in the organization,` : undefined;
    }
    case 'everyone':
      return `${label} who see all calls`;
    case 'team':
    case 'queue':
    case 'skill':
    case 'territory': {
      const { ids, shared } = OF_REP[reach.kind](rep);
      if (reach.groups === 'shared') return ids.length > 0 ? `${label} ${shared}` : undefined;
      return reach.groups.some(({ groupId }) => ids.includes(groupId)) ? label : undefined;
    }
    default:
      return unreachable(reach);
  }
}

const OF_REP: Record<GroupKind, (rep: Person) => { ids: readonly string[]; shared: string }> = {
  team: ({ groupIds }) => ({ ids: groupIds, shared: 'of your teams' }),
  queue: ({ queueIds }) => ({ ids: queueIds, shared: 'of your queues' }),
  skill: ({ skills }) => ({ ids: skills, shared: 'who share a skill with you' }),
  territory: ({ territoryIds }) => ({ ids: territoryIds, shared: 'of your territories' }),
};
