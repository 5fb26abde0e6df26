import type { Person } from '../call/people.ts';
import { readerOf } from '../texts/texts.ts';
import { isOver } from './hours.ts';
import type { Policy, Rule } from './policy.ts';
import { ruleWords } from './words.ts';

/** A covert rule about a person: in the person's language, and whether its last day is past. */
interface CovertScope {
  readonly words: string;
  readonly purpose: string;
  readonly owner: string;
  readonly endsOn: string;
  readonly isOver: boolean;
}

/** Whose calls a person can monitor, by the rules in force about their roles. */
export interface MonitoringScope {
  /** The widest reach of the rules that are not covert. */
  readonly reach: 'everyone' | 'own_reports' | 'groups' | 'none';
  readonly covert: readonly CovertScope[];
}

/** Where a day ends last on earth. A rule is over for all reps once its last day ends there. */
const LAST_ZONE = 'Etc/GMT+12';

export function monitoringScope(policy: Policy, person: Person, now: string): MonitoringScope {
  const rules = policy.rules.filter(
    ({ role, modes }) => person.roles.includes(role) && modes.includes('monitor'),
  );
  const reader = readerOf(person);
  return {
    reach: person.permittedModes.includes('monitor') ? widestOf(rules, person) : 'none',
    covert: rules.flatMap((rule) =>
      rule.covert
        ? [
            {
              words: ruleWords(rule, reader),
              ...rule.covert,
              isOver: isOver(rule.covert.endsOn, LAST_ZONE, now),
            },
          ]
        : [],
    ),
  };
}

/** Where a day ends first on earth. */
const FIRST_ZONE = 'Etc/GMT-14';
/** Midnight of some zone is at each quarter of an hour. */
const ZONE_STEP_MS = 15 * 60_000;

/**
 * How far the clock has ended the covert rules about a person, as a text to compare. A rule ends at
 * midnight after its last day, in the time zone of each rep.
 */
export function covertProgress(policy: Policy, person: Person, now: string): string {
  return policy.rules
    .flatMap(({ covert, role }) => (covert && person.roles.includes(role) ? [covert.endsOn] : []))
    .map((endsOn) => {
      if (!isOver(endsOn, FIRST_ZONE, now)) return 'running';
      if (isOver(endsOn, LAST_ZONE, now)) return 'over';
      return String(Math.floor(Date.parse(now) / ZONE_STEP_MS));
    })
    .join();
}

function widestOf(rules: readonly Rule[], person: Person): MonitoringScope['reach'] {
  const kinds = rules.filter(({ covert }) => !covert).map(({ reach }) => reach.kind);
  if (kinds.includes('everyone') && person.seesAllCalls) return 'everyone';
  if (kinds.includes('own_reports')) return 'own_reports';
  return kinds.some((kind) => kind !== 'everyone') ? 'groups' : 'none';
}
