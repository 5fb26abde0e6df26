import { comparableAmount, type Call, type RepOnCall } from '../call/call.ts';
import type { Mode } from '../call/modes.ts';
import { type Person, manages, type GroupKind } from '../call/people.ts';
import { isOver, isWithin } from './hours.ts';
import { CONDITIONS, type Condition, type Policy, type Rule } from './policy.ts';

/** The question whether a person may use a mode on a rep's call at a given time. */
export interface PolicyQuestion {
  readonly policy: Policy;
  readonly person: Person;
  readonly rep: RepOnCall;
  readonly call: Pick<Call, 'opportunity'>;
  readonly mode: Mode;
  readonly now: string;
  /** Covert monitoring must be requested. A covert rule that matches is not enough. */
  readonly covert?: boolean;
  /** The number of this person's interventions on other calls. */
  readonly runningElsewhere?: number;
}

const HOLDS: Record<Condition, (rule: Rule, question: PolicyQuestion) => boolean> = {
  role: (rule, { person }) => person.roles.includes(rule.role),
  own_call: (_rule, { person, rep }) => person.userId !== rep.userId,
  covert: (rule, { covert = false }) => (rule.covert !== undefined) === covert,
  reach: reaches,
  deals: isAboutSuchADeal,
  mode: (rule, { mode }) => rule.modes.includes(mode),
  permission: (_rule, { person, mode }) => person.permittedModes.includes(mode),
  end_date: (rule, { rep, now }) => !rule.covert || !isOver(rule.covert.endsOn, rep.timeZone, now),
  hours: (rule, { policy, person, rep, now }) =>
    !rule.hours ||
    isWithin(rule.hours, policy.holidays, {
      zone: rule.hours.clock === 'rep' ? rep.timeZone : person.timeZone,
      now,
    }),
  at_once: (rule, { runningElsewhere = 0 }) =>
    rule.atOnce === undefined || runningElsewhere < rule.atOnce,
};

/** The first condition of the rule that does not hold; undefined when the rule allows it. */
export function firstUnmet(rule: Rule, question: PolicyQuestion): Condition | undefined {
  return CONDITIONS.find((condition) => !HOLDS[condition](rule, question));
}

/** Whether one condition of a rule holds, independent of the others. */
export const holds = (condition: Condition, rule: Rule, question: PolicyQuestion): boolean =>
  HOLDS[condition](rule, question);

function reaches({ reach }: Rule, { person, rep }: PolicyQuestion): boolean {
  switch (reach.kind) {
    case 'own_reports':
      return manages(person, rep);
    case 'everyone':
      return person.seesAllCalls;
    case 'team':
    case 'queue':
    case 'skill':
    case 'territory': {
      const ofRep = MEMBERSHIP[reach.kind](rep);
      const wanted =
        reach.groups === 'shared'
          ? MEMBERSHIP[reach.kind](person)
          : reach.groups.map(({ groupId }) => groupId);
      return wanted.some((groupId) => ofRep.includes(groupId));
    }
  }
}

type GroupMembership = Pick<RepOnCall, 'groupIds' | 'queueIds' | 'skills' | 'territoryIds'>;

const MEMBERSHIP: Record<GroupKind, (someone: GroupMembership) => readonly string[]> = {
  team: ({ groupIds = [] }) => groupIds,
  queue: ({ queueIds = [] }) => queueIds,
  skill: ({ skills = [] }) => skills,
  territory: ({ territoryIds = [] }) => territoryIds,
};

/** False for a call without a deal, and for an unknown amount. */
function isAboutSuchADeal({ deals }: Rule, { call: { opportunity } }: PolicyQuestion): boolean {
  if (!deals) return true;
  if (
    deals.stages &&
    !(opportunity?.stage !== undefined && deals.stages.includes(opportunity.stage))
  )
    return false;
  return (
    deals.minimumAmount === undefined ||
    (comparableAmount(opportunity) ?? -Infinity) >= deals.minimumAmount
  );
}
