import { z } from 'zod';
import type { DayPlace } from '../../domain/outcomes/totals.ts';

export const direction = z.enum(['inbound', 'outbound']);
const place = z.tuple([z.iso.date(), z.string().max(64), direction]);

/** Where the next page begins, as an opaque text. */
export const cursorOf = ({ day, repUserId, direction }: DayPlace): string =>
  Buffer.from(JSON.stringify([day, repUserId, direction])).toString('base64url');

/** Parses what `cursorOf` returned. */
export const cursor = z
  .string()
  .max(300)
  .transform((text, context): DayPlace => {
    const read = place.safeParse(parsed(text));
    if (!read.success) {
      context.addIssue({ code: 'custom', message: 'must be the next of a former answer' });
      return z.NEVER;
    }
    const [day, repUserId, direction] = read.data;
    return { day, repUserId, direction };
  });

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}
