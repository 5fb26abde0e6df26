import { z } from 'zod';
import { DISPOSITION_FAMILIES } from '../../domain/call/dispositions.ts';
import { MODES } from '../../domain/call/modes.ts';
import { UNANSWERED, WAYS } from '../../domain/outcomes/behind.ts';
import { daysIn } from '../../domain/outcomes/totals.ts';
import { date, recordId } from '../schemas.ts';
import { cursor, direction } from './cursor.ts';

const LONGEST_OUTCOMES_DAYS = 731;

const outcomesPeriod = {
  from: date,
  to: date,
  direction: direction.optional(),
  /** Reps somewhere beneath this manager now. */
  team: recordId.optional(),
  queueId: recordId.optional(),
};

/**
 * Requires a period that does not end before it begins and is not too long. Calls of an arm are those
 * since the hold-out began, however long ago.
 */
const inOrder = <T extends z.ZodType<{ from: string; to: string }>>(question: T) =>
  question
    .refine(({ from, to }) => from <= to, { path: ['to'], error: 'must not be before from' })
    .refine((period) => 'arm' in period || daysIn(period) <= LONGEST_OUTCOMES_DAYS, {
      path: ['from'],
      error: `must be at most ${LONGEST_OUTCOMES_DAYS} days before to`,
    });

const reasonCode = z.string().min(1).max(64);

const ofMode = {
  ...outcomesPeriod,
  reasonCode: reasonCode.optional(),
  mode: z.enum(MODES).default('barge'),
};

export const outcomesQuery = inOrder(z.object(ofMode));

export const outcomeFiltersQuery = inOrder(z.object({ from: date, to: date }));

export const programStartBody = z.object({ startsOn: date.nullable() });

export const outcomesFileQuery = inOrder(
  z.object({ ...ofMode, format: z.enum(['csv', 'parquet']).default('csv') }),
);

const yes = z.enum(['true', 'false']).transform((value) => value === 'true');

export const callsBehindQuery = inOrder(
  z.object({
    ...outcomesPeriod,
    reasonCode: reasonCode.optional(),
    mode: z.enum([...MODES, 'nobody']).optional(),
    repUserId: recordId.optional(),
    supervisorUserId: recordId.optional(),
    withoutReason: yes.optional(),
    ofInterventions: yes.optional(),
    outcome: z.enum(['given', 'saved']).optional(),
    arm: z.enum(['shown', 'held_out']).optional(),
    rating: z.enum(['given', 'good', 'poor']).optional(),
    way: z.enum(WAYS).optional(),
    issue: z.enum([...DISPOSITION_FAMILIES, 'not_said']).optional(),
    isSaved: yes.optional(),
    isKnown: yes.optional(),
    askedForHelp: yes.optional(),
    isOnDeal: yes.optional(),
    unanswered: z.enum(UNANSWERED).optional(),
    answeredAt: z.iso.datetime().optional(),
    callId: z.string().max(64).optional(),
  }),
);

export const outcomeDaysQuery = inOrder(
  z.object({
    ...outcomesPeriod,
    format: z.enum(['json', 'csv', 'parquet']).default('json'),
    after: cursor.optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
);
