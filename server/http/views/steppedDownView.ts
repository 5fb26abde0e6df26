import { isActive, type Call } from '../../domain/call/call.ts';
import { MODES, type Mode } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/call/people.ts';
import { isAllowed } from '../../domain/policy/decide.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { fill, languageOf, TEXTS } from '../../domain/texts/texts.ts';

/**
 * What a supervisor reads whom Dealside has moved to a quieter mode, because they lost the right to
 * the one before: where they are now, why, and which modes they can still use. Undefined for
 * everybody else, and once the supervisor has changed the mode.
 */
export function steppedDownView(
  call: Call,
  person: Person,
  { policy, now }: { readonly policy: Policy; readonly now: string },
) {
  const own = call.interventions
    .filter(isActive)
    .find(({ supervisor }) => supervisor.userId === person.userId);
  const change = own?.modeHistory.at(-1);
  if (!own || !change?.lost || own.pending || own.leaving) return undefined;
  const { modes, steppedDown } = TEXTS[languageOf(person.locale)];
  const left = MODES.filter(
    (mode) => mode === own.mode || isAllowed({ policy, person, rep: call.rep, call, mode, now }),
  );
  const named = (some: readonly Mode[]): string => some.map((mode) => modes[mode]).join(', ');
  return {
    interventionId: own.interventionId,
    at: change.at,
    mode: own.mode,
    message: fill(steppedDown.message, { lost: modes[change.lost.mode] }),
    hint: fill(left.length > 1 ? steppedDown.several : steppedDown.one, { modes: named(left) }),
  };
}
