import { repOnCall } from '../call/call.ts';
import type { Mode } from '../call/modes.ts';
import type { Person } from '../call/people.ts';
import { holds } from './examine.ts';
import type { Condition, Policy } from './policy.ts';

/** The parts that do not change from call to call. */
const OF_THE_PEOPLE = ['role', 'own_call', 'reach'] as const satisfies readonly Condition[];

/**
 * Whether any rule lets this person be on calls of this rep in a mode that the person is permitted,
 * at whatever time and about whatever deal.
 *
 * @param isMeant which modes count; all unless it is said
 */
export const reachesInSomeMode = (
  policy: Policy,
  person: Person,
  {
    rep,
    isMeant = () => true,
  }: { readonly rep: Person; readonly isMeant?: (mode: Mode) => boolean },
): boolean =>
  policy.rules.some(
    (rule) =>
      !rule.covert &&
      rule.modes.some((mode) => isMeant(mode) && person.permittedModes.includes(mode)) &&
      OF_THE_PEOPLE.every((condition) =>
        holds(condition, rule, {
          policy,
          person,
          rep: repOnCall(rep),
          call: {},
          mode: rule.modes[0]!,
          now: person.asOf,
        }),
      ),
  );
