import { isHeardByCustomer, isHeardByRepOnly, MODES, type Mode } from '../../domain/call/modes.ts';

const isOneOf = (fits: (mode: Mode) => boolean, mode: string): string =>
  `${mode} in ('${MODES.filter(fits).join(`','`)}')`;
const isHeard = (mode: string): string => isOneOf(isHeardByCustomer, mode);

/** The place of the first mode of an intervention in which the customer hears the supervisor. */
const FIRST_HEARD = `(select min(place)
    from jsonb_array_elements(i."modeHistory") with ordinality as step(one, place)
    where ${isHeard(`one->>'mode'`)})`;

/** What `domain/supervision/ladder.ts` says of an intervention `i`, for the database. */
export const LADDER = {
  isHeard: `${FIRST_HEARD} is not null`,
  isWhisperFirst: `exists (
    select from jsonb_array_elements(i."modeHistory") with ordinality as step(one, place)
    where ${isOneOf(isHeardByRepOnly, `one->>'mode'`)} and place < ${FIRST_HEARD})`,
  isHandedBack: `(${FIRST_HEARD} is not null and not ${isHeard(`(i."modeHistory"->-1->>'mode')`)})`,
  isWhisperSkipped: `(i."whisperSkipped" and ${FIRST_HEARD} is not null)`,
} as const;
