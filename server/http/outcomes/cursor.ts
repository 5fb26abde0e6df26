import { z } from 'zod';
import { DAY_KEY, type DayPlace } from '../../domain/outcomes/totals.ts';

export const direction = z.enum(['inbound', 'outbound']);
/** Of the ids of a rep's queues with commas between: some 400 of them. */
const MAX_QUEUES_LENGTH = 8_000;
/** Of the whole text, which is longer by a third. An address must fit the limit of a request's head. */
const MAX_LENGTH = 12_000;

const place = z.tuple([
  z.iso.date(),
  z.string().max(64),
  direction,
  z.string().max(MAX_QUEUES_LENGTH),
  z.string().max(64),
]);

/** Where the next page begins, as an opaque text. */
export const cursorOf = (after: DayPlace): string =>
  Buffer.from(JSON.stringify(DAY_KEY.map((part) => after[part]))).toString('base64url');

/** Parses what `cursorOf` returned. */
export const cursor = z
  .string()
  .max(MAX_LENGTH)
  .transform((text, context): DayPlace => {
    const read = place.safeParse(parsed(text));
    if (!read.success) {
      context.addIssue({ code: 'custom', message: 'must be the next of a former answer' });
      return z.NEVER;
    }
    const [day, repUserId, direction, queueIds, issue] = read.data;
    return { day, repUserId, direction, queueIds, issue };
  });

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
