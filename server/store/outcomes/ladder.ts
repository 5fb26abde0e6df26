import { isHeardByCustomer, MODES } from '../../domain/call/modes.ts';

const HEARD = MODES.filter(isHeardByCustomer);
const isIn = (mode: string): string => `${mode} in ('${HEARD.join(`','`)}')`;

/** The place of the first mode of an intervention in which the customer hears the supervisor. */
const FIRST_HEARD = `(select min(place)
    from jsonb_array_elements(i."modeHistory") with ordinality as step(one, place)
    where ${isIn(`one->>'mode'`)})`;

/** What `domain/supervision/ladder.ts` says of an intervention `i`, for the database. */
export const LADDER = {
  isHeard: `${FIRST_HEARD} is not null`,
  isWhisperFirst: `exists (
    select from jsonb_array_elements(i."modeHistory") with ordinality as step(one, place)
    where one->>'mode' = 'whisper' and place < ${FIRST_HEARD})`,
  isHandedBack: `(${FIRST_HEARD} is not null and not ${isIn(`(i."modeHistory"->-1->>'mode')`)})`,
  isWhisperSkipped: `(i."whisperSkipped" and ${FIRST_HEARD} is not null)`,
} as const;
